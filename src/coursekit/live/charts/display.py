"""A learner's Altair chart as the page draws it: complete, or refused in a sentence that says what is wrong."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from typing import Any

from coursekit.live.charts.columns import CHILDREN, Spec, missing_columns, rows_of
from coursekit.live.charts.errors import missing_error, raised_error, tables_of, unwritable_error
from coursekit.words import say

# Beyond this a number of the page (a float of 64 bits) is no longer exact.
EXACT = 2**53
# A day, month or year alone is read by browsers as midnight in Greenwich, the evening before in America.
DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?\Z")
# Settings that would have a chart drawn elsewhere, or its rows fetched from a file.
ELSEWHERE = ("vegafusion", "json", "csv")


def install() -> None:
    """Have Altair show charts through this module, and keep to the settings under which the page can draw them."""
    import altair as alt
    from altair.utils.plugin_registry import PluginRegistry
    from altair.vegalite.v6 import api

    enable: Any = PluginRegistry._enable
    own = {id(alt.renderers): set(alt.renderers.names()) | {"notebook", "altair_viewer", "vegascope"}}

    def enable_here(registry: Any, name: str, **options: Any) -> None:
        if registry is alt.data_transformers and name in ELSEWHERE:
            name, options = "default", {"max_rows": None}
        elif name in own.get(id(registry), ()):
            name, options = "mimetype", {}
        enable(registry, name, **options)

    PluginRegistry._enable = enable_here  # type: ignore[method-assign, assignment]
    api.TopLevelMixin._repr_mimebundle_ = mimebundle_of_chart  # type: ignore[method-assign, assignment]
    alt.renderers.enable("mimetype")


def mimebundle_of_chart(chart: Any, *_args: Any, **_options: Any) -> Any:
    """Return what ``altair.Chart._repr_mimebundle_`` does, for a chart that will be seen.

    Parameters
    ----------
    chart : altair.Chart
        The chart, or several put together.
    *_args, **_options : Any
        What Jupyter asks for (``include``, ``exclude``); not used.

    Returns
    -------
    dict or tuple of dict
        From each MIME type to the content, as Altair's own renderer returns it.

    Raises
    ------
    ChartError
        If it can't be drawn as it is: the message says why, its ``help`` what would do.
    """
    import altair as alt

    render: Any = alt.renderers.get()
    return render(drawable(chart))


def drawable(chart: Any) -> Spec:
    """Return the specification of ``chart``, sure to be drawn.

    Raises
    ------
    ChartError
        If a column is missing, or a value has no form that a chart knows.
    """
    try:
        spec: Spec = chart.to_dict(context={"pre_transform": False})
    except Exception as error:
        raise raised_error(error, chart) from None
    if fault := unwritable_error(spec):
        raise fault
    if missing := missing_columns(spec):
        raise missing_error(missing[0], chart)
    for column in _inexact(chart):
        print(say("chart.inexact", column=column), file=sys.stderr)
    for column in _counted_years(spec):
        print(say("chart.years", column=column), file=sys.stderr)
    return local_dates(spec)


def _inexact(chart: Any) -> Iterator[str]:
    for table in tables_of(chart):
        for column in table.columns:
            whole = getattr(getattr(table[column], "dtype", None), "kind", "-") in "iu" and len(table)
            if whole and (table[column].max() > EXACT or table[column].min() < -EXACT):
                yield str(column)


def _temporal(spec: Spec, data: Any = None) -> Iterator[tuple[str, Any]]:
    """Yield each column that is drawn as a time, with the data that it is in."""
    data = spec.get("data", data)
    for channel in (spec.get("encoding") or {}).values():
        for one in channel if isinstance(channel, list) else [channel]:
            if not isinstance(one, dict) or one.get("type") != "temporal" or not isinstance(one.get("field"), str):
                continue
            if "utc" not in f"{one.get('timeUnit')}{one.get('scale')}":
                yield one["field"], data
    for child in [*(child for kind in CHILDREN for child in spec.get(kind) or ()), spec.get("spec")]:
        if isinstance(child, dict):
            yield from _temporal(child, data)


def _counted_years(spec: Spec) -> Iterator[str]:
    datasets = spec.get("datasets") or {}
    for column in dict.fromkeys(name for name, _ in _temporal(spec)):
        rows = next((rows_of(data, datasets) for name, data in _temporal(spec) if name == column), None) or []
        values = [row.get(column) for row in rows if isinstance(row, dict)]
        if values and all(type(value) is int and 1000 <= value <= 3000 for value in values):
            yield column


def local_dates(spec: Spec) -> Spec:
    """Return ``spec`` with text dates that are drawn as times read in the reader's own time, as pandas' dates are."""
    datasets = dict(spec.get("datasets") or {})
    for column, data in set((name, str((data or {}).get("name"))) for name, data in _temporal(spec)):
        rows = datasets.get(data)
        if isinstance(rows, list) and any(_is_date(row, column) for row in rows):
            datasets[data] = [{**row, column: _midnight(row[column])} if _is_date(row, column) else row for row in rows]
    return {**spec, "datasets": datasets} if datasets else spec


def _is_date(row: Any, column: str) -> bool:
    return isinstance(row, dict) and isinstance(row.get(column), str) and bool(DATE.match(row[column]))


def _midnight(text: str) -> str:
    found = DATE.match(text)
    return f"{found[1]}-{found[2] or '01'}-{found[3] or '01'}T00:00:00" if found else text
