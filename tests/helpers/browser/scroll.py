"""Going to a part of a page as a reader does: again, where the page has meanwhile moved it out of sight."""

from __future__ import annotations

import time

from playwright.sync_api import Locator, expect

LOOK_AGAIN_MS = 2000
LONGEST_S = 20


def scroll_to(part: Locator, awaited: Locator | None = None) -> Locator:
    """Scroll to a part of the page until what it shows when in view is there; return what was awaited.

    A page that loads anew puts back where its reader was, upon which a part scrolled to before is out of view.

    Parameters
    ----------
    part
        What to scroll to.
    awaited
        What has to be seen; the part itself unless given.

    Returns
    -------
    Locator
        What was awaited, which is visible.

    Raises
    ------
    AssertionError
        If it is not visible after 20 seconds.
    """
    seen = part if awaited is None else awaited
    until = time.monotonic() + LONGEST_S
    while True:
        part.scroll_into_view_if_needed()
        try:
            expect(seen).to_be_visible(timeout=LOOK_AGAIN_MS)
            return seen
        except AssertionError:
            if time.monotonic() > until:
                raise
