# %% right: comprehension: one list comprehension over a filtered list.
def contradictions(reports):
    facts = [r for r in reports if r["kind"] == "delivered"]
    return [
        (old["report"], new["report"])
        for old in facts
        for new in facts
        if old["day"] < new["day"] and new["high"] is not None and old["low"] > new["high"]
    ]


show(contradictions(REPORTS))


# %% right: helper dates: real dates and two small helper functions; a generator turned into a list, renamed parameter.
from datetime import date


def is_delivered(x):
    return x["kind"] == "delivered"


def clash(a, b):
    if date.fromisoformat(a["day"]) >= date.fromisoformat(b["day"]):
        return False
    return b["high"] is not None and b["high"] < a["low"]


def contradictions(all_reports):
    fine = list(filter(is_delivered, all_reports))

    def pairs():
        for x in fine:
            yield from ((x["report"], y["report"]) for y in fine if clash(x, y))

    return list(pairs())


show(contradictions(REPORTS))


# %% right: loops: two nested loops with plain if statements, days compared as text.
def contradictions(reports):
    """Return the pairs (earlier, later) of names of reports that cannot both be true."""
    pairs = []
    for a in reports:
        for b in reports:
            if a["kind"] != "delivered" or b["kind"] != "delivered":
                continue
            if b["high"] is None:
                continue
            if a["day"] < b["day"] and a["low"] > b["high"]:
                pairs.append((a["report"], b["report"]))
    return pairs


show(contradictions(REPORTS))


# %% right: numpy: NumPy broadcasting, a boolean matrix and np.argwhere; names come from the list.
import numpy as np


def contradictions(reports):
    said = [r for r in reports if r["kind"] == "delivered"]
    if not said:
        return []
    day = np.array([r["day"] for r in said])
    low = np.array([r["low"] for r in said], dtype=float)
    high = np.array([np.inf if r["high"] is None else r["high"] for r in said], dtype=float)
    clash = (day[:, None] < day[None, :]) & (low[:, None] > high[None, :])
    return [(said[i]["report"], said[j]["report"]) for i, j in np.argwhere(clash)]


show(contradictions(REPORTS))


# %% right: pandas cross: pandas, cross merge of the table with itself; a missing high becomes NaN, which no number exceeds.
import pandas as pd


def contradictions(reports):
    t = pd.DataFrame(reports, columns=["report", "day", "kind", "low", "high"])
    t = t[t["kind"] == "delivered"].copy()
    t["day"] = pd.to_datetime(t["day"])
    t["high"] = t["high"].astype(float)
    both = t.merge(t, how="cross", suffixes=("_1", "_2"))
    both = both[(both["day_1"] < both["day_2"]) & (both["low_1"] > both["high_2"])]
    return list(zip(both["report_1"], both["report_2"]))


show(contradictions(REPORTS))


# %% right: product reversed: itertools.product, goes from the later report to the earlier ones, so pairs come in another order ("in any order").
from itertools import product


def contradictions(reports):
    answer = []
    for later, earlier in product(reversed(list(reports)), repeat=2):
        if {earlier["kind"], later["kind"]} == {"delivered"}:
            if earlier["day"] < later["day"]:
                if later["high"] is not None and later["high"] < earlier["low"]:
                    answer.append((earlier["report"], later["report"]))
    return answer


show(contradictions(REPORTS))


# %% right: sorted combinations: sorts a copy by day and takes itertools.combinations, skipping equal days.
from itertools import combinations


def contradictions(reports):
    delivered = sorted((r for r in reports if r["kind"] == "delivered"), key=lambda r: r["day"])
    result = []
    for first, second in combinations(delivered, 2):
        if first["day"] == second["day"]:
            continue
        top = float("inf") if second["high"] is None else second["high"]
        if first["low"] > top:
            result.append((first["report"], second["report"]))
    return result


show(contradictions(REPORTS))


# %% wrong: forecast filter one side
def contradictions(reports):
    return [(a["report"], b["report"]) for a in reports for b in reports if a["kind"] == "delivered" and a["day"] < b["day"] and b["high"] is not None and a["low"] > b["high"]]


show(contradictions(REPORTS))


# %% wrong: mutates sorts input
def contradictions(reports):
    reports.sort(key=lambda r: r["day"])
    d = [r for r in reports if r["kind"] == "delivered"]
    return [(a["report"], b["report"]) for i, a in enumerate(d) for b in d[i + 1:] if a["day"] < b["day"] and b["high"] is not None and a["low"] > b["high"]]


show(contradictions(REPORTS))


# %% wrong: returns set
def contradictions(reports):
    d = [r for r in reports if r["kind"] == "delivered"]
    return {(a["report"], b["report"]) for a in d for b in d if a["day"] < b["day"] and b["high"] is not None and a["low"] > b["high"]}


show(contradictions(REPORTS))


# %% wrong: same day too
def contradictions(reports):
    d = [r for r in reports if r["kind"] == "delivered"]
    return [(a["report"], b["report"]) for a in d for b in d if a["day"] <= b["day"] and b["high"] is not None and a["low"] > b["high"]]


show(contradictions(REPORTS))


# %% wrong: fills none in place: writes infinity into the caller's dictionaries where high is None.
def contradictions(reports):
    for r in reports:
        if r["high"] is None:
            r["high"] = float("inf")
    told = [r for r in reports if r["kind"] == "delivered"]
    return [(a["report"], b["report"]) for a in told for b in told if a["day"] < b["day"] and a["low"] > b["high"]]


show(contradictions(REPORTS))


# %% wrong: first match only: breaks after the first contradiction for each earlier report; shows where one is contradicted twice.
def contradictions(reports):
    told = [r for r in reports if r["kind"] == "delivered"]
    pairs = []
    for a in told:
        for b in told:
            if a["day"] < b["day"] and b["high"] is not None and a["low"] > b["high"]:
                pairs.append((a["report"], b["report"]))
                break
    return pairs


show(contradictions(REPORTS))


# %% wrong: forecast counted: forecasts are not left out; shows whenever a forecast lies between (for the shown data the forecast of 524 against 500).
def contradictions(reports):
    pairs = []
    for a in reports:
        for b in reports:
            if b["high"] is not None and a["day"] < b["day"] and a["low"] > b["high"]:
                pairs.append((a["report"], b["report"]))
    return pairs


show(contradictions(REPORTS))


# %% wrong: high against low: compares the earlier high with the later low, the ends confused; shows where low and high differ.
def contradictions(reports):
    told = [r for r in reports if r["kind"] == "delivered"]
    pairs = []
    for a in told:
        for b in told:
            if a["day"] < b["day"] and a["high"] is not None and a["high"] > b["low"]:
                pairs.append((a["report"], b["report"]))
    return pairs


show(contradictions(REPORTS))


# %% wrong: low against low: compares low with low; shows where the later report has a range that reaches above the earlier low, or no high.
def contradictions(reports):
    told = [r for r in reports if r["kind"] == "delivered"]
    return [(a["report"], b["report"]) for a in told for b in told if a["day"] < b["day"] and a["low"] > b["low"]]


show(contradictions(REPORTS))


# %% wrong: neighbours only: compares each report only with the one right after it, not with all later ones.
def contradictions(reports):
    told = sorted([r for r in reports if r["kind"] == "delivered"], key=lambda r: r["day"])
    pairs = []
    for a, b in zip(told, told[1:]):
        if a["day"] < b["day"] and b["high"] is not None and a["low"] > b["high"]:
            pairs.append((a["report"], b["report"]))
    return pairs


show(contradictions(REPORTS))


# %% wrong: none as low: a missing high is replaced by the low, so that "more than 300" is read as "300"; shows on a later open report with a smaller low.
def contradictions(reports):
    told = [r for r in reports if r["kind"] == "delivered"]
    pairs = []
    for a in told:
        for b in told:
            top = b["high"] if b["high"] is not None else b["low"]
            if a["day"] < b["day"] and a["low"] > top:
                pairs.append((a["report"], b["report"]))
    return pairs


show(contradictions(REPORTS))


# %% wrong: none crashes: compares with None and stops with a TypeError as soon as a later report has no high.
def contradictions(reports):
    told = [r for r in reports if r["kind"] == "delivered"]
    return [
        (a["report"], b["report"])
        for a in told
        for b in told
        if a["day"] < b["day"] and a["low"] > b["high"]
    ]


show(contradictions(REPORTS))


# %% wrong: not strict: >= in place of >; two equal numbers can both be true (shown data: 500 in March and 500 in June, 300 and 300).
def contradictions(reports):
    told = [r for r in reports if r["kind"] == "delivered"]
    return [
        (a["report"], b["report"])
        for a in told
        for b in told
        if a["day"] < b["day"] and b["high"] is not None and a["low"] >= b["high"]
    ]


show(contradictions(REPORTS))


# %% wrong: only earlier delivered: only the earlier one is checked for being delivered; shows where a later forecast lies below an earlier report.
def contradictions(reports):
    pairs = []
    for a in reports:
        if a["kind"] == "delivered":
            for b in reports:
                if b["high"] is not None and a["day"] < b["day"] and a["low"] > b["high"]:
                    pairs.append((a["report"], b["report"]))
    return pairs


show(contradictions(REPORTS))


# %% wrong: open reports dropped: reports without a high are thrown out altogether, so that an open one is never the earlier of a pair.
def contradictions(reports):
    told = [r for r in reports if r["kind"] == "delivered" and r["high"] is not None]
    pairs = []
    for a in told:
        for b in told:
            if a["day"] < b["day"] and a["low"] > b["high"]:
                pairs.append((a["report"], b["report"]))
    return pairs


show(contradictions(REPORTS))


# %% wrong: pairs swapped: pairs come as (later, earlier).
def contradictions(reports):
    told = [r for r in reports if r["kind"] == "delivered"]
    return [
        (b["report"], a["report"])
        for a in told
        for b in told
        if a["day"] < b["day"] and b["high"] is not None and a["low"] > b["high"]
    ]


show(contradictions(REPORTS))


# %% wrong: return in loop: the return stands inside the outer loop, so only the first report is looked at.
def contradictions(reports):
    pairs = []
    told = [r for r in reports if r["kind"] == "delivered"]
    for a in told:
        for b in told:
            if a["day"] < b["day"] and b["high"] is not None and a["low"] > b["high"]:
                pairs.append((a["report"], b["report"]))
        return pairs


show(contradictions(REPORTS))


# %% wrong: returns positions: returns positions in the list, not names.
def contradictions(reports):
    pairs = []
    for i, a in enumerate(reports):
        for j, b in enumerate(reports):
            if a["kind"] == "delivered" == b["kind"] and a["day"] < b["day"]:
                if b["high"] is not None and a["low"] > b["high"]:
                    pairs.append((i, j))
    return pairs


show(contradictions(REPORTS))


# %% wrong: same day counted: <= between the days, so that two reports for the same day are held against each other.
def contradictions(reports):
    told = [r for r in reports if r["kind"] == "delivered"]
    return [
        (a["report"], b["report"])
        for a in told
        for b in told
        if a is not b and a["day"] <= b["day"] and b["high"] is not None and a["low"] > b["high"]
    ]


show(contradictions(REPORTS))


# %% wrong: sorted input assumed: takes the order of the list for the order of days; shows for an unsorted list (and for two of the same day).
def contradictions(reports):
    told = [r for r in reports if r["kind"] == "delivered"]
    pairs = []
    for i in range(len(told)):
        for j in range(i + 1, len(told)):
            if told[j]["high"] is not None and told[i]["low"] > told[j]["high"]:
                pairs.append((told[i]["report"], told[j]["report"]))
    return pairs


show(contradictions(REPORTS))


# %% wrong: sorts argument: reports.sort() reorders the caller's list; shows when the list comes unsorted.
def contradictions(reports):
    reports.sort(key=lambda r: r["day"])
    told = [r for r in reports if r["kind"] == "delivered"]
    pairs = []
    for i, a in enumerate(told):
        for b in told[i + 1 :]:
            if a["day"] != b["day"] and b["high"] is not None and a["low"] > b["high"]:
                pairs.append((a["report"], b["report"]))
    return pairs


show(contradictions(REPORTS))


# %% wrong: uses global: reads REPORTS and ignores its argument.
def contradictions(reports):
    told = [r for r in REPORTS if r["kind"] == "delivered"]
    return [
        (a["report"], b["report"])
        for a in told
        for b in told
        if a["day"] < b["day"] and b["high"] is not None and a["low"] > b["high"]
    ]


show(contradictions(REPORTS))
