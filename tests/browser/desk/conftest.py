"""The page of the grading desk that a file's tests share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser
from watched_page import Watched, dress


@pytest.fixture(scope="module")
def watch(browser: Browser) -> Iterator[Watched]:
    """One page for all: starting Python costs most of the time."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
    context.set_default_timeout(60_000)
    dress(context, "light")
    watched = Watched(context)
    watched.page.on("dialog", lambda dialog: watched.console.append(f"dialog: {dialog.message}"))
    yield watched
    context.close()
