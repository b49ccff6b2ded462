# %% right: class: a subclass of VBox with a method, layouts and a readout format.
class Question(widgets.VBox):
    def __init__(self):
        wide = {"width": "400px"}
        self.prize = widgets.FloatSlider(
            value=1, min=0.4, max=2, step=0.01, readout_format=".2f", description="Prize", layout=wide
        )
        self.budget = widgets.IntSlider(value=20, min=1, max=40, step=1, description="Budget", layout=wide)
        self.label = widgets.Label(value=self.word())
        for w in (self.prize, self.budget):
            w.observe(self.refresh, names=["value"])
        super().__init__(children=[self.prize, self.budget, self.label])

    def word(self):
        s = surplus(self.prize.value, self.budget.value)
        return ("less", "sum", "more")[(s >= -1) + (s > 1)]

    def refresh(self, _change):
        self.label.value = self.word()


def panel():
    return Question()


panel()


# %% right: dlink: a dlink from each slider with a transform that asks both.
def panel():
    prize = widgets.FloatSlider(value=1, min=0.4, max=2, description="Prize", continuous_update=False)
    budget = widgets.IntSlider(value=20, min=1, max=40, description="Budget", continuous_update=False)
    label = widgets.Label()

    def say(_):
        s = surplus(prize.value, budget.value)
        return {True: "sum"}.get(-1 <= s <= 1, "more" if s > 0 else "less")

    widgets.dlink((prize, "value"), (label, "value"), say)
    widgets.dlink((budget, "value"), (label, "value"), say)
    return widgets.VBox((prize, budget, label))


panel()


# %% right: interactive: widgets.interactive makes the sliders run; they are put in a new VBox with the label.
def panel():
    label = widgets.Label()

    def answer(prize, budget):
        s = surplus(prize, budget)
        label.value = "more" if s > 1 else "less" if s < -1 else "sum"

    made = widgets.interactive(
        answer,
        prize=widgets.FloatSlider(min=0.4, max=2.0, step=0.1, value=1.0, description="Prize"),
        budget=widgets.IntSlider(min=1, max=40, value=20, description="Budget"),
    )
    made.update()
    return widgets.VBox([*made.children[:2], label])


panel()


# %% right: interactive output: interactive_output; a helper gives the word.
def word(points):
    return "more" if points > 1 else "less" if points < -1 else "sum"


def panel():
    p = widgets.FloatSlider(1.0, min=0.4, max=2.0, step=0.05, description="Prize")
    b = widgets.IntSlider(20, 1, 40, description="Budget")
    label = widgets.Label()

    def say(prize, budget):
        label.value = word(surplus(prize, budget))

    widgets.interactive_output(say, dict(prize=p, budget=b))
    return widgets.VBox([p, b, label])


panel()


# %% right: observe: one handler for both, if/elif/else.
def panel():
    """Return a VBox: sliders “Prize” and “Budget”, and a Label that says more, less or sum."""
    prize = widgets.FloatSlider(description="Prize", min=0.4, max=2, value=1)
    budget = widgets.IntSlider(description="Budget", min=1, max=40, value=20)
    answer = widgets.Label()

    def update(change=None):
        points = surplus(prize.value, budget.value)
        if points > 1:
            answer.value = "more"
        elif points < -1:
            answer.value = "less"
        else:
            answer.value = "sum"

    prize.observe(update, names="value")
    budget.observe(update, names="value")
    update()
    return widgets.VBox([prize, budget, answer])


panel()


# %% right: set after: the sliders' ends and values are set after they are made; max before min, value last.
def panel():
    prize, budget, label = widgets.FloatSlider(), widgets.IntSlider(), widgets.Label()
    prize.description, budget.description = "Prize", "Budget"
    prize.max, prize.min, prize.step, prize.value = 2, 0.4, 0.1, 1
    budget.max, budget.min, budget.value = 40, 1, 20

    def show(*args):
        value = surplus(prize.value, budget.value)
        label.value = "sum"
        if value > 1:
            label.value = "more"
        if value < -1:
            label.value = "less"

    for slider in [prize, budget]:
        slider.observe(show, "value")
    show()
    box = widgets.VBox()
    box.children = [prize, budget, label]
    return box


panel()


# %% right: two handlers: a handler for each slider that takes the new value from the change and the other from the widget.
def panel():
    def say(p, b):
        whole = surplus(p, b)
        return "more" if whole > 1 else ("less" if whole < -1 else "sum")

    prize = widgets.FloatSlider(min=0.4, max=2, value=1, description="Prize")
    budget = widgets.IntSlider(min=1, max=40, value=20, description="Budget")
    label = widgets.Label(say(1, 20))
    prize.observe(lambda change: setattr(label, "value", say(change["new"], budget.value)), names="value")
    budget.observe(lambda change: setattr(label, "value", say(prize.value, change["new"])), names="value")
    return widgets.VBox([prize, budget, label])


panel()


# %% wrong: starts elsewhere
def panel():
    prize = widgets.FloatSlider(description="Prize", min=0.4, max=2)
    budget = widgets.IntSlider(description="Budget", min=1, max=40)
    label = widgets.Label()
    def update(change=None):
        s = surplus(prize.value, budget.value)
        label.value = "more" if s > 1 else "less" if s < -1 else "sum"
    prize.observe(update, "value"); budget.observe(update, "value"); update()
    return widgets.VBox([prize, budget, label])


panel()


# %% wrong: arguments exchanged: budget and prize are passed the wrong way round.
def panel():
    prize = widgets.FloatSlider(description="Prize", min=0.4, max=2, value=1)
    budget = widgets.IntSlider(description="Budget", min=1, max=40, value=20)
    answer = widgets.Label()

    def update(change=None):
        points = surplus(budget.value, prize.value)
        if points > 1:
            answer.value = "more"
        elif points < -1:
            answer.value = "less"
        else:
            answer.value = "sum"

    prize.observe(update, names="value")
    budget.observe(update, names="value")
    update()
    return widgets.VBox([prize, budget, answer])


panel()


# %% wrong: budget max: the budget ends at 100 (max left out).
def panel():
    prize = widgets.FloatSlider(description="Prize", min=0.4, max=2, value=1)
    budget = widgets.IntSlider(description="Budget", min=1, value=20)
    answer = widgets.Label()

    def update(change=None):
        points = surplus(prize.value, budget.value)
        if points > 1:
            answer.value = "more"
        elif points < -1:
            answer.value = "less"
        else:
            answer.value = "sum"

    prize.observe(update, names="value")
    budget.observe(update, names="value")
    update()
    return widgets.VBox([prize, budget, answer])


panel()


# %% wrong: budget start: the budget stands at 1 at first (value left out).
def panel():
    prize = widgets.FloatSlider(description="Prize", min=0.4, max=2, value=1)
    budget = widgets.IntSlider(description="Budget", min=1, max=40)
    answer = widgets.Label()

    def update(change=None):
        points = surplus(prize.value, budget.value)
        if points > 1:
            answer.value = "more"
        elif points < -1:
            answer.value = "less"
        else:
            answer.value = "sum"

    prize.observe(update, names="value")
    budget.observe(update, names="value")
    update()
    return widgets.VBox([prize, budget, answer])


panel()


# %% wrong: empty at start: the label is empty until something is moved.
def panel():
    prize = widgets.FloatSlider(description="Prize", min=0.4, max=2, value=1)
    budget = widgets.IntSlider(description="Budget", min=1, max=40, value=20)
    answer = widgets.Label()

    def update(change=None):
        points = surplus(prize.value, budget.value)
        if points > 1:
            answer.value = "more"
        elif points < -1:
            answer.value = "less"
        else:
            answer.value = "sum"

    prize.observe(update, names="value")
    budget.observe(update, names="value")
    return widgets.VBox([prize, budget, answer])


panel()


# %% wrong: label missing: the label is not in the box.
def panel():
    prize = widgets.FloatSlider(description="Prize", min=0.4, max=2, value=1)
    budget = widgets.IntSlider(description="Budget", min=1, max=40, value=20)
    answer = widgets.Label()

    def update(change=None):
        points = surplus(prize.value, budget.value)
        if points > 1:
            answer.value = "more"
        elif points < -1:
            answer.value = "less"
        else:
            answer.value = "sum"

    prize.observe(update, names="value")
    budget.observe(update, names="value")
    update()
    return widgets.VBox([prize, budget])


panel()


# %% wrong: no labels: the sliders have no labels.
def panel():
    prize = widgets.FloatSlider(min=0.4, max=2, value=1)
    budget = widgets.IntSlider(min=1, max=40, value=20)
    answer = widgets.Label()

    def update(change=None):
        points = surplus(prize.value, budget.value)
        if points > 1:
            answer.value = "more"
        elif points < -1:
            answer.value = "less"
        else:
            answer.value = "sum"

    prize.observe(update, names="value")
    budget.observe(update, names="value")
    update()
    return widgets.VBox([prize, budget, answer])


panel()


# %% wrong: prize at min: the prize stands at 0.4 at first (value left out).
def panel():
    prize = widgets.FloatSlider(description="Prize", min=0.4, max=2)
    budget = widgets.IntSlider(description="Budget", min=1, max=40, value=20)
    answer = widgets.Label()

    def update(change=None):
        points = surplus(prize.value, budget.value)
        if points > 1:
            answer.value = "more"
        elif points < -1:
            answer.value = "less"
        else:
            answer.value = "sum"

    prize.observe(update, names="value")
    budget.observe(update, names="value")
    update()
    return widgets.VBox([prize, budget, answer])


panel()


# %% wrong: prize min: the prize begins at 0.
def panel():
    prize = widgets.FloatSlider(description="Prize", min=0, max=2, value=1)
    budget = widgets.IntSlider(description="Budget", min=1, max=40, value=20)
    answer = widgets.Label()

    def update(change=None):
        points = surplus(prize.value, budget.value)
        if points > 1:
            answer.value = "more"
        elif points < -1:
            answer.value = "less"
        else:
            answer.value = "sum"

    prize.observe(update, names="value")
    budget.observe(update, names="value")
    update()
    return widgets.VBox([prize, budget, answer])


panel()


# %% wrong: threshold share: compares points with 0.01, as if they were chances.
def panel():
    prize = widgets.FloatSlider(description="Prize", min=0.4, max=2, value=1)
    budget = widgets.IntSlider(description="Budget", min=1, max=40, value=20)
    answer = widgets.Label()

    def update(change=None):
        points = surplus(prize.value, budget.value)
        if points > 0.01:
            answer.value = "more"
        elif points < -0.01:
            answer.value = "less"
        else:
            answer.value = "sum"

    prize.observe(update, names="value")
    budget.observe(update, names="value")
    update()
    return widgets.VBox([prize, budget, answer])


panel()
