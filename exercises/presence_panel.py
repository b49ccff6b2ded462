"""A panel for the minister: how many, and with which orders?

Build a small lab of your own. Complete `panel` so that it returns one box (a `widgets.VBox`, no other) that holds

- a `widgets.IntSlider` labelled `Troops`, from 0 to 60,000 in steps of 1,000, which stands at `start`,
- a `widgets.Dropdown` labelled `Orders` with the options `observe`, `defend themselves` and `defend the land`, which stands at the last,
- a `widgets.Label` that says what the model answers, as `sentence(troops, orders)` writes it: at the start, and anew whenever either is moved.

`sentence` and `MANDATE`, which has the options, are given; so is `ipywidgets`, imported as `widgets`.
"""

# %% setup
import ipywidgets as widgets

from deterrence.model import GRAPH

PART = GRAPH.behind("deterrence_value")
MANDATE = {"observe": 0.0, "defend themselves": 0.3, "defend the land": 1.0}


def sentence(troops, orders):
    """Say by how many points so many troops with such orders lower the chance of attack."""
    found = PART.evaluate(
        words_share=0, troops_share=1, equal_cost=0, contingent=float(troops), mandate=MANDATE[orders]
    )
    return f"{troops:,} troops who may {orders}: {100 * found['deterrence_value']:.1f} points off the chance of attack"


# %% solution
def panel(start=5000):
    """Return a box with the slider, the orders and a label that follows both."""
    ### BEGIN SOLUTION
    troops = widgets.IntSlider(value=start, min=0, max=60_000, step=1000, description="Troops")
    orders = widgets.Dropdown(options=list(MANDATE), value="defend the land", description="Orders")
    said = widgets.Label()

    def tell(change=None):
        said.value = sentence(troops.value, orders.value)

    troops.observe(tell, names="value")
    orders.observe(tell, names="value")
    tell()
    return widgets.VBox([troops, orders, said])
    ### END SOLUTION


panel()

# %% hints
HINTS = [
    "Make the three widgets first and put them into a box: `widgets.VBox([…])`. Each takes a `description`, except the label.",
    "Write one function that sets the label's `value` from the two others, and let both widgets call it: `widget.observe(function, names=\"value\")` hands it one argument.",
    "An observer is called only when something moves. Call it once yourself, so that the label speaks from the start.",
]

# %% tests
from coursekit.exercise.drive import built, find, set_value, text


def parts(start=5000):
    made = built(panel, start)
    return find(made, "IntSlider", "Troops"), find(made, "Dropdown", "Orders"), find(made, "Label")


def test_the_panel_has_its_three_parts():
    """The panel is a `VBox` with an `IntSlider` labelled “Troops”, a `Dropdown` labelled “Orders” and a `Label`."""
    made = panel()
    assert isinstance(made, widgets.VBox), f"It returned a `{type(made).__name__}`, not a `VBox`."
    _, orders, _ = parts()
    names = [name for name in orders._options_labels]
    assert names == list(MANDATE), f"The options of your Dropdown are {', '.join(map(str, names))}."


def test_the_slider_goes_from_none_to_sixty_thousand():
    """The slider goes from 0 to 60,000 in steps of 1,000."""
    troops, _, _ = parts()
    assert (troops.min, troops.max, troops.step) == (0, 60_000, 1000), f"Yours: {troops.min} to {troops.max} in steps of {troops.step}."


def test_it_stands_at_the_start():
    """At first the slider stands at `start`, whatever that is, and the orders at the last option."""
    for start in (12_000, 0):
        troops, orders, _ = parts(start)
        assert troops.value == start, f"Built with start={start:,} it stands at {troops.value:,}."
    alone = find(built(panel), "IntSlider", "Troops")
    assert alone.value == 5000, f"Built without a start it should stand at 5,000; it stands at {alone.value:,}."
    assert orders.value == "defend the land", f"The orders stand at “{orders.value}”."


def test_it_speaks_from_the_start():
    """The label must speak before anything is moved."""
    _, _, said = parts()
    assert text(said) == sentence(5000, "defend the land"), f"It says “{text(said)}”."


def test_it_follows_the_slider():
    """When the slider moves, the label must say the new number."""
    troops, _, said = parts()
    set_value(troops, 30_000)
    assert text(said) == sentence(30_000, "defend the land"), f"It says “{text(said)}”."


def test_it_follows_the_orders():
    """When the orders change, the label must follow them too."""
    troops, orders, said = parts()
    set_value(orders, "observe")
    assert text(said) == sentence(5000, "observe"), f"It says “{text(said)}”."
    set_value(troops, 20_000)
    assert text(said) == sentence(20_000, "observe"), f"With the slider at 20,000 after that, it says “{text(said)}”."


# %% cases
def compared(answer, moves):
    from coursekit.exercise.drive import find, set_value, text

    troops, orders = find(answer, "IntSlider", "Troops"), find(answer, "Dropdown", "Orders")
    first = [troops.value, orders.label, list(orders._options_labels)]
    said = [text(find(answer, "Label"))]
    for number, order in moves:
        set_value(troops, number)
        set_value(orders, order)
        said.append(text(find(answer, "Label")))
    ends = [troops.min, troops.max, troops.step]
    box = "VBox" in [one.__name__ for one in type(answer).__mro__]
    return [box, *first, *ends, *said]


def cases(rng):
    def moves():
        return [(1000 * rng.randint(0, 60), rng.choice(list(MANDATE))) for _ in range(4)]

    started = [{"start": 1000 * rng.randint(0, 60), "moves": moves()} for _ in range(9)]
    return [*started, {"moves": moves()}, {"start": 0, "moves": moves()}]


# %% mistakes
def _made(start, *, watched=("troops", "orders"), first=True, kept=False):
    troops = widgets.IntSlider(value=start, min=0, max=60_000, step=1000, description="Troops")
    orders = widgets.Dropdown(options=list(MANDATE), value="defend the land", description="Orders")
    said = widgets.Label()

    def tell(change=None):
        said.value = sentence(start if kept else troops.value, orders.value)

    for name, widget in {"troops": troops, "orders": orders}.items():
        if name in watched:
            widget.observe(tell, names="value")
    if first:
        tell()
    return widgets.VBox([troops, orders, said])


def mistake_only_the_slider_speaks(start=5000):
    """test_it_follows_the_orders"""
    return _made(start, watched=("troops",))


def mistake_nobody_is_heard(start=5000):
    """test_it_follows_the_slider"""
    return _made(start, watched=())


def mistake_silent_at_first(start=5000):
    """test_it_speaks_from_the_start"""
    return _made(start, first=False)


def mistake_the_first_number_for_ever(start=5000):
    """test_it_follows_the_slider"""
    return _made(start, kept=True)


def mistake_always_five_thousand(start=5000):
    """test_it_stands_at_the_start"""
    return _made(5000)


def mistake_a_slider_to_a_hundred(start=5000):
    """test_the_slider_goes_from_none_to_sixty_thousand"""
    made = _made(start)
    made.children[0].step = 100
    return made
