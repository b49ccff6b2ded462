"""The appendix on the model says all of the model, and says it anew when the model changes."""

from __future__ import annotations

import re
from html import unescape
from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.model.graph import Graph
from coursekit.model.graph_layout import lay_out
from coursekit.model.quantity import Symbol, quantity
from deterrence.model import GRAPHS, SYMBOLS
from deterrence.text.appendix import drawing, entries, functions_of, parameters
from deterrence.text.appendix.entries import number
from deterrence.text.appendix.formulas import formula

graphs = pytest.mark.parametrize("name", GRAPHS)


def ids(html: str) -> list[str]:
    return re.findall(r' id="([^"]+)"', html)


def targets(html: str) -> set[str]:
    return set(re.findall(r'href="#([^"]+)"', html))


@graphs
def test_every_quantity_has_one_entry_with_symbol_unit_equation_and_source(name: str) -> None:
    graph = GRAPHS[name]
    parts = entries(graph).html.split('<section class="entry" id="quantity-')[1:]
    assert [part.partition('"')[0] for part in parts] == graph.order
    for part, quantity_name in zip(parts, graph.order, strict=True):
        text = unescape(part)
        symbol = SYMBOLS[quantity_name]
        assert f'<span class="tex">{symbol.latex}</span>' in text
        assert f"<dd>{symbol.unit}</dd>" in text and f"<dd>{symbol.range}</dd>" in text
        assert '<div class="tex">' in text, f"{quantity_name} shows its code, for it could not be printed as a formula"
        assert "<dt>Source</dt>" in text
        for need in graph.needs(quantity_name):
            assert re.search(rf'href="#(quantity|parameter)-{need}"', text), f"{quantity_name} needs {need}"


def test_every_parameter_stands_in_the_table_once_with_its_default_and_standing() -> None:
    html = parameters().html
    wanted = {name: graph.defaults[name] for graph in GRAPHS.values() for name in graph.defaults}
    assert sorted(ids(html)) == sorted(f"parameter-{name}" for name in wanted)
    for row in html.split('<tr id="parameter-')[1:]:
        name = row.partition('"')[0]
        assert f"<td>{number(wanted[name])}</td>" in row
        assert f">{SYMBOLS[name].standing}</span>" in row
        band = SYMBOLS[name].band
        assert (f"<td>{number(band[0])} to {number(band[1])}</td>" if band else "<td>none</td>") in row


def test_links_between_entries_lead_somewhere() -> None:
    parts = [part(graph).html for graph in GRAPHS.values() for part in (entries, lambda g: drawing(g, "t"))]
    whole = "".join([*parts, parameters().html])
    assert targets(whole) <= set(ids(whole))
    assert len(ids(whole)) == len(set(ids(whole)))


@graphs
def test_the_drawing_has_a_box_for_every_quantity_and_a_line_for_every_need(name: str) -> None:
    graph = GRAPHS[name]
    html = drawing(graph, name).html
    assert sorted(re.findall(r'class="node n-(\w+)"', html)) == sorted(graph.order)
    lines = set(re.findall(r'<path class="e-(\w+) e-(\w+)"', html))
    assert lines == {(need, q) for q in graph.order for need in graph.needs(q) if need in graph.functions}


TABLE = {
    "slope": Symbol("m", "How steep", "times", 0, 100),
    "height": Symbol("h", "How high", "metres"),
}


def small(default: float) -> Graph:
    def height(slope: float = default) -> float:
        """How high it is. Source: made for a test."""
        return slope * 2

    return Graph([quantity(TABLE)(height)], TABLE)


@given(st.floats(0, 100), st.floats(0, 100))
def test_a_changed_default_changes_the_page(one: float, other: float) -> None:
    first, second = (parameters({"small": small(value)}).html for value in (one, other))
    assert f"<td>{number(one)}</td>" in first
    assert (first == second) == (number(one) == number(other))


def test_a_recurrence_is_written_as_its_steps() -> None:
    steps = formula(GRAPHS["industry"], "stock")
    assert r"\text{at first}" in steps and r"\leftarrow" in steps
    for name in ("demand", "turnover", "aid_level", "capacity_goal", "stock_start"):
        assert SYMBOLS[name].latex in steps, name
    assert "_made" not in steps and "logistic" not in steps


def test_brackets_stay_where_a_sum_needs_them() -> None:
    assert r"-\frac" in formula(GRAPHS["package"], "credibility")
    for graph in GRAPHS.values():
        for name in graph.order:
            latex = formula(graph, name)
            assert len(re.findall(r"\\left(?!arrow)", latex)) == latex.count(r"\right"), name
            assert len(re.findall(r"(?<!\\)\{", latex)) == len(re.findall(r"(?<!\\)\}", latex)), name


@st.composite
def webs(draw: st.DrawFn) -> tuple[dict[str, list[str]], dict[str, float]]:
    names = [f"n{i}" for i in range(draw(st.integers(1, 14)))]
    needs = {n: [m for m in names[:i] if draw(st.integers(0, 3)) == 0] for i, n in enumerate(names)}
    return needs, {n: draw(st.floats(20, 120)) for n in names}


@given(webs())
def test_boxes_never_overlap_and_needs_stand_to_the_left(web: tuple[dict[str, list[str]], dict[str, float]]) -> None:
    needs, height = web
    layout = lay_out(needs, height, 10)
    column = {name: place for place, names in enumerate(layout.columns) for name in names}
    assert set(needs) <= set(column)
    for name, wanted in needs.items():
        for need in wanted:
            assert column[need] < column[name]
            way = layout.ways[need, name]
            assert [column[p] for p in way] == list(range(column[need], column[name] + 1))
    for names in layout.columns:
        boxes = [(layout.centre[n] - height[n] / 2, layout.centre[n] + height[n] / 2) for n in names if n in height]
        for (_, end), (begin, _) in pairwise(sorted(boxes)):
            assert begin >= end + 10 - 1e-6
        assert all(a != b for a, b in combinations(names, 2))


DOCUMENTED = {
    "deterrence.model": [],
    "deterrence.evidence": [],
    "deterrence.labs": ["lab", "labs"],
    "coursekit.model": ["graph.Graph", "quantity.quantity", "symbolic.scan"],
    "coursekit.lab": ["display.Lab", "declare.controls.Slider", "evaluate.rows.curve_rows"],
}


@pytest.mark.parametrize("module", DOCUMENTED)
def test_the_reference_holds_every_public_function_with_what_it_says(module: str) -> None:
    from importlib import import_module

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


QUANTITY_NAMES = [name for graph in GRAPHS.values() for name in graph.order]
