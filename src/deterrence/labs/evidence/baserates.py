"""How often do wars and disputes break out, with and without an outside defence pact? Two eras, two answers."""

from __future__ import annotations

from typing import Any

import pandas as pd

from coursekit.lab.declare import Passage
from coursekit.lab.display import TextLab
from coursekit.lab.html.interval_strips import Strip, strips
from deterrence.evidence import base_rate_differences, base_rates

# Key: what is counted, among rivals or not, its name in the table, and the top of the scale.
OUTCOMES = {
    "war": ("Wars among rivals", True, "war", 0.025),
    "recount": ("Wars among rivals, counted from other data", True, "war begun (recount)", 0.025),
    "force": ("Uses of force among rivals", True, "force", 0.12),
    "dispute": ("Disputes among rivals", True, "dispute", 0.12),
    "others": ("Wars among all other pairs of states", False, "war", 0.0015),
}
COLUMNS = (
    "Event",
    "Years",
    "Outside pact",
    "Events",
    "Pair-years",
    "Rate a year",
    "95% interval",
    "Clustered",
    "Source",
)
LEGEND = '<p class="remark">Thick: 95% interval if each pair and year stands for itself.{thin}</p>'
WIDE = ("wide_low", "wide_high")
THIN = " Thin line: the same, if the years of one rivalry, and the rivalries of one year, hang together."


def _percent(value: float) -> str:
    return "" if pd.isna(value) else f"{100 * value:.{2 if value >= 0.001 else 3}f}%"


def _strip(row: Any) -> Strip:
    wide = None if pd.isna(row["wide_low"]) else (row["wide_low"], row["wide_high"])
    said = f"{row['events']} in {row['dyad_years']:,} pair-years: {_percent(row['rate'])}"
    name, series = ("With a pact", "symbolic") if row["pact"] else ("Without a pact", "")
    return Strip(name, said, row["rate"], (row["low"], row["high"]), wide, series)


def _sentence(name: str, table: pd.DataFrame, differences: pd.DataFrame) -> str:
    said, signs = [], set()
    for era, pair in table.groupby("era"):
        without, with_pact = pair.sort_values("pact")["rate"]
        more = "more" if with_pact > without else "less"
        signs.add(more)
        said.append(
            f"{era}, {more} often with a pact ({_percent(with_pact)} a year) than without ({_percent(without)})"
        )
    said = [f"{name}: {'; '.join(said)}.", "The sign flips." if len(signs) == 2 else "The sign stays the same."]
    told = []
    for row in differences.to_dict("records"):
        if row["wide_low"] > 0 or row["wide_high"] < 0:
            told.append(f"The difference of {row['era']} can be told from zero, clustered or not.")
        elif row["low"] > 0 or row["high"] < 0:
            told.append(f"That of {row['era']} can be told from zero only if every pair-year stands for itself.")
    if len(differences) and not told:
        told = ["Neither difference can be told from zero."]
    return " ".join(said + told).replace("1816-1944", "1816–1944").replace("1946-2010", "1946–2010")


def _passage(key: str) -> Passage:
    name, rival, outcome, top = OUTCOMES[key]
    rates, differences = base_rates(), base_rate_differences()
    table = rates[(rates["rival"] == rival) & (rates["outcome"] == outcome)]
    html, cells = f"<p><b>{name}</b></p>", []
    for era, pair in table.groupby("era"):
        rows = pair.sort_values("pact").to_dict("records")
        years = str(era).replace("-", "–")
        html += f"<p>{years}</p>" + strips([_strip(r) for r in rows], {0.0: "0%", top: f"{100 * top:g}% a year"})
        for r in rows:
            alone, clustered = (f"{_percent(r[a])}–{_percent(r[b])}" for a, b in (("low", "high"), WIDE))
            counts = [f"{r['events']}", f"{r['dyad_years']:,}", _percent(r["rate"]), alone, clustered.strip("–")]
            cells.append([name, years, "yes" if r["pact"] else "no", *counts, r["source"]])
    html += LEGEND.format(thin=THIN if table["wide_low"].notna().all() else "")
    some = differences[(differences["outcome"] == outcome) & rival]
    return Passage(name, html, _sentence(name, table, some), cells)


# fmt: off
LAB = TextLab(
    id="baserates", title="base rates", question="Do states with an outside defence pact get into fewer wars?",
    name="outcome", label="Count", passages={key: _passage(key) for key in OUTCOMES}, columns=COLUMNS,
    caption="Pairs of a possible challenger and a target, year by year, from data of Miller 2022. Described, not"
    " explained: states with pacts differ from states without, and who is deterred at first glance starts nothing.",
    badges=("measured", "estimated"),
)
