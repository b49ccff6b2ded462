"""How many quiet successes are missing?

A count of promises that a war put to the test holds `tested` promises, of which `kept` were kept. Promises that prevented their war are
not in it: nobody tested them. Build an instrument that shows what they would do to the rate.

Complete `instrument` so that it returns a box (such as a `widgets.VBox`) with two widgets:

- a `widgets.IntSlider` labelled “Quiet successes”, from 0 to 1000, at 0 at first;
- a `widgets.Label` that says which share of *all* promises did what they were for, as a whole percentage (rounded) such as `50%`. A quiet success counts as
  one that did, and as one more promise. The label must be right at once, and follow the slider.

The given code imports `ipywidgets` as `widgets`.
"""
# %% setup
import ipywidgets as widgets


# %% solution
def instrument(kept, tested):
    """Return a box with the slider and the label, which follows it."""
    ### BEGIN SOLUTION
    slider = widgets.IntSlider(value=0, min=0, max=1000, description="Quiet successes")
    label = widgets.Label()

    def show(change=None):
        share = (kept + slider.value) / (tested + slider.value)
        label.value = f"{share:.0%} of all promises did what they were for"

    slider.observe(show, names="value")
    show()
    return widgets.VBox([slider, label])
    ### END SOLUTION


instrument(73, 146)

# %% hints
HINTS = [
    "Two widgets in a box: `widgets.VBox([slider, label])`. The label's text is `label.value`.",
    "With `n` quiet successes there are `tested + n` promises, and `kept + n` of them did what they were for. `f\"{share:.0%}\"` writes a share as a whole percentage.",
    "Write a function `show(change=None)` that sets the label. A slider's method `observe` takes the function and `names=\"value\"`, and calls it at each move. Call it once yourself, so that the label is right at first.",
]
# %% tests
import re

from coursekit.exercise.drive import built, find, set_value, text


def percent(where):
    """The whole percentage that the label says."""
    said = text(find(where, "Label"))
    found = re.search(r"(-?\d+)\s?%", said)
    assert found, f"The label says “{said}”: there is no whole percentage in it."
    return int(found[1])


def test_it_returns_a_box():
    """The function must return a box with the two widgets, such as a `widgets.VBox`."""
    made = instrument(73, 146)
    assert isinstance(made, widgets.Box), f"It returned a `{type(made).__name__}`."


def test_there_is_a_slider():
    """There must be an `IntSlider` labelled “Quiet successes”, from 0 to 1000 and at 0 at first."""
    slider = find(built(instrument, 73, 146), "IntSlider", "Quiet successes")
    assert (slider.min, slider.max, slider.value) == (0, 1000, 0), f"{slider.min} to {slider.max}, at {slider.value}."


def test_it_is_right_at_first():
    """Before the slider moves, the label says the rate of the count itself: 73 of 146 is 50%."""
    said = percent(built(instrument, 73, 146))
    assert said == 50, f"It says {said}%."


def test_it_follows_the_slider():
    """When the slider moves, the label must change."""
    made = built(instrument, 73, 146)
    set_value(find(made, "IntSlider"), 1000)
    assert percent(made) != 50, "It still says 50%."


def test_a_quiet_success_is_a_promise_too():
    """With 146 quiet successes there are 292 promises, of which 219 did what they were for: 75%."""
    made = built(instrument, 73, 146)
    set_value(find(made, "IntSlider"), 146)
    said = percent(made)
    assert said == 75, f"It says {said}%."


def test_it_uses_what_it_is_given():
    """The instrument must work for any count. With 12 of 54 kept and 30 quiet successes it is 42 of 84: 50%."""
    made = built(instrument, 12, 54)
    set_value(find(made, "IntSlider"), 30)
    said = percent(made)
    assert said == 50, f"It says {said}%."


def test_back_to_zero_is_back_to_the_count():
    """The slider can be moved back: at 0 the label says the first rate again."""
    made = built(instrument, 73, 146)
    set_value(find(made, "IntSlider"), 500)
    set_value(find(made, "IntSlider"), 0)
    assert percent(made) == 50, f"It says {percent(made)}%."


def test_it_rounds():
    """The percentage is rounded: 2 of 3 is 66.7, so 67%."""
    said = percent(built(instrument, 2, 3))
    assert said == 67, f"It says {said}%."


# %% cases
def cases(rng):
    def even(share):
        return abs(100 * share % 1 - 0.5) > 0.02  # near a half of a per cent, which may be rounded either way

    made = [{"kept": 2, "tested": 3, "unseen": 5}, {"kept": 1, "tested": 13, "unseen": 900}]
    while len(made) < 12:
        tested = rng.randint(10, 200)
        kept, unseen = rng.randint(0, tested), rng.randint(1, 1000)
        if even(kept / tested) and even((kept + unseen) / (tested + unseen)):
            made.append({"kept": kept, "tested": tested, "unseen": unseen})
    return made


def compared(answer, unseen):
    """What the label says at first, and once the slider has been moved there and back."""
    import re

    from coursekit.exercise.drive import find, set_value, text

    assert hasattr(answer, "children")
    slider = find(answer, "IntSlider", "Quiet successes")
    ends = [slider.min, slider.max, slider.value]
    said = [text(find(answer, "Label"))]
    set_value(slider, unseen)
    said.append(text(find(answer, "Label")))
    set_value(slider, 0)
    said.append(text(find(answer, "Label")))
    return [ends, *[re.findall(r"(-?\d+)\s?%", one)[:1] for one in said]]


# %% mistakes
def mistake_only_above_the_line(kept, tested):
    """test_a_quiet_success_is_a_promise_too"""
    slider = widgets.IntSlider(value=0, min=0, max=1000, description="Quiet successes")
    label = widgets.Label()

    def show(change=None):
        label.value = f"{(kept + slider.value) / tested:.0%}"

    slider.observe(show, names="value")
    show()
    return widgets.VBox([slider, label])


def mistake_only_below_the_line(kept, tested):
    """test_a_quiet_success_is_a_promise_too"""
    slider = widgets.IntSlider(value=0, min=0, max=1000, description="Quiet successes")
    label = widgets.Label()

    def show(change=None):
        label.value = f"{kept / (tested + slider.value):.0%}"

    slider.observe(show, names="value")
    show()
    return widgets.VBox([slider, label])


def mistake_never_observes(kept, tested):
    """test_it_follows_the_slider"""
    slider = widgets.IntSlider(value=0, min=0, max=1000, description="Quiet successes")
    label = widgets.Label(value=f"{kept / tested:.0%}")
    return widgets.VBox([slider, label])


def mistake_wrong_until_moved(kept, tested):
    """test_it_is_right_at_first"""
    slider = widgets.IntSlider(value=0, min=0, max=1000, description="Quiet successes")
    label = widgets.Label(value="Move the slider.")

    def show(change):
        label.value = f"{(kept + slider.value) / (tested + slider.value):.0%}"

    slider.observe(show, names="value")
    return widgets.VBox([slider, label])


def mistake_fixed_numbers(kept, tested):
    """test_it_uses_what_it_is_given"""
    slider = widgets.IntSlider(value=0, min=0, max=1000, description="Quiet successes")
    label = widgets.Label()

    def show(change=None):
        label.value = f"{(73 + slider.value) / (146 + slider.value):.0%}"

    slider.observe(show, names="value")
    show()
    return widgets.VBox([slider, label])
