# %% right: class: a subclass of VBox with methods, continuous_update off.
class Panel(widgets.VBox):
    def __init__(self, start):
        self.troops = widgets.IntSlider(
            min=0, max=60_000, step=1_000, value=start, description="Troops", continuous_update=False
        )
        self.orders = widgets.Dropdown(options=[*MANDATE], description="Orders")
        self.orders.value = "defend the land"
        self.words = widgets.Label(sentence(self.troops.value, self.orders.value))
        super().__init__([self.troops, self.orders, self.words])
        self.troops.observe(self.refresh, "value")
        self.orders.observe(self.refresh, "value")

    def refresh(self, change):
        self.words.value = sentence(self.troops.value, self.orders.value)


def panel(start=5000):
    return Panel(start)


panel()


# %% right: dlink: two dlinks with a transform, one from each widget.
def panel(start=5000):
    a = widgets.IntSlider(value=start, max=60_000, step=1000, description="Troops")
    b = widgets.Dropdown(options=MANDATE.keys(), value=list(MANDATE)[-1], description="Orders")
    c = widgets.Label()
    widgets.dlink((a, "value"), (c, "value"), lambda n: sentence(n, b.value))
    widgets.dlink((b, "value"), (c, "value"), lambda word: sentence(a.value, word))
    return widgets.VBox(children=(a, b, c))


panel()


# %% right: interactive: widgets.interactive drives the label; its own box is not shown, the three widgets go in a new VBox.
def panel(start=5000):
    label = widgets.Label()

    def write(troops, orders):
        label.value = sentence(troops, orders)

    made = widgets.interactive(
        write,
        troops=widgets.IntSlider(value=start, min=0, max=60000, step=1000, description="Troops"),
        orders=widgets.Dropdown(options=list(MANDATE), value="defend the land", description="Orders"),
    )
    made.update()
    slider, menu = made.children[:2]
    return widgets.VBox([slider, menu, label])


panel()


# %% right: interactive output: interactive_output calls the function at the start and after each move; the function sets the label.
def panel(start=5000):
    slider = widgets.IntSlider(start, 0, 60000, 1000, description="Troops")
    menu = widgets.Dropdown(options=["observe", "defend themselves", "defend the land"], index=2, description="Orders")
    label = widgets.Label()

    def say(troops, orders):
        label.value = sentence(troops, orders)

    widgets.interactive_output(say, {"troops": slider, "orders": menu})
    return widgets.VBox([slider, menu, label])


panel()


# %% right: loop lambda: a loop over both controls with a lambda and setattr; label made with its first text.
def panel(start=5000):
    controls = [
        widgets.IntSlider(description="Troops", value=start, min=0, max=60000, step=1000, readout_format=",d"),
        widgets.Dropdown(description="Orders", options=tuple(MANDATE), value="defend the land"),
    ]

    def now():
        return sentence(*(c.value for c in controls))

    text = widgets.Label(value=now())
    for control in controls:
        control.observe(lambda _: setattr(text, "value", now()), "value")
    return widgets.VBox(controls + [text])


panel()


# %% right: nested layout: slider and menu side by side in an HBox inside of the VBox, a heading above; layout and style set.
def panel(start=5000):
    wide = widgets.Layout(width="320px")
    troops = widgets.IntSlider(min=0, max=60000, step=1000, description="Troops", layout=wide)
    troops.value = start
    orders = widgets.Dropdown(options=list(MANDATE.keys()), description="Orders", layout=wide)
    orders.value = orders.options[-1]
    label = widgets.Label(layout=widgets.Layout(width="auto"))

    def follow(*_):
        label.value = sentence(troops=troops.value, orders=orders.value)

    for w in (troops, orders):
        w.observe(follow, names=["value"])
    follow()
    return widgets.VBox([widgets.HTML("<b>Troops and orders</b>"), widgets.HBox([troops, orders]), label])


panel()


# %% right: observe: one handler that both widgets call through observe.
def panel(start=5000):
    """Return a box with the slider, the orders and a label that follows both."""
    troops = widgets.IntSlider(description="Troops", min=0, max=60_000, step=1_000, value=start)
    orders = widgets.Dropdown(description="Orders", options=list(MANDATE), value="defend the land")
    answer = widgets.Label()

    def update(change=None):
        answer.value = sentence(troops.value, orders.value)

    troops.observe(update, names="value")
    orders.observe(update, names="value")
    update()
    return widgets.VBox([troops, orders, answer])


panel()


# %% wrong: hbox
def panel(start=5000):
    troops = widgets.IntSlider(value=start, min=0, max=60000, step=1000, description="Troops")
    orders = widgets.Dropdown(options=list(MANDATE), value="defend the land", description="Orders")
    label = widgets.Label()
    def update(change=None):
        label.value = sentence(troops.value, orders.value)
    troops.observe(update, "value"); orders.observe(update, "value"); update()
    return widgets.HBox([troops, orders, label])


panel()


# %% wrong: adds up: each move appends to the old text.
def panel(start=5000):
    troops = widgets.IntSlider(description="Troops", min=0, max=60_000, step=1_000, value=start)
    orders = widgets.Dropdown(description="Orders", options=list(MANDATE), value="defend the land")
    answer = widgets.Label()

    def update(change=None):
        answer.value += sentence(troops.value, orders.value)

    troops.observe(update, names="value")
    orders.observe(update, names="value")
    update()
    return widgets.VBox([troops, orders, answer])


panel()


# %% wrong: default start: the default of start is 0, not 5,000; panel() stands at 0.
def panel(start=0):
    troops = widgets.IntSlider(description="Troops", min=0, max=60_000, step=1_000, value=start)
    orders = widgets.Dropdown(description="Orders", options=list(MANDATE), value="defend the land")
    answer = widgets.Label()

    def update(change=None):
        answer.value = sentence(troops.value, orders.value)

    troops.observe(update, names="value")
    orders.observe(update, names="value")
    update()
    return widgets.VBox([troops, orders, answer])


panel()


# %% wrong: hbox: the outer box is an HBox.
def panel(start=5000):
    troops = widgets.IntSlider(description="Troops", min=0, max=60_000, step=1_000, value=start)
    orders = widgets.Dropdown(description="Orders", options=list(MANDATE), value="defend the land")
    answer = widgets.Label()

    def update(change=None):
        answer.value = sentence(troops.value, orders.value)

    troops.observe(update, names="value")
    orders.observe(update, names="value")
    update()
    return widgets.HBox([troops, orders, answer])


panel()


# %% wrong: label case: the menu is labelled Mandate, not Orders.
def panel(start=5000):
    troops = widgets.IntSlider(description="Troops", min=0, max=60_000, step=1_000, value=start)
    orders = widgets.Dropdown(description="Mandate", options=list(MANDATE), value="defend the land")
    answer = widgets.Label()

    def update(change=None):
        answer.value = sentence(troops.value, orders.value)

    troops.observe(update, names="value")
    orders.observe(update, names="value")
    update()
    return widgets.VBox([troops, orders, answer])


panel()


# %% wrong: min: the slider begins at 1,000, zero troops cannot be asked.
def panel(start=5000):
    troops = widgets.IntSlider(description="Troops", min=1_000, max=60_000, step=1_000, value=start)
    orders = widgets.Dropdown(description="Orders", options=list(MANDATE), value="defend the land")
    answer = widgets.Label()

    def update(change=None):
        answer.value = sentence(troops.value, orders.value)

    troops.observe(update, names="value")
    orders.observe(update, names="value")
    update()
    return widgets.VBox([troops, orders, answer])


panel()


# %% wrong: option missing: the menu lacks defend themselves.
def panel(start=5000):
    troops = widgets.IntSlider(description="Troops", min=0, max=60_000, step=1_000, value=start)
    orders = widgets.Dropdown(description="Orders", options=["observe", "defend the land"], value="defend the land")
    answer = widgets.Label()

    def update(change=None):
        answer.value = sentence(troops.value, orders.value)

    troops.observe(update, names="value")
    orders.observe(update, names="value")
    update()
    return widgets.VBox([troops, orders, answer])


panel()


# %% wrong: printed output: prints into an Output, there is no Label.
def panel(start=5000):
    troops = widgets.IntSlider(description="Troops", min=0, max=60_000, step=1_000, value=start)
    orders = widgets.Dropdown(description="Orders", options=list(MANDATE), value="defend the land")
    out = widgets.interactive_output(lambda troops, orders: print(sentence(troops, orders)), {"troops": troops, "orders": orders})
    return widgets.VBox([troops, orders, out])


panel()


# %% wrong: start ignored: the slider stands at 5,000, whatever start is; shows for panel(20_000).
def panel(start=5000):
    troops = widgets.IntSlider(description="Troops", min=0, max=60_000, step=1_000, value=5000)
    orders = widgets.Dropdown(description="Orders", options=list(MANDATE), value="defend the land")
    answer = widgets.Label()

    def update(change=None):
        answer.value = sentence(troops.value, orders.value)

    troops.observe(update, names="value")
    orders.observe(update, names="value")
    update()
    return widgets.VBox([troops, orders, answer])


panel()


# %% wrong: start zero: `start or 5000`: panel(0) stands at 5,000.
def panel(start=5000):
    troops = widgets.IntSlider(description="Troops", min=0, max=60_000, step=1_000, value=start or 5000)
    orders = widgets.Dropdown(description="Orders", options=list(MANDATE), value="defend the land")
    answer = widgets.Label()

    def update(change=None):
        answer.value = sentence(troops.value, orders.value)

    troops.observe(update, names="value")
    orders.observe(update, names="value")
    update()
    return widgets.VBox([troops, orders, answer])


panel()
