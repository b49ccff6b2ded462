"""Checks beside the learner's code: fast, kind, formative. They can be forged, and decide no mark."""

from __future__ import annotations

import ast
import contextlib
import inspect
import reprlib
from collections.abc import Callable
from types import FrameType
from typing import Any, Literal, TypedDict

from coursekit.exercise.check.raised_help import raised_help
from coursekit.exercise.check.world import LAST, tests_world
from coursekit.exercise.file.variants import filled
from coursekit.exercise.helpers.nowhere import Nowhere
from coursekit.exercise.mark.call import ChangedArgumentError
from coursekit.words import say

TESTS_FILE = "<tests>"
# The course's modules whose assertions carry sentences for the learner.
HELPERS = tuple(
    f"coursekit.exercise.{name}"
    for name in (
        "answer",
        "chart",
        "drawn",
        "drive",
        "helpers.chart_readers",
        "helpers.drawn_readers",
        "helpers.find_widgets",
        "helpers.widget_kinds",
    )
)
LONGEST = 800  # characters of a message; a learner's value or error may be of any length


class Result(TypedDict):
    """One test: its name, how it went, and what the learner should read ("" when passed)."""

    name: str
    status: Literal["passed", "failed", "error"]
    message: str


class Report(TypedDict):
    """Every test in the order of the file; ``passed`` only if all are."""

    passed: bool
    tests: list[Result]


def run_checks(tests_source: str, namespace: dict[str, Any], setup: str = "") -> Report:
    """Run each ``test_…`` of the source over what the learner's code has left in ``namespace``.

    Tests have a world of their own (:func:`~coursekit.exercise.check.world.tests_world`): they cannot spoil the
    learner's names, and a learner's name cannot spoil a test's helper, table or builtin. Whatever a test raises,
    ``SystemExit`` too, is caught and said in a sentence.

    Parameters
    ----------
    tests_source
        The exercise file's cell ``tests``.
    namespace
        The globals in which the learner's code ran.
    setup
        What ran before it: the tests run it anew for themselves.

    Returns
    -------
    Report
        Plain data, ready for JSON.
    """
    nowhere = Nowhere()
    tests: list[Result] = []
    with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
        tree = ast.parse(tests_source)
        names = [n.name for n in tree.body if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")]
        try:
            world = tests_world(tree, setup, namespace)
            exec(compile(tests_source, TESTS_FILE, "exec"), world)
        except BaseException as error:
            # A helper at the top of the tests needs a name that the learner's code no longer has.
            first = names[0] if names else "tests"
            fault: Result = {"name": first, "status": "error", "message": explain(error, namespace)}
            return {"passed": False, "tests": [fault]}
        tests = [_run(name, world, namespace) for name in names]
    return {"passed": bool(tests) and all(t["status"] == "passed" for t in tests), "tests": tests}


def _run(name: str, world: dict[str, Any], namespace: dict[str, Any]) -> Result:
    test: Callable[[], object] = world[name]
    feedback, last = filled(inspect.getdoc(test) or name, world), world[LAST]
    last.clear()
    try:
        test()
    except ChangedArgumentError as error:
        return {"name": name, "status": "failed", "message": _cut(_text(error))}
    except AssertionError as error:
        frames = _frames(error)
        if not any(_is_learners(frame, namespace) for frame, _ in frames):
            own = bool(frames) and _is_tests(frames[-1][0])
            return {"name": name, "status": "failed", "message": _cut(feedback + (_value(error, last) if own else ""))}
        return {"name": name, "status": "error", "message": explain(error, namespace)}
    except BaseException as error:
        if last and not any(_is_learners(frame, namespace) for frame, _ in _frames(error)):
            # The learner's function has answered; it is the test that cannot read the answer.
            values = {"name": type(error).__name__, "text": _text(error), "value": _shown(last[-1])}
            return {
                "name": name,
                "status": "failed",
                "message": _cut(f"{feedback} {say('exercise.unreadable', **values)}"),
            }
        return {"name": name, "status": "error", "message": explain(error, namespace)}
    return {"name": name, "status": "passed", "message": ""}


def explain(error: BaseException, namespace: dict[str, Any]) -> str:
    """Return a kind sentence on what the learner's code raised: where, what, and what that usually means.

    Parameters
    ----------
    error : BaseException
        What was raised.
    namespace : dict
        The names of the learner's code, by which its lines are told from those of libraries.

    Returns
    -------
    str
        One or two sentences, cut if they are very long.
    """
    name = type(error).__name__
    lines = [line for frame, line in _frames(error) if _is_learners(frame, namespace)]
    key = "exercise.raised_at" if lines else "exercise.raised"
    values = {"name": name, "text": _text(error), "line": lines[-1] if lines else 0}
    frames = _frames(error)
    by_learner = bool(frames) and _is_learners(frames[-1][0], namespace)
    return _cut(f"{say(key, **values)} {raised_help(error, by_learner, **values)}")


def _frames(error: BaseException) -> list[tuple[FrameType, int]]:
    found, trace = [], error.__traceback__
    while trace:
        found.append((trace.tb_frame, trace.tb_lineno))
        trace = trace.tb_next
    return found


def _is_learners(frame: FrameType, namespace: dict[str, Any]) -> bool:
    """Whether the frame runs the learner's code; the setup shares its globals, but says so in its file's name."""
    return frame.f_globals is namespace and "setup" not in frame.f_code.co_filename


def _is_tests(frame: FrameType) -> bool:
    """Whether the frame is the tests' own, or of a helper that tests import to look into an answer."""
    return frame.f_code.co_filename == TESTS_FILE or str(frame.f_globals.get("__name__")) in HELPERS


def _text(error: BaseException) -> str:
    try:
        text = str(error) or type(error).__name__
    except BaseException:  # an exception of the learner's own, whose text fails in its turn
        text = type(error).__name__
    return _cut(text, 300)


def _value(error: AssertionError, last: list[object]) -> str:
    """Return what the assertion carries: a sentence as it is, another value as the learner's answer.

    One that carries nothing tells what the learner's function returned last.
    """
    if not error.args or error.args[0] is None:
        return " " + say("exercise.your_value", value=_shown(last[-1])) if last else ""
    carried = error.args[0]
    return " " + (carried if isinstance(carried, str) else say("exercise.your_value", value=_shown(carried)))


def _shown(value: Any) -> str:
    try:
        if getattr(value, "ndim", None) == 0:
            value = value.item()  # NumPy's numbers show themselves with their type, which helps no one here
        return _cut(reprlib.repr(value), 200)
    except BaseException:
        return type(value).__name__


def _cut(text: str, longest: int = LONGEST) -> str:
    return text if len(text) <= longest else text[: longest - 1] + "…"
