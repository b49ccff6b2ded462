"""The site as a folder: each page is whole and each lab of it answers when it is opened as file://."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lab_on_page import AWAKE, STANDING
from looked_at import looked_at
from playwright.sync_api import Browser
from watched_page import Watched, new_context, pages

from coursekit.tasks.build import place

# The labs of slides wake when their slide is turned to: see below.
PAGES = [path for path in pages(place("self-study")) if not path.startswith("slides/")] or ["(the book is not built)"]


@pytest.fixture(scope="module")
def colleague(browser: Browser) -> Iterator[Watched]:
    """One tab for all pages that are opened from a folder: nothing of it is asked for what it holds."""
    context = new_context(browser, "light", "allow")
    yield Watched(context)
    context.close()


@pytest.mark.parametrize("path", looked_at(PAGES))
def test_is_whole_from_a_folder_too(path: str, colleague: Watched, site: Path) -> None:
    """A colleague gets the site as a folder: opened as file://, every lab answers."""
    colleague.leave()
    page = colleague.open((site / path).as_uri())
    page.wait_for_function(AWAKE, polling=100)
    silent = [lab["id"] for lab in page.evaluate(STANDING) if not lab["says"]]
    assert not silent
    assert not colleague.faults(), "\n".join(colleague.faults())


def test_slides_are_whole_from_a_folder_too(colleague: Watched, site: Path) -> None:
    """Opened by a link into a lab, as a speaker without a network does it: the lab's slide is shown, and it answers."""
    colleague.leave()
    colleague.page.goto(f"{(site / 'slides' / 'tripwire-or-shield.html').as_uri()}#lab-tripwire")
    colleague.page.wait_for_selector(".bench-of-slide:not([hidden]) #lab-tripwire[data-state=ready]", timeout=60_000)
    assert not colleague.faults(), "\n".join(colleague.faults())
