"""Live widgets in a cell: they are shown, and move what Python shows."""

from __future__ import annotations

from driver import PYTHON_S, Driver
from gallery import GALLERY

FEATURE = "widgets"
AT = "section.cell#cell-1"
PANEL = """import altair as alt
import ipywidgets as w

def draw(troops=3):
    print("there are", troops)
    display(alt.Chart(alt.Data(values=[{"x": i} for i in range(troops)])).mark_point().encode(x="x:Q"))

w.interact(draw, troops=(0, 9));
"""
ENDED = f"() => /^(idle|error|stopped)$/.test(document.querySelector('{AT}').dataset.state)"
OPENS = f"{AT} .cm-content, {AT} [data-do=edit]:not(:disabled)"
OPEN = f"() => document.querySelector('{AT} .cm-content')?.checkVisibility() ?? false"
STATE = f"() => document.querySelector('{AT}').dataset.state"
SAYS = f"(text) => document.querySelector('{AT} .outputs').innerText.includes(text)"
POINTS = f"(n) => document.querySelectorAll('{AT} .outputs .mark-symbol path').length === n"
CONTROLS = "input, select, textarea, button, [role=slider]"
# Marks the button that says "Press", for the mouse to find it.
MARK = f"""() => {{
  const one = [...document.querySelectorAll('{AT} .outputs button')].find((each) => each.innerText.trim() === "Press");
  if (one) one.dataset.engine = "press";
  return Boolean(one);
}}"""
# A slider of the panel is either the browser's own or one that ipywidgets draws.
FOCUS = f"() => {{ const one = document.querySelector('{AT} .outputs [role=slider], {AT} .outputs input[type=range]');"
FOCUS += " one?.focus(); return document.activeElement === one; }"


def run(reader: Driver, base: str, code: str) -> None:
    """Open the page at its first cell, and run a code there."""
    reader.go(f"{base}chapters/promises.html#cell-1")
    reader.wait(f"() => [...document.querySelectorAll('{OPENS}')].some((one) => one.checkVisibility())")
    if not reader.comes(OPEN, seconds=1):  # a cell that was used before is open when the page comes
        reader.click(f"{AT} [data-do=edit]")
    reader.see(f"{AT} .cm-content")
    reader.write(f"{AT} .cm-content", code)
    reader.click(f"{AT} [data-do=run]")
    reader.wait(ENDED, seconds=PYTHON_S)
    assert reader.call(STATE) == "idle", reader.text(AT)


def test_a_slider_moves_what_python_shows(reader: Driver, base: str) -> None:
    run(reader, base, PANEL)
    reader.wait(FOCUS)
    reader.press("ArrowRight")
    reader.wait(SAYS, "there are 4", PYTHON_S)
    reader.wait(POINTS, 4)


def test_every_kind_of_widget_is_shown(reader: Driver, base: str) -> None:
    run(reader, base, GALLERY)
    # Every control of the gallery is there to be used, and its button is heard.
    reader.wait(f"() => document.querySelectorAll('{AT} .outputs :is({CONTROLS})').length >= 40")
    reader.wait(MARK)
    reader.click(f"{AT} .outputs [data-engine=press]")
    reader.wait(SAYS, "pressed", PYTHON_S)
