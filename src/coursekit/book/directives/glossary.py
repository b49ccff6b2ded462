"""Terms of the glossary in the chapters: the first time a page uses one, it is a link that shows its definition.

The glossary is an ordinary page with Sphinx's ``{glossary}``; the chapters need no markup. A definition shows on hover
and on focus by style alone, and is tied to its term for screen readers; a tap opens it as a sheet over the page.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from docutils import nodes

from coursekit.book.directives.slots import html_node
from coursekit.html import render

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

# A term within one of these is left alone: a link in a link, a name in code, a heading.
SHUT = (nodes.reference, nodes.literal, nodes.title, nodes.raw, nodes.math, nodes.term, nodes.caption, nodes.strong)
LINK = re.compile(r"<a[\s>]")


class Term(NamedTuple):
    """A term as written, the anchor of its entry, and its definition as plain text."""

    name: str
    anchor: str
    definition: str


def terms(env: BuildEnvironment) -> list[Term]:
    """Return the glossary's terms as last read; none if the course has no glossary."""
    found: list[Term] = getattr(env, "coursekit_terms", [])
    return found


def gather(app: Sphinx, doctree: nodes.document) -> None:
    """Note the glossary's terms when that page has been read; have Sphinx read chapters again when it changes.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    doctree : nodes.document
        The page as Sphinx has read it.
    """
    env = app.env
    name = app.config.coursekit_glossary
    if not name or env.docname != name:
        if name:
            env.note_dependency(env.doc2path(name))
        return
    env.coursekit_terms = list(_entries(doctree))  # type: ignore[attr-defined]


def _entries(doctree: nodes.document) -> Iterator[Term]:
    for item in doctree.findall(nodes.definition_list_item):
        meaning = " ".join(part.astext() for part in item.findall(nodes.definition)).replace("\n", " ")
        for term in item.findall(nodes.term):
            if term["ids"]:
                yield Term(term.astext(), term["ids"][0], meaning)


def pattern(known: list[Term]) -> re.Pattern[str]:
    """Return what finds any of the terms, longer ones first, also in the plural."""
    names = sorted((re.escape(term.name) for term in known), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(names)})(?:s|es)?(?![\w-])", re.I)


def link(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Make the first use of each term on a page a link to its entry.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    doctree : nodes.document
        The page as Sphinx has read it; changed in place.
    docname : str
        The page's path without its suffix, as ``chapters/presence``.
    """
    known = terms(app.env)
    where = app.config.coursekit_glossary
    if app.builder.format != "html" or not known or not docname.startswith("chapters/"):
        return
    address = app.builder.get_relative_uri(docname, where)
    by_name = {term.name.lower(): term for term in known}
    found = pattern(known)
    seen: set[str] = set()
    for text in list(doctree.findall(nodes.Text)):
        if _open(text):
            parts = _split(str(text), found, by_name, seen, address)
            if len(parts) > 1:
                text.parent.replace(text, parts)
    if seen:
        doctree += html_node(render(__package__, "definition_sheet", address=address))


def _open(text: nodes.Text) -> bool:
    node: Any = text.parent
    inside = False
    while node is not None:
        if isinstance(node, SHUT):
            return False
        inside |= isinstance(node, nodes.paragraph)
        node = node.parent
    return inside and not _in_link(text)


def _in_link(text: nodes.Text) -> bool:
    """Whether the text stands inside a link that is written as HTML, as links to a lab's state are."""
    node: Any = text
    while node.parent is not None and not isinstance(node, nodes.paragraph):
        earlier = node.parent.children[: node.parent.index(node)]
        html = "".join(one.astext() for one in earlier if isinstance(one, nodes.raw))
        if len(LINK.findall(html)) > html.count("</a>"):
            return True
        node = node.parent
    return False


def _split(
    text: str, found: re.Pattern[str], by_name: dict[str, Term], seen: set[str], address: str
) -> list[nodes.Node]:
    parts: list[nodes.Node] = []
    last = 0
    for match in found.finditer(text):
        said = match[0]
        term = next((by_name[form] for form in _forms(said.lower()) if form in by_name), None)
        if term is None or term.anchor in seen:
            continue
        seen.add(term.anchor)
        html = render(__package__, "term", term=term, said=said, address=address)
        parts += [nodes.Text(text[last : match.start()]), html_node(html)]
        last = match.end()
    return [*parts, nodes.Text(text[last:])] if parts else [nodes.Text(text)]


def _forms(said: str) -> Iterator[str]:
    yield from (said, said.removesuffix("s"), said.removesuffix("es"))


def setup(app: Sphinx) -> None:
    """Register the steps."""
    app.add_config_value("coursekit_glossary", "", "env")
    app.connect("doctree-read", gather)
    app.connect("doctree-resolved", link)
