"""Altair's checks, made quick enough for a chart that follows a slider.

Both changes only keep what would be found again: a small chart then takes a third of the time, with the same errors.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

# A schema with fewer definitions than this is searched quickly anyway, and need not be kept.
LARGE = 100


def without_script() -> None:
    """Let Altair's JupyterChart be imported from a zip, in which its script can't be read: the page draws such a chart.

    To be called before Altair is imported.
    """
    read = Path.read_text

    def read_text(path: Path, *given: Any, **named: Any) -> str:
        if path.parts[-4:] == ("altair", "jupyter", "js", "index.js"):
            Path.read_text = read  # type: ignore[method-assign]
            return ""
        return read(path, *given, **named)

    Path.read_text = read_text  # type: ignore[method-assign, assignment]


def install() -> None:
    """Have Altair and jsonschema 4.17 look through Vega-Lite's schema once, not for every part of every chart."""
    _search_once()
    list_once()


def _search_once() -> None:
    """Altair makes a new resolver for each check, and each walks the whole schema for subschemas that have names."""
    from jsonschema import RefResolver  # type: ignore[import-untyped]

    search: Callable[[Any], Any] = RefResolver._get_subschemas_cache
    found: dict[int, tuple[object, Any]] = {}

    def remembered(resolver: Any) -> Any:
        schema = resolver.referrer
        if not isinstance(schema, Mapping) or len(schema.get("definitions", ())) < LARGE:
            return search(resolver)
        if id(schema) not in found:
            found[id(schema)] = (schema, search(resolver))  # the schema is held, so that its id stays its own
        return found[id(schema)][1]

    RefResolver._get_subschemas_cache = remembered


def list_once() -> None:
    """For each channel of each chart Altair makes a list of all its classes by their schemas' hashes."""
    from altair.utils import schemapi

    plain: Any = schemapi._FromDict
    lists: dict[tuple[type, ...], Any] = {}

    class Listed(plain):  # type: ignore[misc]
        def __init__(self, wrapper_classes: Any, /) -> None:
            classes = tuple(wrapper_classes)
            if classes not in lists:
                lists.clear()
                lists[classes] = plain(classes).class_dict
            self.class_dict = lists[classes]

    schemapi._FromDict = Listed  # type: ignore[misc]


def warm() -> None:
    """Check one chart, so that no learner's first one pays for it."""
    import altair as alt

    chart: Any = alt.Chart
    chart({"values": [{"x": 0}]}, title="").mark_point().encode(x="x:Q").to_dict()
