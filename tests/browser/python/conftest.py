"""What the tests of the page's Python share: a site with only that on it, and one page for many runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext
from probe import site as lay_out
from probe.talking import Run, runner
from watched_page import Watched, new_context

from coursekit.tasks.serve import served


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with only Python on it."""
    return lay_out(tmp_path_factory.mktemp("probe"))


@pytest.fixture(scope="session")
def address(root: Path) -> Iterator[str]:
    with served(root) as found:
        yield found


@pytest.fixture(scope="session")
def probe_profile(browser: Browser) -> Iterator[BrowserContext]:
    """One profile for the pages of all these files: in it only the first start of Python is a cold one."""
    kept = new_context(browser, "light", "allow")
    yield kept
    kept.close()


@pytest.fixture
def context(
    request: pytest.FixtureRequest, browser: Browser, probe_profile: BrowserContext
) -> Iterator[BrowserContext]:
    """The profile that all share, or a fresh one for a test marked ``fresh_profile``; a test's pages end with it."""
    if request.node.get_closest_marker("fresh_profile"):
        fresh = new_context(browser, "light", "allow")
        yield fresh
        fresh.close()
        return
    before = probe_profile.pages
    yield probe_profile
    for page in probe_profile.pages:
        if page not in before:
            page.close()


@pytest.fixture(scope="module")
def shared(probe_profile: BrowserContext, address: str) -> Iterator[tuple[Watched, Run]]:
    """One page for many runs, as a learner's is."""
    watched = Watched(probe_profile)
    watched.page.goto(address)
    yield watched, runner(watched.page)
    watched.end()
    watched.page.close()
