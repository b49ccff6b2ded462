"""How far each work in the list of works cited was read, as its note says, and how many were read how far.

A page says ``<span data-works="abstract"></span>`` where it wants the number of works read as an abstract, and
``<span data-works="all"></span>`` where it wants the number of all.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LEVELS = ("full", "part", "abstract", "report", "unverified")
# What a note begins with, after "Seen: ", and how far the work was then read; the first that fits counts.
BEGINNINGS = (
    (r"(full text|text|data)(?! (in part|of|up to)\b)", "full"),
    (r"(publisher's |executive )?(abstract|summary)\b", "abstract"),
    (r"reports?\b", "report"),
    (r"", "part"),
)
PLACE = re.compile(r'<span data-works="(\w+)">[^<]*</span>')


def how_read(note: str) -> str:
    """Return how far a work was read, from the beginning of its note.

    Parameters
    ----------
    note : str
        The field ``note`` of a work; begins with *Unverified*, or with *Seen:* and what was seen.

    Returns
    -------
    str
        ``full`` (the whole text, or the data), ``part`` (some of the text), ``abstract`` (an abstract or a summary),
        ``report`` (a press report, itself or about the work) or ``unverified`` (not seen).

    Raises
    ------
    ValueError
        If the note begins with neither.
    """
    if note.startswith("Unverified"):
        return "unverified"
    if not note.startswith("Seen: "):
        raise ValueError(
            f"The note {note!r} does not say how the work was seen. Begin it with “Seen: ” or “Unverified”."
        )
    return next(level for pattern, level in BEGINNINGS if re.match(pattern, note.removeprefix("Seen: ")))


def count_read(notes: Iterable[str]) -> dict[str, int]:
    """Return the number of works by how far they were read, every level named, and of ``all``."""
    found = Counter(how_read(note) for note in notes)
    return {level: found[level] for level in LEVELS} | {"all": found.total()}


def fill(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Put the numbers where the page asks for them.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    pagename : str
        The page's path without its suffix; not used.
    templatename : str
        Not used.
    context : dict
        What the template is given; changed in place.
    doctree : nodes.document or None
        Not used.
    """
    body = context.get("body") or ""
    if 'data-works="' in body:
        works = {c.key: c.entry for c in app.env.get_domain("cite").citations}  # type: ignore[attr-defined]
        numbers = count_read(work.fields["note"] for work in works.values())
        context["body"] = PLACE.sub(lambda found: f"{numbers[found[1]]:,}", body)


def setup(app: Sphinx) -> None:
    """Register the step."""
    app.connect("html-page-context", fill, priority=640)
