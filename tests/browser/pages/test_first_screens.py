"""The first screen of each chapter looks as it did when somebody last looked at it and found it good.

After a change that is meant, run ``NEW_BASELINE=1 .venv/bin/python -m pytest`` on this file, then
open the pictures in ``tests/browser/pages/first_screens/`` and judge them before committing.
"""

from __future__ import annotations

import io
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageFilter
from playwright.sync_api import Browser, Page, expect

from coursekit.tasks.steps import ROOT

BASELINE = Path(__file__).parent / "first_screens"
CHAPTERS = sorted(path.stem for path in (ROOT / "chapters").glob("*.md"))
SCREENS = {"light": (1280, 800, "light"), "dark": (1280, 800, "dark"), "phone": (360, 780, "light")}
# Of 255, after blurring: letters are drawn a little differently by other versions of a browser, and that is no change.
NOTICED = 40
CHANGED = 0.06  # the share of pixels that may be noticed
PATIENCE_S = 20  # until then a page that looks otherwise may only be slow


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    """The tab in which chapters are looked at; its reader has chosen neither light nor dark, so the system does."""
    context = browser.new_context(color_scheme="light", reduced_motion="reduce")
    context.set_default_timeout(20_000)
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module", params=CHAPTERS)
def chapter(request: pytest.FixtureRequest, page: Page, base: str) -> str:
    """A chapter, opened once on a light laptop; the other screens are that window made small, or dark."""
    set_screen(page, "light")
    page.goto(f"{base}chapters/{request.param}.html")
    page.locator("section.lab[data-state=ready], section.prediction").first.wait_for()
    page.evaluate("document.fonts.ready")
    return request.param


def set_screen(page: Page, screen: str) -> None:
    """Make the window as large, and as light or dark, as a screen is."""
    width, height, theme = SCREENS[screen]
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(color_scheme=theme, reduced_motion="reduce")


def look(page: Page, screen: str, kept: Image.Image | None = None) -> Image.Image:
    """Return what a reader first sees on a screen: once it is like a picture, or after a while as it is then."""
    set_screen(page, screen)
    expect(page.locator("html")).to_have_attribute("data-theme", SCREENS[screen][2])
    until = time.monotonic() + PATIENCE_S
    while True:
        page.wait_for_timeout(
            600
        )  # what is drawn anew for another width or theme is drawn by then, or in another round
        page.evaluate("scrollTo(0, 0)")
        seen = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
        if kept is None or differing(seen, kept) <= CHANGED or time.monotonic() > until:
            return seen


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
def test_a_chapter_begins_as_it_did(page: Page, chapter: str, screen: str) -> None:
    place = BASELINE / screen / f"{chapter}.png"
    if os.environ.get("NEW_BASELINE"):
        place.parent.mkdir(parents=True, exist_ok=True)
        look(page, screen).quantize(128).save(place, optimize=True)
    assert place.is_file(), f"There is no picture {screen}/{place.name} yet: see the head of this file."
    kept = Image.open(place).convert("RGB")
    seen = look(page, screen, kept)
    share = differing(seen, kept)
    if share > CHANGED:
        (ROOT / "_build").mkdir(exist_ok=True)
        seen.save(ROOT / "_build" / f"seen-{screen}-{place.name}")
    assert share <= CHANGED, (
        f"{share:.0%} of the first screen changed: "
        f"compare _build/seen-{screen}-{place.name} with {screen}/{place.name}."
    )


def test_a_moved_block_would_be_noticed() -> None:
    """A picture whose middle is moved is told from itself."""
    seen = Image.open(BASELINE / "light" / f"{CHAPTERS[0]}.png").convert("RGB")
    assert differing(seen, ImageChops.offset(seen, 0, 120)) > CHANGED
