"""The ``{ledger}`` directive: the kinds of verdict that a page's claims have, how often each occurs, and a filter.

The claims are the page's definition lists: the claim as term, and a first definition that begins with its verdict in
bold. The directive's content says which verdicts there are, one a line, as ``holds | check | what it means``; a verdict
that is not among them stops the build.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from docutils import nodes
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from coursekit.book.directives.slots import fill_slots, html_node
from coursekit.html import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docutils.statemachine import StringList
    from sphinx.application import Sphinx

# The shapes that tell verdicts apart without colour; each is drawn in ledger.css.
MARKS = ("check", "half", "cross", "question")
PLACE = "coursekit_ledger"


class Verdict(NamedTuple):
    """A kind of verdict: its word, the shape beside it, and what it means."""

    word: str
    mark: str
    meaning: str

    @property
    def name(self) -> str:
        """The word as it stands in classes and values."""
        return self.word.replace(" ", "-")


def parse_verdicts(lines: list[str]) -> list[Verdict]:
    """Return the verdicts that the directive's lines describe.

    Raises
    ------
    ValueError
        If a line has not three parts, its mark is unknown, or its word or mark stands twice.
    """
    found: list[Verdict] = []
    for line in filter(str.strip, lines):
        parts = [part.strip() for part in line.split("|")]
        if len(parts) != 3 or not all(parts):
            raise ValueError(f"{line!r} is no verdict. Right would be: holds | check | what it means.")
        verdict = Verdict(*parts)
        if verdict.mark not in MARKS:
            raise ValueError(f"There is no mark {verdict.mark!r}. Right would be: {', '.join(MARKS)}.")
        if any(verdict.word == other.word or verdict.mark == other.mark for other in found):
            raise ValueError(f"The word or the mark of {verdict.word!r} stands twice.")
        found.append(verdict)
    if not found:
        raise ValueError("A ledger needs at least one verdict.")
    return found


class LedgerDirective(SphinxDirective):
    """Read the verdicts and leave a place that is filled once the page's claims are known."""

    has_content = True
    content: StringList

    def run(self) -> list[nodes.Node]:
        """Return the place.

        Raises
        ------
        ExtensionError
            If a verdict is malformed: file, line, what is wrong, what would be right.
        """
        try:
            verdicts = parse_verdicts(list(self.content))
        except ValueError as fault:
            source, line = self.get_source_info()
            raise ExtensionError(f"{source}:{line}: ledger: {fault}") from None
        meanings = [nodes.container() for _ in verdicts]
        for verdict, holder in zip(verdicts, meanings, strict=True):
            holder += self.parse_inline(verdict.meaning)[0]
        place = nodes.container("", *meanings)
        place[PLACE] = [tuple(verdict) for verdict in verdicts]
        return [place]


def _claims(doctree: nodes.document) -> Iterator[tuple[nodes.definition_list_item, nodes.strong]]:
    """Yield each claim with its verdict: a definition whose first word is in bold."""
    for item in doctree.findall(nodes.definition_list_item):
        first = next(iter(item.findall(nodes.definition)), None)
        if first is None or not isinstance(first.next_node(), nodes.paragraph):
            continue
        # Markdown leaves an empty text before what is bold.
        opening = next((part for part in first[0].children if part.astext().strip()), None)
        if isinstance(opening, nodes.strong):
            yield item, opening


def fill(app: Sphinx, doctree: nodes.document) -> None:
    """Count the page's verdicts, mark each, and put tally and filter in the directive's place.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    doctree : nodes.document
        The page as Sphinx has read it; changed in place.

    Raises
    ------
    ExtensionError
        If a claim's verdict is none of the ledger's, or the page has no claims.
    """
    place = next((one for one in doctree.findall(nodes.container) if PLACE in one), None)
    if place is None:
        return
    verdicts = {one.word: one for one in (Verdict(*parts) for parts in place[PLACE])}
    tally = Counter[str]()
    for item, strong in list(_claims(doctree)):
        verdict = verdicts.get(strong.astext())
        if verdict is None:
            where = f"{app.env.doc2path(app.env.docname)}: {item.children[0].astext()!r}"
            raise ExtensionError(f"{where}: {strong.astext()!r} is none of the verdicts {', '.join(verdicts)}.")
        tally[verdict.word] += 1
        for part in item.children:
            part["classes"] += ["claim", f"verdict-{verdict.name}"]
        mark = render(__package__, "verdict_mark", verdict=verdict)
        strong.parent.insert(strong.parent.index(strong), html_node(mark))
    if not tally:
        raise ExtensionError(f"{app.env.doc2path(app.env.docname)}: the ledger's page has no claims.")
    html = render(__package__, "ledger", verdicts=list(verdicts.values()), tally=tally, total=tally.total())
    slots = {f"meaning-{one.name}": box.children for one, box in zip(verdicts.values(), place.children, strict=True)}
    place.parent.replace(place, fill_slots(html, slots))


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("ledger", LedgerDirective)
    app.connect("doctree-read", fill)
