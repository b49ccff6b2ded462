"""The classic script that a case lab ships to the page: its cases' options, its controls and its sentences."""

from __future__ import annotations

import json

from coursekit.lab.compile.model_lab_script import describe_controls, sentences_script
from coursekit.lab.declare.case_lab import CaseLabSpec


def case_lab_script(lab: CaseLabSpec, package: str = "") -> str:
    """Return the script ``labs/ID.js``, which registers the lab; it needs no network, so it works from ``file://``.

    Parameters
    ----------
    lab : CaseLabSpec
        The lab.
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
        "budgets": [],
        "presets": [lab.chosen(**preset.state) for preset in lab.presets],
        "filters": [{"name": one.name, "label": one.label, "options": dict(one.options)} for one in lab.filters],
        "columns": list(lab.columns),
        "cases": [{"key": case.key, "values": [case.values[one.name] for one in lab.filters]} for case in lab.cases],
    }
    return (
        "(() => {\nconst kit = (globalThis.coursekit ??= {}), labs = (kit.labs ??= {});\n"
        f"labs[{json.dumps(lab.id)}] = {{\n"
        f"  plan: {json.dumps(plan, separators=(',', ':'))},\n"
        f"  says: [\n{sentences_script(lab.says)}\n  ],\n}};\n}})();\n"
    )
