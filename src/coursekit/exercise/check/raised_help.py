"""What an exception of the learner's code usually means, in a sentence of the catalog."""

from __future__ import annotations

import dis
from types import TracebackType

from coursekit.live.errors.explain import explained
from coursekit.words import catalog, say

# An `assert` raises too; and what ends or interrupts a program has a sentence that fits a `raise` as well.
OWN_SENTENCE = (AssertionError, SystemExit, KeyboardInterrupt)
_RAISE = dis.opmap["RAISE_VARARGS"]


def raised_help(error: BaseException, by_learner: bool, **values: object) -> str:
    """Return a sentence on what to do about ``error``.

    Parameters
    ----------
    error
        What was raised.
    by_learner
        Whether the learner's own code is where it comes from, and not a library that it calls.
    **values
        What the sentence may fill in.

    Returns
    -------
    str
        The nearest key or column where one may only be misspelt; else what its kind usually means.
    """
    if by_learner and not isinstance(error, OWN_SENTENCE) and _raised_by_hand(error.__traceback__):
        return say("exercise.raised.by-hand")
    if isinstance(error, KeyError) and (near := explained(error)):
        return near
    known = (f"exercise.raised.{kind.__name__}" for kind in type(error).__mro__)
    return say(next((key for key in known if key in catalog()), "exercise.raised.other"), **values)


def _raised_by_hand(trace: TracebackType | None) -> bool:
    """Whether the innermost frame stands at a ``raise``, and not at what Python itself found wrong."""
    while trace and trace.tb_next:
        trace = trace.tb_next
    return trace is not None and trace.tb_frame.f_code.co_code[trace.tb_lasti] == _RAISE
