"""What browser tests share: the built site, served as a host would; one real browser; pages under watch."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import built_site
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect, sync_playwright
from watched_page import Watched, forget_the_reader, new_context

from coursekit.tasks.browser import ARGUMENTS, NoBrowser, find
from coursekit.tasks.serve import served

# What a page must do in the end: on a machine that does much else at once it may take long, and that is no fault.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def site() -> Path:
    """The folder of the built self-study edition."""
    return built_site()


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


@pytest.fixture(scope="session")
def kept_profiles() -> Iterator[dict[tuple[str, str], BrowserContext]]:
    """The profiles that the tests of a process share, by theme and service workers; empty at first."""
    profiles: dict[tuple[str, str], BrowserContext] = {}
    yield profiles
    for context in profiles.values():
        context.close()


@pytest.fixture(scope="module")
def module_profile(
    browser: Browser, base: str, kept_profiles: dict[tuple[str, str], BrowserContext]
) -> Iterator[BrowserContext]:
    """The profile for pages that stay open for many tests of a file, without a service worker.

    It is apart from the profile of single tests, so that a page which stays open hears nothing of what they do. After
    the file what a reader did there is forgotten; Python's memory after its start is there for the next file.
    """
    key = ("a file's pages", "block")
    if key not in kept_profiles:
        kept_profiles[key] = new_context(browser, "light", "block")
    yield kept_profiles[key]
    forget_the_reader(kept_profiles[key], base)


@pytest.fixture
def context(
    request: pytest.FixtureRequest, browser: Browser, theme: str, service_workers: str
) -> Iterator[BrowserContext]:
    """A fresh profile: nothing stored, nothing cached.

    Marked ``kept_profile``, a test shares a profile with all others that are: what a reader did there is forgotten
    from test to test, scripts and Python's memory after its start are kept, as a browser keeps them from visit to
    visit. A test of such a file that is about the first start is marked ``fresh_profile``.
    """
    kept, start = (request.node.get_closest_marker(f"{which}_profile") for which in ("kept", "fresh"))
    if start or not kept:
        fresh = new_context(browser, theme, service_workers)
        yield fresh
        fresh.close()
        return
    base = request.getfixturevalue("base")
    profiles, key = request.getfixturevalue("kept_profiles"), (theme, service_workers)
    if key not in profiles:
        profiles[key] = new_context(browser, theme, service_workers)
    yield profiles[key]
    forget_the_reader(profiles[key], base)


@pytest.fixture
def watched(context: BrowserContext) -> Iterator[Watched]:
    """A page under watch; the test fails if it asked another origin, missed a file, or wrote an error to the console.

    A test that causes an error on purpose adds its pattern to ``watched.expected``.
    """
    watch = Watched(context)
    yield watch
    watch.end()
    if faults := watch.faults():
        pytest.fail("\n".join([f"{watch.page.url}:", *faults]), pytrace=False)


@pytest.fixture
def page(watched: Watched) -> Page:
    """The page under watch, for tests that need no more of it."""
    return watched.page
