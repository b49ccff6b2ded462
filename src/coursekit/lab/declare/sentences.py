"""Sentences that say what the model shows: written once, filled in by Python and by the page alike."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from coursekit import words

Readings = Mapping[str, float]
"""Flat: "tangible.deterrence_value", ".low", ".high", the controls by name, and "ahead"."""

Condition = Callable[[Callable[[str], Any]], Any]

_PLACE = re.compile(r"\{([\w.]+)(?::([^}]*))?\}")


@dataclass(frozen=True)
class Say:
    """A sentence with places like ``{tangible.deterrence_value:points}``, and when it is said.

    Parameters
    ----------
    text : str
        The sentence. Forms:
        ``%`` per cent, ``points`` percentage points,
        ``hundredths`` the same without the word, ``,`` thousands, ``.2f`` decimals.
    when : callable, optional
        Takes a function from a reading's name to its value; may use arithmetic, comparisons, ``&`` and ``|``.
    """

    text: str
    when: Condition | None = None


Sentences = Sequence[Sequence[Say]]
"""In order; of each group the first whose condition holds is said."""


def render_sentences(sentences: Sentences, readings: Readings) -> str:
    """Return what the readings make the sentences say.

    Parameters
    ----------
    sentences : sequence
        Groups of :class:`Say`; of each the first whose condition holds is said.
    readings : mapping
        From a reading's name to its value.

    Returns
    -------
    str
        The sentences, a blank between them.

    Raises
    ------
    KeyError
        If a sentence names a reading that is not there.
    """
    said = []
    for group in sentences:
        for say in group:
            if say.when is None or bool(say.when(readings.__getitem__)):
                said.append(fill_in(say.text, readings))
                break
    return " ".join(said)


def fill_in(text: str, readings: Readings) -> str:
    """Return the sentence with its places filled in.

    Parameters
    ----------
    text : str
        A sentence with places like ``{troops:,}``.
    readings : mapping
        From a reading's name to its value.

    Returns
    -------
    str
        What a reader reads.
    """
    return _PLACE.sub(lambda place: format_number(readings[place[1]], place[2] or ","), text)


def places(text: str) -> list[str]:
    """Return the names of the readings that a sentence has places for."""
    return [place[1] for place in _PLACE.finditer(text)]


def format_number(number: float, form: str) -> str:
    """Return a number as a reader sees it; halves are rounded up, as in the page.

    Parameters
    ----------
    number : float
        Any number; NaN is written as a dash.
    form : str
        How: ``%``, ``points``, ``hundredths``, ``,`` or ``.Nf``.

    Returns
    -------
    str
        What a reader reads.

    Raises
    ------
    ValueError
        If the form is none of ``%``, ``points``, ``hundredths``, ``,`` and ``.Nf``.
    """
    if math.isnan(number):
        return "—"
    if form in ("%", "points", "hundredths"):
        rounded = _round(100 * number)
        if form == "hundredths":
            return f"{rounded:.0f}"
        if form == "%":
            if 0 < number < 0.005:  # not nothing, and 0% would say so
                return words.say("lab.under", n=1)
            return words.say("lab.over", n=99) if 0.995 <= number < 1 else f"{rounded:.0f}%"
        return words.say("lab.points", n=int(rounded) if math.isfinite(rounded) else rounded)
    if form == ",":
        return f"{_round(number):,.0f}"
    digits = re.fullmatch(r"\.(\d)f", form)
    if not digits:
        raise ValueError(
            f"There is no form {form!r}; there are %, points, hundredths, the comma and .1f, .2f and so on."
        )
    scale = 10 ** int(digits[1])
    return f"{_round(number * scale) / scale:.{digits[1]}f}"


def _round(number: float) -> float:
    rounded = math.floor(number + 0.5)
    return float(rounded) if rounded else 0.0  # never "-0"
