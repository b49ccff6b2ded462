"""Settings under which a page could show nothing more: seen after each run, and put back to those of the start.

What only changes the look (the rows that a table shows, a theme, digits) stays until the page is left.
"""

from __future__ import annotations

import json
import logging
import sys
import warnings
from contextlib import suppress
from typing import Any, TextIO

from coursekit.live.settings.libraries import SETTINGS, Settings, write_settings
from coursekit.live.stdout import Printed

# Altair's own limit of rows in a chart: a learner who set a lower one meant it for one chart.
ALTAIRS_ROWS = 5000


def keep_displayable(start: Settings) -> None:
    """Write the setting of ``start`` wherever, with the present one, a chart or a table could not be shown."""
    write_settings(start, "altair.renderers")
    # A setting, or what a learner put in its place, may be any object: if comparing it fails, no run is to blame.
    for put_back in (_charts, _tables, _strict_warnings, _follow_streams):
        with suppress(Exception):
            put_back(start)


def _charts(start: Settings) -> None:
    altair = sys.modules.get("altair")
    if altair is None:
        return
    if not _draws_rows(altair.data_transformers):
        write_settings(start, "altair.data_transformers")
    if _changed(start, "altair.theme") and not _is_theme(altair.theme):
        write_settings(start, "altair.theme")


def _tables(start: Settings) -> None:
    looks = "pandas" in sys.modules and (_changed(start, "pandas.options") or _changed(start, "numpy.print"))
    if looks and not _table_shows():
        write_settings(start, "pandas.options", "numpy.print")


def _strict_warnings(start: Settings) -> None:
    strict = [one for one in warnings.filters if one[0] == "error"]
    if any(one not in start.get("warnings", ()) for one in strict):
        write_settings({"warnings": [one for one in warnings.filters if one not in strict]})


def _changed(start: Settings, name: str) -> bool:
    try:
        return name in start and bool(SETTINGS[name].read() != start[name])
    except Exception:
        return True


def _draws_rows(registry: Any) -> bool:
    most = registry.options.get("max_rows", ALTAIRS_ROWS)
    return registry.active == "default" and (most is None or most >= ALTAIRS_ROWS)


def _is_theme(theme: Any) -> bool:
    try:
        return isinstance(json.loads(json.dumps(theme.get()())), dict)
    except Exception:
        return False


def _table_shows() -> bool:
    import numpy as np
    import pandas as pd

    try:
        table = pd.DataFrame({"a": [1.5, np.nan], "b": ["x", None], "c": [pd.Timestamp(2020, 1, 1), pd.NaT]})
        return all(isinstance(one, str) for one in (repr(table), repr(table["a"]), repr(np.array([1.5, 2.0]))))
    except Exception:
        return False


class _Present:
    """A stream that writes wherever standard output, or error, goes at that moment."""

    def __init__(self, name: str) -> None:
        self.name = name

    def write(self, text: str) -> int:
        stream: TextIO = getattr(sys, self.name)
        return stream.write(text)

    def flush(self) -> None:
        stream: TextIO = getattr(sys, self.name)
        stream.flush()


def _follow_streams(_start: Settings) -> None:
    """Have the handlers of logging that a run made write to the outputs of later runs, not to its own."""
    for reference in list(getattr(logging, "_handlerList", ())):
        handler = reference()
        if isinstance(handler, logging.StreamHandler):
            stream = vars(handler).get("stream")
            if isinstance(stream, Printed):
                handler.stream = _Present(stream.name)
