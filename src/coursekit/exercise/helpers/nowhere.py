"""A stream that keeps nothing."""

from __future__ import annotations

import io


class Nowhere(io.TextIOBase):
    """Swallows what tests and tested code print: they run many times, and the learner has seen it in *Run*."""

    def writable(self) -> bool:
        """Say that this stream can be written."""
        return True

    def write(self, text: str) -> int:
        """Take ``text`` and forget it."""
        return len(text)
