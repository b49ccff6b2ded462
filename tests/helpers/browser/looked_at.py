"""Which pages every run looks at in a browser, where one look is the same for all: one of each kind, and all chapters.

The other pages are like one of these. They are marked ``thorough``: ``make test-thorough`` looks at every page.
"""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from _pytest.mark.structures import ParameterSet

ALWAYS = ("chapters/", "index.html", "search.html", "lessons/whose-guarantee.html", "lessons/does-history-say.html")
OF_THE_BOOK = ("index", "assign", "desk", "evidence", "glossary", "claims", "timeline", "my_work", "practice", "primer")


def every_run(path: str) -> bool:
    """Return whether every run looks at a page."""
    return path.startswith((*ALWAYS, "book/model/parameters", "book/model/choice")) or path in {
        f"book/{name}.html" for name in OF_THE_BOOK
    }


def looked_at(paths: Sequence[str]) -> list[str | ParameterSet]:
    """Return the pages as parameters of a test, those marked that only a thorough run looks at.

    Parameters
    ----------
    paths
        The pages, as seen from the site's root. What is no page, such as a word on why there is none, is not marked.
    """
    marks = pytest.mark.thorough
    return [
        pytest.param(path, marks=marks) if path.endswith(".html") and not every_run(path) else path for path in paths
    ]
