"""One page with Python for the widgets of a file's tests; after each test nothing may have gone wrong on it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext
from probe.panel import Panel
from watched_page import Watched


@pytest.fixture(scope="module")
def open_page(probe_profile: BrowserContext, address: str) -> Iterator[tuple[Watched, Panel]]:
    watched = Watched(probe_profile)
    watched.page.set_viewport_size({"width": 1100, "height": 900})
    watched.page.goto(address)
    yield watched, Panel(watched.page)
    watched.end()
    watched.page.close()


@pytest.fixture
def panel(open_page: tuple[Watched, Panel]) -> Iterator[Panel]:
    watched, panel = open_page
    yield panel
    faults = watched.faults()
    watched.console.clear()
    assert not faults, "\n".join(faults)
