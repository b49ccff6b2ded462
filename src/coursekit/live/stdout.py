"""What a cell prints, sent to the page in few pieces and cut off where it would drown it."""

from __future__ import annotations

import io
from collections.abc import Callable
from time import monotonic
from typing import Any

from coursekit.words import say

Send = Callable[[dict[str, Any]], None]
# At most this many characters of one run are shown: some 3,000 lines, more than anyone reads.
SHOWN = 200_000
# Seconds between two messages to the page, so that it stays responsive while a loop prints; and by how much longer they
# are for each character already shown, for the page lays out all of it anew each time.
PAUSE, PAUSE_PER_CHARACTER = 0.05, 0.5 / SHOWN
# So many flushes are done at once, and one more each ``PAUSE``; the text of any others goes with what follows.
FLUSHES = 100
# Characters of an unended line that are kept as the prompt of a question.
PROMPT = 500


class Printed(io.TextIOBase):
    """A text stream like ``sys.stdout`` that sends what is written to the page.

    Parameters
    ----------
    name
        ``"stdout"`` or ``"stderr"``.
    send
        Takes one output for the page.
    shown
        How many characters are sent before the rest is only counted.
    """

    def __init__(self, name: str, send: Send, shown: int = SHOWN) -> None:
        self.name, self._send, self._left = name, send, shown
        self._waiting: list[str] = []
        self._sent = 0.0
        self._pause = PAUSE
        self._flushes, self._asked = float(FLUSHES), 0.0
        self._dropped = self._dropped_lines = 0
        # What stands on the line that is not ended yet: an input()'s prompt.
        self.last_line = ""

    def writable(self) -> bool:
        """Say that this stream can be written."""
        return True

    def write(self, text: str, /) -> int:
        """Take ``text``, to be sent soon, and return its length.

        Raises
        ------
        TypeError
            If ``text`` is no string.
        """
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        length = len(text)
        self.last_line = (text.rpartition("\n")[2] if "\n" in text else self.last_line + text)[-PROMPT:]
        if self._left <= 0:
            self._dropped += length
            self._dropped_lines += text.count("\n")
            return length
        if length > self._left:
            self._dropped += length - self._left
            self._dropped_lines += text.count("\n", self._left)
            text = text[: self._left]
        self._left -= len(text)
        self._waiting.append(text)
        # print() writes the text and its end apart: they should cross together.
        if monotonic() - self._sent > self._pause and (text.endswith("\n") or len(self._waiting) > 1):
            self.send()
        return length

    def flush(self) -> None:
        """Send what waits, as code asks for: at once, unless it asks so often that the page could do nothing else."""
        if not self._waiting:
            return
        now = monotonic()
        self._flushes = min(FLUSHES, self._flushes + (now - self._asked) / PAUSE)
        self._asked = now
        if self._flushes >= 1:
            self._flushes -= 1
            self.send()

    def send(self) -> None:
        """Send what waits."""
        if self._waiting:
            text = "".join(self._waiting)
            self._waiting.clear()
            self._sent = monotonic()
            self._pause += len(text) * PAUSE_PER_CHARACTER
            # A lone half of a surrogate pair can't cross to the page; show it as what it is.
            self._send({"kind": "stream", "name": self.name, "text": text.encode("utf-8", "replace").decode("utf-8")})

    def close(self) -> None:
        """Stay open: later cells print too."""
        self.send()

    def finish(self) -> None:
        """Send what waits, and say how much was left out."""
        self.send()
        if self._dropped:
            rest = say("python.left-out", characters=f"{self._dropped:,}", lines=f"{self._dropped_lines:,}")
            self._send({"kind": "stream", "name": "stderr", "text": f"\n{rest}\n"})
            self._dropped = self._dropped_lines = 0
