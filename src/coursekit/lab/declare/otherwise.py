"""*Assume otherwise*: controls that choose among a model's contested forms, and sentences on what that changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coursekit.lab.declare.controls import Choice
from coursekit.lab.declare.sentences import Say, Sentences
from coursekit.model.forms import Forms
from coursekit.model.quantity import Symbol
from coursekit.words import say

USUAL = "usual"
"""Before a reading's name: its value under the default forms, all else as it is set."""

LEAST = 0.005
"""Changes below half of what the last printed digit shows are called no change."""


def form_choice(forms: Forms) -> Choice:
    """Return the control that chooses one of the forms."""
    return Choice(
        forms.name,
        forms.question,
        {form.key: (form.label, float(place)) for place, form in enumerate(forms.options)},
    )


def otherwise_sentences(
    contested: Sequence[Forms], quantity: str, symbol: Symbol, labels: Mapping[str, str], series: Sequence[str]
) -> Sentences:
    """Return what a lab says once another form is chosen: of each series that changes, the new and the old number.

    Parameters
    ----------
    contested : sequence of Forms
        The forms that the lab offers.
    quantity : str
        The quantity that is compared: the first that the lab shows.
    symbol : Symbol
        Its entry in the table, for its meaning and how it is written.
    labels : mapping
        What each series is called.
    series : sequence of str
        The series of the lab.

    Returns
    -------
    sequence
        Groups of sentences, none of which is said under the default forms.
    """
    if not contested:
        return []
    form = "points" if symbol.low < 0 and symbol.unit == "chance" else "%" if symbol.unit == "chance" else ".2f"
    meaning = f"{symbol.meaning[0].lower()}{symbol.meaning[1:]}"
    same = Say(say("lab.otherwise_same", quantity=meaning), _unchanged(contested, quantity, series))
    changes = Say(say("lab.otherwise_changes", quantity=meaning), lambda r: _flipped(r, contested))
    groups = [[same, changes]]
    for name in series:
        new, old = f"{name}.{quantity}", f"{USUAL}.{name}.{quantity}"
        text = say(
            "lab.otherwise_changed",
            series=labels[name],
            new=f"{{{new}:{form}}}",
            old=f"{{{old}:{form}}}",
        )
        groups.append([Say(text, _changed(contested, new, old))])
    return groups


def _flipped(r: Callable[[str], Any], contested: Sequence[Forms]) -> Any:
    first, *others = (r(forms.name) > 0.5 for forms in contested)
    for other in others:
        first = first | other
    return first


def _changed(contested: Sequence[Forms], new: str, old: str) -> Callable[[Callable[[str], Any]], Any]:
    return lambda r: _flipped(r, contested) & ((r(new) > r(old) + LEAST) | (r(old) > r(new) + LEAST))


def _unchanged(
    contested: Sequence[Forms], quantity: str, series: Sequence[str]
) -> Callable[[Callable[[str], Any]], Any]:
    def condition(r: Callable[[str], Any]) -> Any:
        same = _flipped(r, contested)
        for name in series:
            new, old = r(f"{name}.{quantity}"), r(f"{USUAL}.{name}.{quantity}")
            same = same & (new <= old + LEAST) & (old <= new + LEAST)
        return same

    return condition


def in_links(name: str) -> str:
    """Return how a control is called in links and as an input: a form's selector is written with a hyphen."""
    return name.replace("_", "-") if name.startswith("form_") else name
