"""Options of every test run of the course."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from coursekit.quick_import import skip_iri_grammar

skip_iri_grammar()

# How long an example takes, or the making of one, depends on what else the machine does: it fails no test.
# The examples are the same in every run, so that a change is judged by the change alone; `make fuzz` draws others.
settings.register_profile("course", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("random", settings.get_profile("course"), derandomize=False, max_examples=1000)
settings.register_profile("fuzz", settings.get_profile("random"), max_examples=10_000, print_blob=True)
settings.load_profile(os.environ.get("COURSEKIT_EXAMPLES", "course"))


def pytest_addoption(parser: pytest.Parser) -> None:
    about = "write what each file of tests costs, in CPU-seconds, and how many assertions held (as JSON)"
    parser.addoption("--cpu-report", metavar="FILE", help=about)


def pytest_configure(config: pytest.Config) -> None:
    if place := config.getoption("--cpu-report"):
        from cost_report import Costs, count_expectations

        costs = Costs(Path(config.rootpath, place))
        config.pluginmanager.register(costs, "costs")
        count_expectations(costs)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where files are handed out to several processes in the order in which they come, the costliest comes first."""
    if config.getoption("loadscopereorder", True):
        return
    from longest_first import known_costs, longest_first

    items[:] = longest_first(items, known_costs(Path(config.rootpath, "tests", "costs.json")))
