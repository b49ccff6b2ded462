"""Live ipywidgets in the real worker: what a reader moves arrives in Python, and what Python says is shown, safely."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff
from pathlib import Path

import gallery
import pytest
from accessibility_tree import Node, line, text_of, tree
from gallery import GALLERY
from heard_as_seen import ALL_RULES, run_axe
from playwright.sync_api import BrowserContext, Page, expect
from probe.talking import errors, printed, runner, values
from watched_page import Watched

from coursekit.words import say

# What a widget can be to a screen reader; the parts of the browser's own date fields are the browser's matter.
WIDGET_ROLES = (
    *("slider", "progressbar", "textbox", "combobox", "listbox", "option", "radiogroup", "radio", "checkbox", "button"),
    *("tablist", "tab", "tabpanel", "group", "ColorWell", "Date", "InputTime", "DateTime"),
)
READY = ".widgets[data-widgets=ready]"
START = "import ipywidgets as w\nfrom IPython.display import display, clear_output\n"


def is_of_a_widget(node: Node) -> bool:
    """Whether a part is a widget's or names one, not a button within the browser's own field for a date."""
    role, name = text_of(node, "role"), text_of(node, "name")
    return role in WIDGET_ROLES and not name.startswith("Show ") and bool(name or role != "group")


class Panel:
    """One page with Python, and what a reader does on it."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.call = runner(page)
        self.outputs = page.locator("#outputs")

    def run(self, code: str, shows: int = 1, **more: object) -> dict:
        answer = self.call(START + code, packages=["altair", "ipywidgets"], **more)
        assert answer["status"] == "ok", errors(answer)
        expect(self.outputs.locator(READY)).to_have_count(shows)
        return answer

    def ask(self, code: str) -> str:
        """What a line of Python prints now; the widgets stay on the page."""
        text = self.page.evaluate(
            """async (code) => { const seen = [];
            const request = { task: "run", setup: "", namespace: "probe", packages: [], limit_s: 10, owner: "asking" };
            await probe.python.run({ ...request, code }, { progress: () => 0, output: (o) => seen.push(o) });
            return seen.map((o) => o.text ?? JSON.stringify(o)).join(""); }""",
            code,
        )
        return str(text).strip()


@pytest.fixture(scope="module")
def open_page(probe_profile: BrowserContext, address: str) -> Iterator[tuple[Watched, Panel]]:
    watched = Watched(probe_profile)
    watched.page.set_viewport_size({"width": 1100, "height": 900})
    watched.page.goto(address)
    yield watched, Panel(watched.page)
    watched.end()
    watched.page.close()


@pytest.fixture
def panel(open_page: tuple[Watched, Panel]) -> Iterator[Panel]:
    watched, panel = open_page
    yield panel
    faults = watched.faults()
    watched.console.clear()
    assert not faults, "\n".join(faults)


def test_interact_follows_the_slider_by_keyboard_and_draws_in_place(panel: Panel) -> None:
    panel.run("""
import altair as alt
def draw(n=3):
    print("n is", n)
    display(alt.Chart(alt.Data(values=[{"x": i} for i in range(n)]), title=f"{n} points").mark_point().encode(x="x:Q"))
w.interact(draw, n=(0, 9));
""")
    slider = panel.outputs.get_by_role("slider", name="n", exact=True)
    chart = panel.outputs.locator(".drawing[data-state=ready]")
    expect(chart.locator(".mark-symbol path")).to_have_count(3)
    slider.press("ArrowRight")
    expect(panel.outputs).to_contain_text("n is 4")
    expect(chart.locator(".mark-symbol path")).to_have_count(4)
    expect(chart).to_contain_text("4 points")
    chart.locator("svg").evaluate("(svg) => { window.sameChart = svg; }")
    slider.press("ArrowLeft")
    expect(chart.locator(".mark-symbol path")).to_have_count(3)
    slider.press("End")
    expect(chart.locator(".mark-symbol path")).to_have_count(9)
    expect(slider).to_be_focused()


def test_a_chart_of_which_only_the_rows_change_is_not_drawn_anew(panel: Panel) -> None:
    panel.run("""
import altair as alt
def draw(n=3):
    return alt.Chart(alt.Data(values=[{"x": i} for i in range(n)]), title=f"{n} points").mark_point().encode(x="x:Q")
w.interact(draw, n=(0, 9));
""")
    svg = panel.outputs.locator(".drawing[data-state=ready] svg")
    expect(svg.locator(".mark-symbol path")).to_have_count(3)
    svg.evaluate("(node) => { node.dataset.same = 'yes'; }")
    panel.outputs.get_by_role("slider").press("ArrowRight")
    expect(svg.locator(".mark-symbol path")).to_have_count(4)
    expect(svg).to_contain_text("4 points")
    assert svg.get_attribute("data-same") == "yes"


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


def test_outputs_hold_streams_displays_and_errors_of_callbacks(panel: Panel) -> None:
    panel.run("""
out, go, bad, plain = w.Output(), w.Button(description="Go"), w.Button(description="Bad"), w.Button(description="Plain")
n = 0
@out.capture(clear_output=True, wait=True)
def gone(_):
    global n
    n += 1
    print("out", n)
    display({"n": n})
@out.capture()
def fails(_):
    print("before")
    1 / 0
def outside(_):
    print("said outside")
    nowhere
go.on_click(gone); bad.on_click(fails); plain.on_click(outside)
w.VBox([go, bad, plain, out])
""")
    inside = panel.outputs.locator(".widget-output")
    for n in (1, 2, 3):
        panel.outputs.get_by_role("button", name="Go").click()
        expect(inside).to_contain_text(f"out {n}")
        expect(inside).to_contain_text(f"{{'n': {n}}}")
    assert inside.locator("pre").count() == 2
    panel.outputs.get_by_role("button", name="Bad").click()
    expect(inside).to_contain_text("ZeroDivisionError: division by zero")
    panel.outputs.get_by_role("button", name="Plain").click()
    expect(panel.outputs).to_contain_text("said outside")
    expect(panel.outputs.locator("> .trouble")).to_contain_text("NameError")
    expect(inside).not_to_contain_text("said outside")


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


def test_no_html_of_a_widget_runs_anything(panel: Panel) -> None:
    evil = (
        "<b onclick='window.hacked=1'>text</b><img src=x onerror='window.hacked=1'><script>window.hacked=1</script>"
        "<iframe srcdoc='<script>parent.hacked=1</script>'></iframe><a href='javascript:window.hacked=1'>link</a>"
        "<form action='https://example.org'><input name=q></form>"
        "<img src='https://example.org/x.png'><style>body{display:none}</style>"
    )
    panel.run(f"""
evil = {evil!r}
tab = w.Tab([w.Label(evil)], titles=[evil])
w.VBox([w.HTML(evil, description=evil, description_allow_html=True), w.HTMLMath(evil), w.Label(evil), tab,
        w.Checkbox(description=evil, description_allow_html=True), w.Dropdown(options=[evil]),
        w.RadioButtons(options=[evil]), w.ToggleButtons(options=[evil]), w.Button(description=evil),
        w.Accordion([w.HTML(evil)], titles=[evil]), w.HTML(evil, placeholder=evil)])
""")
    place = panel.outputs.locator(READY)
    for name in (
        "script",
        "iframe",
        "form",
        "style",
        "[onclick]",
        "[onerror]",
        "a[href^=javascript]",
        "img[src^=http]",
    ):
        expect(place.locator(name)).to_have_count(0)
    place.get_by_text("text", exact=True).first.click()
    assert panel.page.evaluate("window.hacked") is None


def test_what_is_not_shipped_is_named_and_an_unknown_widget_is_a_sentence(panel: Panel) -> None:
    panel.run("""
from traitlets import Unicode
class Mine(w.DOMWidget):
    _view_name = Unicode("MineView").tag(sync=True)
    _model_name = Unicode("MineModel").tag(sync=True)
    _view_module = Unicode("elsewhere").tag(sync=True)
    _model_module = Unicode("elsewhere").tag(sync=True)
Mine()
""")
    expect(panel.outputs).to_contain_text(say("widget.unknown", name="MineModel"))


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


COUNTER = """
import anywidget, traitlets
class Counter(anywidget.AnyWidget):
    _esm = '''
    function render({ model, el }) {
      const button = document.createElement("button");
      const show = () => { button.textContent = `count is ${model.get("count")}`; };
      button.onclick = () => { model.set("count", model.get("count") + 1); model.save_changes(); };
      model.on("change:count", show);
      model.on("msg:custom", (content) => { button.title = content.title; });
      show();
      el.append(button);
    }
    export default { render };
    '''
    _css = "button { color: rgb(1, 2, 3); }"
    count = traitlets.Int(3).tag(sync=True)
counter = Counter()
counter.observe(lambda change: print("python has", change.new), "count")
counter
"""


def test_a_learners_own_anywidget_runs_apart_from_the_page(panel: Panel) -> None:
    panel.run(COUNTER)
    frame = panel.outputs.frame_locator("iframe")
    button = frame.get_by_role("button")
    expect(button).to_have_text("count is 3")
    expect(button).to_have_css("color", "rgb(1, 2, 3)")
    button.click()
    expect(button).to_have_text("count is 4")
    expect(panel.outputs).to_contain_text("python has 4")
    panel.ask("counter.count = 9; counter.send({'title': 'told'})")
    expect(button).to_have_text("count is 9")
    expect(button).to_have_attribute("title", "told")
    expect(panel.outputs.locator("iframe")).to_have_attribute("title", say("widget.own", name="Counter"))


def test_a_widgets_own_script_reaches_neither_the_page_nor_the_reader_nor_a_site(
    open_page: tuple[Watched, Panel],
) -> None:
    watched, panel = open_page
    tries = {
        "page": "parent.document.title", "storage": "localStorage.length", "cookie": "document.cookie",
        "kept": "await indexedDB.databases()", "site": "await fetch('https://example.org')", "own": "await fetch('x')",
        "top": "top.location.href", "eval": "eval('1')",
    }  # fmt: skip
    body = "".join(f"try {{ {code}; got.push('{name}'); }} catch {{}}" for name, code in tries.items())
    esm = f"export default {{ async render({{ el }}) {{ const got = []; {body} el.textContent = 'got: ' + got; }} }};"
    panel.run(f"import anywidget\nclass Curious(anywidget.AnyWidget):\n    _esm = {esm!r}\nCurious()")
    expect(panel.outputs.frame_locator("iframe").locator("#widget")).to_have_text("got: ")
    watched.console.clear()  # the frame's policy says what it refused
    watched.failures.clear()
    panel.run("""
import anywidget
class Remote(anywidget.AnyWidget):
    _esm = "import x from 'https://esm.sh/x'; export default {};"
class Broken(anywidget.AnyWidget):
    _esm = "export default { render() { nowhere(); } };"
w.VBox([Remote(), Broken()])
""")
    expect(panel.outputs).to_contain_text(say("widget.elsewhere", name="Remote"))
    expect(panel.outputs).to_contain_text(say("widget.own-failed", detail="nowhere is not defined"))


def test_altairs_jupyter_chart_is_drawn_by_the_page_and_its_parameters_go_both_ways(panel: Panel) -> None:
    panel.run("""
import altair as alt
cut = alt.param("cut", value=4)
brush = alt.selection_interval(name="brush", encodings=["x"])
values = alt.Data(values=[{"x": i} for i in range(9)])
base = alt.Chart(values, title="Points").mark_point().encode(x="x:Q").transform_filter("datum.x <= cut")
chart = alt.JupyterChart(base.add_params(cut, brush))
chart.params.observe(lambda change: print("python has", change.new), "cut")
chart
""")
    points = panel.outputs.locator(".drawing[data-state=ready] .mark-symbol.role-mark path")
    expect(points).to_have_count(5)
    panel.ask("chart.params.cut = 6")
    expect(points).to_have_count(7)
    box = panel.outputs.locator(".drawing svg").bounding_box()
    assert box
    mouse, y = panel.page.mouse, box["y"] + 40
    mouse.move(box["x"] + 60, y)
    mouse.down()
    mouse.move(box["x"] + 150, y, steps=5)
    mouse.up()
    panel.page.wait_for_timeout(300)
    low, high = map(float, panel.ask("print(*chart.selections.brush.value['x'])").split())
    assert 0 <= low < high <= 9


def test_a_wrong_chart_still_earns_altairs_own_message(panel: Panel) -> None:
    """What makes Altair's checks quick leaves them what they were."""
    encoded = "alt.Chart({'values': []}).mark_bar(%s).encode(%s).to_dict()"
    wrong = (("color=3", "x='x:Q'", "color"), ("", "alt.X('x:Q', scale=alt.Scale(type='odd'))", "odd"))
    for mark, channel, word in wrong:
        answer = panel.call("import altair as alt\n" + encoded % (mark, channel))
        assert answer["status"] == "error"
        assert errors(answer)[0]["name"] == "SchemaValidationError", errors(answer)
        assert word in errors(answer)[0]["message"]
