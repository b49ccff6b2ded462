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
from deterrence.text.appendix import (
    contested,
    contested_list,
    drawing,
    entries,
    needs_list,
    parameter_list,
    parameters,
)
from deterrence.text.appendix.formulas import formula
from deterrence.text.appendix.parameters import number
from deterrence.text.appendix.places import PAGES, PARTS

graphs = pytest.mark.parametrize("name", GRAPHS)


def ids(html: str) -> list[str]:
    return re.findall(r' id="([^"]+)"', html)


def targets(html: str) -> set[str]:
    """The entries, and where they stand, that links lead to: page and anchor."""
    return set(re.findall(r'href="(?:model/)?([^":]+\.html#(?:quantity|parameter|form)-[^"]+)"', html))


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
            assert re.search(rf'href="\w+\.html#(quantity|parameter)-{need}"', text), f"{quantity_name} needs {need}"


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


def pages() -> dict[str, str]:
    """The model's pages, as their cells write them, by name."""
    made = {page: "" for page in PARTS} | dict.fromkeys(PAGES.values(), "")
    for graph in GRAPHS.values():
        for page in made:
            made[page] += entries(graph, page).html
    return made | {"parameters": parameters().html, "forms": contested().html}


def test_every_quantity_has_its_entry_on_one_page() -> None:
    found = [anchor for html in pages().values() for anchor in ids(html) if anchor.startswith("quantity-")]
    assert sorted(found) == sorted(f"quantity-{name}" for graph in GRAPHS.values() for name in graph.order)


def test_links_between_entries_lead_somewhere() -> None:
    there = {f"{page}.html#{anchor}" for page, html in pages().items() for anchor in ids(html)}
    drawn = [drawing(graph, "t").html + needs_list(graph).html for graph in GRAPHS.values()]
    whole = "".join([*pages().values(), *drawn, parameter_list().html, contested_list().html])
    assert targets(whole) and targets(whole) <= there
    for html in pages().values():
        assert len(ids(html)) == len(set(ids(html)))


def test_the_page_of_the_drawings_keeps_an_anchor_for_every_entry() -> None:
    """Where all entries stood once: a link to one arrives at the name, which leads on to it."""
    lists = [*(needs_list(graph) for graph in GRAPHS.values()), parameter_list(), contested_list()]
    html = "".join(part.html for part in lists)
    for page, entry in pages().items():
        for anchor in ids(entry):
            place = re.search(rf' id="{anchor}"', html)
            assert place, anchor
            assert f'href="model/{page}.html#{anchor}"' in html[place.start() : place.start() + 250], anchor
    assert len(ids(html)) == len(set(ids(html)))


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
