"""Ask Vega what a chart draws: in the page the worker's own copy of it, elsewhere one that runs under Node."""

from __future__ import annotations

import json
import sys
from functools import lru_cache
from typing import Any

from coursekit.exercise.helpers.node_charts import asked

Layer = dict[str, Any]


def layers_of(spec: dict[str, Any]) -> list[Layer]:
    """Return the layers that the Vega-Lite specification ``spec`` draws, compiled and run.

    Each has its ``mark``, its ``panel``, its ``scales`` by channel (``type``, ``domain``, ``title``, ``guide``) and its
    ``items``: for each mark drawn the values of its scales at which it stands, and its ``ink``, a colour.

    Raises
    ------
    ValueError
        If Vega cannot draw it.
    """
    found: dict[str, Any] = json.loads(_asked(json.dumps(spec)))
    if found["error"]:
        raise ValueError(found["error"])
    return list(found["layers"])


@lru_cache(maxsize=64)
def _asked(text: str) -> str:
    if sys.platform == "emscripten":
        from js import coursekitDrawn  # type: ignore[import-not-found]

        return str(coursekitDrawn(text))
    return asked(text)
