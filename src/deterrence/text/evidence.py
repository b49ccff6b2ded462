"""The numbers in the text of the chapter *evidence*, and the claims that rest on them."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from deterrence.analysis import PACKAGES, joint_flip, single_flips
from deterrence.analysis.sobol import sobol_indices
from deterrence.evidence import base_rate_differences, base_rates, findings, guarantee_cases, honour_rates
from deterrence.evidence.agreement import agreement
from deterrence.labs.evidence.flip import LAB as FLIP
from deterrence.labs.evidence.selection import LAB as SELECTION
from deterrence.text.states import hold

ERAS = {"1816-1944": "early", "1946-2010": "late"}
SELECTIONS: dict[str, dict[str, float | str]] = {
    "seen": {},
    "lot": {"by_lot": "1"},
    "same": {"motive_spread": 0.0},
    "cool": {"choice_noise": 0.05},
    "untaught": {"news_weight": 0.0},
}

FLIPS: dict[str, dict[str, float | str]] = {
    "flip-open": {},
    "flip-start": {"budget": 1.0},
    "flip-small": {"audience_ceiling": 0.05, "budget": 1.0},
    "flip-size": {"equal_cost": "size", "commitment": "treaty", "contingent": 5000},
}


def _rates() -> dict[str, float]:
    numbers: dict[str, float] = {}
    table = base_rates().query("rival and outcome in ('war', 'dispute', 'war begun (recount)')")
    for row in table.to_dict("records"):
        name = f"{row['outcome'].split()[-1].strip('()')}-{ERAS[row['era']]}-{'with' if row['pact'] else 'without'}"
        numbers |= {name: row["rate"], f"{name}-events": int(row["events"])}
    for row in base_rate_differences().to_dict("records"):
        name = f"{row['outcome'].split()[-1].strip('()')}-{ERAS[row['era']]}-gap"
        for column in ("difference", "low", "high", "wide_low", "wide_high"):
            numbers[f"{name}-{column.replace('_', '-')}"] = row[column]
    return numbers


def _cases() -> dict[str, float]:
    cases, agreed = guarantee_cases("guarantee"), agreement()
    shields = cases[cases["presence"] == "shield"]
    words = cases[cases["kind"] == "symbolic"]
    return {
        "cases": len(cases),
        "cases-shields": len(shields),
        "cases-shields-hit": int((shields["attacked"] != "no").sum()),
        "cases-words": len(words),
        "cases-words-hit": int((words["attacked"] != "no").sum()),
        "cases-unseen": int((cases["unseen"] != "").sum()),
        "coders-cells": int(agreed["n"].sum()),
        "coders-differ": int((agreed["n"] - agreed["agreed"]).sum()),
        "coders-least": float(agreed["kappa"].min()),
        "coders-most": float(agreed["kappa"].max()),
    }


@lru_cache
def _flips() -> dict[str, float]:
    words, troops = PACKAGES["symbolic"], PACKAGES["presence"]
    numbers: dict[str, float] = {}
    for name, budget in (("one", 1.0), ("three", 3.0)):
        alone: Any = single_flips(words, troops, budget=budget).set_index("parameter")
        numbers |= {
            f"flip-{name}-count": int(alone["shift"].notna().sum()),
            f"flip-{name}-audience": float(alone.at["audience_ceiling", "there"]),
            f"flip-{name}-audience-start": float(alone.at["audience_ceiling", "start"]),
            f"flip-{name}-tripwire": float(alone.at["tripwire_pull", "there"]),
            f"flip-{name}-tripwire-start": float(alone.at["tripwire_pull", "start"]),
        }
    numbers["flip-three-joint"] = joint_flip(words, troops, budget=3.0).distance
    first = sobol_indices().query("outcome == 'attack'").set_index(["package", "parameter"])["first"]
    numbers["sobol-words"] = float(first["symbolic", "audience_ceiling"])
    numbers["sobol-troops"] = float(first["presence", "tripwire_pull"])
    return numbers


def evidence_numbers() -> dict[str, float]:
    """Return every number that the chapter glues, by the name under which the text asks for it.

    Raises
    ------
    ValueError
        If evidence or model changed so far that a sentence of the chapter is no longer true; the message says which.
    """
    numbers: dict[str, Any] = {**_rates(), **_cases(), **_flips()}
    for name, state in SELECTIONS.items():
        read = SELECTION.readings(**state)
        for group in ("all", "crises"):
            numbers[f"{name}-{group}"] = int(read[f"{group}.count"])
            for end in ("", ".low", ".high"):
                numbers[f"{name}-{group}-slope{end.replace('.', '-')}"] = read[f"{group}.slope{end}"]
    for name, state in FLIPS.items():
        read = FLIP.readings(**state)
        for series in ("symbolic", "tangible"):
            numbers[f"{name}-{series}"] = 100 * read[f"{series}.deterrence_value"]
        numbers[f"{name}-ahead"] = read["ahead"]
    wars = base_rates().query("outcome == 'war'").groupby("rival")[["events", "dyad_years"]].sum()
    rate = wars["events"] / wars["dyad_years"]
    numbers["rivals-times"] = float(rate[True] / rate[False])
    for finding in findings().to_dict("records"):
        numbers[finding["finding"]] = abs(finding["value"])
    for row in honour_rates().query("obligation == 'any'").to_dict("records"):
        numbers |= {f"kept-{row['era']}-{end}": row[end] for end in ("rate", "low", "high", "tested", "wars")}
    _check(numbers)
    return {name: value if isinstance(value, int) else float(value) for name, value in numbers.items()}


def _check(n: dict[str, float]) -> None:
    claims = {
        "wars were more frequent with a pact before 1945": n["war-early-with"] > n["war-early-without"],
        "wars were less frequent with a pact after 1945": n["war-late-with"] < n["war-late-without"],
        "a third as often": abs(n["war-late-with"] / n["war-late-without"] - 1 / 3) < 0.02,
        "rivals fight many times as often": n["rivals-times"] > 10,
        "thirty-five wars of rivals after 1945": n["war-late-with-events"] + n["war-late-without-events"] == 35,
        "in one count the later difference is clear of zero": n["war-late-gap-wide-high"] < 0,
        "in that count the earlier one is not": n["war-early-gap-low"] < 0 < n["war-early-gap-high"],
        "in the recount the earlier difference is clear of zero": n["recount-early-gap-wide-low"] > 0,
        "in the recount the later one is not, once clustered": n["recount-late-gap-wide-high"] > 0,
        "disputes do not tell": n["dispute-late-gap-low"] < 0 < n["dispute-late-gap-high"],
        "among all pairs attack falls with credibility": n["seen-all-slope-high"] < 0,
        "among crises it does not clearly fall": n["seen-crises-slope-high"] > 0,
        "the sign of the line turns": n["seen-crises-slope"] > 0,
        "by lot the crises tell the truth": n["lot-crises-slope-high"] < 0,
        "cool heads mislead more": n["cool-crises-slope-low"] > 0,
        "where a crisis teaches nothing it only weakens": n["untaught-crises-slope-high"] < 0,
        "shields were attacked more often than not": n["cases-shields-hit"] > n["cases-shields"] / 2,
        "two guesses turn the order at one billion": n["flip-one-count"] == 2,
        "words and troops change places at about 0.09": abs(n["flip-one-audience"] - 0.09) < 0.01,
        "at the sizes proposed troops do better in most draws": n["flip-open-ahead"] > 0.7,
        "more do at three billion": n["flip-three-count"] > 8,
        "words are ahead at first, troops with the smaller guess": n["flip-start-symbolic"] > n["flip-start-tangible"]
        and n["flip-small-symbolic"] < n["flip-small-tangible"],
    }
    hold("evidence", claims)
