"""The first sentences of a paragraph, as HTML, with what stands around words left as it is."""

from __future__ import annotations

import re

from coursekit.book.slides.elements import Element, read

SHORT = 70  # characters: a first sentence of fewer takes the next along
MOST = 250  # characters of what is taken along
# An end of a sentence: a mark, perhaps a closing quote or bracket, space, and a beginning.
END = re.compile(r"[.?!][”’\"')\]]*(?=\s+[\"“‘(\[]?[A-Z0-9\u0400-\u042f])")
# After these a sentence goes on, although a mark and a capital letter stand there.
GOES_ON = re.compile(
    r"(?:\b(?:[A-Z]|v|vs|e\.g|i\.e|cf|Art|art|No|no|vol|pp?|ch|Ch|St|Mr|Mrs|Dr|al|ed|eds|U\.S|U\.N|U\.K))\.$"
)
TAG = re.compile(r"<[^>]*>")
# What is one word to the reader, however much stands in it.
ONE_WORD = ".katex", ".bibtex-citation"


def sentence_ends(text: str) -> list[int]:
    """Return where sentences of a text end, the last one included; not within brackets."""
    ends = []
    for found in END.finditer(text):
        before = text[: found.end()]
        in_brackets = before.count("(") > before.count(")")
        if not in_brackets and not GOES_ON.search(text[: found.start() + 1]):
            ends.append(found.end())
    return [*ends, len(text)]


def lead_length(text: str) -> int:
    """Return how many characters of a text are its lead: its first sentence, and the next ones while they are short."""
    ends = sentence_ends(text)
    taken = ends[0]
    for end in ends[1:]:
        if taken >= SHORT or end > MOST:
            break
        taken = end
    return taken


def lead(paragraph: Element) -> str:
    """Return the HTML of a paragraph's lead.

    Parameters
    ----------
    paragraph : Element
        The paragraph; citations and formulas in it count as words.

    Returns
    -------
    str
        What stands in the paragraph up to the end of its lead; elements that are open there are closed.
    """
    pieces: list[Element] = []
    _flatten(paragraph, pieces)
    text = "".join(_shown(piece) for piece in pieces)
    left = len(text) - len(text.lstrip())
    room = left + lead_length(text.strip())
    made, open_ = [], list[str]()
    for piece in pieces:
        if room <= 0:
            break
        if piece.tag == "<":
            open_.append(piece.end)
            made.append(piece.start)
        elif piece.tag == ">":
            open_.pop()
            made.append(piece.start)
        elif piece.tag:
            room -= 1
            made.append(piece.html)
        elif piece.start.startswith("<"):
            made.append(piece.start)
        else:
            made.append(_cut(piece.start, room))
            room -= len(_shown(piece))
    return "".join([*made, *reversed(open_)]).strip()


def _flatten(element: Element, into: list[Element]) -> None:
    """Put what stands in an element into one row: marks of beginning and end, text, and what counts as one word."""
    for one in element.inside:
        if one.tag and not any(name.removeprefix(".") in one.classes for name in ONE_WORD) and one.tag != "br":
            into.append(Element("<", one.start, [], one.end))
            _flatten(one, into)
            into.append(Element(">", one.end))
        else:
            into.append(one)


ENTITY = re.compile(r"&(?:#\d+|#x[0-9a-fA-F]+|\w+);")
CHARACTER = re.compile(f"{ENTITY.pattern}|.", re.DOTALL)


def _shown(piece: Element) -> str:
    """Return the characters that a piece is counted as: a reference to a character is one, and so is a formula."""
    if piece.tag in "<>" and piece.tag:
        return ""
    if piece.tag:
        return "x"
    return "" if piece.start.startswith("<") else ENTITY.sub("x", piece.start)


def _cut(text: str, room: int) -> str:
    """Return the beginning of a text, of so many characters as they are shown."""
    return "".join(CHARACTER.findall(text)[:room])


def plain(html: str) -> str:
    """Return the words of HTML."""
    return read(html).text
