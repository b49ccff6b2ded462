"""What browser tests share: the built site, served as a host would; one real browser; pages under watch."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, sync_playwright
from watched_page import Watched, dress

from coursekit.tasks.browser import ARGUMENTS, NoBrowser, find
from coursekit.tasks.build import place
from coursekit.tasks.serve import served


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built self-study edition."""
    html = place("self-study")
    if not (html / "course.json").is_file():
        pytest.fail("The book is not built: run `make book`, then the tests again.", pytrace=False)
    return html


@pytest.fixture(scope="session")
def course(site: Path) -> dict:
    """What the site says of itself: course.json."""
    return json.loads((site / "course.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def base(site: Path) -> Iterator[str]:
    """The address of a gzipping server of the site, with a slash at its end."""
    with served(site) as address:
        yield address


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Playwright, started once."""
    with sync_playwright() as started:
        yield started


@pytest.fixture(scope="session")
def browser(playwright: Playwright) -> Iterator[Browser]:
    """One headless Chromium for the whole run."""
    try:
        path = find(playwright.chromium.executable_path)
    except NoBrowser as none:
        pytest.fail(str(none), pytrace=False)
    launched = playwright.chromium.launch(executable_path=path, args=list(ARGUMENTS))
    yield launched
    launched.close()


@pytest.fixture
def theme() -> str:
    """Light, unless a test is parametrised with another."""
    return "light"


@pytest.fixture
def service_workers() -> str:
    """Allowed, unless a test is parametrised with "block": what passes through one, a test cannot put a hand on."""
    return "allow"


@pytest.fixture
def context(browser: Browser, theme: str, service_workers: str) -> Iterator[BrowserContext]:
    """A fresh profile: nothing stored, nothing cached."""
    fresh = browser.new_context(
        viewport={"width": 1280, "height": 900}, color_scheme=theme, service_workers=service_workers
    )
    fresh.set_default_timeout(20_000)
    dress(fresh, theme)
    yield fresh
    fresh.close()


@pytest.fixture
def watched(context: BrowserContext) -> Iterator[Watched]:
    """A page under watch; the test fails if it asked another origin, missed a file, or wrote an error to the console.

    A test that causes an error on purpose adds its pattern to ``watched.expected``.
    """
    watch = Watched(context)
    yield watch
    if faults := watch.faults():
        pytest.fail("\n".join([f"{watch.page.url}:", *faults]), pytrace=False)


@pytest.fixture
def page(watched: Watched) -> Page:
    """The page under watch, for tests that need no more of it."""
    return watched.page
