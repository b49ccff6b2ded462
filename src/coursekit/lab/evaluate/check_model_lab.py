"""What must hold for a model lab, said with the lab's name and what would be right."""

from __future__ import annotations

from collections.abc import Callable

from coursekit.lab.declare.model_lab import SERIES, ModelLabSpec
from coursekit.lab.declare.parts import CurvePrediction
from coursekit.lab.declare.sentences import render_sentences
from coursekit.lab.declare.views import MARKS
from coursekit.lab.evaluate.rows import readings, sentence
from coursekit.model.graph import Graph


def _check_population(lab: ModelLabSpec, graph: Graph, fail: Callable[[str], None]) -> None:
    assert lab.population is not None
    columns = lab.population.columns
    if not columns or len({len(column) for column in columns.values()}) != 1:
        fail("the population's columns must be there, and equally long.")
    for name in columns:
        if name not in graph.defaults:
            fail(f"the population's column {name!r} is no parameter; parameters are {', '.join(graph.defaults)}.")
        if name in {field.name for field in lab.fields}:
            fail(f"{name!r} is a column of the population and a control; it can only be one of them.")
    if lab.x is None or lab.x.name not in {*columns, *graph.functions}:
        fail("a population needs x=Axis(...), over one of its columns or quantities.")
    for group in lab.population.among:
        if group not in lab.labels:
            fail(f"labels says no name for the group {group!r}.")


def _check_drawn(lab: ModelLabSpec, asked: CurvePrediction, fail: Callable[[str], None]) -> None:
    if lab.x is None or asked.points < 2 or (lab.x.steps - 1) % (asked.points - 1):
        steps = lab.x.steps - 1 if lab.x else 0
        fail(f"{asked.points} points are drawn along {steps} steps; the steps must be a multiple of points - 1.")
    if asked.series not in lab.compare or asked.quantity not in (lab.along or lab.show):
        fail(f"the prediction draws {asked.series!r} and {asked.quantity!r}; both must be along the lab's curve.")
    if "{x}" not in asked.at:
        fail(f"the prediction says {asked.at!r} of a point; it needs the place {{x}}.")


def check_model_lab(lab: ModelLabSpec) -> None:
    """Check a lab against its model, so that a mistake fails the build and not a reader.

    Raises
    ------
    ValueError
        With the lab's id, what is wrong, and what would be right.
    """

    def fail(what: str) -> None:
        raise ValueError(f"Lab {lab.id!r}: {what}")

    if not lab.id.replace("_", "").replace("-", "").isalnum():
        fail("an id is made of letters, digits, - and _, since it stands in links.")
    if (lab.chart is None) == (lab.bars is None):
        fail("give either chart= or bars=.")
    if lab.chart is not None and lab.x is None:
        fail("a chart needs x=Axis(...).")
    graph = lab.model.behind(*lab.needed)
    for control in lab.fields:
        if control.name not in graph.defaults:
            fail(f"control {control.name!r} is no parameter of it; parameters are {', '.join(graph.defaults)}.")
        if control.when:
            governor = {other.name: other for other in lab.fields}.get(control.when[0])
            if governor is None:
                fail(f"control {control.name!r} counts under {control.when[0]!r}, which is no control of it.")
            else:
                governor.number(control.when[1])
    for control in lab.fields:
        control.number(control.key(lab.defaults[control.name]))
    for budget in lab.budgets:
        if budget.name in graph.defaults:
            fail(f"the budget {budget.name!r} is named like a parameter; its parts are the parameters.")
        budget.split(lab.defaults, {} if budget.whole else {name: lab.defaults[name] for name in budget.parts})
        if lab.x and lab.x.name in budget.parts:
            fail(f"x is {lab.x.name!r}, a part of a budget; the other parts would not give way along the curve.")
    if lab.population:
        _check_population(lab, graph, fail)
    elif lab.x and lab.x.name not in {control.name for control in lab.fields}:
        fail(f"x is {lab.x.name!r}; it must be one of the controls, so that the curve has a point to stand on.")
    for name in lab.along:
        if name not in lab.show:
            fail(f"along names {name!r}; it must be one of show.")
    if lab.bars and lab.bars not in lab.show:
        fail(f"bars is {lab.bars!r}; it must be one of show.")
    for series, given in lab.compare.items():
        if SERIES and series not in SERIES:
            fail(f"there is no series {series!r}; use {', '.join(SERIES)}.")
        if series not in lab.labels:
            fail(f"labels says no name for the series {series!r}.")
        for name in given:
            if name not in graph.defaults:
                fail(f"series {series!r} sets {name!r}, which is no parameter of it.")
    if isinstance(lab.predict, CurvePrediction):
        _check_drawn(lab, lab.predict, fail)
    try:
        _ = lab.ranks
    except ValueError as error:
        fail(str(error))
    for view in lab.views:
        if view.of and view.of not in lab.show:
            fail(f"the view {view.name!r} is of {view.of!r}; it must be one of show.")
        for mark in view.key:
            if mark not in MARKS:
                fail(f"the view {view.name!r} explains a mark {mark!r}; marks are {', '.join(MARKS)}.")
    at_default = readings(lab, lab.defaults)
    known = set(at_default)
    for name in lab.named_in_sentences() - known:
        fail(f"a sentence names {{{name}}}; readings are {', '.join(sorted(known))}.")
    for preset in lab.presets:
        sentence(lab, lab.state(**preset.state))
    if not render_sentences(lab.sentences, at_default):
        fail("it says nothing at its default state; end each group of sentences with one without when=.")
