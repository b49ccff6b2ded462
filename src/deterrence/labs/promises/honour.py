"""How often were promises kept, once a war had tested them? By type and period, with two kinds of intervals."""

from __future__ import annotations

from typing import Any

import pandas as pd

from coursekit.lab.declare import Passage
from coursekit.lab.display import TextLab
from coursekit.lab.html.interval_strips import Strip, strips
from deterrence.evidence import honour_rates
from deterrence.evidence.intervals import wilson

DUTIES = {
    "any": ("any promise", "All promises"),
    "defence": ("to defend", "Promises to defend"),
    "offence": ("to attack together", "Promises to share in an attack"),
    "neutrality": ("to stay out", "Promises to stay out"),
    "nonaggression": ("not to attack", "Promises not to attack"),
    "consultation": ("to consult", "Promises to consult"),
}
ERAS = {"1816-2003": "1816–2003", "1816-1944": "1816–1944", "1945-2003": "1945–2003"}
COLUMNS = ("Promise", "Years", "Kept", "Wars", "Share", "95%, each promise alone", "95%, resampled by war", "Source")
LEGEND = (
    '<p class="remark">Thick: 95% interval if each promise stands for itself (Wilson). Thin line: 95% interval if'
    " promises tested by the same war stand or fall together (wars resampled).</p>"
)


def _between(low: float, high: float) -> str:
    return f"{100 * low:.0f}–{100 * high:.0f}%"


def _sentence(name: str, rows: dict[str, Any]) -> str:
    whole, early, late = (rows[era] for era in ERAS)
    said = f"{name}: {whole['honoured']} of {whole['tested']} kept, {whole['rate']:.0%}. "
    said += f"Before 1945 it was {early['rate']:.0%}, since then {late['rate']:.0%}. "
    apart = late["high"] < early["low"] or early["high"] < late["low"]
    said += f"The two periods’ intervals by war {'do not overlap' if apart else 'overlap'}. "
    if late["low"] == late["high"]:
        return said + "All of so few were kept: resampling cannot show a failure that it has not seen. Wilson’s can."
    wider = (whole["high"] - whole["low"]) / (whole["wilson_high"] - whole["wilson_low"])
    return said + (f"Resampled by war the interval is {wider:.1f} times as wide as Wilson’s." if wider > 1.15 else "")


def _passage(duty: str, table: pd.DataFrame) -> Passage:
    label, name = DUTIES[duty]
    rows = {row["era"]: row for row in table.to_dict("records")}
    drawn, cells = [], []
    for era, years in ERAS.items():
        row = rows[era]
        kept = f"{row['honoured']} of {row['tested']}"
        alone, by_war = (row["wilson_low"], row["wilson_high"]), (row["low"], row["high"])
        drawn.append(Strip(years, f"{kept} kept, {row['rate']:.0%}", row["rate"], alone, by_war))
        cells.append([label, years, kept, str(row["wars"]), f"{row['rate']:.0%}", _between(*alone), _between(*by_war),
                      row["source"]])  # fmt: skip
    html = f"<p><b>{name}</b>, once a war had put them to the test</p>"
    html += strips(drawn, {0.0: "0%", 0.5: "half", 1.0: "all kept"}) + LEGEND
    return Passage(label.capitalize(), html, _sentence(name, rows), cells)


def _passages() -> dict[str, Passage]:
    rates = honour_rates()
    low, high = wilson(rates["honoured"].to_numpy(float), rates["tested"].to_numpy(float))
    rates = rates.assign(wilson_low=low, wilson_high=high)
    return {duty: _passage(duty, rates[rates["obligation"] == duty]) for duty in DUTIES}


LAB = TextLab(
    id="honour",
    title="promises kept",
    question="Once a war had come, how often did allies do what they had promised?",
    name="promise",
    label="Which promises",
    passages=_passages(),
    columns=COLUMNS,
    caption="Counts: Berkemeier and Fuhrmann 2018; the intervals are ours. Every promise to defend here had"
    " failed to prevent its war; the ones that prevented it are not in the table, so no rate says how often promises"
    " deter. An"
    " alliance with several duties counts under each.",
    badges=("measured", "estimated"),
)
