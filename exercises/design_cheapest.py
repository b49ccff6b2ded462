"""What is the cheapest package that both would sign?

The protégé signs if the chance of attack falls by at least `points` points. The guarantor signs if its chance to find itself at war is at most `limit` (from 0 to 1).
`judge(budget, words, troops, industry, army)` returns both for a package, whose four shares add up to one: a dictionary with `"points"` and `"at_war"`.

Complete `cheapest` so that it returns the smallest whole budget, from 1 to 20 billion euros a year, at which *some* split in steps of a quarter satisfies both, or
`None` if there is none. Splits in steps of a quarter: (1, 0, 0, 0), (0.75, 0.25, 0, 0) and so on; there are 35.
"""
# %% setup
from itertools import product

import pandas as pd

from deterrence.model import GRAPH

QUARTERS = [0, 0.25, 0.5, 0.75, 1]
COLUMNS = ["budget", "words", "troops", "industry", "army"]
PACKAGES = pd.DataFrame([(b, *s) for b in range(1, 21) for s in product(QUARTERS, repeat=4) if sum(s) == 1], columns=COLUMNS)
FOUND = GRAPH.behind("deterrence_value", "drawn_in").evaluate(
    budget=PACKAGES["budget"].to_numpy(float), **{f"{c}_share": PACKAGES[c].to_numpy(float) for c in COLUMNS[1:]}
)
TABLE = {
    tuple(package): {"points": 100 * float(value), "at_war": float(war)}
    for package, value, war in zip(PACKAGES.to_numpy().tolist(), FOUND["deterrence_value"], FOUND["drawn_in"])
}


def judge(budget, words, troops, industry, army):
    """Points off the chance of attack, and the guarantor's chance to be at war."""
    return dict(TABLE[(budget, words, troops, industry, army)])


# %% solution
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    ### BEGIN SOLUTION
    quarters = [0, 0.25, 0.5, 0.75, 1]
    splits = [split for split in product(quarters, repeat=4) if sum(split) == 1]
    for budget in range(1, 21):
        for split in splits:
            found = judge(budget, *split)
            if found["points"] >= points and found["at_war"] <= limit:
                return budget
    return None
    ### END SOLUTION


cheapest(points=20, limit=0.2)

# %% hints
HINTS = [
    "`product([0, 0.25, 0.5, 0.75, 1], repeat=4)` gives all combinations; keep those that add up to one.",
    "Go through the budgets from the smallest. As soon as one split satisfies both, that budget is the answer.",
    "Both must hold for the *same* split: `found[\"points\"] >= points and found[\"at_war\"] <= limit`.",
]
# %% tests
def test_asking_nothing_costs_least():
    """If the protégé asks for nothing and the guarantor does not care, one billion is enough."""
    assert cheapest(0, 1) == 1, f"Yours is {cheapest(0, 1)}."


def test_asking_too_much_gets_none():
    """No package within 20 billion takes 90 points off: the answer is `None`."""
    assert cheapest(90, 1) is None, f"Yours is {cheapest(90, 1)}."


def test_the_best_split_counts_not_the_even_one():
    """Twenty points can be had below four billion with the right split of the 35."""
    found = cheapest(20, 1)
    assert found is not None and found < 4, f"Yours is {found}."


def test_the_ends_are_included():
    """“At least” and “at most” include the number itself, and 20 billion is the last budget to be tried."""
    most = {b: max(found["points"] for package, found in TABLE.items() if package[0] == b) for b in range(1, 21)}
    found = cheapest(most[7], 1)
    assert found == 7, f"For just the {most[7]} points that 7 billion give at best, yours is {found}."
    goal = (most[19] + most[20]) / 2
    found = cheapest(goal, 1)
    assert found == 20, f"For {goal:.3f} points, which 20 billion give and 19 do not, yours is {found}."
    safe = min((f for package, f in TABLE.items() if package[0] == 1), key=lambda f: (f["at_war"], -f["points"]))
    found = cheapest(safe["points"], safe["at_war"])
    assert found == 1, f"For just what one package of 1 billion gives, {safe}, yours is {found}."


def test_the_guarantor_must_sign_too():
    """Twenty points cost more if the guarantor accepts a chance of war of 0.17 at most."""
    free, bound = cheapest(20, 1), cheapest(20, 0.17)
    assert bound is None or bound > free, f"Yours is {bound} with the limit, {free} without."


def test_both_must_hold_for_the_same_split():
    """One split may please the protégé and another the guarantor: that is no agreement."""
    found = cheapest(25, 0.14)
    quarters = [0, 0.25, 0.5, 0.75, 1]
    splits = [s for s in product(quarters, repeat=4) if sum(s) == 1]
    good = found is None or any(
        (lambda f: f["points"] >= 25 and f["at_war"] <= 0.14)(judge(found, *split)) for split in splits
    )
    assert good, f"At {found} billion no single split satisfies both."


# %% cases
def cases(rng):
    made = [{"points": rng.choice([5, 10, 15, 20, 25, 30]), "limit": rng.choice([0.1, 0.13, 0.15, 0.17, 0.2, 1])} for _ in range(9)]
    most = {b: max(found["points"] for package, found in TABLE.items() if package[0] == b) for b in range(1, 21)}
    least = min(found["at_war"] for found in TABLE.values())
    edges = [
        {"points": (max(most[b] for b in range(1, 20)) + most[20]) / 2, "limit": 1},  # for 20 billion alone
        {"points": most[20] + 1, "limit": 1},
        {"points": 0, "limit": 0.999 * least},
    ]
    # Just so many points, and just so large a chance of war, as one package has: “at least” and “at most” include them.
    for budget in rng.sample(range(3, 12), 3):
        edges.append({"points": most[budget], "limit": 1})
        of_budget = [found for package, found in TABLE.items() if package[0] == budget]
        edges.append({"points": 0, "limit": min(found["at_war"] for found in of_budget)})
        safe = min(of_budget, key=lambda found: (found["at_war"], -found["points"]))
        edges.append({"points": safe["points"], "limit": safe["at_war"]})
    return [*made, *edges]


# %% mistakes
def mistake_even_split_only(points, limit):
    """test_the_best_split_counts_not_the_even_one"""
    for budget in range(1, 21):
        found = judge(budget, 0.25, 0.25, 0.25, 0.25)
        if found["points"] >= points and found["at_war"] <= limit:
            return budget
    return None


def mistake_forgets_the_guarantor(points, limit):
    """test_the_guarantor_must_sign_too"""
    quarters = [0, 0.25, 0.5, 0.75, 1]
    splits = [split for split in product(quarters, repeat=4) if sum(split) == 1]
    for budget in range(1, 21):
        if any(judge(budget, *split)["points"] >= points for split in splits):
            return budget
    return None


def mistake_returns_the_largest(points, limit):
    """test_asking_nothing_costs_least"""
    quarters = [0, 0.25, 0.5, 0.75, 1]
    splits = [split for split in product(quarters, repeat=4) if sum(split) == 1]
    best = None
    for budget in range(1, 21):
        for split in splits:
            found = judge(budget, *split)
            if found["points"] >= points and found["at_war"] <= limit:
                best = budget
    return best
