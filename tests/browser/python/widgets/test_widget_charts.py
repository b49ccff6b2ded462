"""Charts and printed text that live widgets draw: in place, not anew, and each where it belongs."""

from __future__ import annotations

from playwright.sync_api import expect
from probe.panel import Panel
from probe.talking import errors


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
