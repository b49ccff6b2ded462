"""A learner's Altair chart as the page draws it: complete, or refused in a sentence that says what is wrong."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any

from coursekit.live.charts.columns import CHILDREN, Spec, missing_columns
from coursekit.live.charts.dates import counted_years, local_dates
from coursekit.live.charts.errors import data_error, missing_error, raised_error, tables_of, unwritable_error
from coursekit.words import say

# Beyond this a number of the page (a float of 64 bits) is no longer exact.
EXACT = 2**53
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
    if unusable := data_error(chart):
        raise unusable
    try:
        spec: Spec = chart.to_dict(context={"pre_transform": False})
    except Exception as error:
        raise raised_error(error, chart) from None
    if fault := unwritable_error(spec):
        raise fault
    if missing := missing_columns(spec):
        raise missing_error(missing[0], chart)
    for column in dict.fromkeys([*_inexact(chart), *_inexact_rows(spec)]):
        print(say("chart.inexact", column=column), file=sys.stderr)
    for column in counted_years(spec):
        print(say("chart.years", column=column), file=sys.stderr)
    return local_dates(spec)


def _inexact(chart: Any) -> Iterator[str]:
    for table in tables_of(chart):
        for column in table.columns:
            whole = getattr(getattr(table[column], "dtype", None), "kind", "-") in "iu" and len(table)
            if whole and (table[column].max() > EXACT or table[column].min() < -EXACT):
                yield str(column)


def _inexact_rows(spec: Spec) -> Iterator[str]:
    """Yield the columns with such numbers in rows that stand in the specification as they were written."""
    data = spec.get("data")
    rows = data.get("values") if isinstance(data, dict) else None
    for row in rows if isinstance(rows, list) else ():
        for column, value in row.items() if isinstance(row, dict) else ():
            if type(value) is int and abs(value) > EXACT:
                yield str(column)
    for child in [*(child for kind in CHILDREN for child in spec.get(kind) or ()), spec.get("spec")]:
        if isinstance(child, dict):
            yield from _inexact_rows(child)
