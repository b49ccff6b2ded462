"""A prediction as HTML: the guess that is asked for before a lab answers."""

from __future__ import annotations

from html import escape

from coursekit.lab.declare.parts import Prediction
from coursekit.lab.declare.sentences import Readings, fill_in, format_number
from coursekit.words import say


def prediction(lab_id: str, asked: Prediction, readings: Readings) -> str:
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
    str
        HTML.
    """
    answer = asked.answer(readings)
    if asked.options is not None:
        shown, kind = asked.options[str(answer)], "choice"
        inputs = "".join(
            f'<label class="option"><input type="radio" name="guess" value="{escape(key)}" required>'
            f" {escape(label)}</label>"
            for key, label in asked.options.items()
        )
        inputs = f'<fieldset><legend class="label">{escape(say("lab.guess"))}</legend>{inputs}</fieldset>'
    else:
        shown, kind = f"{format_number(float(answer), ',')} {asked.unit}".strip(), "number"
        steps = (asked.high - asked.low) / asked.step + 1e-9
        wide, off = asked.step * (steps // 2), asked.step * (steps // 10)
        ends = (max(asked.start - off, asked.low), min(asked.start + off, asked.high))
        around = say("prediction.around", low=f"{ends[0]:g}", high=f"{ends[1]:g}", unit=asked.unit).strip()
        field = f"prediction-{asked.id}-guess"
        inputs = (
            f'<div class="row"><label for="{field}">{escape(say("lab.guess"))}</label>'
            f'<input type="range" id="{field}" name="guess" min="{asked.low:g}" max="{asked.high:g}"'
            f' step="{asked.step:g}" value="{asked.start:g}">'
            f'<output for="{field}">{asked.start:g} {escape(asked.unit)}</output></div>'
            f'<div class="row"><label for="{field}-within">{escape(say("lab.within"))}</label>'
            f'<input type="range" id="{field}-within" name="within" min="0" max="{wide:g}" step="{asked.step:g}"'
            f' value="{off:g}"><output for="{field}-within">{escape(around)}</output></div>'
        )
        answer = f"{float(answer):.6g}"
    return (
        f'<section class="prediction" id="prediction-{asked.id}" data-kind="{kind}" data-answer="{escape(str(answer))}"'
        f' data-shown="{escape(shown)}" data-unit="{escape(asked.unit)}" data-lab="{lab_id}">'
        f'<p class="label">{escape(say("lab.predict_first"))}</p><h2 class="q">{escape(asked.question)}</h2>'
        f'<form>{inputs}<div class="bar"><button class="main" type="submit">{escape(say("lab.guess_it"))}</button>'
        f'<button type="button" data-skip>{escape(say("lab.skip"))}</button></div></form>'
        f'<div class="reveal" hidden><p><b>{escape(say("lab.model_answer"))}: {escape(shown)}.</b> '
        f"{escape(fill_in(asked.reason, readings))}</p></div></section>\n"
    )
