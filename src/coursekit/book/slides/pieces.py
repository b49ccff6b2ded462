"""The small elements of which a slide is made, from their template."""

from __future__ import annotations

from coursekit.html import render


def piece(tag: str, kind: str, *inside: str, unheard: bool = False) -> str:
    """Return an element for each of the texts; nothing if there is none.

    Parameters
    ----------
    tag : str
        The elements' name.
    kind : str
        Their classes; none if empty.
    *inside : str
        What each holds, as HTML that is taken as it is.
    unheard : bool
        Whether screen readers pass them over.

    Returns
    -------
    str
        HTML.
    """
    values = {"tag": tag, "kind": kind, "inside": inside, "unheard": unheard}
    return str(render("coursekit.book.slides", "pieces", **values))
