"""Options of every test run of the course."""

from __future__ import annotations

from pathlib import Path

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    about = "write what each file of tests costs, in CPU-seconds, and how many assertions held (as JSON)"
    parser.addoption("--cpu-report", metavar="FILE", help=about)


def pytest_configure(config: pytest.Config) -> None:
    if place := config.getoption("--cpu-report"):
        from cost_report import Costs, count_expectations

        costs = Costs(Path(config.rootpath, place))
        config.pluginmanager.register(costs, "costs")
        count_expectations(costs)
