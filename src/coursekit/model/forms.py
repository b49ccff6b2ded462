"""Contested forms: alternatives of one quantity that stand beside each other under one name, the first the default.

Where the literature disagrees about a formula, and not only about a number in it, both formulas are kept. Each has the
arguments and the unit of the other; a *selector*, a parameter of the model, says which of them computes. Several
quantities can share a selector, where one disagreement touches them all.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial, wraps
from itertools import product
from typing import Any

from coursekit.model.branches import choose
from coursekit.model.symbolic import Value

Formula = Callable[..., Value]


@dataclass(frozen=True)
class Form:
    """One of the alternatives.

    Parameters
    ----------
    key : str
        Its name in links and code.
    label : str
        How a reader chooses it: a few words.
    sentence : str
        What it assumes, in one plain sentence.
    source : str
        Citation keys, or what was assumed.
    """

    key: str
    label: str
    sentence: str
    source: str


@dataclass(frozen=True)
class Forms:
    """A disagreement: its selector, the question, the alternatives, and why the first of them is the default.

    Parameters
    ----------
    name : str
        The selector: a parameter whose value is the place of the chosen form, 0 for the default.
    question : str
        What the forms answer differently.
    reason : str
        Why the default is the default.
    options : sequence of Form
        At least two; the first is the default.

    Raises
    ------
    ValueError
        If there are fewer than two forms, two with one key, or one without a sentence or a source.
    """

    name: str
    question: str
    reason: str
    options: Sequence[Form]

    def __post_init__(self) -> None:
        keys = [form.key for form in self.options]
        if len(keys) < 2 or len(set(keys)) < len(keys):
            raise ValueError(f"{self.name}: there must be two forms at least, each with its own key, not {keys}.")
        for form in self.options:
            if not form.sentence or not form.source:
                raise ValueError(f"{self.name}: the form {form.key!r} needs a sentence and a source.")

    def number(self, key: str) -> float:
        """Return the selector's value for a form's key.

        Raises
        ------
        ValueError
            If there is no such form.
        """
        for place, form in enumerate(self.options):
            if form.key == key:
                return float(place)
        raise ValueError(f"{self.name}: there is no form {key!r}; there are {', '.join(f.key for f in self.options)}.")

    def of(self, *others: Formula | None) -> Callable[[Formula], Formula]:
        """Make a decorator that sets a quantity's formula beside its alternatives.

        Parameters
        ----------
        *others : callable or None
            The formulas of the other forms, in the order of ``options``; of the same signature. None: under that form
            the default formula holds.

        Returns
        -------
        callable
            Takes the default formula and returns a function with one more argument, the selector. Its equation is
            that of the default; the others are found by :func:`alternatives`.

        Raises
        ------
        ValueError
            If there are not as many formulas as forms, or one has another signature than the default.
        """

        def decorate(default: Formula) -> Formula:
            formulas = (default, *(other or default for other in others))
            if len(formulas) != len(self.options):
                raise ValueError(f"{default.__name__}: {self.name} has {len(self.options)} forms, not {len(formulas)}.")
            given = inspect.signature(default).parameters
            for other in formulas:
                if _arguments(other) != _arguments(default):
                    raise ValueError(f"{other.__name__} must take what {default.__name__} takes: {', '.join(given)}.")

            @wraps(default)
            def chosen(*positional: Value, **named: Value) -> Value:
                if named or len(positional) <= len(given):
                    values = signature.bind(*positional, **named)
                    values.apply_defaults()
                    positional = values.args
                *rest, selector = positional
                return choose(selector, *(partial(formula, *rest) for formula in formulas))

            last = inspect.Parameter(self.name, inspect.Parameter.POSITIONAL_OR_KEYWORD, default=0.0)
            signature = inspect.Signature([*given.values(), last])
            chosen.__signature__ = signature  # type: ignore[attr-defined]
            chosen.alternatives = {**getattr(default, "alternatives", {}), self.name: formulas}  # type: ignore[attr-defined]
            return chosen

        return decorate


def _arguments(function: Formula) -> list[tuple[str, Any]]:
    return [(name, one.default) for name, one in inspect.signature(function).parameters.items()]


def alternatives(quantity: Formula) -> Mapping[str, tuple[Formula, ...]]:
    """Return a quantity's formulas by selector, the default first; empty if nothing about it is contested."""
    found: Mapping[str, tuple[Formula, ...]] = getattr(quantity, "alternatives", {})
    return found


def universes(*contested: Forms) -> Iterator[dict[str, float]]:
    """Give every combination of forms as values of their selectors; the first is that of the defaults."""
    names = [forms.name for forms in contested]
    for places in product(*(range(len(forms.options)) for forms in contested)):
        yield dict(zip(names, map(float, places), strict=True))
