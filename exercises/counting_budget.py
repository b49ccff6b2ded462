"""What would ten points cost?

The lab gives the deterrence value of a budget. Turn it round: complete `budget_needed` so that it returns the smallest budget, in billion
euros a year and in steps of 0.1 from 0.1 to 20, at which a guarantee takes at least `points` off the chance of attack; and `None` if no such budget does.
`troops_share` says what the money buys: 0 only words, 1 only troops, 0.5 half of each. At least 0 points are to be had for 0.1 already.

`value(budget, troops_share)` is given: it asks the model for the deterrence value, from 0 to 1, and takes a whole array of budgets in one call.
"""

# %% setup
from functools import cache

import numpy as np

from deterrence.model import GRAPH

PART = GRAPH.behind("deterrence_value")


def value(budget, troops_share):
    """Deterrence value (a chance, not points) of a budget of which a share buys troops and the rest words."""
    if np.ndim(budget) == 0:
        step = round(10 * float(budget))
        if 1 <= step <= 200 and abs(step - 10 * float(budget)) < 1e-9:  # one call of the model answers for all of them
            return float(_along(float(troops_share))[step - 1])
    found = PART.evaluate(budget=budget, troops_share=troops_share, words_share=1 - troops_share)["deterrence_value"]
    return np.round(found, 12)


@cache
def _along(troops_share):
    return value(np.arange(1, 201) / 10, troops_share)


# %% solution
def budget_needed(points, troops_share):
    """Return the smallest budget (0.1, 0.2, … 20) whose deterrence value is at least so many points, or None."""
    ### BEGIN SOLUTION
    budgets = np.arange(1, 201) / 10
    enough = np.flatnonzero(100 * value(budgets, troops_share) >= points)
    return float(budgets[enough[0]]) if len(enough) else None
    ### END SOLUTION


[budget_needed(points, 0) for points in (5, 10, 15)], [budget_needed(points, 1) for points in (5, 10, 15)]

# %% hints
HINTS = [
    "Make all two hundred budgets at once: `np.arange(1, 201) / 10`. One call of `value` answers for all of them.",
    "`value` gives a chance between 0 and 1; a point is a hundredth. Which budgets reach the goal? The comparison gives true or false for each.",
    "`np.flatnonzero` gives the places at which something is true. There may be none: then the answer is `None`.",
]


# %% tests
def near(given, expected):
    return given is not None and abs(float(given) - expected) < 1e-6


def test_gives_a_number_or_none():
    """The answer is a number of billions, or `None`. Is there a `return`?"""
    answer = budget_needed(5, 1)
    assert answer is not None, "For five points in troops there is a budget, and yours is None."
    assert isinstance(float(answer), float)


def test_points_are_hundredths():
    """Ten points are 0.10 of chance. Do you compare a chance with points?"""
    answer = budget_needed(10, 1)
    assert answer is not None, "Ten points can be had from troops, and yours is None."
    assert 100 * value(float(answer), 1) >= 10, f"At {answer} billion troops take {100 * value(float(answer), 1):.1f} points off."


def test_it_is_the_smallest():
    """It must be enough, and no smaller budget, in steps of 0.1, may be."""
    for points, share in ((12, 1), (7, 1), (0, 1)):
        answer = budget_needed(points, share)
        assert answer is not None, f"{points} points can be had with a share of {share} for troops, and yours is None."
        step = round(10 * float(answer))
        assert 1 <= step <= 200 and abs(10 * float(answer) - step) < 1e-6, f"{answer} is none of 0.1, 0.2, … 20."
        there = 100 * value(step / 10, share)
        assert there >= points, f"For {points} points you say {answer:g}, where there are {there:.2f}."
        assert step == 1 or 100 * value((step - 1) / 10, share) < points, (
            f"For {points} points you say {answer:g}; {(step - 1) / 10:g} is enough too."
        )


def test_words_are_soon_used_up():
    """Words saturate: no budget up to 20 billion takes 15 points off. The answer is `None`, not 20 and not what troops would do."""
    answer = budget_needed(15, 0)
    assert answer is None, f"Yours is {answer}."


def test_uses_what_the_money_buys():
    """Half words, half troops is another guarantee than either alone. Does your answer use `troops_share`?"""
    half, troops = budget_needed(15, 0.5), budget_needed(15, 1)
    assert half is not None, "Half and half reaches 15 points, and yours is None."
    assert half != troops, f"For half and half and for troops alone yours is {half}."


def test_the_whole_range_counts():
    """Budgets go up to 20 billion, ends included: what only 20 gives is to be had for 20."""
    goal = 100 * (value(19.9, 1) + value(20.0, 1)) / 2
    assert near(budget_needed(goal, 1), 20.0), f"For {goal:.3f} points yours is {budget_needed(goal, 1)}."


def test_just_enough_is_enough():
    """“At least” so many points: a budget that gives just as many is enough."""
    budget = _exact([3.0, 5.0, 6.0, 8.0, 9.0, 11.0])
    found = budget_needed(100 * value(budget, 1), 1)
    assert near(found, budget), f"For just the points that {budget:g} billion give, yours is {found}."


def _exact(budgets):
    """A budget whose points, divided by 100 again, are the chance that it gives: no step of rounding lies between."""
    return next(one for one in budgets if 100 * value(one, 1) / 100 == value(one, 1))


# %% cases
def cases(rng):
    drawn = [dict(points=rng.uniform(1, 25), troops_share=rng.choice([0, 0.1, 0.25, 0.5, 0.75, 1])) for _ in range(12)]
    # Out of reach, and only just within it: not left to chance.
    last = 100 * (value(19.9, 1) + value(20.0, 1)) / 2
    # Just as many as a budget gives, and just as many after a division by 100: no step of rounding lies between.
    exact = [n / 10 for n in range(20, 190) if 100 * value(n / 10, 1) / 100 == value(n / 10, 1)]
    edges = [dict(points=100 * value(rng.choice(exact), 1), troops_share=1) for _ in range(2)]
    never = [dict(points=rng.uniform(40, 90), troops_share=0), dict(points=rng.uniform(95, 99), troops_share=1)]
    return [*drawn, *edges, *never, dict(points=last, troops_share=1), dict(points=0, troops_share=0.5)]


# %% mistakes
def mistake_chance_for_points(points, troops_share):
    """test_gives_a_number_or_none"""
    budgets = np.arange(1, 201) / 10
    enough = np.flatnonzero(value(budgets, troops_share) >= points)
    return float(budgets[enough[0]]) if len(enough) else None


def mistake_the_largest(points, troops_share):
    """test_it_is_the_smallest"""
    budgets = np.arange(1, 201) / 10
    enough = np.flatnonzero(100 * value(budgets, troops_share) >= points)
    return float(budgets[enough[-1]]) if len(enough) else None


def mistake_only_troops(points, troops_share):
    """test_words_are_soon_used_up"""
    budgets = np.arange(1, 201) / 10
    enough = np.flatnonzero(100 * value(budgets, 1) >= points)
    return float(budgets[enough[0]]) if len(enough) else None


def mistake_twenty_for_never(points, troops_share):
    """test_words_are_soon_used_up"""
    budgets = np.arange(1, 201) / 10
    enough = np.flatnonzero(100 * value(budgets, troops_share) >= points)
    return float(budgets[enough[0]]) if len(enough) else 20.0


def mistake_stops_at_ten(points, troops_share):
    """test_the_whole_range_counts"""
    budgets = np.arange(1, 101) / 10
    enough = np.flatnonzero(100 * value(budgets, troops_share) >= points)
    return float(budgets[enough[0]]) if len(enough) else None


def mistake_whole_billions(points, troops_share):
    """test_it_is_the_smallest"""
    budgets = np.arange(1, 21)
    enough = np.flatnonzero(100 * value(budgets, troops_share) >= points)
    return float(budgets[enough[0]]) if len(enough) else None
