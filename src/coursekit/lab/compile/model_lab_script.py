"""The classic script that a model lab ships to the page: its compiled model, its rows' plan and its sentences."""

from __future__ import annotations

import json
from typing import Any

import numpy as np

from coursekit.lab.compile.javascript import PRELUDE, compile_condition, compile_graph, compile_sampler
from coursekit.lab.declare import AnyLabSpec, Choice, ModelLabSpec, Sentences, Slider
from coursekit.lab.declare.otherwise import in_links
from coursekit.lab.evaluate.rows import CURVE_DRAWS, INTERVAL, POINT_DRAWS, compared_pair
from coursekit.model.graph import Graph
from coursekit.model.symbolic import Term


def describe_controls(lab: AnyLabSpec) -> list[dict[str, Any]]:
    """Return the controls as the page and ``course.json`` know them."""
    described = []
    for control in lab.fields:
        entry: dict[str, Any] = {
            "name": in_links(control.name),
            "kind": control.kind,
            "default": control.key(lab.defaults[control.name]),
        }
        if in_links(control.name) != control.name:
            entry["parameter"] = control.name
        if control.when:
            entry["when"] = [in_links(control.when[0]), control.when[1]]
        if isinstance(control, Slider):
            entry |= {"min": control.low, "max": control.high, "step": control.step, "form": control.form}
        if isinstance(control, Choice):
            entry |= {"options": list(control.options), "values": [value for _, value in control.options.values()]}
        for budget in lab.budgets:
            if control.name in budget.parts:
                entry |= {"budget": budget.name, "total": budget.total}
        described.append(entry)
    return described


def model_lab_script(lab: ModelLabSpec, charts: list[dict[str, Any]], package: str = "") -> str:
    """Return the script ``labs/ID.js``; a chart has its parsed ``spec`` and, as ``data``, the names of its tables.

    ``package`` is where Python finds the labs, for *Copy as Python*.

    It registers the lab under ``window.coursekit.labs`` and needs no network, so it works from ``file://``.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab.
    charts : list of dict
        For each chart its parsed ``spec`` and, as ``data``, the names of its tables.
    package : str
        Where Python finds the labs, for *Copy as Python*.

    Returns
    -------
    str
        JavaScript.
    """
    plan = {
        "id": lab.id,
        "package": package,
        "controls": describe_controls(lab),
        "budgets": [
            {
                "name": budget.name,
                "parts": list(budget.parts),
                "total": budget.total,
                "step": budget.step,
                "whole": budget.whole,
            }
            for budget in lab.budgets
        ],
        "defaults": lab.graph.defaults,
        "compare": {name: dict(overrides) for name, overrides in lab.compare.items()},
        "compared": compared_pair(lab),
        "show": list(lab.show),
        "x": None
        if lab.x is None
        else {"name": lab.x.name, "low": lab.x.low, "high": lab.x.high, "steps": lab.x.steps},
        "curve_draws": CURVE_DRAWS,
        "point_draws": POINT_DRAWS,
        "interval": list(INTERVAL),
        "bars": lab.bars,
        "forms": [forms.name for forms in lab.forms],
        "population": None
        if lab.population is None
        else {
            "columns": {name: np.asarray(column).tolist() for name, column in lab.population.columns.items()},
            "among": dict(lab.population.among),
            "dots": lab.population.dots,
        },
        "charts": charts,
        "views": views(lab),
        "presets": [
            {in_links(field.name): field.key(state[field.name]) for field in lab.fields}
            for state in (lab.state(**preset.state) for preset in lab.presets)
        ],
    }
    samplers, which = _samplers(lab, lab.graph)
    along, which_along = _samplers(lab, lab.graph_along)
    return (
        f"(() => {{\n{PRELUDE}\n"
        f"const samplers = [\n{samplers}\n], along = {f'[{chr(10)}{along}{chr(10)}]' if lab.along else 'samplers'};\n"
        "const kit = (globalThis.coursekit ??= {}), labs = (kit.labs ??= {});\n"
        f"labs[{json.dumps(lab.id)}] = {{\n"
        f"  plan: {json.dumps(plan, separators=(',', ':'))},\n"
        f"  evaluate: {compile_graph(lab.graph)},\n"
        f"  along: {compile_graph(lab.graph_along) if lab.along else 'null'},\n"
        f"  sample: {{ {', '.join(f'{series}: samplers[{n}]' for series, n in which.items())} }},\n"
        f"  sample_along: {{ {', '.join(f'{series}: along[{n}]' for series, n in which_along.items())} }},\n"
        f"  says: [\n{sentences_script(lab.sentences)}\n  ],\n"
        f"  findings: [{', '.join(f'[{chr(10)}{sentences_script(found)}{chr(10)}]' for found in lab.findings)}],\n"
        "};\n})();\n"
    )


def views(lab: ModelLabSpec) -> list[dict[str, Any]]:
    """Return the lab's pictures as the page knows them: the quantity whose values stand in the key, and their form."""
    return [{"of": view.of or None, "form": lab.value_form(view)} for view in lab.views]


def _samplers(lab: ModelLabSpec, graph: Graph) -> tuple[str, dict[str, int]]:
    """Return the functions that compute a lab's draws, and which of them each series uses: most share one."""
    made: dict[tuple[str, ...], int] = {}
    which = {}
    for series in lab.compare:
        drawn = tuple(graph.draws(lab.draws, {**lab.compare[series], **lab.defaults}, POINT_DRAWS))
        which[series] = made.setdefault(drawn, len(made))
    return ",\n".join(compile_sampler(graph, drawn, lab.show) for drawn in made), which


def sentences_script(sentences: Sentences) -> str:
    """Return groups of sentences as JavaScript, each with its condition compiled."""
    return ",\n".join(f"    [{', '.join(_say(say.text, say.when) for say in group)}]" for group in sentences)


def _say(text: str, when: Any) -> str:
    if when is None:
        return f"{{text: {json.dumps(text)}}}"
    condition = compile_condition(when, lambda name: Term(f"r[{json.dumps(name)}]"))
    return f"{{text: {json.dumps(text)}, when: {condition}}}"
