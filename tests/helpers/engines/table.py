"""What came of each feature in each engine, as a table: passed, failed or skipped, why, and how long it took."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

HEAD = "feature"


@dataclass
class Cell:
    """What came of one feature in one engine."""

    passed: int = 0
    failed: list[str] = field(default_factory=list)
    skipped: list[str] = field(default_factory=list)
    seconds: float = 0.0

    def __str__(self) -> str:
        """Say what came of it: a failure first, then what passed and how long it took, then what was not tried."""
        parts = [f"FAILED: {len(self.failed)} of {self.passed + len(self.failed)}"] if self.failed else []
        if self.passed and not self.failed:
            parts.append(f"passed ({self.passed})")
        if self.passed or self.failed:
            parts.append(f"{self.seconds:.0f} s")
        parts += [f"skipped: {reason}" for reason in dict.fromkeys(self.skipped)]
        return ", ".join(parts)


class Table:
    """Features down, engines across.

    Attributes
    ----------
    versions : each engine's version, as far as it was started
    measured : what was measured by the way, a sentence each
    """

    def __init__(self, engines: tuple[str, ...]) -> None:
        self.engines = engines
        self.versions: dict[str, str] = {}
        self.cells: dict[tuple[str, str], Cell] = {}
        self.measured: list[str] = []

    def at(self, feature: str, engine: str) -> Cell:
        """Return the cell of a feature and an engine.

        Parameters
        ----------
        feature
            What was tried.
        engine
            Where it was tried.
        """
        return self.cells.setdefault((feature, engine), Cell())

    def lines(self) -> Iterator[str]:
        """Give the table as Markdown, what failed below it, and what was measured."""
        columns = [f"{name} {self.versions.get(name, '')}".strip() for name in self.engines]
        yield f"| {' | '.join([HEAD, *columns])} |"
        yield "|---" * (1 + len(columns)) + "|"
        for feature in dict.fromkeys(feature for feature, _ in self.cells):
            found = [str(self.at(feature, engine)) or "not run" for engine in self.engines]
            yield f"| {' | '.join([feature, *found])} |"
        failed = [(engine, name) for (_, engine), cell in self.cells.items() for name in cell.failed]
        for title, listed in (
            ("Failed:", [f"{engine}: {name}" for engine, name in failed]),
            ("Measured:", self.measured),
        ):
            if listed:
                yield from ("", title, "", *(f"- {one}" for one in listed))
