"""Run a learner's code as a notebook cell, and check an exercise, with the outcome as plain data."""

from __future__ import annotations

import ast
import builtins
import gc
import sys
from collections.abc import Callable, Mapping
from typing import Any

from coursekit.live import jupyter
from coursekit.live.printing import Printed, Send, Unasked
from coursekit.live.shown import mimebundle
from coursekit.live.trouble import described, remember
from coursekit.words import say

Namespace = dict[str, Any]
Outcome = dict[str, Any]
Checks = Callable[[str, Namespace], Mapping[str, Any]]
# Results that one run may show; a loop that displays for ever would drown the page (web/src/outputs has the same).
MOST = 200
# What runs before the learner's code, and the learner's own: the names that a traceback shows.
SETUP, CELL = "<setup>", "<your code>"


class Session:
    """The namespaces of one page, and the way code runs in them.

    Parameters
    ----------
    send
        Takes each output as it comes: ``{"kind": "stream" | "display" | "error", …}``.
    """

    def __init__(self, send: Send) -> None:
        self._send = send
        self._namespaces: dict[str, Namespace] = {}
        # Learner code may replace builtins; the next run starts with the true ones.
        self._builtins = dict(vars(builtins))

    def run(self, code: str, setup: str = "", namespace: str = "page") -> Outcome:
        """Run ``code`` in the namespace of that name, which ``setup`` fills when it is new.

        Returns
        -------
        dict
            ``status``: ``"ok"``, ``"error"`` or ``"memory"``. The error itself has been sent as an output.
        """

        def work() -> None:
            names = self._namespaces.get(namespace)
            if names is None:
                names = self._fresh()
                self._execute(setup, names, SETUP, show=False)
                self._namespaces[namespace] = names
            self._execute(code, names, CELL, show=True)

        return self._guarded(work)

    def check(self, code: str, setup: str, tests: str, run_checks: Checks) -> Outcome:
        """Run ``setup`` and ``code`` in a namespace of their own, then ``run_checks(tests, names)``.

        Returns
        -------
        dict
            ``status`` as for ``run``; with ``"ok"`` also ``result``, what ``run_checks`` returned.
        """
        result: dict[str, Any] = {}

        def work() -> None:
            names = self._fresh()
            self._execute(setup, names, SETUP, show=False)
            # What the code shows is not the point of a check; what it prints may explain a failure.
            self._execute(code, names, CELL, show=False)
            result.update(run_checks(tests, names))

        outcome = self._guarded(work)
        return {**outcome, "result": result} if outcome["status"] == "ok" else outcome

    def _fresh(self) -> Namespace:
        return {"__name__": "__main__", "__builtins__": builtins, "display": jupyter.display}

    def _execute(self, source: str, names: Namespace, file: str, show: bool) -> None:
        """Run ``source``; if ``show``, the value of a last expression that ends without ``;`` is an output."""
        remember(file, source)
        tree = ast.parse(source, file)
        last = tree.body[-1] if show and tree.body else None
        if isinstance(last, ast.Expr) and not source.rstrip().endswith(";"):
            tree.body.pop()
            exec(compile(tree, file, "exec", dont_inherit=True), names)
            value = eval(compile(ast.Expression(last.value), file, "eval", dont_inherit=True), names)
            if value is not None:
                names["_"] = value
                jupyter.display(value)
        else:
            exec(compile(tree, file, "exec", dont_inherit=True), names)

    def _guarded(self, work: Callable[[], None]) -> Outcome:
        """Do ``work`` with streams in place, turning whatever it raises into an outcome."""
        out, err = Printed("stdout", self._send), Printed("stderr", self._send)

        displayed = 0

        def display(value: object) -> None:
            nonlocal displayed
            displayed += 1
            if displayed > MOST + 1:  # one more than the page shows, so that it can say that there were more
                return
            out.flush()
            err.flush()
            self._send({"kind": "display", "data": mimebundle(value)})

        restored = sys.stdout, sys.stderr, sys.stdin
        sys.stdout, sys.stderr, sys.stdin = out, err, Unasked()
        jupyter.showing = display
        status = "ok"
        trouble: dict[str, Any] | None = None
        try:
            work()
        except MemoryError as error:
            status, trouble = "memory", described(error)
        except SystemExit as error:
            call = f"sys.exit({'' if error.code is None else repr(error.code)})"
            err.write(say("python.exited", call=call) + "\n")
        except BaseException as error:  # KeyboardInterrupt and the like are the learner's too
            status, trouble = "error", described(error)
        finally:
            self._mend()
            out.finish()
            err.finish()
            sys.stdout, sys.stderr, sys.stdin = restored
            if trouble:
                self._send(trouble)
            # What the run left in circles: the page's Python has no other moment to clear it away.
            gc.collect()
        return {"status": status}

    def _mend(self) -> None:
        """Put back the builtins that the code replaced or removed."""
        now = vars(builtins)
        if now != self._builtins:
            now.clear()
            now.update(self._builtins)
