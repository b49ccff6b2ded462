"""How much own production outlasts the gap?

Aid is cut off in month 24 and stays away for {GAP} months. The front asks for {DEMAND} thousand rounds a month and holds as long as it can
fire half of that. How large must own production become, so that the front still holds after `months` months?

Complete `production_needed` so that it returns the smallest `capacity_goal` (thousand rounds a month, a multiple of 10, from 0 to 200)
with which endurance is at least `months`, if allies send `aid` thousand a month while they send; and `None` if not even 200 is enough.

`endurance` is the model's own function. Its arguments `month` (the horizon), `capacity_goal`, `aid_level`, `aid_gap` and `demand` are what
you need; all others stay at their defaults. `GAP` and `DEMAND` hold the two values.
"""


# %% varies
def varies(rng):
    return {"GAP": rng.choice([9, 12]), "DEMAND": rng.choice([150, 160])}


# %% setup
from deterrence.model import endurance


# %% solution
def production_needed(months, aid):
    """Return the smallest goal that holds so long, or None."""
    ### BEGIN SOLUTION
    for goal in range(0, 201, 10):
        held = endurance(month=months, capacity_goal=goal, aid_level=aid, aid_gap=GAP, demand=DEMAND)
        if held >= months:
            return goal
    return None
    ### END SOLUTION


production_needed(48, 100)

# %% hints
HINTS = [
    "First one goal alone: `endurance(month=48, capacity_goal=200, aid_level=100, aid_gap=GAP, demand=DEMAND)`. Is it 48?",
    "`endurance` looks no further than its horizon `month`. Give it the months that you ask about.",
    "Try the goals from below, in steps of 10: `range(0, 201, 10)`. The first that is enough is the smallest. If the loop ends, none was.",
]


# %% tests
from functools import cache


def held(goal, months, aid):
    return endurance(month=months, capacity_goal=goal, aid_level=aid, aid_gap=GAP, demand=DEMAND)


def only_with(goal, months):
    """Aid with which the goal is enough and ten less are not, well between the two; None if there is none."""

    def least(capacity):
        low, high = 0.0, 400.0
        for _ in range(16):
            middle = (low + high) / 2
            low, high = (low, middle) if held(capacity, months, middle) >= months else (middle, high)
        return high

    enough, more = least(goal), least(goal - 10)
    return round((enough + more) / 2, 3) if more - enough > 0.1 else None


TRIED = ((36, 90), (48, 100), (60, 110), (36, 120))


@cache
def asked(months, aid):
    """What the function returns: two tests ask for the same."""
    return production_needed(months, aid)


def test_before_the_gap_aid_may_be_enough():
    """Until month 20 nothing is cut off, and aid of 120 thousand is more than half of {DEMAND} thousand: no own production is needed, and the answer is 0."""
    found = production_needed(20, 120)
    assert found is not None and found == 0, f"Yours is {found}."


def test_without_aid_no_goal_is_enough():
    """With no aid at all the first factories come too late, however large they will be: the answer is `None`. (It is what the chapter's first lab shows.)"""
    found = production_needed(48, 0)
    assert found is None, (
        f"You say {found}; with that the front holds for {held(min(float(found), 1e4), 48, 0):.0f} months."
    )


def test_what_it_returns_is_enough():
    """With the goal that you return the front must hold all the months. Do you look at the right horizon, and at the gap of {GAP} months?"""
    for months, aid in TRIED:
        found = asked(months, aid)
        assert found is not None, f"For {months} months and aid of {aid} you find none, but 200 is enough."
        assert held(found, months, aid) >= months, (
            f"For {months} months and aid of {aid} you say {found}; with that it holds {held(found, months, aid):.0f}."
        )


def test_what_it_returns_is_the_smallest():
    """Ten thousand less must not be enough. Do you return the first goal that is enough, from below, in steps of 10?"""
    for months, aid in TRIED:
        found = asked(months, aid)
        less = held(found - 10, months, aid)
        assert less < months, f"For {months} months and aid of {aid} you say {found}, but {found - 10} is enough too."


def test_the_last_month_counts():
    """The front must hold just the months that are asked for, the last one included: no month less, no month more."""
    for months in (27, 28):
        found = production_needed(months, 100)
        wanted = next(goal for goal in range(0, 201, 10) if held(goal, months, 100) >= months)
        assert found is not None and abs(found - wanted) < 1e-6, (
            f"For {months} months and aid of 100 it should be {wanted}, with which the front holds for "
            f"{held(wanted, months + 12, 100):.0f}; yours is {found}."
        )


def test_two_hundred_is_the_last_goal():
    """The goals go up to 200, which is tried as well."""
    aid = only_with(200, 48)
    found = production_needed(48, aid)
    assert found == 200, f"For 48 months and aid of {aid} 200 is enough and 190 is not; yours is {found}."


# %% cases
def cases(rng):
    def least(capacity, months):
        aid, step = 400.0, 200.0
        while step > 0.005:
            less = endurance(month=months, capacity_goal=capacity, aid_level=aid - step, aid_gap=GAP, demand=DEMAND)
            aid -= step if less >= months else 0.0
            step /= 2
        return aid

    drawn = [dict(months=rng.randint(20, 60), aid=10 * rng.randint(0, 14)) for _ in range(11)]
    # Where the gap decides, and where the front falls just after the last month.
    drawn += [dict(months=months, aid=aid) for months, aid in ((36, 120), (27, 100), (28, 100))]
    # The ends of the goals: 200 alone is enough (aid between what 200 and what 190 need), none is needed, none is enough.
    last = round((least(200, 48) + least(190, 48)) / 2, 3)
    return [*drawn, dict(months=48, aid=last), dict(months=20, aid=120), dict(months=48, aid=0)]


# %% mistakes
def mistake_forgets_the_gap(months, aid):
    """test_what_it_returns_is_enough"""
    for goal in range(0, 201, 10):
        if endurance(month=months, capacity_goal=goal, aid_level=aid, aid_gap=0, demand=DEMAND) >= months:
            return goal
    return None


def mistake_begins_with_the_largest(months, aid):
    """test_before_the_gap_aid_may_be_enough"""
    for goal in range(200, -1, -10):
        if endurance(month=months, capacity_goal=goal, aid_level=aid, aid_gap=GAP, demand=DEMAND) >= months:
            return goal
    return None


def mistake_steps_of_forty(months, aid):
    """test_what_it_returns_is_the_smallest"""
    for goal in range(0, 201, 40):
        if endurance(month=months, capacity_goal=goal, aid_level=aid, aid_gap=GAP, demand=DEMAND) >= months:
            return goal
    return None


def mistake_largest_when_none_is_enough(months, aid):
    """test_without_aid_no_goal_is_enough"""
    for goal in range(0, 201, 10):
        if endurance(month=months, capacity_goal=goal, aid_level=aid, aid_gap=GAP, demand=DEMAND) >= months:
            return goal
    return 200
