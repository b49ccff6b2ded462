"""The ``{timeline}`` directive: a page's dated entries, drawn along time; the page keeps them as its list.

An entry is a paragraph that begins with its date and kinds in bold and its name in italics, as in
``**4 September 2025 · force, announced.** *Paris.*`` The directive's content says which kinds there are and how each is
drawn, one a line, as ``words | ring``; entries without a kind are of the kind that ``:event:`` names. ``:zoom:`` gives
the first years of the drawings, the widest first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from coursekit.book.directives.slots import html_node
from coursekit.book.directives.timeline import layout
from coursekit.book.directives.timeline.parse import Entry, parse_label
from coursekit.html import render

if TYPE_CHECKING:
    from docutils.statemachine import StringList
    from sphinx.application import Sphinx

# How a kind is drawn, so that shapes tell kinds apart without colour; see the template and timeline.css.
SHAPES = ("ring", "half", "square", "diamond")
PLACE = "coursekit_timeline"


class TimelineDirective(SphinxDirective):
    """Read the kinds and leave a place that is filled once the page's entries are known."""

    has_content = True
    content: StringList
    option_spec: ClassVar[dict[str, Any]] = dict.fromkeys(("zoom", "event"), directives.unchanged_required)

    def run(self) -> list[nodes.Node]:
        """Return the place.

        Raises
        ------
        ExtensionError
            If a line or an option is malformed: file, line, what is wrong, what would be right.
        """
        parts = [line.partition("|") for line in self.content if "|" in line]
        kinds = {word.strip(): shape.strip() for word, _, shape in parts}
        years = self.options.get("zoom", "").split()
        lines = sum(map(bool, map(str.strip, self.content)))
        if len(kinds) != lines or len(set(kinds.values())) != lines or not set(kinds.values()) <= set(SHAPES[:-1]):
            raise self.fault(f"a line is no kind. Right: words | {SHAPES[0]}; shapes: {', '.join(SHAPES[:-1])}.")
        if not years or not all(map(str.isdigit, years)) or years != sorted(set(years)) or "event" not in self.options:
            raise self.fault("it needs :zoom: (years, the earliest first) and :event: (kind of the other entries).")
        place = nodes.container()
        place[PLACE] = {"kinds": kinds | {self.options["event"]: SHAPES[-1]}, "years": [int(year) for year in years]}
        return [place]

    def fault(self, what: str) -> ExtensionError:
        """Return the error that says where it is."""
        source, line = self.get_source_info()
        return ExtensionError(f"{source}:{line}: timeline: {what}")


def read_entries(doctree: nodes.document, known: tuple[str, ...]) -> list[Entry]:
    """Return the page's entries, oldest first, and give each paragraph its anchor.

    Parameters
    ----------
    doctree : nodes.document
        The page as Sphinx has read it; its paragraphs get ids.
    known : tuple of str
        The kinds that there are; the last is that of entries that name none.

    Raises
    ------
    ValueError
        If an entry's kind is not known, it has no name, or it stands before an earlier one.
    """
    found: list[Entry] = []
    for paragraph in doctree.findall(nodes.paragraph):
        parts = [part for part in paragraph.children if part.astext().strip()]
        label = parse_label(parts[0].astext(), known) if parts and isinstance(parts[0], nodes.strong) else None
        if label is None:
            continue
        when, date, kinds, standing = label
        if len(parts) < 2 or not isinstance(parts[1], nodes.emphasis):
            raise ValueError(f"{parts[0].astext()!r}: its name is missing. Right would be: **date.** *Name.* Text.")
        if found and date < found[-1].date:
            raise ValueError(f"{parts[0].astext()!r} stands after {found[-1].when}.")
        anchor = f"entry-{date.isoformat()}-{sum(one.date == date for one in found) + 1}"
        paragraph["ids"].append(anchor)
        name = parts[1].astext().strip().removesuffix(".")
        found.append(Entry(anchor, when, date, kinds or known[-1:], standing, name))
    return found


def fill(app: Sphinx, doctree: nodes.document) -> None:
    """Draw the page's entries in the directive's place.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    doctree : nodes.document
        The page as Sphinx has read it; changed in place.

    Raises
    ------
    ExtensionError
        If an entry is malformed, or the page has none.
    """
    place = next((one for one in doctree.findall(nodes.container) if PLACE in one), None)
    if place is None:
        return
    kinds: dict[str, str] = place[PLACE]["kinds"]
    try:
        entries = read_entries(doctree, tuple(kinds))
        if not entries:
            raise ValueError("the timeline's page has no entries.")
    except ValueError as fault:
        raise ExtensionError(f"{app.env.doc2path(app.env.docname)}: {fault}") from None
    drawings = [layout.draw(entries, low, entries[-1].date.year) for low in place[PLACE]["years"]]
    tally = {kind: sum(kind in entry.kinds for entry in entries) for kind in kinds}
    lane = {kind: number % (len(kinds) - 1) for number, kind in enumerate(kinds)}  # events stand in the first lane too
    html = render(__package__, "timeline", drawings=drawings, kinds=kinds, tally=tally, lane=lane, entries=entries,
                  place=layout)  # fmt: skip
    place.parent.replace(place, html_node(html))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("timeline", TimelineDirective)
    app.connect("doctree-read", fill)
