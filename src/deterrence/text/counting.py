"""The numbers in the text of the chapter *counting*, the figure of the base rates, and the claims that rest on them."""

from __future__ import annotations

import altair as alt
import pandas as pd

from coursekit.lab.charts.theme import SYMBOLIC
from deterrence.evidence import base_rate_differences, base_rates
from deterrence.labs.counting.comparator import LAB as COMPARATOR
from deterrence.labs.counting.punishment import LAB as PUNISHMENT
from deterrence.model import GRAPH
from deterrence.text.figures import Figure
from deterrence.text.lab_numbers import States, cost_of, found_numbers, lab_numbers
from deterrence.text.states import hold

COMPARED: States = {
    "proposed": {},
    "start": {"budget": 1.0},
    "six": {"budget": 6.0},
    "modest": {"prize": 0.8, "budget": 1.0},
    "large": {"prize": 1.6, "budget": 6.0},
    "equal": {"protege_strength": 1.0, "budget": 1.0},
    "read": {"equal_cost": "size", "commitment": "treaty", "contingent": 20_000},
}
PUNISHED: States = {
    "plain": {},
    "half": {"punishment": 0.5},
    "unconcerned": {"punishment": 0.5, "stake": 0.2},
    "help": {"help_strength": 1.4},
}


def counting_numbers() -> dict[str, float]:
    """Return every number that the chapter glues, by the name under which the text asks for it.

    Raises
    ------
    ValueError
        If evidence or model changed so far that a sentence of the chapter is no longer true; the message says which.
    """
    numbers = found_numbers() | lab_numbers(COMPARATOR, COMPARED) | lab_numbers(PUNISHMENT, PUNISHED)
    rates = base_rates()
    for row in rates[rates["rival"]].to_dict("records"):
        name = f"{row['era']}-{'pact' if row['pact'] else 'alone'}-{row['outcome'].split(' ')[0]}"
        name += "-recount" if "recount" in row["outcome"] else ""
        numbers |= {f"{name}-rate": row["rate"], f"{name}-events": row["events"], f"{name}-years": row["dyad_years"]}
    for row in base_rate_differences().to_dict("records"):
        name = f"{row['era']}-{row['outcome'].split(' ')[0]}{'-recount' if 'recount' in row['outcome'] else ''}"
        numbers |= {f"{name}-{key}": 100 * row[key] for key in ("difference", "low", "high", "wide_low", "wide_high")}
    added = [-numbers[f"six-tangible-dispute-deterrence{end}"] for end in ("", "-high", "-low")]
    numbers |= zip(("six-disputes-added", "six-disputes-added-low", "six-disputes-added-high"), added, strict=True)
    numbers["proposed-cost-times"] = cost_of(COMPARATOR, "tangible") / cost_of(COMPARATOR, "symbolic")
    numbers["words-price"] = GRAPH.defaults["words_price"]
    _check(numbers)
    return {name: float(value) for name, value in numbers.items()}


def _check(n: dict[str, float]) -> None:
    hold(
        "counting",
        {
            "at the sizes proposed troops are ahead in most draws": n["proposed-ahead"] > 0.7,
            "at a billion the words take more off than the troops": n["start-symbolic-deterrence-value"]
            > n["start-tangible-deterrence-value"],
            "at six billion the troops take more off": n["six-tangible-deterrence-value"]
            > n["six-symbolic-deterrence-value"],
            "20,000 troops take 18 points off the chance of war, and a treaty fewer": abs(
                n["read-tangible-war-deterrence"] - 18
            )
            < 0.5
            and n["read-symbolic-war-deterrence"] < 17,
            "at a billion neither is credible enough": n["start-symbolic-credibility"]
            < n["start-symbolic-critical-credibility"],
            "at a prize of 0.8 the words are credible enough and the troops are not": n["modest-symbolic-credibility"]
            > n["modest-symbolic-critical-credibility"]
            and n["modest-tangible-credibility"] < n["modest-tangible-critical-credibility"],
            "six billion in troops make lesser disputes more frequent": n["six-tangible-dispute-deterrence"] < -5,
            "a punishment counts for less with a guarantor who does not care": n[
                "unconcerned-symbolic-attack-probability"
            ]
            > n["half-symbolic-attack-probability"] + 0.1,
            "wars are rarer with a pact after 1945 and not before": n["1946-2010-war-high"] < 0
            and n["1816-1944-war-difference"] > 0,
            "with the other count the sign before 1945 is sure and after 1945 is not": n[
                "1816-1944-war-recount-wide_low"
            ]
            > 0
            and n["1946-2010-war-recount-wide_high"] > 0,
            "disputes are about as frequent": n["1946-2010-dispute-low"] < 0 < n["1946-2010-dispute-high"],
        },
    )


OUTCOMES = {
    "dispute": "Disputes",
    "war": "Wars, as coded",
    "war begun (recount)": "Wars, by who began them",
}


def rates_figure() -> Figure:
    """Return how much rarer or more frequent disputes and wars are among rivals with an outside pact."""
    table = base_rate_differences()
    table = table[table["outcome"].isin(list(OUTCOMES))].copy()
    for end in ("low", "high"):
        table[end] = table[f"wide_{end}"].fillna(table[end])
    table["count"] = table["outcome"].map(OUTCOMES)
    table["era"] = table["era"].str.replace("-", "–")
    table["label"] = table["count"] + ", " + table["era"]
    for column in ("difference", "low", "high"):
        table[column] = 100 * table[column]
    base = alt.Chart(table[["label", "difference", "low", "high"]]).encode(
        y=alt.Y("label:N", sort=list(table["label"]), axis=None)
    )
    x = alt.X("difference:Q", title="Points a year, with a pact less without one", axis=alt.Axis(tickCount=6))
    rule = base.mark_rule(strokeWidth=7, opacity=0.3, color=SYMBOLIC).encode(x=alt.X("low:Q"), x2="high:Q")
    dot = base.mark_point(filled=True, size=80, opacity=1, color=SYMBOLIC).encode(x=x)
    zero = alt.Chart(pd.DataFrame({"x": [0]})).mark_rule(aria=False).encode(x="x:Q")
    text = base.mark_text(align="left", dy=-13).encode(x=alt.datum(-2.6), text="label:N")
    title = ["Pacts and wars among rivals:", "the sign depends on the era and on the count"]
    said = "; ".join(
        f"{row['label']}: {row['difference']:+.2f} points ({row['low']:+.2f} to {row['high']:+.2f})"
        for row in table.to_dict("records")
    )
    shown = table[["count", "era", "difference", "low", "high"]].round(2)
    shown.columns = ["Outcome", "Years", "Difference, points a year", "95% from", "to"]
    return Figure((rule + zero + dot + text).properties(width=400, height=230, title=title), said, shown)
