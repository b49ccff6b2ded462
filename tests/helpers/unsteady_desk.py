"""Desks that end: for tests of what becomes of the hand-ins that lay with them."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from desk_in_node import marked

from coursekit.classroom.grading.submissions import HandIn
from coursekit.classroom.grading.watch import Crashed


class Unsteady:
    """A desk that marks in any order, and ends when it has ``fatal`` ones or as chance will have it."""

    def __init__(
        self, seed: int, fatal: set[str], chance: float = 0.0, heavy: bool = False, name: str = "here"
    ) -> None:
        self.name = name
        self._rng, self._fatal, self._chance, self._heavy = random.Random(seed), fatal, chance, heavy
        self.starts, self.most, self.graded, self._held = 0, 0, [], []
        self.offered: dict[str, Any] = {}

    def start(self) -> None:
        self.starts += 1
        self._held = []

    stop = start

    def _maybe(self) -> None:
        if self._rng.random() < self._chance or any(one.file in self._fatal for one in self._held):
            self._held = []
            raise Crashed("it ended")

    def add(self, files: list[HandIn], earlier: dict[str, Any]) -> list[int]:
        self.offered |= earlier
        self._held += [one for one in files if one.content]
        self.most = max(self.most, len(self._held))
        self._maybe()
        return [int(bool(one.content)) for one in files]

    def next(self, most: int, wait_s: float) -> list[dict[str, Any]]:
        self._maybe()
        self._rng.shuffle(self._held)
        count = self._rng.randint(0, most)
        got, self._held = self._held[:count], self._held[count:]
        self.graded += [one.file for one in got]
        return [marked(one.file, sha256=one.id) for one in got]

    def heap_mb(self) -> float:
        return 1000.0 if self._heavy else 10.0


def hand_ins(n: int) -> list[HandIn]:
    return [HandIn(f"{k}.json", f"{k}.json", b"x", f"id{k}") for k in range(n)]


class Deadly(Unsteady):
    """A desk that takes its whole process with it: always at `fatal` ones, and once, the first time, at ``once`` ones.

    The folder keeps a line for each process that opened a desk, and what was done ``once``.
    """

    def __init__(self, folder: Path, fatal: set[str], once: set[str]) -> None:
        super().__init__(1, set())
        self._folder, self._deadly, self._once = folder, fatal, once
        with (folder / "opened").open("a") as file:
            file.write(f"{os.getpid()}\n")

    def _maybe(self) -> None:
        held = {one.file for one in self._held}
        new = {name for name in held & self._once if not (self._folder / name).exists()}
        for name in new:
            (self._folder / name).touch()
        if new or held & self._deadly:
            os.kill(os.getpid(), signal.SIGKILL)


def deadly_desk(html: Path, opening: list[Any], told: Callable[[str], None], stack: ExitStack) -> Deadly:
    """Made on a worker, in place of a desk in a browser; the opening says of what it dies."""
    assert (html / "book" / "desk.html").read_text("utf-8") == "desk"
    told("a sentence about the browser")
    folder, fatal, once = opening
    return Deadly(Path(folder), set(fatal), set(once))
