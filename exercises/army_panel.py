"""Build a panel: how good is a chain?

A chain of equal links holds if every link holds. Build a small panel on which a reader can try it out.

Complete `panel` so that it returns one box (`widgets.VBox`) with three widgets:

- a `widgets.FloatSlider` labelled “Each link” from 0 to 1, at first {CHANCE};
- a `widgets.IntSlider` labelled “Links” from 1 to 10, at first {LINKS};
- a `widgets.Label` that says in how many per cent of cases the whole chain holds, as a whole number (rounded) with a per cent sign, such as `33%`; words may stand around it.

When a slider is moved, the label must follow. The given code imports `ipywidgets` as `widgets`.
"""


# %% varies
def varies(rng):
    return {"CHANCE": rng.choice([0.7, 0.8, 0.9]), "LINKS": rng.choice([4, 5])}


# %% setup
import ipywidgets as widgets


# %% solution
def panel():
    """Return a VBox of two sliders and a Label such as “33%”."""
    ### BEGIN SOLUTION
    each = widgets.FloatSlider(description="Each link", min=0, max=1, step=0.05, value=CHANCE)
    links = widgets.IntSlider(description="Links", min=1, max=10, value=LINKS)
    label = widgets.Label()

    def show(change=None):
        label.value = f"{each.value**links.value:.0%}"

    each.observe(show, names="value")
    links.observe(show, names="value")
    show()
    return widgets.VBox([each, links, label])
    ### END SOLUTION


panel()

# %% hints
HINTS = [
    'First the three widgets: `widgets.FloatSlider(description="Each link", min=0, max=1, step=0.05, value=CHANCE)` is the first of them.',
    'Chances multiply: three links of 0.8 hold with a chance of 0.8 * 0.8 * 0.8, in Python `0.8**3`. An f-string writes per cent: `f"{0.512:.0%}"` is `51%`.',
    'Write a function that sets the label\'s `value` from both sliders. Call it once at the start, and let each slider call it: `slider.observe(show, names="value")`.',
]
# %% tests
import re

from coursekit.exercise.drive import built, find, set_value, text


def said(made):
    """What the label says: its last number of per cent, or its words if it has none."""
    words = text(find(made, "Label"))
    found = re.findall(r"\d+ ?%", words)
    return found[-1].replace(" ", "") if found else words


def test_it_returns_one_box():
    """The function must return a `widgets.VBox` that holds the three widgets."""
    made = panel()
    assert isinstance(made, widgets.VBox), f"It returned a `{type(made).__name__}`."


def test_there_is_a_slider_for_each_link():
    """The panel needs a `FloatSlider` labelled “Each link”, from 0 to 1, at first {CHANCE}."""
    each = find(built(panel), "FloatSlider", "Each link")
    assert (each.min, each.max) == (0, 1), f"Yours goes from {each.min:g} to {each.max:g}."
    assert abs(each.value - CHANCE) < 1e-9, f"Yours starts at {each.value:g}."


def test_there_is_a_slider_for_their_number():
    """The panel needs an `IntSlider` labelled “Links”, from 1 to 10, at first {LINKS}."""
    links = find(built(panel), "IntSlider", "Links")
    assert (links.min, links.max) == (1, 10), f"Yours goes from {links.min} to {links.max}."
    assert links.value == LINKS, f"Yours starts at {links.value}."


def test_the_label_is_right_at_the_start():
    """Before anything is moved the label must already say the chance, {LINKS} links of {CHANCE}. Do you set it once at the start?"""
    wanted = f"{CHANCE**LINKS:.0%}"
    found = said(built(panel))
    assert found == wanted, f"It should say {wanted}; yours says {found!r}."


def test_the_label_follows_the_number_of_links():
    """When “Links” is moved the label must follow. Chances multiply: they do not add up, and one link fewer makes the chain better."""
    made = built(panel)
    set_value(find(made, "IntSlider", "Links"), 2)
    wanted = f"{CHANCE**2:.0%}"
    assert said(made) == wanted, f"With two links of {CHANCE} it should say {wanted}; yours says {said(made)!r}."


def test_the_label_follows_the_chance_of_a_link():
    """When “Each link” is moved the label must follow too. Do both sliders call your function?"""
    made = built(panel)
    set_value(find(made, "FloatSlider", "Each link"), 0.5)
    wanted = f"{0.5**LINKS:.0%}"
    assert said(made) == wanted, f"With {LINKS} links of 0.5 it should say {wanted}; yours says {said(made)!r}."


# %% cases
import re

from coursekit.exercise.drive import find, set_value, text


def cases(rng):
    pairs = [(chance / 20, number) for chance in range(2, 20) for number in range(1, 11)]
    # No chance near a half of a per cent, which may be rounded either way.
    even = [pair for pair in pairs if abs(100 * pair[0] ** pair[1] % 1 - 0.5) > 0.02]
    up = [pair for pair in even if 100 * pair[0] ** pair[1] % 1 > 0.5]
    return [dict(zip(("chance", "number"), pair)) for pair in [*rng.sample(even, 10), *rng.sample(up, 3), (0.5, 1)]]


def compared(answer, chance, number):
    """What the panel is at first, and what the label says once both sliders are moved."""

    def said():
        return [int(found) for found in re.findall(r"(\d+)\s?%", text(find(answer, "Label")))][-1:]

    each, links = find(answer, "FloatSlider", "Each link"), find(answer, "IntSlider", "Links")
    box = "VBox" in [one.__name__ for one in type(answer).__mro__]
    first = [box, each.min, each.max, each.value, links.min, links.max, links.value, said()]
    set_value(find(answer, "FloatSlider", "Each link"), chance)
    set_value(find(answer, "IntSlider", "Links"), number)
    return [first, said()]


# %% mistakes
def mistake_label_never_set_at_first():
    """test_the_label_is_right_at_the_start"""
    each = widgets.FloatSlider(description="Each link", min=0, max=1, step=0.05, value=CHANCE)
    links = widgets.IntSlider(description="Links", min=1, max=10, value=LINKS)
    label = widgets.Label()
    return widgets.VBox([each, links, label])


def mistake_only_one_slider_counts():
    """test_the_label_follows_the_chance_of_a_link"""
    each = widgets.FloatSlider(description="Each link", min=0, max=1, step=0.05, value=CHANCE)
    links = widgets.IntSlider(description="Links", min=1, max=10, value=LINKS)
    label = widgets.Label(value=f"{CHANCE**LINKS:.0%}")
    links.observe(lambda change: setattr(label, "value", f"{CHANCE**links.value:.0%}"), names="value")
    return widgets.VBox([each, links, label])


def mistake_chances_times_number():
    """test_the_label_is_right_at_the_start"""
    each = widgets.FloatSlider(description="Each link", min=0, max=1, step=0.05, value=CHANCE)
    links = widgets.IntSlider(description="Links", min=1, max=10, value=LINKS)
    label = widgets.Label()

    def show(change=None):
        label.value = f"{each.value * links.value:.0%}"

    each.observe(show, names="value")
    links.observe(show, names="value")
    show()
    return widgets.VBox([each, links, label])


def mistake_range_in_per_cent():
    """test_there_is_a_slider_for_each_link"""
    each = widgets.FloatSlider(description="Each link", min=0, max=100, value=100 * CHANCE)
    links = widgets.IntSlider(description="Links", min=1, max=10, value=LINKS)
    return widgets.VBox([each, links, widgets.Label(value=f"{CHANCE**LINKS:.0%}")])
