"""Build the question as a panel.

Build a small panel that answers "sum or product?" while it is moved. `surplus(prize, budget)` returns, in points, what the three pillars are worth together less
what they are worth one by one.

Complete `panel` so that it returns a `widgets.VBox` (no other box) with three widgets:

- a `widgets.FloatSlider` labelled “Prize”, from 0.4 to 2, at 1,
- a `widgets.IntSlider` labelled “Budget”, from 1 to 40 (billion euros a year), at 20,
- a `widgets.Label` that says `more` if the surplus is above 1 point, `less` if it is below −1, and else `sum`: right from the start, and after each move.

The given code imports `ipywidgets` as `widgets`.
"""
# %% setup
import ipywidgets as widgets

from deterrence.model import GRAPH

PART = GRAPH.behind("synergy")


def surplus(prize, budget):
    """Whole less parts, in points."""
    third = 1 / 3
    found = PART.evaluate(words_share=0.0, troops_share=third, industry_share=third, army_share=third, prize=prize, budget=budget)
    return 100 * float(found["synergy"])


# %% solution
def panel():
    """Return a VBox: sliders “Prize” and “Budget”, and a Label that says more, less or sum."""
    ### BEGIN SOLUTION
    prize = widgets.FloatSlider(description="Prize", min=0.4, max=2, step=0.05, value=1)
    budget = widgets.IntSlider(description="Budget", min=1, max=40, value=20)
    label = widgets.Label()

    def update(change=None):
        found = surplus(prize.value, budget.value)
        label.value = "more" if found > 1 else "less" if found < -1 else "sum"

    prize.observe(update, names="value")
    budget.observe(update, names="value")
    update()
    return widgets.VBox([prize, budget, label])
    ### END SOLUTION


panel()

# %% hints
HINTS = [
    "Make the three widgets first: `widgets.FloatSlider(description=…, min=…, max=…, value=…)`. A slider takes `max` before a `value` beyond its first maximum.",
    "Write one function that reads both sliders' `.value`, calls `surplus`, and sets the label's `.value`.",
    "`slider.observe(update, names=\"value\")` calls `update(change)` after each move. Call it once yourself, so that the label is right from the start.",
]
# %% tests
from coursekit.exercise.drive import built, find, set_value, text


def said(prize=None, budget=None):
    """What the label says once the sliders are moved."""
    made = built(panel)
    if prize is not None:
        set_value(find(made, "FloatSlider", "Prize"), prize)
    if budget is not None:
        set_value(find(made, "IntSlider", "Budget"), budget)
    return text(find(made, "Label")).strip()


def test_it_returns_a_box():
    """The function must return a `VBox` with the three widgets."""
    made = panel()
    assert isinstance(made, widgets.VBox), f"It returned a `{type(made).__name__}`."


def test_it_has_a_slider_for_the_prize():
    """The panel needs a `FloatSlider` labelled “Prize”, from 0.4 to 2, at 1."""
    prize = find(built(panel), "FloatSlider", "Prize")
    assert (prize.min, prize.max, prize.value) == (0.4, 2, 1), f"Yours goes from {prize.min} to {prize.max} and is at {prize.value}."


def test_it_has_a_slider_for_the_budget():
    """The panel needs an `IntSlider` labelled “Budget”, from 1 to 40, at 20."""
    budget = find(built(panel), "IntSlider", "Budget")
    assert (budget.min, budget.max, budget.value) == (1, 40, 20), f"Yours goes from {budget.min} to {budget.max} and is at {budget.value}."


def test_the_label_is_right_from_the_start():
    """Before anything is moved the label must say `sum`."""
    assert said() == "sum", f"It says “{said()}”."


def test_the_label_follows_the_prize():
    """With a prize of 1.6 the label must say `more`, with 0.5 `less`."""
    assert said(prize=1.6) == "more", f"At 1.6 it says “{said(prize=1.6)}”."
    assert said(prize=0.5) == "less", f"At 0.5 it says “{said(prize=0.5)}”."


def test_the_label_follows_the_budget():
    """At a prize of 1.6 with one billion there is hardly a surplus: `sum`."""
    assert said(prize=1.6, budget=1) == "sum", f"It says “{said(prize=1.6, budget=1)}”."


# %% cases
from coursekit.exercise.drive import built, find, set_value, text


def cases(rng):
    found = [{"prize": 1.6, "budget": 1}, {"prize": 0.5, "budget": 20}, {"prize": 1.6, "budget": 20}]
    # Between 0 and 1 point on either side it is the sum, and just beyond 1 it is not.
    near = [(p / 100, b) for p in range(60, 200, 5) for b in (5, 12, 20, 31)]
    small = [pair for pair in near if 0.05 < abs(surplus(*pair)) < 0.9]
    large = [pair for pair in near if 1.1 < abs(surplus(*pair)) < 4]
    for prize, budget in [*rng.sample(small, min(3, len(small))), *rng.sample(large, min(3, len(large)))]:
        found.append({"prize": prize, "budget": budget})
    while len(found) < 13:
        prize, budget = round(rng.uniform(0.4, 2.0), 2), rng.randint(1, 40)
        if abs(abs(surplus(prize, budget)) - 1) > 1e-3:
            found.append({"prize": prize, "budget": budget})
    return found


def compared(answer, prize, budget):
    made = built(lambda: answer)
    label = find(made, "Label")
    sliders = find(made, "FloatSlider", "Prize"), find(made, "IntSlider", "Budget")
    box = "VBox" in [one.__name__ for one in type(answer).__mro__]
    at_first = [box, text(label).strip(), *[[one.min, one.max, one.value] for one in sliders]]
    set_value(find(made, "FloatSlider", "Prize"), prize)
    set_value(find(made, "IntSlider", "Budget"), budget)
    return [at_first, text(label).strip()]


# %% mistakes
def mistake_only_after_a_move():
    """test_the_label_is_right_from_the_start"""
    prize = widgets.FloatSlider(description="Prize", min=0.4, max=2, step=0.05, value=1)
    budget = widgets.IntSlider(description="Budget", min=1, max=40, value=20)
    label = widgets.Label()

    def update(change):
        found = surplus(prize.value, budget.value)
        label.value = "more" if found > 1 else "less" if found < -1 else "sum"

    budget.observe(update, names="value")
    return widgets.VBox([prize, budget, label])


def mistake_observes_one_slider():
    """test_the_label_follows_the_budget"""
    prize = widgets.FloatSlider(description="Prize", min=0.4, max=2, step=0.05, value=1)
    budget = widgets.IntSlider(description="Budget", min=1, max=40, value=20)
    label = widgets.Label()

    def update(change=None):
        found = surplus(prize.value, 20)
        label.value = "more" if found > 1 else "less" if found < -1 else "sum"

    prize.observe(update, names="value")
    update()
    return widgets.VBox([prize, budget, label])


def mistake_never_moves():
    """test_the_label_follows_the_prize"""
    prize = widgets.FloatSlider(description="Prize", min=0.4, max=2, step=0.05, value=1)
    budget = widgets.IntSlider(description="Budget", min=1, max=40, value=20)
    return widgets.VBox([prize, budget, widgets.Label("sum")])
