"""No widget's HTML and no script of its own reaches the page, the reader's work or a site."""

from __future__ import annotations

from playwright.sync_api import expect
from probe.panel import READY, Panel
from watched_page import Watched

from coursekit.words import say


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
        "kept": "indexedDB.open('x')", "site": "await fetch('https://example.org')", "own": "await fetch('x')",
        "top": "top.location.href", "eval": "eval('1')",
    }  # fmt: skip
    # Asked there for `indexedDB.databases()`, Chromium also refuses a promise that nobody has, without a reason:
    # "uncaught: undefined", now in this test and now in the next. So the script says itself what is left over.
    listen = "addEventListener('unhandledrejection', () => got.push('left over'));"
    body = "".join(f"try {{ {code}; got.push('{name}'); }} catch {{}}" for name, code in tries.items())
    settle = "await new Promise((done) => setTimeout(done)); el.textContent = 'got: ' + got;"
    esm = f"export default {{ async render({{ el }}) {{ const got = []; {listen} {body} {settle} }} }};"
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
