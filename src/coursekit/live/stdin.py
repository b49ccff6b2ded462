"""What a cell's ``input()`` reads: the answers that the learner gives in the page while the cell waits.

Where the browser can set Python aside (WebAssembly's stack switching), the call simply waits for the answer. Elsewhere
the run ends at its first unanswered question, and the page runs the same code again with the answers given so far.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any

from coursekit.live.stdout import Printed
from coursekit.words import say

# Asks the page; gives something to wait for, which turns into the answer, or into None if there will be none.
Ask = Callable[[str, bool], Any]


class Unanswered(BaseException):
    """The run can't go on without an answer; no ``except Exception`` of a learner's shall hold it up."""

    def __init__(self, prompt: str, secret: bool) -> None:
        super().__init__(prompt)
        self.prompt, self.secret = prompt, secret


class Declined(EOFError):
    """The learner pressed Stop instead of answering."""


def can_wait() -> bool:
    """Say whether this browser can set Python aside just now."""
    try:
        from pyodide.ffi import can_run_sync
    except ImportError:
        return False
    return bool(can_run_sync())


def wait(answer: Any) -> Any:
    """Set Python aside until ``answer`` has come, and return it."""
    from pyodide.ffi import run_sync

    return run_sync(answer)


class Questions(io.TextIOBase):
    """A standard input whose lines are the learner's answers.

    Parameters
    ----------
    out
        Where the prompt was printed, and where the answer is shown after it, as in a terminal.
    ask
        Asks the page; without it nothing can be answered.
    given
        Answers from earlier rounds of the same run, taken first.
    """

    def __init__(self, out: Printed, ask: Ask | None, given: Sequence[str] = ()) -> None:
        self._out, self._ask, self._given = out, ask, list(given)

    def readable(self) -> bool:
        """Say that this stream can be read from."""
        return True

    def readline(self, size: int | None = -1, /) -> str:  # type: ignore[override]
        """Return the next answer as a line."""
        return self.answer(self._out.last_line) + "\n"

    def read(self, size: int | None = -1, /) -> str:
        """Return one answer: a page has no end of file."""
        return self.readline()

    def answer(self, prompt: str, secret: bool = False) -> str:
        """Return the learner's answer to ``prompt``.

        Parameters
        ----------
        prompt : str
            What the learner is asked.
        secret : bool
            Whether the answer shows as dots, as for a password.

        Returns
        -------
        str
            The answer, without a line end.

        Raises
        ------
        Declined
            If the learner does not answer.
        Unanswered
            If Python can't wait here.
        EOFError
            If no question can be asked at all.
        """
        if self._given:
            text = self._given.pop(0)
        elif self._ask is None:
            raise EOFError(say("python.no-input"))
        elif can_wait():
            self._out.send()  # the learner reads the prompt; where the run ends instead, its end sends all that waits
            told = wait(self._ask(prompt, secret))
            if told is None:
                raise Declined(say("python.declined"))
            text = str(told)
        else:
            raise Unanswered(prompt, secret)
        self._out.write(("•" * len(text) if secret else text) + "\n")
        return text
