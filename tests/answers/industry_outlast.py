# %% right: bisect: binary search over the multiples of 10 (more production never shortens endurance), renamed parameters.
def production_needed(how_long, per_month):
    def lasts(tens):
        return (
            endurance(
                month=how_long, capacity_goal=10.0 * tens, aid_level=per_month, aid_gap=GAP, demand=DEMAND
            )
            >= how_long
        )

    if not lasts(20):
        return None
    low, high = -1, 20
    while high - low > 1:
        middle = (low + high) // 2
        if lasts(middle):
            high = middle
        else:
            low = middle
    return 10 * high


production_needed(48, 100)


# %% right: for loop: plain loop from the smallest goal upwards, returns at the first that holds.
def production_needed(months, aid):
    """Return the smallest goal that holds so long, or None."""
    for goal in range(0, 201, 10):
        lasted = endurance(month=months, capacity_goal=goal, aid_level=aid, aid_gap=GAP, demand=DEMAND)
        if lasted >= months:
            return goal
    return None


production_needed(48, 100)


# %% right: min list: collects all goals that suffice and takes the least.
def production_needed(months, aid):
    enough = [
        10 * n
        for n in range(21)
        if endurance(month=months, capacity_goal=10 * n, aid_level=aid, aid_gap=GAP, demand=DEMAND) >= months
    ]
    return min(enough) if enough else None


production_needed(48, 100)


# %% right: next generator: next() over a generator with None as the fallback.
def production_needed(months, aid):
    common = dict(month=months, aid_level=aid, aid_gap=GAP, demand=DEMAND)
    return next((g for g in range(0, 210, 10) if endurance(capacity_goal=g, **common) >= months), None)


production_needed(48, 100)


# %% right: numpy array: all 21 goals at once as a NumPy array, np.flatnonzero for the first.
import numpy as np


def production_needed(months, aid):
    goals = np.arange(0, 201, 10)
    lasted = endurance(month=months, capacity_goal=goals, aid_level=aid, aid_gap=GAP, demand=DEMAND)
    ok = np.flatnonzero(np.broadcast_to(lasted, goals.shape) >= months)
    return int(goals[ok[0]]) if ok.size else None


production_needed(48, 100)


# %% right: pandas: a pandas Series of endurances by goal; the first index label that reaches the months.
import pandas as pd


def production_needed(months, aid):
    lasted = pd.Series(
        {g: float(endurance(month=months, capacity_goal=g, aid_level=aid, aid_gap=GAP, demand=DEMAND))
         for g in range(0, 201, 10)}
    )
    good = lasted[lasted.ge(months)]
    return None if good.empty else int(good.index[0])


production_needed(48, 100)


# %% right: recursion: recursion with an extra argument that has a default; the positional arguments month and capacity_goal by keyword.
def production_needed(months, aid, goal=0):
    if goal > 200:
        return None
    if endurance(month=months, capacity_goal=goal, aid_level=aid, aid_gap=GAP, demand=DEMAND) >= months:
        return goal
    return production_needed(months, aid, goal + 10)


production_needed(48, 100)


# %% wrong: misses 200
def production_needed(months, aid):
    for goal in range(0, 200, 10):
        if endurance(month=months, capacity_goal=goal, aid_level=aid, aid_gap=GAP, demand=DEMAND) >= months:
            return goal


production_needed(48, 100)


# %% wrong: starts at 10
def production_needed(months, aid):
    for goal in range(10, 201, 10):
        if endurance(month=months, capacity_goal=goal, aid_level=aid, aid_gap=GAP, demand=DEMAND) >= months:
            return goal


production_needed(48, 100)


# %% wrong: 0 missed: begins at 10; shows where no growth at all is needed (few months: production_needed(12, 100)).
def production_needed(months, aid):
    for goal in range(10, 201, 10):
        if endurance(month=months, capacity_goal=goal, aid_level=aid, aid_gap=GAP, demand=DEMAND) >= months:
            return goal
    return None


production_needed(48, 100)


# %% wrong: aid ignored: ignores aid, so that the model's own 80 thousand stand.
def production_needed(months, aid):
    for goal in range(0, 201, 10):
        if endurance(month=months, capacity_goal=goal, aid_gap=GAP, demand=DEMAND) >= months:
            return goal
    return None


production_needed(48, 100)


# %% wrong: demand default: forgets demand; the model's own 150 stand. Shows for a DEMAND of 160.
def production_needed(months, aid):
    for goal in range(0, 201, 10):
        if endurance(month=months, capacity_goal=goal, aid_level=aid, aid_gap=GAP) >= months:
            return goal
    return None


production_needed(48, 100)


# %% wrong: gap default: forgets aid_gap; the model's own 6 months stand. Shows for a GAP of 9 or 12.
def production_needed(months, aid):
    for goal in range(0, 201, 10):
        if endurance(month=months, capacity_goal=goal, aid_level=aid, demand=DEMAND) >= months:
            return goal
    return None


production_needed(48, 100)


# %% wrong: largest: returns the largest goal that holds, always 200 where any does.
def production_needed(months, aid):
    answer = None
    for goal in range(0, 201, 10):
        if endurance(month=months, capacity_goal=goal, aid_level=aid, aid_gap=GAP, demand=DEMAND) >= months:
            answer = goal
    return answer


production_needed(48, 100)


# %% wrong: one month less: range-like thinking, asks for months - 1; shows where the last month is the one that breaks.
def production_needed(months, aid):
    for goal in range(0, 201, 10):
        if endurance(month=months, capacity_goal=goal, aid_level=aid, aid_gap=GAP, demand=DEMAND) >= months - 1:
            return goal
    return None


production_needed(48, 100)


# %% wrong: one month more: longer horizon and >, so that it asks for a month more; shows where the front falls exactly after so many months.
def production_needed(months, aid):
    for goal in range(0, 201, 10):
        if endurance(month=months + 12, capacity_goal=goal, aid_level=aid, aid_gap=GAP, demand=DEMAND) > months:
            return goal
    return None


production_needed(48, 100)


# %% wrong: steps of one: goes in steps of 1 and returns a number that is no multiple of 10.
def production_needed(months, aid):
    for goal in range(0, 201):
        if endurance(month=months, capacity_goal=goal, aid_level=aid, aid_gap=GAP, demand=DEMAND) >= months:
            return goal
    return None


production_needed(48, 100)
