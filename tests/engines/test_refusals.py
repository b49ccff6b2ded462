"""What a browser refuses is said, and all else works: storage, and the whole screen."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from assignment_reference import link
from driver import PYTHON_S, Driver
from PIL import Image

from coursekit.classroom.assignment.format import Assignment, Item

FEATURE = "refusals and sliders"
AT = "#exercise-promises_honour"
READY = f"() => document.querySelector('{AT} .cm-content') && !document.querySelector('{AT} [data-do=run]').disabled"
ENDED = f"() => /^(idle|passed|failed|error|stopped)$/.test(document.querySelector('{AT}').dataset.state)"
LAB = """() => {
  const lab = document.querySelector("section.lab");
  lab.scrollIntoView({ block: "center", behavior: "instant" });
  return lab.dataset.state === "ready";
}"""
REFUSE = "() => { Element.prototype.requestFullscreen = () => Promise.reject(new TypeError('refused')); }"
SLIDER = """() => {
  const one = [...document.querySelectorAll("section.lab input[type=range]")].find((each) => each.checkVisibility());
  one.scrollIntoView({ block: "center", behavior: "instant" });
  const { x, y, width, height } = one.getBoundingClientRect();
  return { x, y, width, height, scale: innerWidth };
}"""


@pytest.fixture(scope="module")
def refusing(start: Callable[..., Driver]) -> Driver:
    """The engine of a reader who refuses all storage in its settings."""
    return start(storage=False)


def test_without_storage_an_exercise_runs_and_the_page_says_that_nothing_is_kept(refusing: Driver, base: str) -> None:
    refusing.go(f"{base}chapters/promises.html{AT}")
    refusing.wait(READY)
    refusing.write(f"{AT} .cm-content", "print(6 * 7)")
    refusing.click(f"{AT} [data-do=run]")
    refusing.wait(ENDED, seconds=PYTHON_S)
    assert "42" in refusing.text(f"{AT} .outputs")
    refusing.wait("() => document.querySelector('p.not-kept').innerText.includes('keeps nothing')")
    assert not refusing.call("() => document.body.innerText.includes('could not be loaded')")


def test_without_storage_an_assignment_comes_and_says_how_long_it_lasts(refusing: Driver, base: str) -> None:
    refusing.go(link(Assignment("One task", (Item("exercise", "promises_honour"),)), base))
    refusing.see("section.assignment")
    refusing.wait("() => /this page|this tab/.test(document.querySelector('section.assignment').innerText)")


def test_a_refused_full_screen_is_told(reader: Driver, base: str) -> None:
    reader.go(f"{base}chapters/promises.html")
    reader.wait(LAB)
    reader.call(REFUSE)
    reader.click("section.lab details.tools > summary")
    reader.click("section.lab [data-do=full]")
    reader.wait("() => document.querySelector('section.lab [role=alert]')?.innerText.includes('part of the page')")


def test_a_slider_s_thumb_stands_out_from_its_ground(reader: Driver, base: str) -> None:
    """Measured in what the window shows: 3:1 at least, as WCAG 2.2 asks of what is to be moved (1.4.11)."""
    reader.go(f"{base}chapters/promises.html")
    reader.wait(LAB)
    box = reader.call(SLIDER)
    picture = Image.open(io.BytesIO(reader.picture())).convert("RGB")
    scale = picture.width / box["scale"]
    place = [int(scale * one) for one in (box["x"], box["y"], box["x"] + box["width"], box["y"] + box["height"])]
    shades = sorted(luminance(rgb) for _, rgb in picture.crop(place).getcolors(1 << 20) if _ > 40)
    assert (shades[-1] + 0.05) / (shades[0] + 0.05) >= 3, shades


def luminance(rgb: tuple[int, int, int]) -> float:
    """Return a colour's relative luminance (WCAG 2.2)."""
    parts = (part / 255 for part in rgb)
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
