"""Which packages need nobody propose?

Two sit at the table. The protégé wants a small chance of being attacked and beaten (`overrun`), the guarantor a small chance of being at war (`at_war`). They disagree about much. But some packages
can be struck off without a quarrel: those to which another is preferred by one of the two, while the other one does not mind.

`PACKAGES` holds all splits of {BUDGET} billion euros a year in steps of a quarter, a list of dictionaries with `package` (its name), `overrun` and `at_war` (both from 0 to 1, by this course's model: *illustrative*).

Complete `worth_proposing` so that it returns the names of the packages that are left, in the order of the list. A package is struck off if *some single* other package is at least as good for both seats and
better for at least one. Of two that are equal for both seats, neither strikes off the other. The numbers are
compared as they are, not rounded, and the list itself must stay as it is.
"""


# %% varies
def varies(rng):
    return {"BUDGET": rng.choice([4, 5, 6])}


# %% setup
from itertools import product

import numpy as np

from deterrence.model import GRAPH

_PILLARS = ("words", "troops", "industry", "army")
_SPLITS = [split for split in product((0, 0.25, 0.5, 0.75, 1), repeat=4) if sum(split) == 1]
_found = GRAPH.behind("overrun", "drawn_in").evaluate(
    budget=float(BUDGET), **{f"{name}_share": np.array(shares) for name, shares in zip(_PILLARS, zip(*_SPLITS))}
)
PACKAGES = [
    {
        "package": ", ".join(f"{name} {share:.0%}" for name, share in zip(_PILLARS, split) if share),
        "overrun": float(overrun),
        "at_war": float(at_war),
    }
    for split, overrun, at_war in zip(_SPLITS, _found["overrun"], _found["drawn_in"])
]


# %% solution
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""

    ### BEGIN SOLUTION
    def strikes_off(one, other):
        no_worse = one["overrun"] <= other["overrun"] and one["at_war"] <= other["at_war"]
        better = one["overrun"] < other["overrun"] or one["at_war"] < other["at_war"]
        return no_worse and better

    return [other["package"] for other in packages if not any(strikes_off(one, other) for one in packages)]
    ### END SOLUTION


worth_proposing(PACKAGES)

# %% hints
HINTS = [
    "Begin with two packages alone: when does `one` strike off `other`? Both numbers are dangers, so smaller is better. Write a small function that answers with true or false.",
    "“At least as good for both” is two comparisons with `<=` and an `and`; “better for at least one” is two with `<` and an `or`. Both sentences must hold.",
    "A package stays if no package strikes it off: `not any(strikes_off(one, other) for one in packages)`. That it meets itself there does no harm, for it is not better than itself.",
]


# %% tests
from coursekit.exercise.answer import listed


def package(name, overrun, at_war):
    return {"package": name, "overrun": overrun, "at_war": at_war}


A, B = package("A", 0.2, 0.3), package("B", 0.45, 0.1)


def answer(*packages):
    """The learner's names, after a look at their form."""
    found = worth_proposing([dict(one) for one in packages])
    found = listed(found)
    assert all(isinstance(name, str) for name in found), "The list must hold the names of packages."
    return found


def test_what_both_find_worse_is_struck_off():
    """C is worse than A for both seats: it goes. The answer is a list of names."""
    found = answer(A, package("C", 0.5, 0.5))
    assert found == ["A"], f"Yours: {found}."


def test_a_quarrel_strikes_nothing_off():
    """The protégé prefers A, the guarantor B. Neither can be struck off, and neither is “the best”: a sum of the two chances, or one seat's choice, would decide what only they can."""
    found = answer(A, B, package("C", 0.3, 0.25))
    assert sorted(found) == ["A", "B", "C"], f"Yours: {found}."


def test_one_who_does_not_mind_is_enough():
    """D is as good as A for the protégé and worse for the guarantor: it goes."""
    found = answer(A, package("D", 0.2, 0.4))
    assert found == ["A"], f"Yours: {found}."


def test_two_that_are_equal_both_stay():
    """E brings both seats just what A brings. Nobody prefers one of them: both stay."""
    found = answer(A, package("E", 0.2, 0.3))
    assert found == ["A", "E"], f"Yours: {found}."


def test_one_package_must_do_both():
    """F is worse than A for the protégé, and worse than B for the guarantor, but neither A nor B is better for both. It stays: nobody can sign half of A and half of B."""
    found = answer(A, B, package("F", 0.3, 0.2))
    assert "F" in found, f"Yours: {found}."


def test_a_small_difference_is_one():
    """The numbers are compared as they are, not rounded: 0.201 is better than 0.204."""
    found = answer(package("G", 0.204, 0.3), package("H", 0.201, 0.3), package("I", 0.201, 0.304))
    assert found == ["H"], f"H is better than G for one seat and than I for the other. Yours: {found}."


def test_keeps_the_order_of_the_list():
    """The names come in the order of the list, wherever the package stands that strikes others off."""
    found = answer(package("C", 0.5, 0.5), B, A)
    assert found == ["B", "A"], f"Yours: {found}."


def test_few_are_left_and_the_even_split_is_not_among_them():
    """Of 35 splits only a handful is left; over these alone the two seats have to quarrel. The even split, with which this chapter began, is not one of them: in this model more troops and no factories would serve both seats better. The model plays one round and uses the middle of every range: with other values other packages are left."""
    found = answer(*PACKAGES)
    even = "words 25%, troops 25%, industry 25%, army 25%"
    assert 2 <= len(found) <= 8 and even not in found, f"Yours: {len(found)} of {len(PACKAGES)}."


# %% cases
def cases(rng):
    made = []
    for _ in range(16):
        rows = [
            {"package": f"package {n}", "overrun": rng.randint(1, 6) / 10, "at_war": rng.randint(1, 6) / 10}
            for n in range(rng.randint(3, 8))
        ]
        made.append({"packages": rows})
    # Two that are equal and that nothing strikes off: not left to chance.
    best = {"overrun": 0.05, "at_war": 0.05}
    twins = [{"package": "package a", **best}, {"package": "package b", **best}]
    made.append({"packages": [*made[0]["packages"], *twins]})
    # Differences in the third place, the worse package first, and two of one name's first letter out of order.
    close = [("z", 0.204, 0.3), ("y", 0.201, 0.3), ("x", 0.201, 0.304), ("b", 0.6, 0.1), ("a", 0.1, 0.6)]
    made.append({"packages": [{"package": name, "overrun": one, "at_war": two} for name, one, two in close]})
    return made


# %% mistakes
def mistake_the_smallest_sum(packages):
    """test_a_quarrel_strikes_nothing_off"""
    least = min(one["overrun"] + one["at_war"] for one in packages)
    return [one["package"] for one in packages if one["overrun"] + one["at_war"] <= least + 1e-9]


def mistake_better_for_one_is_enough(packages):
    """test_a_quarrel_strikes_nothing_off"""
    return [
        other["package"]
        for other in packages
        if not any(one["overrun"] < other["overrun"] or one["at_war"] < other["at_war"] for one in packages)
    ]


def mistake_both_must_be_better_off(packages):
    """test_one_who_does_not_mind_is_enough"""
    return [
        other["package"]
        for other in packages
        if not any(one["overrun"] < other["overrun"] and one["at_war"] < other["at_war"] for one in packages)
    ]


def mistake_equals_strike_each_other_off(packages):
    """test_two_that_are_equal_both_stay"""
    return [
        other["package"]
        for other in packages
        if not any(
            one["overrun"] <= other["overrun"] and one["at_war"] <= other["at_war"]
            for one in packages
            if one["package"] != other["package"]
        )
    ]


def mistake_sorted_by_the_first_seat(packages):
    """test_keeps_the_order_of_the_list"""
    left, least = [], None
    for one in sorted(packages, key=lambda one: (one["overrun"], one["at_war"])):
        if least is None or one["at_war"] < least[1] or (one["overrun"], one["at_war"]) == least:
            left.append(one["package"])
            least = (one["overrun"], one["at_war"])
    return left
