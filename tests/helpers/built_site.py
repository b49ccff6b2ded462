"""Where the built book lies, for tests that read it."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursekit.tasks.build import place


def built_site(edition: str = "self-study") -> Path:
    """Return the folder of a built edition; the test that asks fails with what to run where there is none."""
    html = place(edition)
    if not (html / "course.json").is_file():
        target = "make book" if edition == "self-study" else f"make book EDITION={edition}"
        pytest.fail(f"The book is not built: run `{target}`, then the tests again.", pytrace=False)
    return html
