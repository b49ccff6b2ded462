"""A page's HTML as a tree of elements that gives back, character for character, what it was read from."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
# What is taken as one piece: nothing in it is looked for.
WHOLE = "script|style|textarea|template|svg|math|noscript"
TOKEN = re.compile(
    # A lab is shown as it stands; there is no section in it.
    r"""(?P<lab><section class="lab"[^>]*>)(?P<bench>.*?)(?P<over></section\s*>)|"""
    rf"""<!--.*?-->|<!\w[^>]*>|<(?P<whole>{WHOLE})\b.*?</(?P=whole)\s*>"""
    r"""|<(?P<end>/)?(?P<tag>[a-zA-Z][\w:-]*)(?:[^>"']|"[^"]*"|'[^']*')*>""",
    re.DOTALL,
)
NONE: frozenset[str] = frozenset()
ATTRIBUTE = re.compile(r"""\s([\w:-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?""")


class UnbalancedError(ValueError):
    """An element's end tag is missing or out of place."""


@dataclass
class Element:
    """An element, or a piece of text if it has no tag.

    Attributes
    ----------
    tag : str
        The element's name in small letters; empty for text, comments and what is taken as one piece.
    start : str
        Its start tag as written; for a piece, all of it.
    inside : list of Element
        What stands in it.
    end : str
        Its end tag as written; empty if it has none.
    """

    tag: str
    start: str
    inside: list[Element] = field(default_factory=list)
    end: str = ""

    @property
    def html(self) -> str:
        """The element as written, with all that stands in it."""
        written: list[str] = []
        _write(self, written)
        return "".join(written)

    @property
    def inner(self) -> str:
        """What stands in the element, as written."""
        written: list[str] = []
        for one in self.inside:
            _write(one, written)
        return "".join(written)

    @property
    def attributes(self) -> dict[str, str]:
        """The element's attributes, by name."""
        found = ATTRIBUTE.findall(self.start) if self.tag else []
        return {name: unescape(quoted or single or bare) for name, quoted, single, bare in found}

    @cached_property
    def classes(self) -> frozenset[str]:
        """The element's classes."""
        return frozenset(self.attributes.get("class", "").split()) if "class" in self.start else NONE

    @property
    def text(self) -> str:
        """The words in the element, with single spaces between them."""
        return " ".join("".join(_words(self)).split())

    def walk(self) -> Iterator[Element]:
        """Yield the elements in this one, each before what stands in it; no text."""
        todo = self.inside[::-1]
        while todo:
            one = todo.pop()
            if one.tag:
                yield one
                todo.extend(one.inside[::-1])

    def all(self, wanted: str) -> list[Element]:
        """Return the elements in this one that are called ``tag``, ``.class`` or ``tag.class``, in their order."""
        return list(filter(called(wanted), self.walk()))

    def first(self, wanted: str) -> Element | None:
        """Return the first element in this one that is called so (see :meth:`all`), or None."""
        return next(filter(called(wanted), self.walk()), None)


def called(wanted: str) -> Callable[[Element], bool]:
    """Return whether elements are called ``tag``, ``.class`` or ``tag.class``, as a function."""
    tag, _, name = wanted.partition(".")
    return lambda one: (not tag or one.tag == tag) and (not name or name in one.classes)


def _write(element: Element, into: list[str]) -> None:
    """Put an element as written, piece by piece, at the end of a list."""
    into.append(element.start)
    for one in element.inside:
        if one.inside:
            _write(one, into)
        else:
            into.append(one.start)
            into.append(one.end)
    into.append(element.end)


def _words(element: Element) -> Iterator[str]:
    """Yield the pieces of text in an element."""
    if not element.tag and not element.start.startswith("<"):
        yield unescape(element.start)
    for one in element.inside:
        yield from _words(one)


def read(html: str) -> Element:
    """Return an element without a name that holds what the HTML says.

    Raises
    ------
    UnbalancedError
        If an end tag is missing or out of place.
    """
    root = Element("", "")
    open_: list[Element] = [root]
    at = 0
    for token in TOKEN.finditer(html):
        here = open_[-1]
        if token.start() > at:
            here.inside.append(Element("", html[at : token.start()]))
        at = token.end()
        tag = (token["tag"] or "").lower()
        if token["lab"]:
            here.inside.append(Element("section", token["lab"], [Element("", token["bench"])], token["over"]))
            continue
        if not tag:
            here.inside.append(Element("", token[0]))
        elif token["end"]:
            if here.tag != tag:
                raise UnbalancedError(f"</{tag}> ends <{here.tag or 'nothing'}> in …{html[max(0, at - 80) : at]}")
            here.end = token[0]
            open_.pop()
        else:
            made = Element(tag, token[0])
            here.inside.append(made)
            if tag not in VOID and not token[0].endswith("/>"):
                open_.append(made)
    if at < len(html):
        open_[-1].inside.append(Element("", html[at:]))
    if len(open_) > 1:
        raise UnbalancedError(f"<{open_[-1].tag}> is never ended.")
    return root
