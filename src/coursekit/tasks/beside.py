"""A check that runs beside other work: its output is kept, and shown from the moment when nothing else is told."""

from __future__ import annotations

import codecs
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from coursekit.tasks.run_checks import ended

LOOK_EVERY_S = 0.5


@dataclass(frozen=True)
class Beside:
    """A check at work in another thread, and the file that its output goes to."""

    code: Future[int]
    output: IO[bytes]

    def follow(self) -> int:
        """Show what the check has said, and what it says until it ends; return its exit code.

        Raises
        ------
        Failed
            If the time was up; what the check said before that is shown all the same.
        """
        decoder = codecs.getincrementaldecoder("utf-8")("replace")
        last = False
        with Path(self.output.name).open("rb") as file:
            while not last:
                last = self.code.done()
                if said := file.read():
                    sys.stdout.write(decoder.decode(said))
                    sys.stdout.flush()
                elif not last:
                    time.sleep(LOOK_EVERY_S)
        return self.code.result()


@contextmanager
def begun(beside: Executor, title: str, command: Sequence[str | Path], until: float) -> Iterator[Beside]:
    """Begin a check beside other work.

    Parameters
    ----------
    beside
        Has a thread free for it.
    title
        What the check is called in messages.
    command
        The program and its arguments.
    until
        When to end it, by ``time.monotonic``.

    Yields
    ------
    Beside
        The check, to be followed until it ends.
    """
    with tempfile.NamedTemporaryFile() as output:
        yield Beside(beside.submit(ended, title, command, until, output), output)
