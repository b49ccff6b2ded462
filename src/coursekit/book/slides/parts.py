"""What a slide shows of a section of the page: a question without its form, a scene, a table that is small enough."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from coursekit.book.slides.elements import Element, called
from coursekit.book.slides.lead import lead, plain
from coursekit.book.slides.pieces import piece

Clean = Callable[[Element], Element]

MOST_ROWS, MOST_COLUMNS, MOST_IN_TABLE = 8, 6, 480
MOST_ITEMS, MOST_IN_ITEMS = 7, 620


@dataclass
class Slide:
    """One slide.

    Attributes
    ----------
    kind : str
        ``title``, ``text``, ``lab``, ``question``, ``picture`` or ``end``: what its style sheet goes by.
    heading : str
        What the slide is called, as HTML.
    body : str
        What it shows, as HTML.
    notes : list of str
        What only the speaker sees: paragraphs, as HTML.
    """

    kind: str
    heading: str
    body: str
    notes: list[str] = field(default_factory=list)

    @property
    def name(self) -> str:
        """What the slide is called, in words."""
        return plain(self.heading)


def statement(html: str) -> str:
    """Return a sentence set large; a long one less so."""
    words = len(plain(html))
    size = "short" if words <= 110 else "long" if words > 230 else "middle"
    return piece("p", f"statement {size}", html)


def items(found: list[str], kind: str = "points") -> str:
    """Return a list of what is HTML already; nothing if there is none.

    Parameters
    ----------
    found : list of str
        The items.
    kind : str
        The list's class.
    """
    dense = " dense" if sum(len(plain(one)) for one in found) > 330 or len(found) > 4 else ""
    return piece("ul", kind + dense, piece("li", "", *found)) if found else ""


def label(section: Element) -> str:
    """Return what a section calls itself, as it stands above it; nothing if it has no name."""
    found = section.first("p.label")
    return piece("p", "label", escape(found.text)) if found else ""


def question(section: Element, clean: Clean) -> str:
    """Return a question's prompt with what can be chosen; neither the form nor what is right.

    Parameters
    ----------
    section : Element
        The question's section.
    clean : callable
        What makes an element fit for a slide.
    """
    prompt = section.first(".prompt")
    asked = [clean(one) for one in prompt.all("p")] if prompt else []
    shown = "".join(statement(one.inner) if place == 0 else one.html for place, one in enumerate(asked))
    answers = [clean(found).inner for one in section.all(".answer") if (found := one.first("label"))]
    pairs = [clean(found).inner for one in section.all(".pair") if (found := one.first("label"))]
    order = [clean(found).inner for one in section.all("li") if (found := one.first(".text"))]
    paper = section.first(".on-paper")
    kinds = [clean(one).inner for one in paper.all("li")] if paper else []
    return label(section) + shown + items(answers, "choices") + items(pairs or order, "pairs") + items(kinds, "kinds")


def prediction(section: Element, clean: Clean) -> str:
    """Return what a prediction asks, with what can be chosen.

    Parameters
    ----------
    section : Element
        The prediction's section.
    clean : callable
        What makes an element fit for a slide.
    """
    asked = section.first(".q")
    labels = [one for one in section.all("label") if one.first("input")]
    chosen = [clean(one).text for one in labels if 'type="radio"' in one.inner]
    return (
        label(section)
        + (statement(clean(asked).inner) if asked else "")
        + items([escape(one) for one in chosen], "choices")
    )


def exercise(section: Element, clean: Clean) -> str:
    """Return an exercise's title and what its prompt begins with.

    Parameters
    ----------
    section : Element
        The exercise's section.
    clean : callable
        What makes an element fit for a slide.
    """
    title, prompt = section.first(".q"), section.first(".prompt")
    first = prompt.first("p") if prompt else None
    shown = statement(clean(title).inner) if title else ""
    return label(section) + shown + (piece("p", "more", lead(clean(first))) if first else "")


def scene(section: Element, clean: Clean) -> tuple[str, str, list[str]]:
    """Return a scene's picture with its place, its question with the choices, and its sources.

    Parameters
    ----------
    section : Element
        The scene's section.
    clean : callable
        What makes an element fit for a slide.
    """
    figure, place, legend = section.first("figure"), section.first(".place"), section.first("legend")
    told = [one for one in section.inside if called("p")(one) and not one.classes & {"place", "kept", "chosen"}]
    picture = (piece("figure", "scene", figure.inner) if figure else "") + (
        piece("p", "place", escape(place.text)) if place else ""
    )
    asked = legend.first("p") or legend if legend else None
    choices = [clean(found).inner for one in section.all("label") if (found := one.first("span"))]
    question = (
        piece("p", "more", *(lead(clean(one)) for one in told))
        + (statement(clean(asked).inner) if asked else "")
        + items(choices, "choices")
    )
    sources = [clean(one).html for one in told] + [clean(one).html for one in section.all(".sources")]
    return picture, question, sources


def table(element: Element, clean: Clean) -> str:
    """Return a table that a room can read; nothing for a larger one.

    Parameters
    ----------
    element : Element
        The table.
    clean : callable
        What makes an element fit for a slide.
    """
    rows = element.all("tr")
    columns = max((len([one for one in row.inside if one.tag in ("td", "th")]) for row in rows), default=0)
    small = len(rows) <= MOST_ROWS and columns <= MOST_COLUMNS and len(element.text) <= MOST_IN_TABLE
    return piece("div", "scroll", clean(element).html) if small and rows else ""


def points(element: Element, clean: Clean) -> str:
    """Return a list with the beginning of each item; nothing for one that no slide has room for.

    Parameters
    ----------
    element : Element
        The list.
    clean : callable
        What makes an element fit for a slide.
    """
    found = [one for one in element.inside if one.tag == "li"]
    shown = [lead(clean(one.first("p") or one)) for one in found]
    fits = len(found) <= MOST_ITEMS and sum(len(plain(one)) for one in shown) <= MOST_IN_ITEMS
    return items(shown) if fits else ""
