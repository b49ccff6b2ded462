"""Call a learner's function the way *Check* and marking both do: by position, on copies, and watching for changes."""

from __future__ import annotations

import copy
import inspect
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from coursekit.exercise.mark.answers_json import NotPlain
from coursekit.exercise.mark.inputs_json import packed
from coursekit.words import say


class ChangedArgumentError(AssertionError):
    """The function changed what it was given; the message is for the learner."""


def by_position(function: Callable[..., object], named: Mapping[str, Any]) -> tuple[list[Any], dict[str, Any]]:
    """Return the arguments ``named`` as ``function``'s signature orders them: positional ones, and the rest by name.

    Parameters
    ----------
    function
        The reference solution, whose parameters a learner may have renamed.
    named
        A case: its values by the solution's names.

    Returns
    -------
    tuple
        The positional arguments, and those that can only be given by name.
    """
    bound = inspect.signature(function).bind(**named)
    return list(bound.args), dict(bound.kwargs)


def called(
    function: Callable[..., object], args: Sequence[Any] = (), kwargs: Mapping[str, Any] | None = None
) -> object:
    """Call ``function`` on copies of its arguments, and return what it returns.

    Parameters
    ----------
    function
        The learner's function.
    args, kwargs
        What it is called with; they stay as they are.

    Raises
    ------
    ChangedArgumentError
        If it changed an argument.
    Exception
        Whatever it raises.
    """
    given, named = copy.deepcopy(list(args)), copy.deepcopy(dict(kwargs or {}))
    before = _pictures([*given, *named.values()])
    answer = function(*given, **named)
    for n, (was, value) in enumerate(zip(before, [*given, *named.values()], strict=True)):
        if was is not None and _picture(value) != was:
            raise ChangedArgumentError(say("exercise.changed_argument", n=n + 1, kind=type(value).__name__))
    return answer


def _pictures(values: Sequence[Any]) -> list[str | None]:
    return [_picture(value) for value in values]


def _picture(value: Any) -> str | None:
    """Return the value as text that differs if anything in it does; None for what has no such form."""
    try:
        return json.dumps(packed(value))
    except (NotPlain, RecursionError, TypeError, ValueError):
        return None
