"""The first screen of each chapter looks as it did when somebody last looked at it and found it good.

After a change that is meant, run ``NEW_BASELINE=1 .venv/bin/python -m pytest`` on this file, then
open the pictures in ``tests/browser/pages/first_screens/`` and judge them before committing.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Browser, BrowserContext
from watched_page import dress

from coursekit.tasks.steps import ROOT

BASELINE = Path(__file__).parent / "first_screens"
CHAPTERS = sorted(path.stem for path in (ROOT / "chapters").glob("*.md"))
SCREENS = {"light": (1280, 800, "light"), "dark": (1280, 800, "dark"), "phone": (360, 780, "light")}
# Of 255, after blurring: letters are drawn a little differently by other versions of a browser, and that is no change.
NOTICED = 40
CHANGED = 0.06  # the share of pixels that may be noticed


@pytest.fixture(scope="module")
def profiles(browser: Browser) -> Iterator[dict[str, BrowserContext]]:
    """A profile for each kind of screen, in which chapters are only looked at."""
    made = {}
    for screen, (width, height, theme) in SCREENS.items():
        size = {"width": width, "height": height}
        made[screen] = browser.new_context(viewport=size, color_scheme=theme, reduced_motion="reduce")
        dress(made[screen], theme)
    yield made
    for context in made.values():
        context.close()


def look(context: BrowserContext, base: str, chapter: str) -> Image.Image:
    """Return what a reader first sees."""
    page = context.new_page()
    page.goto(f"{base}chapters/{chapter}.html")
    page.locator("section.lab[data-state=ready], section.prediction").first.wait_for()
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(600)
    shot = page.screenshot()
    page.close()
    return Image.open(io.BytesIO(shot)).convert("RGB")


def differing(one: Image.Image, other: Image.Image) -> float:
    """Return the share of pixels that a reader would see as changed."""
    if one.size != other.size:
        return 1.0
    soft = [image.filter(ImageFilter.BoxBlur(3)) for image in (one, other)]
    bands = ImageChops.difference(*soft).split()
    most = ImageChops.lighter(ImageChops.lighter(bands[0], bands[1]), bands[2])
    counts = most.histogram()
    return sum(counts[NOTICED:]) / sum(counts)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("chapter", CHAPTERS)
def test_a_chapter_begins_as_it_did(profiles: dict[str, BrowserContext], base: str, chapter: str, screen: str) -> None:
    seen = look(profiles[screen], base, chapter)
    kept = BASELINE / screen / f"{chapter}.png"
    if os.environ.get("NEW_BASELINE"):
        kept.parent.mkdir(parents=True, exist_ok=True)
        seen.quantize(128).save(kept, optimize=True)
    assert kept.is_file(), f"There is no picture {screen}/{kept.name} yet: see the head of this file."
    share = differing(seen, Image.open(kept).convert("RGB"))
    if share > CHANGED:
        (ROOT / "_build").mkdir(exist_ok=True)
        seen.save(ROOT / "_build" / f"seen-{screen}-{kept.name}")
    assert share <= CHANGED, (
        f"{share:.0%} of the first screen changed: compare _build/seen-{screen}-{kept.name} with {screen}/{kept.name}."
    )


def test_a_moved_block_would_be_noticed(profiles: dict[str, BrowserContext], base: str) -> None:
    seen = look(profiles["light"], base, CHAPTERS[0])
    assert differing(seen, ImageChops.offset(seen, 0, 120)) > CHANGED
