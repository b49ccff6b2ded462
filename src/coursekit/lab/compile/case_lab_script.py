"""The classic script that an archive ships to the page: its cases' options, its controls and its sentences."""

from __future__ import annotations

import json

from coursekit.lab.compile.model_lab_script import describe_controls, say_script
from coursekit.lab.declare.case_lab import Archive


def archive_script(archive: Archive, package: str = "") -> str:
    """Return the script ``labs/ID.js``, which registers the archive; it needs no network, so it works from ``file://``."""
    plan = {
        "id": archive.id,
        "package": package,
        "controls": describe_controls(archive),
        "budgets": [],
        "presets": [archive.chosen(**preset.state) for preset in archive.presets],
        "filters": [{"name": one.name, "label": one.label, "options": dict(one.options)} for one in archive.filters],
        "columns": list(archive.columns),
        "cases": [
            {"key": case.key, "values": [case.values[one.name] for one in archive.filters]} for case in archive.cases
        ],
    }
    return (
        "(() => {\nconst kit = (globalThis.coursekit ??= {}), labs = (kit.labs ??= {});\n"
        f"labs[{json.dumps(archive.id)}] = {{\n"
        f"  plan: {json.dumps(plan, separators=(',', ':'))},\n"
        f"  says: [\n{say_script(archive.says)}\n  ],\n}};\n}})();\n"
    )
