"""Still figures of the text: drawn once at build time, coloured by the page, read out by their description."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import Any

import altair as alt
import pandas as pd

from coursekit.lab import picture
from deterrence.evidence import honour_rates

# The page's own colours stand behind these, so that a figure is right in light and dark.
VARIABLES = {picture.INK: "var(--ink)", picture.SOFT: "var(--soft)", picture.RULE: "var(--rule)"}


@dataclass(frozen=True)
class Figure:
    """A chart that shows itself as an inline picture, with the numbers it plots in a table beneath.

    Parameters
    ----------
    chart : altair chart
        What is drawn; draw it narrow (400 pixels), so that its text stays readable on a phone.
    description : str
        What a reader who cannot see it should know.
    table : DataFrame
        The numbers it plots, with headings fit to read.
    """

    chart: Any
    description: str
    table: pd.DataFrame

    def _repr_html_(self) -> str:
        import vl_convert

        spec = json.dumps(self.chart.configure(**{**picture.STYLE, "background": "transparent"}).to_dict())
        for colour, variable in VARIABLES.items():
            spec = spec.replace(colour, variable)
        svg = vl_convert.vegalite_to_svg(spec).replace(
            "<svg ", '<svg aria-hidden="true" focusable="false" style="width:100%;height:auto" ', 1
        )
        rows = self.table.to_html(index=False, border=0)
        return (
            f'<figure style="max-width:30rem;margin:1.5rem 0"><div role="img" aria-label="{escape(self.description)}">'
            f"{svg}</div><details><summary>Numbers</summary>{rows}</details></figure>"
        )


NAMES = {
    "any": "Any promise",
    "defence": "To defend",
    "offence": "To attack together",
    "neutrality": "To stay out",
    "nonaggression": "Not to attack",
}


def honour_figure() -> Figure:
    """Return the shares of tested promises that were kept, by duty and era, with their intervals."""
    rates = honour_rates()
    split = rates["obligation"].isin(["any", "defence"])
    rates = rates[(rates["era"] == "1816-2003") != split]
    rates = pd.concat([rates[rates["obligation"] == duty] for duty in NAMES])
    rates = rates.assign(era=rates["era"].str.replace("-", "–"), promise=rates["obligation"].map(NAMES))
    counts = rates["honoured"].astype(str) + " of " + rates["tested"].astype(str)
    rates = rates.assign(label=rates["promise"] + ", " + rates["era"] + ": " + counts)
    early, late = rates.loc[rates["obligation"] == "any", "rate"]
    finding = [f"Tested promises: {early:.0%} kept before 1945,", f"{late:.0%} since"]
    base = alt.Chart(rates[["label", "rate", "low", "high"]]).encode(
        y=alt.Y("label:N", sort=list(rates["label"]), axis=None)
    )
    share = alt.X(
        "rate:Q",
        title="Share kept, given that deterrence failed",
        scale=alt.Scale(domain=[0, 1]),
        axis=alt.Axis(format="%", values=[0, 0.5, 1], labelFontSize=14, titleFontSize=14),
    )
    band = base.mark_rule(strokeWidth=6, opacity=0.3, color=picture.INK).encode(x=alt.X("low:Q"), x2="high:Q")
    dot = base.mark_circle(size=110, opacity=1, color=picture.INK).encode(x=share)
    words = base.mark_text(align="left", dy=-18, fontSize=15, color=picture.INK).encode(x=alt.value(0), text="label:N")
    chart = (band + dot + words).properties(
        width=400,
        height=alt.Step(54),
        title=alt.Title(
            finding,
            fontSize=17,
            subtitle="Lines: 95% intervals, resampled by war",
            subtitleFontSize=14,
            subtitleColor=picture.SOFT,
        ),
    )
    percent = {name: (100 * rates[name]).round().astype(int).astype(str) + "%" for name in ("rate", "low", "high")}
    table = pd.DataFrame({"Promise": rates["promise"], "Years": rates["era"], "Kept": counts, "Share": percent["rate"]})
    table["95% interval"] = percent["low"] + " to " + percent["high"]
    said = "; ".join(f"{r.label}, interval {r.low:.0%} to {r.high:.0%}" for r in rates.itertuples())
    return Figure(chart, f"{' '.join(finding)}. {said}.", table)
