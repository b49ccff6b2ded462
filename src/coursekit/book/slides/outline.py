"""A page cut into slides: for each section its lead, and a slide for each lab, question, exercise and picture in it.

What is longer goes into the speaker's notes, whole. A section of the page that is made for one reader alone (the memo,
the list of guesses, the worksheet) has no slide.
"""

from __future__ import annotations

from html import escape

from coursekit.book.slides import parts
from coursekit.book.slides.elements import Element
from coursekit.book.slides.lead import lead, plain
from coursekit.book.slides.parts import Clean, Slide, items, statement
from coursekit.book.slides.pieces import piece
from coursekit.words import say

WRAPPERS = {"cell", "cell_output", "output"}
MOST_POINTS, MOST_IN_POINTS = 3, 330
ASKED = {"question": parts.question, "prediction": parts.prediction, "exercise": parts.exercise}


class Outline:
    """The slides of one page, in its order.

    Parameters
    ----------
    article : Element
        What the page holds.
    clean : callable
        What makes an element fit for a slide.
    label : str
        What the page is in its course, as HTML.
    """

    def __init__(self, article: Element, clean: Clean, label: str) -> None:
        self.clean = clean
        self.slides: list[Slide] = []
        self.run: list[Element] = []  # paragraphs that no slide shows yet
        top = next((one for one in article.all("section") if one.first("h1")), article)
        heading = top.first("h1")
        self.heading = clean(heading).inner if heading else ""
        self.slides.append(Slide("title", self.heading, piece("p", "label", label) + self._opening(top)))
        self._section(top)
        self.slides.append(Slide("end", say("slides.end"), ""))

    def _opening(self, top: Element) -> str:
        """Return the title with the picture of the page's scene, what the page is about, and what it says of itself."""
        lead, *facts = top.first("p.lead"), top.first(".facts"), top.first("p.meta"), top.first("p.content-note")
        scene = next((one for one in top.inside if one.tag == "section" and "scene" in one.classes), None)
        picture = parts.scene(scene, self.clean)[0] if scene else ""
        about = piece("p", "more", self.clean(lead).inner) if lead else ""
        small = piece("p", "meta", *(self.clean(one).inner for one in facts if one))
        # The deck's one heading of the first level is heard on every slide; here it is seen.
        return piece("p", "title", self.heading, unheard=True) + picture + piece("div", "facts", about + small)

    def _section(self, section: Element) -> None:
        """Add the slides of a section and of what stands in it."""
        if any(one.tag == "section" and "worksheet" in one.classes for one in section.inside):
            return  # what only the teacher has: the answers and the sheet
        self._part(section.inside)
        self._flush()

    def _part(self, inside: list[Element]) -> None:
        """Add the slides of what stands in a section or in a wrapper."""
        for one in inside:
            kinds = one.classes
            if one.tag in ("h2", "h3", "h4"):
                self.heading = self.clean(one).inner
            elif one.tag == "section" and "lab" in kinds:
                self._flush()
                self._add("lab", piece("div", "bench-of-slide", one.html))
            elif one.tag == "section" and "scene" in kinds:
                self._scene(one)
            elif one.tag == "section" and (asked := kinds & ASKED.keys()):
                self._ask(one, next(iter(asked)))
            elif one.tag == "section" and "reflection" in kinds:
                self._ask(one, "question")
            elif one.tag == "section" and (not kinds or "step" in kinds):
                self._flush()
                outer, self.heading = self.heading, self.heading
                self._section(one)
                self.heading = outer
            elif one.tag == "div" and kinds & WRAPPERS and not one.first("table") and "math" not in kinds:
                self._part(one.inside)
            else:
                self._block(one, kinds)

    def _block(self, one: Element, kinds: frozenset[str]) -> None:
        """Add what stands in a section's text: a paragraph, a list, a table, a formula, the teacher's part."""
        if one.tag == "p" and not kinds:
            self.run.append(self.clean(one))
        elif one.tag == "details" and "teacher" in kinds:
            self._flush()
            self.slides[-1].notes += [self.clean(each).html for each in one.inside if each.tag in ("p", "ul", "ol")]
        elif one.tag in ("ul", "ol"):
            self._show("text", parts.points(one, self.clean), [self.clean(one).html])
        elif "admonition" in kinds:
            self._admonition(one)
        elif one.first("section.lab") or one.first("section.prediction"):
            self._part(one.inside)
        elif found := one.first(".katex-display"):
            self._show("picture", piece("div", "formula", found.html), [])
        elif found := one if one.tag == "table" else one.first("table"):
            if one.tag != "section":
                self._show("picture", parts.table(found, self.clean), [])
        elif one.tag == "figure":
            self._show("picture", self.clean(one).html, [])

    def _show(self, kind: str, shown: str, notes: list[str]) -> None:
        """Add a slide of something in the text, below the lead of the paragraph before it; the rest is noted.

        Parameters
        ----------
        kind : str
            The slide's kind.
        shown : str
            What it shows; empty if no slide has room for it.
        notes : list of str
            What the speaker has of it.
        """
        before = self.run[-1:] if shown else []
        self.run = self.run[:-1] if shown else self.run
        self._flush()
        if shown:
            self._add(kind, piece("p", "more", *(lead(one) for one in before)) + shown)
            self.slides[-1].notes += [one.html for one in before] + notes
        elif notes:
            self.slides[-1].notes += notes

    def _admonition(self, one: Element) -> None:
        """Add a box of the text as a slide that is called what the box is called."""
        self._flush()
        title = one.first(".admonition-title")
        outer, self.heading = self.heading, self.clean(title).inner if title else self.heading
        self._part([child for child in one.inside if "admonition-title" not in child.classes])
        self._flush()
        self.heading = outer

    def _ask(self, section: Element, kind: str) -> None:
        """Add a slide that asks something; a short paragraph that leads to it goes into its notes."""
        led = [] if len(self.run) != 1 else self.run
        self.run = [] if led else self.run
        self._flush()
        self._add("question", ASKED[kind](section, self.clean))
        prompt = section.first(".prompt")
        told = [self.clean(each).html for each in prompt.inside if each.tag] if prompt and kind == "exercise" else []
        revealed = section.first(".reveal")
        told += [self.clean(each).html for each in revealed.all("p")] if revealed else []
        self.slides[-1].notes += [one.html for one in led] + told

    def _scene(self, section: Element) -> None:
        """Add what a scene asks; the title has its picture."""
        self._flush()
        _, asked, sources = parts.scene(section, self.clean)
        place = section.first(".place")
        outer, self.heading = self.heading, escape(place.text) if place else self.heading
        self._add("question", asked)
        self.slides[-1].notes += sources
        self.heading = outer

    def _flush(self) -> None:
        """Add a slide of the paragraphs that none shows yet: the lead of the first large, those of the next below."""
        if not self.run:
            return
        first, *rest = self.run
        below: list[str] = []
        for one in rest[:MOST_POINTS]:
            point = lead(one)
            if sum(len(plain(each)) for each in [*below, point]) > MOST_IN_POINTS:
                break
            below.append(point)
        self._add("text", statement(lead(first)) + items(below))
        self.slides[-1].notes += [one.html for one in self.run]
        self.run = []

    def _add(self, kind: str, body: str) -> None:
        """Add a slide of the section that is being read."""
        self.slides.append(Slide(kind, self.heading, body))
