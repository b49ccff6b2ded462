"""A short random walk through the site, always the same; `make walks` does a hundred long ones."""

from __future__ import annotations

from playwright.sync_api import Browser
from random_walk import Walk
from shrink import shrunk
from walk_browser import WalkBrowser

SEED, ACTIONS = 10, 25


def test_a_random_walk_meets_no_error_no_lost_work_and_no_dead_control(browser: Browser, base: str) -> None:
    profile = WalkBrowser(browser, base)
    walk = Walk(profile, SEED)
    try:
        assert not walk.go(range(ACTIONS)), "\n".join([*walk.faults, *walk.steps])
        assert len(walk.steps) > ACTIONS / 2 and walk.words, walk.steps
    finally:
        profile.context.close()


def test_a_walk_that_fails_is_shrunk_to_what_is_needed() -> None:
    assert shrunk(list(range(200)), lambda some: {17, 42, 180} <= set(some)) == [17, 42, 180]
    assert shrunk(list(range(5)), lambda some: True) == []
