"""What each file of tests costs, by ``pytest --cpu-report FILE``: CPU-seconds, tests, assertions that held.

CPU-seconds are those of pytest itself and of all it started (browsers, Node, JupyterLab), so they hold on a busy
machine too, where wall-clock times say little. With ``-o enable_assertion_pass_hook=true`` each ``assert`` that held
is counted; Playwright's ``expect(...)`` always is.
"""

from __future__ import annotations

import json
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import psutil
import pytest

COUNTS = ("cpu_s", "tests", "asserts", "expects")


class Clock:
    """The CPU-seconds of this process and of all that it started, ended or not.

    What a browser's processes have used goes with them when they end, so all are looked at twice a second and what
    each had used when it was last seen is kept: of one that lives shorter than that, some may be missed.
    """

    def __init__(self, every_s: float = 0.5) -> None:
        self.used: dict[tuple[int, float], float] = {}
        self.lock = threading.Lock()
        self.ended = threading.Event()
        threading.Thread(target=self._watch, args=(every_s,), daemon=True).start()

    def _watch(self, every_s: float) -> None:
        while not self.ended.wait(every_s):
            self.seconds()

    def seconds(self) -> float:
        """Look at all processes now, and return what they and those before them have used; it never falls."""
        here = psutil.Process()
        with self.lock:
            for process in [here, *here.children(recursive=True)]:
                with suppress(psutil.Error):
                    self.used[process.pid, process.create_time()] = sum(process.cpu_times()[:2])
            return sum(self.used.values())


class Costs:
    """Adds up by file; a worker of pytest-xdist hands its sums to the process that started it."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.rows: dict[str, dict[str, float]] = defaultdict(
            lambda: {"cpu_s": 0.0, "tests": 0, "asserts": 0, "expects": 0}
        )
        self.file = ""
        self.clock = Clock()
        self.began = self.clock.seconds()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item, nextitem: pytest.Item | None) -> Iterator[None]:
        self.file = item.location[0]
        result = yield
        if nextitem is None or nextitem.location[0] != self.file:
            now = self.clock.seconds()
            self.rows[self.file]["cpu_s"] += now - self.began
            self.began = now
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        # Where pytest-xdist is at work, both a worker and what started it hear of each test; there `node` is set.
        if report.when == "call" and report.passed and not hasattr(report, "node"):
            self.rows[report.location[0]]["tests"] += 1

    def pytest_assertion_pass(self, item: pytest.Item, lineno: int, orig: str, expl: str) -> None:
        self.rows[self.file]["asserts"] += 1

    def expected(self) -> None:
        self.rows[self.file]["expects"] += 1

    def pytest_sessionfinish(self, session: pytest.Session) -> None:
        self.clock.ended.set()
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput["costs"] = dict(self.rows)

    @pytest.hookimpl(optionalhook=True)
    def pytest_testnodedown(self, node: object, error: object) -> None:
        for file, row in getattr(node, "workeroutput", {}).get("costs", {}).items():
            for key, value in row.items():
                self.rows[file][key] += value

    def pytest_terminal_summary(self, terminalreporter: pytest.TerminalReporter) -> None:
        self.place.parent.mkdir(parents=True, exist_ok=True)
        self.place.write_text(json.dumps(self.rows, indent=1, sort_keys=True), "utf-8")
        write = terminalreporter.write_line
        total: dict[str, float] = defaultdict(float)
        for file, row in sorted(self.rows.items(), key=lambda pair: -pair[1]["cpu_s"]):
            for key, value in row.items():
                total[key] += value
            write(f"{row['cpu_s']:8.1f} {row['tests']:6.0f} {row['asserts']:8.0f} {row['expects']:7.0f}  {file}")
        write(f"{total['cpu_s']:8.1f} {total['tests']:6.0f} {total['asserts']:8.0f} {total['expects']:7.0f}  all")


def count_expectations(costs: Costs) -> None:
    """Have every ``expect(...)`` of Playwright counted."""
    from playwright.sync_api import expect

    kind = type(expect)
    call = kind.__call__

    def counted(self: Any, *args: Any, **more: Any) -> Any:
        costs.expected()
        return call(self, *args, **more)

    kind.__call__ = counted  # type: ignore[method-assign]
