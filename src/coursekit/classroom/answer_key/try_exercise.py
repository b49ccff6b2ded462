"""Trying one exercise as marking will use it: what is wrong with it is said before anybody loses a mark by it."""

from __future__ import annotations

import ast
import contextlib
import json
import random
import signal
import threading
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

from coursekit.classroom.answer_key.key import case_seed, entry
from coursekit.exercise import trial
from coursekit.exercise.file.cells import Cell, Malformed, split
from coursekit.exercise.file.read import Exercise, read
from coursekit.exercise.file.variants import variants
from coursekit.exercise.helpers.nowhere import Nowhere
from coursekit.exercise.mark.call import by_position, called
from coursekit.exercise.mark.reference import Marks, UnusableError

SLOWER = 6  # how many times an exercise's limit its solution may take here, where other programs run too


class _TooSlow(Exception):
    """The time is up."""


def try_quickly(path: Path, secret: str) -> None:
    """Try whether an exercise that is tested elsewhere can be marked with a secret: first variant, one set of cases.

    Parameters
    ----------
    path
        The exercise's file.
    secret
        The key's, in hexadecimal digits.

    Raises
    ------
    Malformed
        With file and reason, if its cases cannot be drawn, or the solution fails on one.
    """
    exercise = read(path)
    nowhere = Nowhere()
    with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
        try:
            Marks(entry(exercise), 0, case_seed(secret, exercise.id))
        except UnusableError as error:
            name = f"{path.parent.name}/{path.name}"
            _, cells = split(path.read_text("utf-8"), name)
            raise Malformed(name, cells["cases"].line, f"{error}.", "Mend its solution or its cases.") from None


def try_exercise(path: Path, secrets: Sequence[str]) -> None:
    """Try an exercise: its solution against its own tests, and its cases as each secret draws them.

    Parameters
    ----------
    path
        The exercise's file.
    secrets
        At least two, in hexadecimal digits; the first is the key's own.

    Raises
    ------
    Malformed
        With file, line and reason, if the exercise cannot be marked fairly.
    """
    exercise = read(path)
    name = f"{path.parent.name}/{path.name}"
    _, cells = split(path.read_text("utf-8"), name)
    nowhere = Nowhere()
    with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
        for n in range(len(variants(exercise))):
            _Trial(exercise, cells, name, n).run(secrets if n == 0 else secrets[:1])


class _Trial:
    """One variant of one exercise."""

    def __init__(self, exercise: Exercise, cells: dict[str, Cell], name: str, variant: int) -> None:
        self._exercise, self._cells, self._name, self._variant = exercise, cells, name, variant
        self._which = f" (variant {variant})" if len(variants(exercise)) > 1 else ""
        self._world: dict[str, Any] = {"__name__": "exercise"}
        self._values = False  # whether any case holds a value: else nothing can vary

    def run(self, secrets: Sequence[str]) -> None:
        exec(compile(variants(self._exercise)[self._variant].code, "<values>", "exec"), self._world)
        for cell in ("setup", "solution", "cases"):
            if cell in self._cells:
                self._step(cell, f"The cell {cell!r} raises", partial(self._run, cell))
        self._test()
        drawn = [self._draw(secret) for secret in secrets]
        if self._draw(secrets[0]) != drawn[0]:
            raise self._fault(
                "cases",
                "The same secret draws different cases each time.",
                "Draw with `rng` alone, and from nothing else that changes.",
            )
        if self._values and len(drawn) > 1 and len(set(drawn)) == 1:
            raise self._fault(
                "cases",
                "Every secret draws the same cases, so they can be known in advance.",
                "Draw values with `rng`.",
            )

    def _run(self, cell: str) -> None:
        # The tree's lines are the file's: a traceback then names the line that its author sees.
        exec(compile(self._cells[cell].tree, self._name, "exec"), self._world)

    def _test(self) -> None:
        def check() -> Any:
            return trial.check(self._exercise, self._exercise.solution, self._variant)

        report = self._step("tests", "The tests raise", check)
        for test in report["tests"]:
            if test["status"] != "passed":
                what = f"The solution does not pass its own test `{test['name']}`{self._which}: {test['message']}"
                raise self._fault("tests", what, "Mend the solution or the test.", test["name"])

    def _draw(self, secret: str) -> str:
        """Return the cases that a secret draws, as text, after the solution has answered all of them."""
        seed = case_seed(secret, self._exercise.id, self._variant)
        cases = self._step("cases", "`cases` raises", lambda: self._world["cases"](random.Random(seed)))
        if not isinstance(cases, list) or not cases or not all(isinstance(case, dict) for case in cases):
            raise self._fault("cases", "`cases` draws no list of dictionaries.", "Return at least one case.", "cases")
        self._values = self._values or any(cases)
        own = self._exercise.compared or ()
        subject = self._world[self._exercise.subject]
        for number, case in enumerate(cases, 1):
            given = {name: value for name, value in case.items() if name not in own}
            try:
                args, kwargs = by_position(subject, given)
            except TypeError as error:
                what = f"Case {number} gives other arguments than `{self._exercise.subject}` takes ({error})."
                raise self._fault("cases", what, "Name the case's values as the parameters.", "cases") from None
            what = f"Of case {number}{self._which} the solution raises"
            self._step("solution", what, partial(called, subject, args, kwargs))
        try:
            marks = Marks(entry(self._exercise), self._variant, seed)
        except UnusableError as error:
            cause = error.__cause__
            why = f"{type(cause).__name__}: {cause}" if cause else str(error)
            what = f"It cannot be marked: its cases or answers cannot be handed over ({why})."
            raise self._fault("cases", what, "Use numbers, text, tables and lists of them.") from None
        return json.dumps([marks.passed, marks.own])

    def _step(self, cell: str, what: str, do: Callable[[], Any]) -> Any:
        limit_s = SLOWER * self._exercise.limit_s
        try:
            with _within(limit_s):
                return do()
        except _TooSlow:
            raise self._fault(
                cell, f"{what} nothing, but is not done after {limit_s:g} s{self._which}.", "Make it end sooner."
            ) from None
        except (Exception, SystemExit) as error:
            lines = [
                frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == self._name
            ]
            line = lines[-1] if lines and lines[-1] else self._cells[cell].line
            why = f"{what} {type(error).__name__}: {str(error)[:300]}".rstrip(": ")
            raise Malformed(self._name, line, f"{why}.", "Mend it, and make the key again.") from None

    def _fault(self, cell: str, what: str, remedy: str, function: str = "") -> Malformed:
        nodes = [
            node for node in self._cells[cell].tree.body if isinstance(node, ast.FunctionDef) and node.name == function
        ]
        return Malformed(self._name, nodes[0].lineno if nodes else self._cells[cell].line, what, remedy)


@contextlib.contextmanager
def _within(limit_s: float) -> Iterator[None]:
    """End the block after some seconds, where the system can: in a main thread, and not on Windows."""
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise _TooSlow

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, limit_s)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
