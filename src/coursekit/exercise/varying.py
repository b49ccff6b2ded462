"""What exercises and questions share where values vary by learner: which variant, and ``{NAME}`` filled in.

Only the standard library: it runs in the page's Python too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

COUNT = 24
NAME = re.compile(r"[A-Z][A-Z0-9_]*")
PLACE = re.compile(r"\{(?P<name>[A-Z][A-Z0-9_]*)(?::(?P<form>[^{}]*))?\}")


def chosen(seed: int, id: str, many: int = COUNT) -> int:
    """Return which variant of an exercise or question a learner has.

    The page computes it in the same way (``web/src/varying/variant.ts``): FNV-1a of seed and id, so that two
    of them differ.

    Parameters
    ----------
    seed : int
        The learner's number.
    id : str
        The id of the exercise or question.
    many : int
        How many variants there are, from 1.

    Returns
    -------
    int
        From 0 to below ``many``.
    """
    state = 2166136261
    for letter in f"{seed}/{id}".encode():
        state = (state ^ letter) * 16777619 & 0xFFFFFFFF
    return state % many


def places(text: str, names: Mapping[str, Any]) -> list[str]:
    """Return the placeholders of ``text`` that ``names`` can fill, as they stand between their braces.

    Parameters
    ----------
    text : str
        The prompt, a hint or the like.
    names : mapping
        The values that there are, by name.

    Returns
    -------
    list of str
        As ``YEAR`` or ``COST:,.0f``, in the order of the text.
    """
    return [found[0][1:-1] for found in PLACE.finditer(text) if found["name"] in names]


def shown(place: str, values: Mapping[str, Any]) -> str:
    """Return what a placeholder such as ``YEAR`` or ``COST:,.0f`` reads as; a list, with commas.

    Parameters
    ----------
    place : str
        The placeholder without its braces: a name, and after a colon how to format it.
    values : mapping
        The variant's values by name.

    Returns
    -------
    str
        The text to be read in its place.

    Raises
    ------
    ValueError, TypeError
        If the value cannot be formatted so.
    """
    name, _, form = place.partition(":")
    value = values[name]
    if isinstance(value, list | tuple):
        return ", ".join(format(one, form) for one in value)
    return format(value, form)


def filled(text: str, values: Mapping[str, Any]) -> str:
    """Return ``text`` with each ``{NAME}`` that ``values`` know filled in.

    Parameters
    ----------
    text : str
        The text with placeholders.
    values : mapping
        The variant's values by name.

    Returns
    -------
    str
        The text; a placeholder that is unknown or cannot be formatted stays as it is.
    """

    def fill(found: re.Match[str]) -> str:
        if found["name"] not in values:
            return found[0]
        try:
            return shown(found[0][1:-1], values)
        except (ValueError, TypeError):
            return found[0]

    return PLACE.sub(fill, text)
