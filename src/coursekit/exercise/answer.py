"""Look at what a learner's function returned: for the tests of exercises whose answer is a number, a list or a table.

Tests and marking rest on one notion of the same answer: both read a value with
:func:`coursekit.exercise.mark.answers_json.plain` and compare with :mod:`coursekit.exercise.mark.compare`. So a tuple,
an array, a generator or a column may stand for a list, a labelled column for a dictionary, and an empty cell is empty
however it is marked; a name in a table's index is no column. What is not as it should be fails the test with a sentence
for the learner. It runs in the page's Python and in plain CPython alike.
"""

from __future__ import annotations

import reprlib
from collections.abc import Iterator
from typing import Any

from coursekit.exercise.file.contents import TOLERANCE
from coursekit.exercise.mark import compare
from coursekit.exercise.mark.answers_json import NotPlain, plain
from coursekit.words import say

__all__ = ["TOLERANCE", "listed", "mapping", "number", "same", "shown", "table"]


def same(found: Any, expected: Any, tolerance: float = TOLERANCE, ordered: bool = False) -> bool:
    """Whether ``found`` is the answer ``expected``, as marking would say.

    Parameters
    ----------
    found, expected
        What the learner's function returned, and what is right.
    tolerance
        How far numbers may be apart, relative to the larger or to 1.
    ordered
        Whether a table's rows must come in the order of ``expected``.

    Returns
    -------
    bool
        False also for what marking could not read.
    """
    try:
        return compare.same(plain(expected), plain(found), tolerance, ordered)
    except NotPlain:
        return False


def number(found: Any) -> float:
    """Return the number that was returned; fail if it is none."""
    assert found is not None, say("exercise.answer.nothing")
    try:
        value = compare.number(plain(found))
    except NotPlain:
        value = None
    assert value is not None, say("exercise.answer.no-number", value=shown(found))
    return value


def listed(found: Any) -> list[Any]:
    """Return the values of a list or of what may stand for one; fail if it is nothing of that kind."""
    assert found is not None, say("exercise.answer.nothing")
    if isinstance(found, Iterator):
        return list(found)
    try:
        form = plain(found)
    except NotPlain:
        form = None
    fits = isinstance(form, list) or (isinstance(form, dict) and "$series" in form)
    assert fits, say("exercise.answer.no-list", kind=type(found).__name__)
    return found.tolist() if hasattr(found, "tolist") else list(found)


def mapping(found: Any) -> dict[Any, Any]:
    """Return a dictionary, or a labelled column as one; fail if it is neither."""
    assert found is not None, say("exercise.answer.nothing")
    labelled = hasattr(found, "index") and hasattr(found, "tolist") and hasattr(found, "to_dict")
    assert isinstance(found, dict) or labelled, say("exercise.answer.no-mapping", kind=type(found).__name__)
    return dict(found) if isinstance(found, dict) else dict(found.to_dict())


def table(found: Any, *columns: str) -> Any:
    """Return a table that has each of ``columns`` once, its rows numbered anew; fail if it is none, or lacks one.

    Parameters
    ----------
    found
        What the learner's function returned.
    *columns
        The names that must be there.

    Returns
    -------
    DataFrame
        The learner's table.
    """
    assert found is not None, say("exercise.answer.nothing")
    is_table = hasattr(found, "columns") and hasattr(found, "itertuples")
    assert is_table, say("exercise.answer.no-table", kind=type(found).__name__)
    there = [str(name) for name in found.columns]
    for name in columns:
        inside = name in [str(one) for one in found.index.names]
        assert name in there or not inside, say("exercise.answer.in-index", name=name)
        names = ", ".join(f"`{one}`" for one in there) or "—"
        assert name in there, say("exercise.answer.no-column", name=name, found=names)
        assert there.count(name) == 1, say("exercise.answer.two-columns", name=name)
    return found.reset_index(drop=True)


def shown(value: Any) -> str:
    """Return a value in short, for a sentence; NumPy's numbers and arrays without their wrapping."""
    if hasattr(value, "tolist"):
        value = value.tolist()
    return reprlib.repr(value)
