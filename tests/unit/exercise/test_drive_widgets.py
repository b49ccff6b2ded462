"""The driver of widget exercises: it does what a user can do, no more, and says kindly what is amiss."""

import datetime

import ipywidgets as w
import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.exercise.check.run import run_checks
from coursekit.exercise.drive import NotThere, built, charts, click, find, find_all, printed, set_value, shown, text

SETUP = """
import altair as alt
import ipywidgets as w
from IPython.display import display
"""


def panel():
    troops = w.IntSlider(description="Troops:", min=0, max=100)
    words = w.Dropdown(description="Words", options=[("none", 0), ("treaty", 2)])
    said = w.HTML("<b>&lt;nothing</b> yet")

    def tell(_change):
        said.value = f"<p>{troops.value} troops, {words.value} words</p>"

    for control in (troops, words):
        control.observe(tell, "value")
    return w.VBox([w.HBox([troops, words]), said])


@given(st.integers(0, 100), st.sampled_from([("none", 0), ("treaty", 2)]))
def test_a_value_arrives_and_observers_are_called(troops, words):
    made = built(panel)
    label, value = words
    set_value(find(made, "IntSlider", "troops"), troops)
    set_value(find(made, w.Dropdown, "Words"), label)
    assert find(made, label="Words").value == value
    said = text(find(made, "HTML"))
    assert said == (f"{troops} troops, {value} words" if troops or value else "<nothing yet")


@pytest.mark.parametrize(
    ("make", "value"),
    [
        (lambda: w.FloatSlider(), 2.5),
        (lambda: w.IntRangeSlider(), (3, 7)),
        (lambda: w.Text(), "a"),
        (lambda: w.Checkbox(), True),
        (lambda: w.DatePicker(), datetime.date(1994, 12, 5)),
        (lambda: w.ColorPicker(), "#aabbcc"),
        (lambda: w.IntText(), 12),
        (lambda: w.SelectMultiple(options=["a", "b", "c"]), ("a", "c")),
        (lambda: w.RadioButtons(options=["x", "y"]), "y"),
        (lambda: w.ToggleButtons(options={"one": 1, "two": 2}), 2),
        (lambda: w.Select(options=[1, 2, 3]), 3),
        (lambda: w.SelectionSlider(options=["low", "high"]), "high"),
        (lambda: w.ToggleButton(), True),
    ],
)
def test_every_kind_of_control_can_be_set_and_tells_its_observers(make, value):
    widget, seen = make(), []
    widget.observe(lambda change: seen.append(change.new), "value")
    set_value(widget, value)
    assert widget.value == value and seen == [value]


@pytest.mark.parametrize(
    ("widget", "value", "word"),
    [
        (w.IntSlider(description="Troops", max=10), 11, "from 0 to 10"),
        (w.IntSlider(disabled=True), 1, "disabled"),
        (w.Dropdown(options=["a", "b"]), "c", "a, b"),
        (w.IntSlider(), "many", "many"),
        (w.Text(), 3, "3"),
        (w.Button(), 1, "no value"),
        (w.Checkbox(), "yes", "yes"),
        (w.FloatRangeSlider(max=5), (1, 9), "5"),
    ],
)
def test_what_no_user_can_do_fails_with_a_sentence(widget, value, word):
    before = getattr(widget, "value", None)
    with pytest.raises(NotThere, match=word):
        set_value(widget, value)
    assert getattr(widget, "value", None) == before


def test_what_is_not_there_is_named_beside_what_is():
    made = built(panel)
    with pytest.raises(NotThere, match=r"(?s)FloatSlider.*Gold.*IntSlider.*Troops"):
        find(made, "FloatSlider", "Gold")
    with pytest.raises(NotThere, match="2"):
        find([made, built(panel)], "IntSlider")
    with pytest.raises(NotThere, match="None"):
        built(lambda: None)
    with pytest.raises(NotThere, match="no button"):
        click(find(made, "IntSlider"))


def test_an_output_holds_what_is_printed_and_displayed_inside():
    out, button = w.Output(), w.Button(description="Go")

    @out.capture(clear_output=True)
    def go(_button):
        from IPython.display import display

        print("gone")
        display({"a": 1})

    button.on_click(go)
    for _ in range(2):
        click(button)
        assert printed(out) == "gone\n"
        assert [one["text/plain"] for one in shown(out)] == ["{'a': 1}"]
    assert text(out) == "gone\n{'a': 1}"


def test_interact_and_its_kin_are_driven_and_their_charts_read():
    import altair as alt
    from IPython.display import display

    def draw(n=3):
        display(alt.Chart(alt.Data(values=[{"x": i} for i in range(n)])).mark_point().encode(x="x:Q"))

    def by_interact():
        w.interact(draw, n=(0, 9))

    def by_output():
        n = w.IntSlider(3, 0, 9)
        return n, w.interactive_output(draw, {"n": n})

    for make in (by_interact, by_output, lambda: w.interactive(draw, n=(0, 9)), lambda: w.interact(draw, n=(0, 9))):
        made = built(make)
        for n in (5, 1):
            set_value(find(made, "IntSlider"), n)
            [spec] = charts(made)
            assert len(spec["data"]["values"]) == n


def test_links_made_in_the_page_are_followed():
    a, b, c = w.IntSlider(), w.IntSlider(), w.IntText()
    links = [w.jslink((a, "value"), (b, "value")), w.jsdlink((b, "value"), (c, "value"))]
    set_value(a, 7)
    assert (b.value, c.value) == (7, 7)
    set_value(c, 1)
    assert (a.value, b.value) == (7, 7)
    assert len(links) == 2


def test_widgets_shown_inside_an_output_are_found():
    out = w.Output()
    with out:
        from IPython.display import display

        display(w.IntSlider(description="Inside"))
    assert find(out, "IntSlider").description == "Inside"
    assert len(find_all(out)) == 2


TESTS = """
from coursekit.exercise.drive import built, find, printed, set_value, text

def test_it_has_a_slider():
    '''The panel needs a slider.'''
    find(built(panel), "IntSlider", "Troops")

def test_it_counts():
    '''Moving the slider should say the number.'''
    made = built(panel)
    set_value(find(made, "IntSlider", "Troops"), 5)
    assert "5" in printed(made), printed(made)
"""


def checked(code):
    names = {"__name__": "exercise"}
    exec(compile(SETUP, "<setup>", "exec"), names)
    exec(compile(code, "<your code>", "exec"), names)
    return run_checks(TESTS, names)["tests"]


def test_a_check_passes_and_fails_with_the_drivers_sentence():
    body = "def panel():\n    return w.interactive(lambda n: print(n), n={slider})"
    good = body.format(slider='w.IntSlider(description="Troops")')
    assert [test["status"] for test in checked(good)] == ["passed", "passed"]
    other = checked(body.format(slider='w.IntSlider(description="Tanks")'))
    assert other[0]["status"] == "failed"
    assert other[0]["message"].startswith("The panel needs a slider.") and "Tanks" in other[0]["message"]
    silent = checked(good.replace("print(n)", "None"))
    assert [test["status"] for test in silent] == ["passed", "failed"]


SLIDER = "    s = w.IntSlider(description='Troops')\n"
FAULTY = {
    "interactive": "def f(n):\n    return 1 / (n - 5)\ndef panel():\n" + SLIDER + "    return w.interactive(f, n=s)",
    "interactive_output": "def f(n):\n    return 1 / (n - 5)\ndef panel():\n"
    + SLIDER
    + "    return s, w.interactive_output(f, {'n': s})",
    "observe": "def f(change):\n    return 1 / (change.new - 5)\ndef panel():\n"
    + SLIDER
    + "    s.observe(f, 'value')\n    return s",
    "click": "def f(button):\n    return 1 / 0\ndef panel():\n"
    + SLIDER
    + "    b = w.Button()\n    b.on_click(f)\n    s.observe(lambda change: b.click(), 'value')\n    return s, b",
}


@pytest.mark.parametrize("how", FAULTY)
def test_an_error_in_a_callback_is_told_with_its_line(how):
    first, second = checked(FAULTY[how])
    assert first["status"] == "passed", first
    assert second["status"] == "error" and "ZeroDivisionError" in second["message"] and "line 2" in second["message"]
