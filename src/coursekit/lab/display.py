"""Labs as a course's files make them: checked when they are made, answering in numbers, showing themselves anywhere.

A declaration (:mod:`coursekit.lab.declare`) knows no numbers and no display. The classes here add both: the checks that
fail a build and not a reader, what the lab answers at a state, and ``_repr_mimebundle_``, by which book, JupyterLab,
Colab and VS Code show it. Nothing of a lab imports this module; the files of a course do.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from coursekit.lab.declare import Case, CaseLabSpec, Key, ModelLabSpec, Readings, Row, TextLabSpec
from coursekit.lab.evaluate import rows
from coursekit.lab.evaluate.case_lab import case_readings, case_sentence, shown_cases
from coursekit.lab.evaluate.check_case_lab import check_case_lab
from coursekit.lab.evaluate.check_model_lab import check_model_lab
from coursekit.lab.evaluate.check_text_lab import check_text_lab
from coursekit.lab.html import case_lab as case_html
from coursekit.lab.html import text_lab as text_html

MimeBundle = dict[str, Any]


def _bundle(text: str, html: str | None, view: Callable[[], Any]) -> MimeBundle:
    """Return what a notebook or the book may show of a lab; the book takes the HTML, a notebook the widgets."""
    bundle: MimeBundle = {"text/plain": text}
    if html is not None:
        bundle["text/html"] = html
    if os.environ.get("COURSEKIT_MOUNT") != "page":
        bundle |= view()._repr_mimebundle_()
    return bundle


@dataclass(frozen=True)
class Lab(ModelLabSpec):
    """A lab over a model. Its parameters are those of :class:`~coursekit.lab.declare.model_lab.ModelLabSpec`.

    Raises
    ------
    ValueError
        If something names what the model does not have; the message says what and where.
    """

    def __post_init__(self) -> None:
        check_model_lab(self)

    def curve(self, **keys: Key) -> list[Row]:
        """Return the rows along the curve at a state."""
        return rows.curve_rows(self, self.state(**keys))

    def point(self, **keys: Key) -> list[Row]:
        """Return the row of each series at a state."""
        return rows.point_rows(self, self.state(**keys))

    def readings(self, **keys: Key) -> Readings:
        """Return the numbers that sentences name, at a state."""
        return rows.readings(self, self.state(**keys))

    def sentence(self, **keys: Key) -> str:
        """Return what the lab says at a state."""
        return rows.sentence(self, self.state(**keys))

    def figure(self, **keys: Key) -> Any:
        """Return the lab's charts at a state as one Altair chart: what *Copy as Python* copies gives this.

        Raises
        ------
        ValueError
            If a key is not one its control can take.
        """
        from coursekit.lab.charts.model_lab import figure  # Altair is heavy, and a lab can be asked without it

        return figure(self, self.state(**keys))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> MimeBundle:
        html = None
        if sys.platform != "emscripten":
            # vl_convert, which draws the still charts, is not in the page's Python.
            from coursekit.lab.html.model_lab import mount

            html = mount(self)
        return _bundle(f"{self.title}: {self.sentence()}", html, self._widgets)

    def _widgets(self) -> Any:
        from coursekit.lab.widgets.model_lab import view  # ipywidgets is heavy, and of no use to the book

        return view(self)


@dataclass(frozen=True)
class CaseLab(CaseLabSpec):
    """A lab over cases. Its parameters are those of :class:`~coursekit.lab.declare.case_lab.CaseLabSpec`.

    Raises
    ------
    ValueError
        If a case does not fit the filters, the columns or the years; the message says which and how.
    """

    def __post_init__(self) -> None:
        check_case_lab(self)

    def shown(self, **keys: Key) -> list[Case]:
        """Return the cases that the filters let through."""
        return shown_cases(self, **keys)

    def readings(self, **keys: Key) -> Readings:
        """Return the counts that sentences name."""
        return case_readings(self, **keys)

    def sentence(self, **keys: Key) -> str:
        """Return what is selected, and what the counts make the sentences say."""
        return case_sentence(self, **keys)

    def figure(self, **keys: Key) -> Any:
        """Return timeline and map of what is selected as one Altair chart: what *Copy as Python* copies gives this."""
        from coursekit.lab.charts.case_lab import figure  # Altair is heavy, and a lab can be asked without it

        return figure(self, self.shown(**keys))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> MimeBundle:
        return _bundle(f"{self.title}: {self.sentence()}", case_html.mount(self), self._widgets)

    def _widgets(self) -> Any:
        from coursekit.lab.widgets.case_lab import view  # ipywidgets is heavy, and of no use to the book

        return view(self)


@dataclass(frozen=True)
class TextLab(TextLabSpec):
    """A lab over texts. Its parameters are those of :class:`~coursekit.lab.declare.text_lab.TextLabSpec`.

    Raises
    ------
    ValueError
        If there are no passages, or a row is not as long as the columns.
    """

    def __post_init__(self) -> None:
        check_text_lab(self)

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> MimeBundle:
        return _bundle(f"{self.title}: {self.opened.sentence}", text_html.mount(self), self._widgets)

    def _widgets(self) -> Any:
        from coursekit.lab.widgets.text_lab import view  # ipywidgets is heavy, and of no use to the book

        return view(self)


AnyLab = Lab | CaseLab | TextLab
