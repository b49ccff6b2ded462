"""Run a learner's code as a notebook cell, and check an exercise, with the outcome as plain data."""

from __future__ import annotations

import ast
import builtins
import inspect
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from coursekit.live import comms
from coursekit.live.awaiting import awaited
from coursekit.live.errors.traceback import remember, shown_at
from coursekit.live.guard import Outcome, guarded
from coursekit.live.ipython import stub as jupyter
from coursekit.live.settings.restore import InterpreterSnapshot
from coursekit.live.stdin import Ask
from coursekit.live.stdout import Send
from coursekit.words import say

Namespace = dict[str, Any]
Checks = Callable[[str, Namespace], Mapping[str, Any]]
# What runs before the learner's code, and the learner's own: the names that a traceback shows.
SETUP, CELL = "<setup>", "<your code>"
# Cells may wait for something outside any function, as in Jupyter.
AWAIT = ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
# Code to find out whether Python still works: it prints 3 and its value is 42.
TRIAL = "print(len('abc'))\n6 * 7"


class Session:
    """The namespaces of one page, and the way code runs in them.

    Parameters
    ----------
    send
        Takes each output as it comes: ``{"kind": "stream" | "display" | "error", …}``.
    ask
        Asks the learner what ``input()`` wants to know; without it nothing can be answered.
    """

    def __init__(self, send: Send, ask: Ask | None = None) -> None:
        self._send, self._ask = send, ask
        self._namespaces: dict[str, Namespace] = {}
        # What the last run of a namespace began with, in case it has to be begun again with an answer.
        self._begun: tuple[str, Namespace, object] | None = None
        # Learner code may replace anything in the interpreter; the next run starts with what was there at first.
        self.snapshot = InterpreterSnapshot()

    def run(
        self, code: str, setup: str = "", namespace: str = "page", answers: Sequence[str] = (), owner: str = ""
    ) -> Outcome:
        """Run ``code`` in the namespace of that name, which ``setup`` fills when it is new.

        Parameters
        ----------
        code, setup
            The learner's code, and what runs before it once.
        namespace
            Whose names are used and kept.
        answers
            What the learner has answered in earlier rounds of this same run.
        owner
            The cell: widgets that its last run made are closed.

        Returns
        -------
        dict
            ``status``: ``"ok"``, ``"error"``, ``"memory"``, ``"stopped"``, or ``"asked"`` with the question as
            ``result``: run it again with one answer more. An error itself has been sent as an output.
        """

        def work() -> None:
            names = self._namespaces.get(namespace)
            if names is None:
                names = self._fresh()
                self._execute(setup, names, SETUP, show=False)
                self._namespaces[namespace] = names
            self._begin(namespace, names, again=bool(answers))
            with comms.owned(owner):
                self._execute(code, names, CELL, show=True)

        return guarded(work, self._send, self.snapshot, self._ask, answers)

    def hear(self, message: str, buffers: Sequence[Any] = ()) -> Outcome:
        """Give a widget a message of the page; its callbacks show, print and fail as a cell does.

        Parameters
        ----------
        message : str
            The message as JSON; see :func:`coursekit.live.comms.deliver`.
        buffers : sequence of bytes-like
            Its binary parts.

        Returns
        -------
        dict
            ``status`` as for ``run``, but for ``"asked"``: a callback that calls ``input()`` fails, and a message
            says so.
        """
        outcome = guarded(lambda: comms.deliver(message, buffers), self._send, self.snapshot, self._ask, collect=False)
        if outcome["status"] == "asked":
            self._send({"kind": "stream", "name": "stderr", "text": say("widget.no-input") + "\n"})
            return {"status": "error"}
        return outcome

    def check(self, code: str, setup: str, tests: str, run_checks: Checks, answers: Sequence[str] = ()) -> Outcome:
        """Run ``setup`` and ``code`` in a namespace of their own, then ``run_checks(tests, names)``.

        Parameters
        ----------
        code, setup : str
            The learner's code, and what runs before it.
        tests : str
            The exercise's tests, as Python.
        run_checks : callable
            Takes the tests and the namespace; returns the report.
        answers : sequence of str
            What the learner has answered to ``input()`` so far.

        Returns
        -------
        dict
            ``status`` as for ``run``; with ``"ok"`` also ``result``, what ``run_checks`` returned.
        """
        result: dict[str, Any] = {}

        def work() -> None:
            names = self._fresh()
            # What the code shows is not the point of a check; what it prints may explain a failure.
            with self.snapshot.as_at_start(), comms.unseen():
                self._execute(setup, names, SETUP, show=False)
                self._execute(code, names, CELL, show=False)
                self.snapshot.restart()
                result.update(run_checks(tests, names))

        outcome = guarded(work, self._send, self.snapshot, self._ask, answers)
        return {**outcome, "result": result} if outcome["status"] == "ok" else outcome

    def sound(self) -> bool:
        """Say whether a run would still give what it should: a small one is made to find out."""
        seen: list[dict[str, Any]] = []
        names = self._fresh()
        work = partial(self._execute, TRIAL, names, "<trial>", show=True)
        outcome = guarded(work, seen.append, self.snapshot, collect=False)
        wanted = [
            {"kind": "stream", "name": "stdout", "text": "3\n"},
            {"kind": "display", "data": {"text/plain": "42"}},
        ]
        return outcome == {"status": "ok"} and seen == wanted and self.snapshot.files_intact()

    def names(self, namespace: str) -> Namespace:
        """Return a copy of the names of ``namespace``; none if nothing has run in it."""
        return dict(self._namespaces.get(namespace, {}))

    def _begin(self, namespace: str, names: Namespace, again: bool) -> None:
        """Note names and random state at the start of a run; if ``again``, start with those of the run before."""
        if again and self._begun and self._begun[0] == namespace:
            names.clear()
            names.update(self._begun[1])
            random.setstate(self._begun[2])  # type: ignore[arg-type]
        else:
            self._begun = namespace, dict(names), random.getstate()

    def _fresh(self) -> Namespace:
        return {
            "__name__": "__main__",
            "__builtins__": builtins,
            "display": jupyter.display,
            "get_ipython": jupyter.get_ipython,
        }

    def _execute(self, source: str, names: Namespace, file: str, show: bool) -> None:
        """Run ``source``; if ``show``, the value of a last expression that ends without ``;`` is an output."""
        if file == CELL:
            self.snapshot.add_new_modules()
        remember(file, source)
        tree = ast.parse(source, file)
        every = show and jupyter.InteractiveShell.ast_node_interactivity == "all"
        for piece in _pieces(tree, show and not source.rstrip().endswith(";"), every):
            code = compile(piece, file, "eval" if isinstance(piece, ast.Expression) else "exec", AWAIT, True)
            value = eval(code, names)
            if code.co_flags & inspect.CO_COROUTINE:
                value = awaited(value)
            if isinstance(piece, ast.Expression) and value is not None:
                names["_"] = value
                with shown_at(file, piece.body.lineno):
                    jupyter.display(value)


def _pieces(tree: ast.Module, last: bool, every: bool) -> Iterator[ast.Module | ast.Expression]:
    """Yield the statements to run together, and the expressions that are shown: the last one, or every one."""
    together: list[ast.stmt] = []
    for n, node in enumerate(tree.body):
        if isinstance(node, ast.Expr) and (every or (last and n == len(tree.body) - 1)):
            if together:
                yield ast.Module(together, [])
            together = []
            yield ast.Expression(node.value)
        else:
            together.append(node)
    if together:
        yield ast.Module(together, [])
