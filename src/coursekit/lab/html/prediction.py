"""A prediction as HTML: the guess that is asked for before a lab answers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.html import render
from coursekit.lab.declare.parts import Prediction
from coursekit.lab.declare.sentences import Readings, fill_in, format_number
from coursekit.words import say

if TYPE_CHECKING:
    from markupsafe import Markup


def prediction(lab_id: str, asked: Prediction, readings: Readings) -> Markup:
    """Return the section that asks for a guess before the lab answers.

    Parameters
    ----------
    lab_id : str
        The lab that it belongs to.
    asked : Prediction
        What is asked.
    readings : mapping
        What the lab's sentences may name, at the state that the question is about.

    Returns
    -------
    Markup
        HTML.
    """
    answer = asked.answer(readings)
    values: dict[str, Any]
    if asked.options is not None:
        values = {"kind": "choice", "answer": answer, "shown": asked.options[str(answer)]}
    else:
        shown = asked.with_unit(format_number(float(answer), ","))
        values = {"kind": "number", "answer": f"{float(answer):.6g}", "shown": shown, **_margin(asked)}
    return render(
        __package__, "prediction", lab_id=lab_id, asked=asked, reason=fill_in(asked.reason, readings), **values
    )


def _margin(asked: Prediction) -> dict[str, Any]:
    """Return how sure a guess may be said to be: the widest margin, the first one, and that in words."""
    steps = (asked.high - asked.low) / asked.step + 1e-9
    within = asked.step * (steps // 10)
    ends = (max(asked.start - within, asked.low), min(asked.start + within, asked.high))
    around = say("prediction.around", low=f"{ends[0]:g}", high=asked.with_unit(f"{ends[1]:g}"))
    return {"widest": asked.step * (steps // 2), "within": within, "around": around}
