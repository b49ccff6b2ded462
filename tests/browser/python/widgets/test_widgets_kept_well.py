"""How live widgets sound to a screen reader, and what is left of them when they end."""

from __future__ import annotations

from difflib import unified_diff
from pathlib import Path

import gallery
import pytest
from accessibility_tree import Node, line, text_of, tree
from gallery import GALLERY
from heard_as_seen import ALL_RULES, run_axe
from playwright.sync_api import expect
from probe.panel import READY, START, Panel
from probe.talking import printed, values

from coursekit.words import say

# What a widget can be to a screen reader; the parts of the browser's own date fields are the browser's matter.
WIDGET_ROLES = (
    *("slider", "progressbar", "textbox", "combobox", "listbox", "option", "radiogroup", "radio", "checkbox", "button"),
    *("tablist", "tab", "tabpanel", "group", "ColorWell", "Date", "InputTime", "DateTime"),
)


def is_of_a_widget(node: Node) -> bool:
    """Whether a part is a widget's or names one, not a button within the browser's own field for a date."""
    role, name = text_of(node, "role"), text_of(node, "name")
    return role in WIDGET_ROLES and not name.startswith("Show ") and bool(name or role != "group")


def test_a_gallery_is_heard_as_it_is_seen_and_axe_finds_nothing_in_any_colours(panel: Panel) -> None:
    """By all of axe's rules; then role, name, value and states of one of each widget, against what is kept."""
    panel.run(GALLERY)
    page = panel.page
    expect(panel.outputs.locator(".drawing[data-state=ready]")).to_be_visible()
    for colours in ("light", "dark", "forced"):
        page.emulate_media(forced_colors="active" if colours == "forced" else "none")
        page.evaluate("(theme) => { document.documentElement.dataset.theme = theme; }", colours.replace("forced", ""))
        found = run_axe(page, "#outputs", **ALL_RULES)
        assert not found, (colours, found)
    page.emulate_media(forced_colors="none")
    session = page.context.new_cdp_session(page)
    heard = [line(session, node) for node in tree(session) if is_of_a_widget(node)]
    session.detach()
    kept = (Path(gallery.__file__).parent / "gallery_heard.txt").read_text("utf-8").splitlines()
    assert heard == kept, "\n".join(unified_diff(kept, heard, "kept", "heard", lineterm="", n=1))


@pytest.mark.thorough
def test_a_cell_run_two_hundred_times_leaves_nothing_of_its_widgets_behind(panel: Panel) -> None:
    cell = START + "w.VBox([w.IntSlider(description='s'), w.interactive(lambda n: print(n), n=(0, 9)), w.Output()])"
    count = "import ipywidgets.widgets.widget as i, comm; print(len(i._instances), len(comm.get_comm_manager().comms))"
    heap = "performance.memory?.usedJSHeapSize ?? 0"
    session = panel.page.context.new_cdp_session(panel.page)
    seen = []
    for n in range(200):
        answer = panel.call(cell, packages=["ipywidgets"], owner="one cell")
        assert answer["status"] == "ok"
        if n in (19, 199):
            expect(panel.outputs.locator(READY)).to_have_count(1)
            session.send("HeapProfiler.collectGarbage")
            used = session.send("Runtime.getHeapUsage")["usedSize"]
            seen.append((panel.ask(count), used))
    assert seen[0][0] == seen[1][0]
    assert seen[1][1] < 1.1 * seen[0][1], (seen, panel.page.evaluate(heap))


def test_a_callback_without_end_ends_its_python_and_its_widgets_say_so(panel: Panel) -> None:
    panel.run("""
def stuck(_):
    while True:
        pass
b = w.Button(description="Stuck")
b.on_click(stuck)
w.VBox([b, w.IntSlider(description="s"), w.Text(description="t")])
""")
    panel.outputs.get_by_role("button", name="Stuck").click()
    note = panel.outputs.locator(".widgets-dead")
    expect(note).to_contain_text(say("widget.dead"), timeout=15_000)
    expect(note).to_contain_text(say("python.timeout", n=10))
    expect(panel.outputs.get_by_label("t", exact=True)).to_be_disabled()
    assert panel.outputs.locator(".widgets-place").evaluate("(place) => place.inert")
    answer = panel.call("print(6 * 7)")
    assert printed(answer) == "42\n" and values(answer) == []
