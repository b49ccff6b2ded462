"""The learner's side of marking: make the calls, give the answers as text. Nothing that decides is in this Python.

Inputs are made anew for each call, and all of them before the learner's code runs. An answer crosses as plain data
(:mod:`coursekit.exercise.mark.answers_json`) in JSON, never as an object; one that fails, or has no plain form, or is
too long, stands as ``{"$error": what}``.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout, suppress
from typing import Any

from coursekit.exercise.helpers.nowhere import Nowhere
from coursekit.exercise.mark.answers_json import plain
from coursekit.exercise.mark.call import called
from coursekit.exercise.mark.inputs_json import unpacked

LONGEST = 300  # characters of what an error says
Namespace = dict[str, Any]


def warm(requests: list[dict[str, Any]]) -> None:
    """Run the setups once and forget them: what they import is then here, and no learner's time pays for it."""
    for request in requests:
        with suppress(Exception), redirect_stdout(Nowhere()), redirect_stderr(Nowhere()):
            names: Namespace = {"__name__": "exercise"}
            exec(compile(request["setup"], "<setup>", "exec"), names)
            exec(compile(request.get("compared") or "", "<compared>", "exec"), names)


def answering(request: dict[str, Any]) -> Callable[[str, Namespace], dict[str, Any]]:
    """Make the calls ready, before any code of the learner's has run; return what makes them.

    Parameters
    ----------
    request
        ``subject``, the function's name; ``calls``, for each call the list of its positional arguments and the
        dictionary of the others, as :func:`~coursekit.exercise.mark.inputs_json.packed` gives them; ``most``,
        the characters that all answers may have together; and, for an exercise whose answer is moved as a user
        would move it, ``compared``, the source of that function, with ``own``, its further arguments for each call.
    """
    subject, most = str(request["subject"]), int(request["most"])
    calls = [unpacked(call) for call in request["calls"]]
    own = [unpacked(one) for one in request.get("own") or [{"$dict": []}] * len(calls)]
    source, setup = request.get("compared") or "", request.get("setup") or ""
    marker: Namespace = {"__name__": "exercise"}
    if source:
        exec(compile(setup, "<setup>", "exec"), marker)
        exec(compile(source, "<compared>", "exec"), marker)
    compared = marker.get("compared") if source else None

    def answer(_tests: str, names: Namespace) -> dict[str, Any]:
        room, found = most, []
        nowhere = Nowhere()
        for call, extra in zip(calls, own, strict=True):
            with redirect_stdout(nowhere), redirect_stderr(nowhere):
                text = _answer(names, subject, call, compared, extra)
            if len(text) > room:
                text = json.dumps({"$error": f"too long: {len(text):,} characters"})
            room -= len(text)
            found.append(text)
        return {"answers": f"[{','.join(found)}]"}

    return answer


def _answer(names: Namespace, subject: str, call: list[Any], compared: Any, extra: Namespace) -> str:
    try:
        if subject not in names:
            raise NameError(f"name '{subject}' is not defined")
        value = called(names[subject], *call)
        return json.dumps(plain(compared(value, **extra) if compared else value), allow_nan=False)
    except MemoryError:
        raise
    except BaseException as error:  # sys.exit() and the like are an answer's too
        return json.dumps({"$error": error_text(error)})


def error_text(error: BaseException) -> str:
    """Return an exception's kind and what it says, cut off where it is long."""
    name = type(error).__name__
    try:
        text = str(error)
    except BaseException:
        text = ""
    return (f"{name}: {text}" if text else name)[:LONGEST]
