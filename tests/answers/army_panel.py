# %% right: class: a small class that holds the widgets; bound method as observer.
class Chain:
    def __init__(self):
        self.p = widgets.FloatSlider(value=CHANCE, min=0, max=1, description="Each link")
        self.n = widgets.IntSlider(value=LINKS, min=1, max=10, description="Links")
        self.label = widgets.Label(self.percent())
        self.p.observe(self.redraw, names=["value"])
        self.n.observe(self.redraw, names=["value"])

    def percent(self):
        return f"{round(self.p.value**self.n.value * 100)}%"

    def redraw(self, change):
        self.label.value = self.percent()


def panel():
    """Return a VBox of two sliders and a Label such as “33%”."""
    chain = Chain()
    return widgets.VBox([chain.p, chain.n, chain.label])


panel()


# %% right: dlink: two directional links with a transform each instead of observers.
def panel():
    """Return a VBox of two sliders and a Label such as “33%”."""
    chance = widgets.FloatSlider(CHANCE, min=0, max=1, description="Each link")
    links = widgets.IntSlider(LINKS, min=1, max=10, description="Links")
    label = widgets.Label()
    widgets.dlink((chance, "value"), (label, "value"), lambda p: f"{p ** links.value:.0%}")
    widgets.dlink((links, "value"), (label, "value"), lambda n: f"{chance.value ** n:.0%}")
    return widgets.VBox([chance, links, label])


panel()


# %% right: interactive output: interactive_output calls the function at first and on every move; its Output is not shown.
def panel():
    """Return a VBox of two sliders and a Label such as “33%”."""
    label = widgets.Label()
    each = widgets.FloatSlider(description="Each link", min=0, max=1, step=0.1, value=CHANCE)
    number = widgets.IntSlider(description="Links", min=1, max=10, value=LINKS)

    def show(p, n):
        label.value = "{:.0f}%".format(100 * p**n)

    widgets.interactive_output(show, {"p": each, "n": number})
    return widgets.VBox([each, number, label])


panel()


# %% right: layout style: wide descriptions and a layout; the observer uses the owner of the change.
def panel():
    """Return a VBox of two sliders and a Label such as “33%”."""
    style = {"description_width": "initial"}
    layout = widgets.Layout(width="400px")
    state = {"Each link": CHANCE, "Links": LINKS}
    first = widgets.FloatSlider(
        value=state["Each link"], min=0, max=1, step=0.05, description="Each link", style=style, layout=layout
    )
    second = widgets.IntSlider(value=state["Links"], min=1, max=10, step=1, description="Links", style=style, layout=layout)
    out = widgets.Label(value=f"{state['Each link'] ** state['Links']:.0%}")

    def moved(change):
        state[change["owner"].description] = change["new"]
        out.value = f"{state['Each link'] ** state['Links']:.0%}"

    first.observe(moved, names="value")
    second.observe(moved, names="value")
    return widgets.VBox([first, second, out], layout=widgets.Layout(border="1px solid grey"))


panel()


# %% right: loop over sliders: sliders in a tuple, one observer in a loop, the product built link by link, round() and an f-string.
def panel():
    """Return a VBox of two sliders and a Label such as “33%”."""
    sliders = (
        widgets.FloatSlider(min=0.0, max=1.0, value=CHANCE, step=0.01, description="Each link", readout_format=".2f"),
        widgets.IntSlider(min=1, max=10, value=LINKS, description="Links"),
    )

    def text():
        holds = 1.0
        for _ in range(sliders[1].value):
            holds *= sliders[0].value
        return str(round(100 * holds)) + "%"

    label = widgets.Label(value=text())

    def follow(_):
        label.value = text()

    for slider in sliders:
        slider.observe(follow, "value")
    return widgets.VBox(children=sliders + (label,))


panel()


# %% right: observe: observe on both sliders and a function without use of the change; called once at the start.
def panel():
    """Return a VBox of two sliders and a Label such as “33%”."""
    chance = widgets.FloatSlider(value=CHANCE, min=0, max=1, step=0.05, description="Each link")
    links = widgets.IntSlider(value=LINKS, min=1, max=10, description="Links")
    label = widgets.Label()

    def update(change=None):
        label.value = f"{chance.value ** links.value:.0%}"

    chance.observe(update, names="value")
    links.observe(update, names="value")
    update()
    return widgets.VBox([chance, links, label])


panel()


# %% right: observe all: observes every trait and not only the value; sets limits after the widgets are made.
def panel():
    """Return a VBox of two sliders and a Label such as “33%”."""
    a = widgets.FloatSlider(description="Each link")
    a.min, a.max, a.step, a.value = 0, 1, 0.1, CHANCE
    b = widgets.IntSlider(description="Links")
    b.max, b.min, b.value = 10, 1, LINKS
    c = widgets.Label("")

    def on_change(change):
        c.value = "%d%%" % round(100 * pow(a.value, b.value))

    a.observe(on_change)
    b.observe(on_change)
    on_change(None)
    box = widgets.VBox()
    box.children = [a, b, c]
    return box


panel()


# %% wrong: default range
def panel():
    each = widgets.FloatSlider(description="Each link", value=0.8)
    links = widgets.IntSlider(description="Links", value=5)
    label = widgets.Label()
    def update(change=None):
        label.value = f"{each.value ** links.value:.0%}"
    each.observe(update, names="value")
    links.observe(update, names="value")
    update()
    return widgets.VBox([each, links, label])


panel()


# %% wrong: no initial text
def panel():
    each = widgets.FloatSlider(description="Each link", min=0, max=1, value=0.8)
    links = widgets.IntSlider(description="Links", min=1, max=10, value=5)
    label = widgets.Label()
    def update(change):
        label.value = f"{each.value ** links.value:.0%}"
    each.observe(update, names="value")
    links.observe(update, names="value")
    return widgets.VBox([each, links, label])


panel()


# %% wrong: chain breaks: says how often the chain breaks, not how often it holds.
def panel():
    """Return a VBox of two sliders and a Label such as “33%”."""
    chance = widgets.FloatSlider(value=CHANCE, min=0, max=1, description="Each link")
    links = widgets.IntSlider(value=LINKS, min=1, max=10, description="Links")
    label = widgets.Label()

    def update(change=None):
        label.value = f"{1 - chance.value ** links.value:.0%}"

    chance.observe(update, names="value")
    links.observe(update, names="value")
    update()
    return widgets.VBox([chance, links, label])


panel()


# %% wrong: default range: leaves the range of the “Links” slider at 0 to 100.
def panel():
    """Return a VBox of two sliders and a Label such as “33%”."""
    chance = widgets.FloatSlider(value=CHANCE, min=0, max=1, description="Each link")
    links = widgets.IntSlider(value=LINKS, description="Links")
    label = widgets.Label()

    def update(change=None):
        label.value = f"{chance.value ** links.value:.0%}"

    chance.observe(update, names="value")
    links.observe(update, names="value")
    update()
    return widgets.VBox([chance, links, label])


panel()


# %% wrong: empty at first: the label is empty until a slider is moved.
def panel():
    """Return a VBox of two sliders and a Label such as “33%”."""
    chance = widgets.FloatSlider(value=CHANCE, min=0, max=1, description="Each link")
    links = widgets.IntSlider(value=LINKS, min=1, max=10, description="Links")
    label = widgets.Label()

    def update(change):
        label.value = f"{chance.value ** links.value:.0%}"

    chance.observe(update, names="value")
    links.observe(update, names="value")
    return widgets.VBox([chance, links, label])


panel()


# %% wrong: initial values: sliders start at 0.5 and 5, whatever the prompt says.
def panel():
    """Return a VBox of two sliders and a Label such as “33%”."""
    chance = widgets.FloatSlider(value=0.5, min=0, max=1, description="Each link")
    links = widgets.IntSlider(value=5, min=1, max=10, description="Links")
    label = widgets.Label()

    def update(change=None):
        label.value = f"{chance.value ** links.value:.0%}"

    chance.observe(update, names="value")
    links.observe(update, names="value")
    update()
    return widgets.VBox([chance, links, label])


panel()


# %% wrong: no observer: the label is right at first but never follows the sliders.
def panel():
    """Return a VBox of two sliders and a Label such as “33%”."""
    chance = widgets.FloatSlider(value=CHANCE, min=0, max=1, description="Each link")
    links = widgets.IntSlider(value=LINKS, min=1, max=10, description="Links")
    return widgets.VBox([chance, links, widgets.Label(f"{chance.value ** links.value:.0%}")])


panel()


# %% wrong: one observer: only the first slider is observed; shows when “Links” is moved.
def panel():
    """Return a VBox of two sliders and a Label such as “33%”."""
    chance = widgets.FloatSlider(value=CHANCE, min=0, max=1, description="Each link")
    links = widgets.IntSlider(value=LINKS, min=1, max=10, description="Links")
    label = widgets.Label()

    def update(change):
        label.value = f"{chance.value ** links.value:.0%}"

    chance.observe(update, names="value")
    update(None)
    return widgets.VBox([chance, links, label])


panel()


# %% wrong: product not power: multiplies the chance by the number of links (400%).
def panel():
    """Return a VBox of two sliders and a Label such as “33%”."""
    chance = widgets.FloatSlider(value=CHANCE, min=0, max=1, description="Each link")
    links = widgets.IntSlider(value=LINKS, min=1, max=10, description="Links")
    label = widgets.Label()

    def update(change=None):
        label.value = f"{chance.value * links.value:.0%}"

    chance.observe(update, names="value")
    links.observe(update, names="value")
    update()
    return widgets.VBox([chance, links, label])


panel()


# %% wrong: start values in update: the observer uses the starting number of links; shows when “Links” is moved.
def panel():
    """Return a VBox of two sliders and a Label such as “33%”."""
    chance = widgets.FloatSlider(value=CHANCE, min=0, max=1, description="Each link")
    links = widgets.IntSlider(value=LINKS, min=1, max=10, description="Links")
    label = widgets.Label()

    def update(change=None):
        label.value = f"{chance.value ** LINKS:.0%}"

    chance.observe(update, names="value")
    links.observe(update, names="value")
    update()
    return widgets.VBox([chance, links, label])


panel()
