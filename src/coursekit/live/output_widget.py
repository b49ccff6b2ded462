"""Output widgets that hold what is printed, shown and raised inside them, where no Jupyter front end does it for them.

The same code serves the page's Python and plain CPython, where the tests of widget exercises run.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from time import monotonic
from typing import Any

from coursekit.live.errors.traceback import described
from coursekit.live.ipython import stub as jupyter
from coursekit.live.ipython.shell_stub import SHELL, lend
from coursekit.live.mimebundle import mimebundle
from coursekit.live.stdout import SHOWN
from coursekit.words import say

# Seconds between two messages to the page while code inside goes on printing.
PAUSE = 0.1
# Results that one Output holds; a cell shows as many (session.py).
MOST = 200

# Called with every error that an Output catches and shows: code that drives widgets for a test has to know of it.
witness: Callable[[BaseException], None] | None = None


class Captured:
    """What one Output widget holds, and where things went before code entered it.

    Parameters
    ----------
    widget
        The Output; its ``outputs`` are set when the code leaves it, and now and then while it prints.
    """

    def __init__(self, widget: Any) -> None:
        self._widget = widget
        self._held: list[dict[str, Any]] = list(widget.outputs)
        self._before: list[tuple[Any, ...]] = []
        self._clear_next = False
        self._characters = 0
        self._published = 0.0

    def enter(self) -> None:
        """Have everything come here until ``leave``."""
        if not self._before:
            self._held = list(self._widget.outputs)  # it may have been set by hand
            self._published = monotonic()
        self._before.append((sys.stdout, sys.stderr, jupyter.showing, jupyter.clearing, jupyter.failing))
        sys.stdout, sys.stderr = _Stream("stdout", self), _Stream("stderr", self)
        jupyter.showing, jupyter.clearing, jupyter.failing = self.show, self.clear, self.fail

    def leave(self) -> None:
        """Have everything go where it went before, and publish what was held."""
        sys.stdout, sys.stderr, jupyter.showing, jupyter.clearing, jupyter.failing = self._before.pop()
        if not self._before:
            self.publish()

    def text(self, name: str, text: str) -> None:
        """Hold printed text; past ``SHOWN`` characters, say once that there is more and drop the rest.

        Parameters
        ----------
        name : str
            ``stdout`` or ``stderr``.
        text : str
            What was printed; text of one stream that follows at once is joined.
        """
        self._characters += len(text)
        if self._characters > SHOWN:
            if self._characters - len(text) > SHOWN:
                return
            name, text = "stderr", "\n" + say("widget.output-full", most=f"{SHOWN:,}") + "\n"
        text = text.encode("utf-8", "replace").decode("utf-8")
        last = self._held[-1] if self._held and not self._clear_next else {}
        if last.get("output_type") == "stream" and last.get("name") == name:
            self._held[-1] = {**last, "text": last["text"] + text}
        else:
            self._add({"output_type": "stream", "name": name, "text": text})
        if monotonic() - self._published > PAUSE:
            self.publish()

    def show(self, value: object) -> None:
        """Hold ``value`` as a cell would show it."""
        name = value.name if isinstance(value, jupyter.Identified) else ""
        held: dict[str, Any] = {"output_type": "display_data", "metadata": {}}
        held["data"] = mimebundle(value.value if isinstance(value, jupyter.Identified) else value)
        if name:
            held["transient"] = {"display_id": name}
        if isinstance(value, jupyter.Identified) and value.update:
            self._held = [held if one.get("transient") == held["transient"] else one for one in self._held]
        else:
            self._add(held)

    def fail(self, error: BaseException) -> None:
        """Hold what ``error`` says of the learner's own lines."""
        told = described(error)
        traceback = [told["traceback"]]
        error_held = {"output_type": "error", "ename": told["name"], "evalue": told["message"], "traceback": traceback}
        self._add({**error_held, "help": told["help"]})
        if witness:
            witness(error)

    def clear(self, wait: bool) -> None:
        """Drop what is held: now, or when something new comes."""
        self._clear_next = wait
        if not wait:
            self._held, self._characters = [], 0

    def publish(self) -> None:
        """Let the widget, and so the page, have what is held."""
        self._published = monotonic()
        self._widget.outputs = tuple(self._held)

    def _add(self, output: dict[str, Any]) -> None:
        if self._clear_next:
            self._held, self._clear_next, self._characters = [], False, len(output.get("text", ""))
        if len(self._held) < MOST:
            self._held.append(output)


class _Stream(io.TextIOBase):
    def __init__(self, name: str, captured: Captured) -> None:
        self.name, self._captured = name, captured

    def writable(self) -> bool:
        return True

    def write(self, text: str, /) -> int:
        self._captured.text(self.name, text)
        return len(text)


def install() -> None:
    """Have ipywidgets' Outputs, ``interact`` and buttons speak to this page; a second call does nothing.

    Nor does it in a Jupyter kernel, whose front end does all this.
    """
    from IPython.core.interactiveshell import InteractiveShell
    from ipywidgets.widgets import interaction, widget, widget_output

    output: Any = widget_output.Output
    if output.__enter__ is _enter or InteractiveShell.initialized():
        return
    if hasattr(InteractiveShell, "instance"):
        lend(InteractiveShell)
    output.__enter__, output.__exit__, output.append_display_data = _enter, _exit, _append
    for module in (interaction, widget_output):
        vars(module)["clear_output"] = jupyter.clear_output
    vars(interaction)["display"] = jupyter.display
    for module in (interaction, widget, widget_output):
        vars(module)["get_ipython"] = lambda: SHELL


def _captured(widget: Any) -> Captured:
    found = vars(widget).get("_captured_here")
    if found is None:
        found = vars(widget)["_captured_here"] = Captured(widget)
    return found  # type: ignore[no-any-return]


def _enter(widget: Any) -> None:
    _captured(widget).enter()


def _exit(widget: Any, kind: object, error: BaseException | None, trace: object) -> bool:
    """Leave; an error is shown inside and goes no further, as in Jupyter, but for what ends the program."""
    captured = _captured(widget)
    mine = isinstance(error, Exception) and not isinstance(error, MemoryError)
    if mine and error is not None:
        captured.fail(error)
    captured.leave()
    return mine


def _append(widget: Any, value: object) -> None:
    with widget:
        jupyter.display(value)
