"""Which reports cannot both be true?

What has been delivered stays delivered: the sum can only grow. So if an earlier report says that *at least* so many shells had come, and a later
one that *at most* so many had, and the later number is the smaller, they cannot both be true of the same thing.

`REPORTS` holds what was said about the promised million, a list of dictionaries: `report` (its name), `day` (for which day it speaks, as text: “2023-05-23”),
`kind` (`delivered` or `forecast`), `low` and `high` (thousand shells: at least and at most). A report of “more than” has no `high`: it is `None`.

Complete `contradictions` so that it returns a list of pairs `(earlier, later)` of names, in any order: all pairs of reports of what was *delivered*
in which the earlier `low` is greater than the later `high`. A forecast is no report. Two that speak for the same day are left aside.
"""

# %% setup
from deterrence.evidence import promise_delivery

REPORTS = [
    {
        "report": f"{row['as_of']:%Y-%m-%d}, {row['said_by'].split(',')[0]}",
        "day": f"{row['as_of']:%Y-%m-%d}",
        "kind": row["kind"],
        "low": row["low"] / 1000,
        "high": row["high"] / 1000 if row["high"] > 0 else None,
    }
    for row in promise_delivery().query("promise == 'eu_shells'").to_dict("records")
]


def show(pairs):
    """Write the pairs, one on a line."""
    if pairs is None:
        return print("Nothing to show yet: contradictions must return a list.")
    said = {one["report"]: f"{one['report']} ({one['low']:.0f} thousand)" for one in REPORTS}
    for earlier, later in pairs:
        print(f"{said.get(earlier, earlier)}  against  {said.get(later, later)}")


# %% solution
def contradictions(reports):
    """Return the pairs (earlier, later) of names of reports that cannot both be true."""
    ### BEGIN SOLUTION
    came = [one for one in reports if one["kind"] == "delivered"]
    return [
        (one["report"], other["report"])
        for one in came
        for other in came
        if one["day"] < other["day"] and other["high"] is not None and one["low"] > other["high"]
    ]
    ### END SOLUTION


show(contradictions(REPORTS))

# %% hints
HINTS = [
    "Choose first: keep only the reports whose `kind` is `delivered`.",
    'All pairs are two loops, one in the other, over the same list. Days written as year, month, day can be compared as text: `"2023-12-05" < "2024-01-31"` is true.',
    "A later report without a `high` leaves the upper end open: nothing that came before contradicts it. Ask `is not None` before you compare.",
]


# %% tests
from coursekit.exercise.answer import listed


def said(report, day, low, high, kind="delivered"):
    return {"report": report, "day": day, "kind": kind, "low": low, "high": high}


TOY = [
    said("spring", "2023-03-01", 100, 100),
    said("autumn", "2023-09-01", 300, 300),
    said("winter", "2023-12-01", 200, 250),
    said("next spring", "2024-03-01", 280, None),
]


def answer(reports):
    """The learner's pairs, after a look at their form."""
    found = listed(contradictions(reports))
    odd = [one for one in found if not isinstance(one, (tuple, list)) or len(one) != 2]
    assert not odd, f"{odd[0]!r} is no pair of two names."
    return sorted(tuple(map(str, one)) for one in found)


def test_gives_pairs_of_names():
    """The answer is a list of pairs of names, such as `[("autumn", "winter")]`; reports that agree give an empty list."""
    found = answer([said("May", "2023-05-01", 220, 220), said("June", "2023-06-01", 230, 230)])
    assert found == [], f"220 thousand in May and 230 thousand in June agree. Yours: {found}."


def test_finds_the_pair():
    """At least 300 thousand in autumn and at most 250 thousand in winter cannot both be true."""
    found = answer(TOY[:3])
    assert ("autumn", "winter") in found, f"Yours: {found}."


def test_growth_is_no_contradiction():
    """From 100 thousand in spring to 300 thousand in autumn: more has come."""
    found = answer(TOY[:2])
    assert found == [], f"Yours: {found}."


def test_an_open_end_contradicts_nothing_earlier():
    """“More than 280 thousand” in the next spring may be 300 thousand, or more."""
    found = answer(TOY)
    assert ("autumn", "next spring") not in found, f"Yours: {found}."


def test_ranges_that_overlap_can_both_be_true():
    """At least 200 and at most 300 thousand in May, at least 150 and at most 250 thousand in June: 220 thousand fits both. Compare the earlier *low* with the later *high*."""
    found = answer([said("May", "2023-05-01", 200, 300), said("June", "2023-06-01", 150, 250)])
    assert found == [], f"Yours: {found}."


def test_an_open_end_can_be_contradicted_later():
    """“More than 300 thousand” in May and at most 250 thousand in June cannot both be true: its `low` is enough for that."""
    found = answer([said("May", "2023-05-01", 300, None), said("June", "2023-06-01", 240, 250)])
    assert found == [("May", "June")], f"Yours: {found}."


def test_not_only_neighbours():
    """A report can be contradicted by one that comes long after it, with others between them."""
    found = answer([*TOY[:3], said("summer", "2024-07-01", 270, 270)])
    assert ("autumn", "summer") in found, f"Yours: {found}."


def test_the_days_count_not_the_places():
    """The list need not be in the order of the days."""
    found = answer([TOY[2], TOY[1], TOY[0]])
    assert found == [("autumn", "winter")], f"Yours: {found}."


def test_a_forecast_is_no_report():
    """Who *expected* 400 thousand for autumn has not said that they came. Promised, expected, delivered: keep them apart."""
    found = answer([said("hope", "2023-09-01", 400, 400, kind="forecast"), TOY[2]])
    assert found == [], f"Yours: {found}."


def test_two_of_the_same_day_are_left_aside():
    """Two that speak for the same day are left aside, whatever they say; an equal number contradicts nothing."""
    same_day = [said("one", "2023-05-01", 300, 300), said("other", "2023-05-01", 100, 120)]
    assert answer(same_day) == [], f"Yours: {answer(same_day)}."
    equal = [said("May", "2023-05-01", 200, 300), said("June", "2023-06-01", 150, 200)]
    assert answer(equal) == [], f"At least 200 in May and at most 200 in June: 200 fits both. Yours: {answer(equal)}."


def test_a_forecast_contradicts_nothing_later_or_earlier():
    """A forecast is left out on either side."""
    reports = [said("came", "2023-05-01", 300, 300), said("hope", "2023-09-01", 100, 100, kind="forecast")]
    assert answer(reports) == [], f"Yours: {answer(reports)}."


def test_four_pairs_about_one_promise():
    """Ten reports, four pairs that cannot both be true. That need not be a lie: one may count what was sent, another what arrived; one all that members gave, another one scheme. Ask before you quote."""
    found = answer(REPORTS)
    assert len(found) == 4, f"Yours are {len(found)}."


# %% cases
def cases(rng):
    made = []
    for _ in range(14):
        rows = []
        for n in range(rng.randint(2, 7)):
            low = 10 * rng.randint(10, 60)
            rows.append(
                {
                    "report": f"report {n}",
                    "day": f"2023-{rng.randint(1, 12):02d}-{rng.choice((1, 15)):02d}",
                    "kind": rng.choice(["delivered", "delivered", "delivered", "forecast"]),
                    "low": low,
                    "high": rng.choice([None, low, low, low + 10 * rng.randint(1, 20)]),
                }
            )
        made.append({"reports": rows})
    # Never left to chance: the same day, an equal number, forecasts on either side, an open end, a list out of order.
    fixed = [
        ("g", "2023-12-15", "delivered", 100, 140), ("a", "2023-02-01", "delivered", 300, 300),
        ("b", "2023-02-01", "delivered", 200, 250), ("c", "2023-05-01", "delivered", 150, 200),
        ("d", "2023-06-01", "forecast", 100, 120), ("e", "2023-01-01", "forecast", 900, 900),
        ("f", "2023-10-01", "delivered", 160, None),
    ]
    names = ("report", "day", "kind", "low", "high")
    return [*made, {"reports": [dict(zip(names, row)) for row in fixed]}]


def compared(answer):
    """The pairs, whatever their order; a set or a dictionary is no list."""
    if isinstance(answer, (set, frozenset, dict)):
        raise TypeError("no list")
    return sorted(list(pair) for pair in answer)


# %% mistakes
def mistake_any_two_that_differ(reports):
    """test_gives_pairs_of_names"""
    came = [one for one in reports if one["kind"] == "delivered"]
    return [
        (one["report"], other["report"])
        for one in came
        for other in came
        if one["day"] < other["day"] and one["low"] != other["low"]
    ]


def mistake_low_against_low(reports):
    """test_an_open_end_contradicts_nothing_earlier"""
    came = [one for one in reports if one["kind"] == "delivered"]
    return [
        (one["report"], other["report"])
        for one in came
        for other in came
        if one["day"] < other["day"] and one["low"] > other["low"]
    ]


def mistake_high_against_high(reports):
    """test_ranges_that_overlap_can_both_be_true"""
    came = [one for one in reports if one["kind"] == "delivered" and one["high"] is not None]
    return [
        (one["report"], other["report"])
        for one in came
        for other in came
        if one["day"] < other["day"] and one["high"] > other["high"]
    ]


def mistake_neighbours_alone(reports):
    """test_not_only_neighbours"""
    came = sorted((one for one in reports if one["kind"] == "delivered"), key=lambda one: one["day"])
    return [
        (one["report"], other["report"])
        for one, other in zip(came, came[1:])
        if other["high"] is not None and one["low"] > other["high"]
    ]


def mistake_as_they_stand(reports):
    """test_the_days_count_not_the_places"""
    came = [one for one in reports if one["kind"] == "delivered"]
    return [
        (one["report"], other["report"])
        for n, one in enumerate(came)
        for other in came[n + 1 :]
        if other["high"] is not None and one["low"] > other["high"]
    ]


def mistake_forecasts_count_too(reports):
    """test_a_forecast_is_no_report"""
    return [
        (one["report"], other["report"])
        for one in reports
        for other in reports
        if one["day"] < other["day"] and other["high"] is not None and one["low"] > other["high"]
    ]
