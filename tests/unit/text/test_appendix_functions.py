"""The reference of the functions holds all that a reader may call, with what it says."""

from __future__ import annotations

import re
from importlib import import_module

import pytest

from deterrence.model import GRAPHS
from deterrence.text.appendix import functions_of

QUANTITY_NAMES = [name for graph in GRAPHS.values() for name in graph.order]


def ids(html: str) -> list[str]:
    return re.findall(r' id="([^"]+)"', html)


DOCUMENTED = {
    "deterrence.model": [],
    "deterrence.evidence": [],
    "deterrence.labs": ["lab", "labs"],
    "coursekit.model": ["graph.Graph", "quantity.quantity", "symbolic.scan"],
    "coursekit.lab": ["display.Lab", "declare.controls.Slider", "evaluate.rows.curve_rows"],
}


@pytest.mark.parametrize("module", DOCUMENTED)
def test_the_reference_holds_every_public_function_with_what_it_says(module: str) -> None:
    html = functions_of(module).html
    listed = getattr(import_module(module), "__all__", None)
    for name in listed or ():
        if callable(getattr(import_module(module), name)):
            assert f'id="api-{module}.{name}"' in html, name
    for name in DOCUMENTED[module]:
        assert f'id="api-{module}.{name}"' in html, name
    assert html.count('class="entry"') >= (len(QUANTITY_NAMES) if module == "deterrence.model" else 3)
    for part in html.split('<section class="entry"')[1:]:
        assert "<p>" in part, f"without a docstring: {part[:80]}"
    assert len(ids(html)) == len(set(ids(html)))
