"""What the tests of the page's Python share: a site with only that on it, and one page for many runs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from probe import site as lay_out
from probe.talking import Run, runner
from watched_page import Watched

from coursekit.tasks.serve import served


@pytest.fixture(scope="session")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with only Python on it."""
    return lay_out(tmp_path_factory.mktemp("probe"))


@pytest.fixture(scope="session")
def address(root: Path) -> Iterator[str]:
    with served(root) as found:
        yield found


@pytest.fixture(scope="module")
def shared(browser: Browser, address: str) -> Iterator[tuple[Watched, Run]]:
    """One page for many runs, as a learner's is."""
    context = browser.new_context()
    watched = Watched(context)
    watched.page.goto(address)
    yield watched, runner(watched.page)
    context.close()
