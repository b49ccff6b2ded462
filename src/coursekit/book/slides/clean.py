"""A page's text made fit for a slide: without what belongs to the page alone, its links as from the deck's place."""

from __future__ import annotations

import posixpath
import re

from coursekit.book.slides.elements import Element

# A definition and a heading's permalink come up under the pointer on the page; on a slide nobody points.
LEFT_OUT = {"definition", "headerlink"}
UNWRAPPED = {"term"}  # a term of the glossary stays as its words
OF_THE_PAGE = re.compile(r"""\s(?:id|aria-describedby)\s*=\s*(?:"[^"]*"|'[^']*')""")
LINK = re.compile(r"""(\shref\s*=\s*)(?:"([^"]*)"|'([^']*)')""")
ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def address(link: str, page: str, deck: str, labs: frozenset[str]) -> str:
    """Return a page's link as it has to be in its deck.

    Parameters
    ----------
    link : str
        What stands in the page, as HTML.
    page : str
        The page's path in the site.
    deck : str
        The deck's path in the site.
    labs : frozenset of str
        The labs that stand in the deck: a link into one of them stays in it.

    Returns
    -------
    str
        The link, as HTML.
    """
    if ELSEWHERE.match(link):
        return link
    path, mark, fragment = link.partition("#")
    name = fragment.partition("?")[0]
    if not path and name.removeprefix("lab-") in labs and name.startswith("lab-"):
        return link
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page
    return posixpath.relpath(target, posixpath.dirname(deck)) + mark + fragment


def cleaned(element: Element, page: str, deck: str, labs: frozenset[str]) -> Element:
    """Return a copy of an element for a slide: no name twice, no definition, links as from the deck.

    Parameters
    ----------
    element : Element
        What stands in the page.
    page : str
        The page's path in the site.
    deck : str
        The deck's path in the site.
    labs : frozenset of str
        The labs that stand in the deck.
    """

    def at_home(found: re.Match[str]) -> str:
        link = found[2] if found[2] is not None else found[3]
        return f'{found[1]}"{address(link, page, deck, labs)}"'

    def copy(one: Element) -> list[Element]:
        if not one.tag:
            return [one]
        if one.classes & LEFT_OUT:
            return []
        inside = [made for child in one.inside for made in copy(child)]
        if one.classes & UNWRAPPED:
            return inside
        start = OF_THE_PAGE.sub("", one.start)
        return [Element(one.tag, LINK.sub(at_home, start) if one.tag == "a" else start, inside, one.end)]

    (made,) = copy(element) or [Element("", "")]
    return made
