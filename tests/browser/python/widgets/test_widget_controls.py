"""Live ipywidgets in the real worker: what a reader moves arrives in Python, and what Python says is shown."""

from __future__ import annotations

import re

from playwright.sync_api import expect
from probe.panel import Panel

from coursekit.words import say


def test_every_control_arrives_in_python_and_back(panel: Panel) -> None:
    panel.run("""
seen = {}
def box(widget, name):
    widget.description = name
    widget.observe(lambda change: seen.update({name: change.new}), "value")
    return widget
all = [box(w.Text(), "text"), box(w.Checkbox(), "check"), box(w.Dropdown(options=["a", "b"]), "drop"),
       box(w.RadioButtons(options=["x", "y"]), "radio"), box(w.ToggleButtons(options=["u", "v"]), "which"),
       box(w.SelectMultiple(options=["k", "l"]), "many"), box(w.DatePicker(), "day"), box(w.IntRangeSlider(), "range"),
       box(w.ToggleButton(), "toggle"), box(w.FloatText(), "number")]
w.VBox(all)
""")
    o = panel.outputs
    o.get_by_label("text", exact=True).fill("ö\U0001f600")
    o.get_by_label("check").check()
    o.get_by_label("drop").select_option("b")
    o.get_by_label("y", exact=True).check()
    o.get_by_role("button", name="v").click()
    o.get_by_label("many").select_option(["k", "l"])
    o.get_by_label("day").fill("1994-12-05")
    o.get_by_role("slider", name=say("widget.upper", label="range")).press("ArrowLeft")
    o.get_by_role("button", name="toggle").click()
    o.get_by_label("number", exact=True).fill("2.5")
    o.get_by_label("number", exact=True).press("Tab")
    expect(o.get_by_role("button", name="v")).to_have_attribute("aria-pressed", "true")
    seen = panel.ask("print(sorted(seen.items(), key=str))")
    assert "('check', True)" in seen and "('text', 'ö\U0001f600')" in seen and "('drop', 'b')" in seen
    assert "('radio', 'y')" in seen and "('which', 'v')" in seen and "('many', ('k', 'l'))" in seen
    assert "datetime.date(1994, 12, 5)" in seen and "('range', (25, 74))" in seen
    assert "('toggle', True)" in seen and "('number', 2.5)" in seen
    panel.ask("all[0].value = 'from Python'; all[2].options = ['only']")
    expect(o.get_by_label("text", exact=True)).to_have_value("from Python")
    expect(o.get_by_label("drop").locator("option")).to_have_text(["only"])


def test_links_made_in_the_page_need_no_python(panel: Panel) -> None:
    panel.run("""
a, b, c = w.IntSlider(description="a"), w.IntText(description="b"), w.IntText(description="c")
one, two = w.jslink((a, "value"), (b, "value")), w.jsdlink((a, "value"), (c, "value"))
three = w.IntText(description="d"); w.link((a, "value"), (three, "value"))
w.HBox([a, b, c, three])
""")
    panel.outputs.get_by_role("slider", name="a", exact=True).press("ArrowRight")
    for name in "bcd":
        expect(panel.outputs.get_by_label(name, exact=True)).to_have_value("1")
    panel.outputs.get_by_label("b", exact=True).fill("7")
    panel.outputs.get_by_label("b", exact=True).press("Enter")
    expect(panel.outputs.get_by_role("slider", name="a", exact=True)).to_have_attribute("aria-valuenow", "7.0")


def test_a_widget_inside_an_output_and_one_shown_twice(panel: Panel) -> None:
    panel.run("""
out = w.Output()
s = w.IntSlider(description="s")
with out:
    display(s)
display(s)
out
""", shows=3)  # fmt: skip
    sliders = panel.outputs.get_by_role("slider", name="s", exact=True)
    expect(sliders).to_have_count(2)
    sliders.first.press("ArrowRight")
    for n in (0, 1):
        expect(sliders.nth(n)).to_have_attribute("aria-valuenow", "1.0")


def test_a_fast_hand_loses_no_last_move_and_many_are_dropped(panel: Panel) -> None:
    """The widgets' throttle sends on when Python has done: the last value always arrives."""
    panel.run("""
import time
calls = []
def slow(n=0):
    calls.append(n)
    time.sleep(0.05)
    print("now", n)
w.interact(slow, n=(0, 100));
""")
    slider = panel.outputs.get_by_role("slider", name="n", exact=True)
    for _ in range(40):
        slider.press("ArrowRight", no_wait_after=True)
    expect(panel.outputs).to_contain_text(re.compile(r"now 40\s*$"))
    assert panel.ask("print(calls[-1])") == "40"


def test_binary_buffers_cross_both_ways_unharmed(panel: Panel) -> None:
    panel.run("""
import hashlib
data = bytes(range(256)) * 300
upload = w.FileUpload()
image = w.Image(value=b"<svg xmlns='http://www.w3.org/2000/svg' width='9' height='7'></svg>", format="svg+xml")
w.VBox([upload, image])
""")
    data = bytes(range(256)) * 300
    with panel.page.expect_file_chooser() as chosen:
        panel.outputs.get_by_role("button", name=re.compile("Upload")).click()
    chosen.value.set_files({"name": "a.bin", "mimeType": "application/octet-stream", "buffer": data})
    expect(panel.outputs.get_by_role("button", name=re.compile("Upload"))).to_contain_text("1")
    asked = "print(len(upload.value), bytes(upload.value[0].content) == data, upload.value[0].name)"
    assert panel.ask(asked) == "1 True a.bin"
    size = panel.outputs.locator("img").evaluate(
        "async (i) => { await i.decode(); return [i.naturalWidth, i.naturalHeight]; }"
    )
    assert size == [9, 7]


def test_tabs_and_folds_open_by_keyboard(panel: Panel) -> None:
    panel.run("""
w.VBox([w.Tab([w.Text(description="Name"), w.Text(description="Words")], titles=["First", "Second"]),
        w.Accordion([w.Text(description="Within")], titles=["One"])])
""")
    o = panel.outputs
    expect(o.get_by_label("Name")).to_be_visible()
    expect(o.get_by_label("Words")).to_be_hidden()
    o.get_by_role("tab", name="First").focus()
    panel.page.keyboard.press("ArrowRight")
    panel.page.keyboard.press("Enter")
    expect(o.get_by_label("Words")).to_be_visible()
    fold = o.get_by_role("button", name="One")
    expect(fold).to_have_attribute("aria-expanded", "false")
    expect(o.get_by_label("Within")).to_be_hidden()
    fold.press("Enter")
    expect(fold).to_have_attribute("aria-expanded", "true")
    expect(o.get_by_label("Within")).to_be_visible()
