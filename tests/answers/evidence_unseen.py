# %% right: half up
import math
def instrument(kept, tested):
    s = widgets.IntSlider(description="Quiet successes", min=0, max=1000, value=0)
    l = widgets.Label()
    def show(change=None):
        l.value = f"{int((kept + s.value) * 100 / (tested + s.value) + 0.5)}%"
    s.observe(show, "value")
    show()
    return widgets.VBox([s, l])


instrument(73, 146)


# %% right: change new: uses change["new"]; the text from a helper with round().
def share(good, total):
    return str(round(100 * good / total)) + "%"


def instrument(k, t):
    """Return a box with the slider and the label, which follows it."""
    label = widgets.Label(value=share(k, t))
    slider = widgets.IntSlider(0, 0, 1000, 1, description="Quiet successes", style={"description_width": "initial"})
    slider.observe(lambda change: setattr(label, "value", share(k + change["new"], t + change["new"])), "value")
    return widgets.VBox(children=(slider, label))


instrument(73, 146)


# %% right: class: a box of its own class with a method as observer.
class Instrument(widgets.VBox):
    def __init__(self, kept, tested):
        self.kept, self.tested = kept, tested
        self.slider = widgets.IntSlider(value=0, min=0, max=1000, description="Quiet successes")
        self.label = widgets.Label()
        super().__init__([self.slider, self.label])
        self.slider.observe(self.write, names=["value"])
        self.write()

    def write(self, change=None):
        quiet = self.slider.value
        self.label.value = format((self.kept + quiet) / (self.tested + quiet), ".0%")


def instrument(kept, tested):
    """Return a box with the slider and the label, which follows it."""
    return Instrument(kept, tested)


instrument(73, 146)


# %% right: dlink: a directional link with a transform, in an HBox.
def instrument(kept, tested):
    """Return a box with the slider and the label, which follows it."""
    slider = widgets.IntSlider(min=0, max=1000, description="Quiet successes")
    label = widgets.Label()
    widgets.dlink((slider, "value"), (label, "value"), lambda q: f"{(kept + q) / (tested + q):.0%}")
    return widgets.HBox([slider, label])


instrument(73, 146)


# %% right: interactive output: interactive_output calls the function at once and on each move.
def instrument(kept, tested):
    """Return a box with the slider and the label, which follows it."""
    number = widgets.IntSlider(value=0, min=0, max=1000, step=1, description="Quiet successes")
    text = widgets.Label()

    def show(quiet):
        text.value = "{:.0f}%".format(100 * (kept + quiet) / (tested + quiet))

    widgets.interactive_output(show, {"quiet": number})
    return widgets.VBox([number, text], layout=widgets.Layout(width="500px"))


instrument(73, 146)


# %% right: missing form: one minus the share that failed; observer before the box is filled.
def instrument(kept, tested):
    """Return a box with the slider and the label, which follows it."""
    failed = tested - kept
    box = widgets.VBox()
    quiet = widgets.IntSlider(description="Quiet successes", min=0, max=1000, value=0)
    answer = widgets.Label()

    def write(*args):
        answer.value = f"{100 - 100 * failed / (tested + quiet.value):.0f}%"

    write()
    quiet.observe(write, names="value")
    box.children = [quiet, answer]
    return box


instrument(73, 146)


# %% right: observe: observe with an update that is called once at the start.
def instrument(kept, tested):
    """Return a box with the slider and the label, which follows it."""
    slider = widgets.IntSlider(value=0, min=0, max=1000, description="Quiet successes")
    label = widgets.Label()

    def update(change=None):
        label.value = f"{(kept + slider.value) / (tested + slider.value):.0%}"

    slider.observe(update, names="value")
    update()
    return widgets.VBox([slider, label])


instrument(73, 146)


# %% wrong: displays
def instrument(kept, tested):
    s = widgets.IntSlider(description="Quiet successes", min=0, max=1000, value=0)
    l = widgets.Label()
    def show(change=None):
        l.value = f"{(kept + s.value) / (tested + s.value):.0%}"
    s.observe(show, "value"); show()
    display(widgets.VBox([s, l]))


instrument(73, 146)


# %% wrong: floor
def instrument(kept, tested):
    s = widgets.IntSlider(description="Quiet successes", min=0, max=1000, value=0)
    l = widgets.Label()
    def show(change=None):
        l.value = f"{100 * (kept + s.value) // (tested + s.value)}%"
    s.observe(show, "value"); show()
    return widgets.VBox([s, l])


instrument(73, 146)


# %% wrong: list not box
def instrument(kept, tested):
    s = widgets.IntSlider(description="Quiet successes", min=0, max=1000, value=0)
    l = widgets.Label()
    def show(change=None):
        l.value = f"{(kept + s.value) / (tested + s.value):.0%}"
    s.observe(show, "value"); show()
    return [s, l]


instrument(73, 146)


# %% wrong: adds up: adds to kept and tested with each move, so that moving to and fro changes the answer.
def instrument(kept, tested):
    """Return a box with the slider and the label, which follows it."""
    slider = widgets.IntSlider(value=0, min=0, max=1000, description="Quiet successes")
    label = widgets.Label(f"{kept / tested:.0%}")

    def update(change):
        nonlocal kept, tested
        kept += change.new
        tested += change.new
        label.value = f"{kept / tested:.0%}"

    slider.observe(update, names="value")
    return widgets.VBox([slider, label])


instrument(73, 146)


# %% wrong: default maximum: leaves the slider at 0 to 100.
def instrument(kept, tested):
    """Return a box with the slider and the label, which follows it."""
    slider = widgets.IntSlider(value=0, description="Quiet successes")
    label = widgets.Label()

    def update(change=None):
        label.value = f"{(kept + slider.value) / (tested + slider.value):.0%}"

    slider.observe(update, names="value")
    update()
    return widgets.VBox([slider, label])


instrument(73, 146)


# %% wrong: first label fixed: the label says 50% at first whatever the numbers; shows for instrument(10, 40).
def instrument(kept, tested):
    """Return a box with the slider and the label, which follows it."""
    slider = widgets.IntSlider(value=0, min=0, max=1000, description="Quiet successes")
    label = widgets.Label("50%")

    def update(change):
        label.value = f"{(kept + change.new) / (tested + change.new):.0%}"

    slider.observe(update, names="value")
    return widgets.VBox([slider, label])


instrument(73, 146)


# %% wrong: maximum is tested: the slider ends at the number of tested promises.
def instrument(kept, tested):
    """Return a box with the slider and the label, which follows it."""
    slider = widgets.IntSlider(value=0, min=0, max=tested, description="Quiet successes")
    label = widgets.Label()

    def update(change=None):
        label.value = f"{(kept + slider.value) / (tested + slider.value):.0%}"

    slider.observe(update, names="value")
    update()
    return widgets.VBox([slider, label])


instrument(73, 146)


# %% wrong: no observer: the label is right at first but does not follow.
def instrument(kept, tested):
    """Return a box with the slider and the label, which follows it."""
    slider = widgets.IntSlider(value=0, min=0, max=1000, description="Quiet successes")
    return widgets.VBox([slider, widgets.Label(f"{kept / tested:.0%}")])


instrument(73, 146)


# %% wrong: only denominator: a quiet success counts as a promise but not as one that was kept.
def instrument(kept, tested):
    """Return a box with the slider and the label, which follows it."""
    slider = widgets.IntSlider(value=0, min=0, max=1000, description="Quiet successes")
    label = widgets.Label()

    def update(change=None):
        label.value = f"{kept / (tested + slider.value):.0%}"

    slider.observe(update, names="value")
    update()
    return widgets.VBox([slider, label])


instrument(73, 146)


# %% wrong: share no percent: a share from 0 to 1 (0.5) and no percentage.
def instrument(kept, tested):
    """Return a box with the slider and the label, which follows it."""
    slider = widgets.IntSlider(value=0, min=0, max=1000, description="Quiet successes")
    label = widgets.Label()

    def update(change=None):
        label.value = str(round((kept + slider.value) / (tested + slider.value), 2))

    slider.observe(update, names="value")
    update()
    return widgets.VBox([slider, label])


instrument(73, 146)
