"""What a run sets in a library ends where it would spoil the next, and before every check."""

from __future__ import annotations

import decimal
import logging
import os
import random
import warnings
from collections.abc import Iterator

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.live.charts import display as chart_display
from coursekit.live.session import Session
from coursekit.live.settings.libraries import read_settings, write_settings

CHART = "alt.Chart(pd.DataFrame({'a': [1, 2]})).mark_point().encode(x='a:Q')"
SETUP = "import altair as alt, numpy as np, pandas as pd"
# Each would break, or change, what later code shows or answers.
CHANGES = [
    "alt.data_transformers.enable('vegafusion')",
    "alt.data_transformers.enable('json')",
    "alt.data_transformers.enable('csv')",
    "alt.data_transformers.enable('default', max_rows=1)",
    "alt.data_transformers.register('own', lambda data: 5); alt.data_transformers.enable('own')",
    "alt.renderers.enable('html')",
    "alt.renderers.enable('default')",
    "alt.renderers.enable('jupyter')",
    "alt.renderers.enable('browser')",
    "alt.renderers.enable('png')",
    "alt.renderers.register('own', lambda spec: {'text/plain': 'x'}); alt.renderers.enable('own')",
    "alt.theme.enable('dark')",
    "alt.theme.register('bad', enable=True)(lambda: 1 / 0)",
    "pd.set_option('display.max_rows', 1)",
    "pd.set_option('display.float_format', lambda number: 1 / 0)",
    "pd.set_option('display.precision', 1)",
    "np.set_printoptions(precision=1)",
    "np.seterr(all='raise')",
    "np.random.seed(7)",
    "import random; random.seed(7)",
    "import warnings; warnings.simplefilter('error')",
    "import warnings; warnings.simplefilter('ignore')",
    "import decimal; decimal.getcontext().prec = 2",
    "import logging; logging.basicConfig(level=logging.DEBUG, force=True)",
    "import logging; logging.disable(logging.CRITICAL)",
    "import os; os.environ['LEFT_BEHIND'] = '1'",
    "import calendar; calendar.setfirstweekday(6)",
    "import csv; csv.field_size_limit(5)",
    "import math; math.pi = 3",
    "np.pi = 3",
    "import sys; sys.set_int_max_str_digits(0)",
    "pd.DataFrame.left_behind = lambda self: 5",
]


@pytest.fixture(autouse=True)
def page() -> Iterator[None]:
    """Altair as the page has it, and afterwards as it was."""
    before = read_settings()
    from altair.utils.plugin_registry import PluginRegistry
    from altair.vegalite.v6 import api

    plain = PluginRegistry._enable, api.TopLevelMixin._repr_mimebundle_
    chart_display.install()
    yield
    PluginRegistry._enable, api.TopLevelMixin._repr_mimebundle_ = plain
    write_settings(before)


def run(session: Session, code: str) -> str:
    return str(session.run(code, setup=SETUP, namespace="page")["status"])


@pytest.mark.parametrize("change", CHANGES)
def test_later_charts_and_tables_are_shown(change: str) -> None:
    outputs: list[dict] = []
    session = Session(outputs.append)
    assert run(session, change) == "ok"
    for code, mime in ((CHART, "application/vnd.vegalite.v6.json"), ("pd.DataFrame({'a': [1.5]})", "text/html")):
        outputs.clear()
        assert run(session, code) == "ok", outputs
        assert [mime in output["data"] for output in outputs] == [True]


STATE = """def state():
    import calendar, csv, decimal, logging, math, os, random, sys, warnings
    return [repr(one) for one in (
        alt.data_transformers.active, dict(alt.data_transformers.options), alt.renderers.active, alt.theme.active,
        sorted(alt.renderers.names()), pd.get_option("display.max_rows"), pd.get_option("display.precision"),
        pd.get_option("display.float_format"), np.get_printoptions()["precision"], np.geterr(), np.random.random(),
        random.random(), [one[0] for one in warnings.filters], decimal.getcontext().prec, logging.root.level,
        logging.root.manager.disable, "LEFT_BEHIND" in os.environ, calendar.firstweekday(), csv.field_size_limit(),
        math.pi, np.pi, sys.get_int_max_str_digits(), hasattr(pd.DataFrame, "left_behind"))]
"""


@pytest.mark.parametrize("change", CHANGES)
def test_a_check_starts_and_ends_with_the_settings_of_the_start(change: str) -> None:
    session = Session(lambda _output: None)

    def checked(code: str) -> list[str]:
        outcome = session.check(code, SETUP, "", lambda _tests, names: {"state": names["state"]()})
        return outcome["result"]["state"]  # type: ignore[no-any-return]

    first = checked(STATE)
    assert run(session, change) == "ok"
    # After a cell that changed it, after an answer that changed it, and again after that.
    assert checked(STATE) == first
    assert checked(f"{change}\n{STATE}") == first
    assert checked(STATE) == first


def test_a_check_leaves_the_settings_of_the_page_alone() -> None:
    session = Session(lambda _output: None)
    run(session, "pd.set_option('display.precision', 2); np.seterr(divide='ignore')")
    session.check("pd.set_option('display.precision', 4)", SETUP, "", lambda _tests, _names: {})
    assert pd.get_option("display.precision") == 2 and np.geterr()["divide"] == "ignore"


@settings(deadline=None, max_examples=30)
@given(
    st.integers(1, 30), st.integers(0, 99), st.sampled_from(["ignore", "default", "error"]), st.text("ab", max_size=5)
)
def test_settings_that_are_read_can_be_written_back(digits: int, number: int, action: str, text: str) -> None:
    before = read_settings()
    random.seed(number)
    np.random.seed(number)
    decimal.getcontext().prec = digits
    pd.set_option("display.precision", digits)
    warnings.simplefilter(action)  # type: ignore[arg-type]
    os.environ["TEST_SETTING"] = text
    logging.getLogger("a.b").setLevel(digits)
    changed = read_settings()
    write_settings(before)
    assert "TEST_SETTING" not in os.environ and str(read_settings()["pandas.options"]) == str(before["pandas.options"])
    write_settings(changed)
    assert decimal.getcontext().prec == digits and pd.get_option("display.precision") == digits
    assert os.environ["TEST_SETTING"] == text and warnings.filters[0][0] == action
    expected = random.Random(number).random()
    assert random.random() == expected
    write_settings(before)


def test_what_a_cell_logs_is_seen_in_later_cells_too() -> None:
    outputs: list[dict] = []
    session = Session(outputs.append)
    before = list(logging.root.handlers)
    run(session, "import logging; logging.basicConfig(level=logging.INFO, force=True); logging.info('one')")
    run(session, "logging.info('two')")
    assert "".join(output["text"] for output in outputs) == "INFO:root:one\nINFO:root:two\n"
    logging.root.handlers[:] = before
