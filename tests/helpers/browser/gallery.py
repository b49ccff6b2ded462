"""Cells full of live widgets, for the tests and the benchmark of the bridge."""

GALLERY = """
import datetime
import altair as alt
import ipywidgets as w

def draw(n=5, kind="line"):
    print("n is", n)
    values = [{"x": i, "y": i * i % 7} for i in range(n)]
    display(alt.Chart(alt.Data(values=values), title=f"{n} points").mark_line().encode(x="x:Q", y="y:Q"))

out = w.Output()
with out:
    print("inside")
button = w.Button(description="Press")

@out.capture(clear_output=True)
def pressed(_button):
    print("pressed")

button.on_click(pressed)
a, b = w.IntSlider(description="Linked"), w.IntText(description="Its number")
link = w.jslink((a, "value"), (b, "value"))
tab = w.Tab([w.Text(description="Name"), w.Textarea(description="Words")], titles=["First", "Second"])
folds = w.Accordion([w.IntSlider(description="Within"), w.HTML("<b>bold</b>")], titles=["One", "Two"])
w.VBox([
    w.interactive(draw, n=(2, 40), kind=["line", "point"]),
    w.HBox([w.FloatSlider(), w.IntRangeSlider(description="Range"), w.FloatLogSlider(description="Log")]),
    w.HBox([w.IntProgress(value=3, max=10, description="Done"), w.Valid(value=True, description="Valid"), w.Play()]),
    w.HBox([w.Checkbox(description="Check", indent=False), w.Checkbox(), w.ToggleButton(description="Toggle")]),
    w.HBox([w.Dropdown(options=["a", "b"]), w.RadioButtons(options=["x", "y"], description="Radio")]),
    w.HBox([w.Select(options=["p", "q"], description="Pick"), w.SelectMultiple(options=["k", "l"])]),
    w.HBox([w.SelectionSlider(options=["low", "high"], description="Level"), w.ToggleButtons(options=["u", "v"])]),
    w.HBox([w.SelectionRangeSlider(options=["red", "blue"], index=(0, 1), description="Hue"), w.VBox([w.Text()])]),
    w.HBox([w.DatePicker(value=datetime.date(2024, 1, 2)), w.TimePicker(), w.NaiveDatetimePicker(description="When")]),
    w.HBox([w.ColorPicker(value="#17509e"), w.FileUpload(), w.BoundedIntText(description="Bounded"), w.FloatText()]),
    w.HBox([w.Combobox(options=["one"]), w.TagsInput(value=["t"], allow_duplicates=False), w.Text(), w.Textarea()]),
    w.HTML("<p>Some <i>html</i></p>", description="Html"), w.HTMLMath("some math"), w.Label("a label"),
    button, out, w.HBox([a, b]), tab, folds, w.GridBox([w.Button(icon="check"), w.Button()]),
])
"""
