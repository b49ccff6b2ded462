"""Where the two language models that coded the guarantee cases agree, and every cell where they do not."""

from __future__ import annotations

from html import escape
from math import isnan

from deterrence.evidence.agreement import agreement, disagreements
from deterrence.text.appendix.html import Part, appendix, folded, table


def coders() -> Part:
    """Return the agreement by variable, and the list of disagreements, case by case."""
    heads = ("Variable", "Cases", "Coded alike", "Share", "Kappa of the two models")
    rows = [
        [
            f"<code>{row['variable']}</code>",
            str(row["n"]),
            str(row["agreed"]),
            f"{row['share']:.0%}",
            "none" if isnan(row["kappa"]) else f"{row['kappa']:.2f}",
        ]
        for row in agreement().to_dict("records")
    ]
    apart = disagreements()
    cells = [
        [
            escape(f"{row['id']} {row['case']}"),
            f"<code>{row['variable']}</code>",
            escape(str(row["first"])),
            escape(str(row["second"])),
            *(f'<div class="long">{escape(row[name])}</div>' for name in ("first_note", "second_note")),
        ]
        for row in apart.to_dict("records")
    ]
    names = ("Case", "Variable", "First model", "Second model", "First model’s note", "Second model’s note")
    listed = table("Every disagreement of the two language models; scrolls sideways", names, cells, kind="data")
    return appendix(
        table("Agreement of the two language models, by variable", heads, rows)
        + folded(f"All {len(apart)} disagreements", listed)
    )
