# %% right: counterfactual: rescales the whole dictionary to what it would be, and compares with it.
def split(before, after):
    factor = (1 - after["war"]) / (1 - before["war"])
    expected = {rung: p * factor for rung, p in before.items() if rung != "war"}
    first = expected["dispute"] - before["dispute"]
    second = after["dispute"] - expected["dispute"]
    return first * 100, second * 100


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% right: helper: a helper, and other names for the parameters.
def points(share):
    return 100.0 * share


def builtin_rise(old, new):
    left = old["dispute"] + old["grey zone"] + old["peace"]
    return old["dispute"] / left * (old["war"] - new["war"])


def split(old, new):
    rise = new["dispute"] - old["dispute"]
    part = builtin_rise(old, new)
    return points(part), points(rise - part)


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% right: loop: a loop over the rungs with an accumulator, works in points from the start.
def split(before, after):
    remaining = 0
    for rung in before:
        if rung != "war":
            remaining += 100 * before[rung]
    moved = 100 * before["war"] - 100 * after["war"]
    to_disputes = moved * (100 * before["dispute"] / remaining)
    return to_disputes, 100 * after["dispute"] - 100 * before["dispute"] - to_disputes


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% right: numpy: NumPy arrays, the weights as a vector.
import numpy as np


def split(before, after):
    names = ["dispute", "grey zone", "peace"]
    then = np.array([before[n] for n in names])
    now = np.array([after[n] for n in names])
    spread = (before["war"] - after["war"]) * then / then.sum()
    rest = now - then - spread
    return float(100 * spread[0]), float(100 * rest[0])


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% right: pandas: two pandas Series and their differences.
import pandas as pd


def split(before, after):
    b, a = pd.Series(before) * 100, pd.Series(after) * 100
    change = a - b
    others = b.drop("war")
    arithmetic = -change["war"] * others["dispute"] / others.sum()
    return arithmetic, change["dispute"] - arithmetic


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% right: steps: step by step, named intermediate values.
def split(before, after):
    """Return the rise in disputes, in points: what arithmetic alone gives, and the rest."""
    freed = before["war"] - after["war"]
    weight = before["dispute"] / (1 - before["war"])
    arithmetic = 100 * freed * weight
    whole = 100 * (after["dispute"] - before["dispute"])
    return arithmetic, whole - arithmetic


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% right: sum of others: the three others summed by a comprehension.
def split(before, after):
    others = sum(value for rung, value in before.items() if rung != "war")
    built_in = (before["war"] - after["war"]) * before["dispute"] / others
    rest = after["dispute"] - before["dispute"] - built_in
    return (100 * built_in, 100 * rest)


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% wrong: absolute: abs of the change in war; shows where war becomes likelier.
def split(before, after):
    arithmetic = 100 * abs(before["war"] - after["war"]) * before["dispute"] / (1 - before["war"])
    return arithmetic, 100 * (after["dispute"] - before["dispute"]) - arithmetic


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% wrong: all of it: all that leaves war is credited to disputes.
def split(before, after):
    arithmetic = 100 * (before["war"] - after["war"])
    return arithmetic, 100 * (after["dispute"] - before["dispute"]) - arithmetic


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% wrong: asks model itself: ignores its arguments and asks the model for 0 and 20,000 troops; right for the first line only.
def split(before, after):
    before, after = chances(0), chances(20_000)
    arithmetic = 100 * (before["war"] - after["war"]) * before["dispute"] / (1 - before["war"])
    return arithmetic, 100 * (after["dispute"] - before["dispute"]) - arithmetic


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% wrong: divides by after: before's dispute over after's rest.
def split(before, after):
    arithmetic = 100 * (before["war"] - after["war"]) * before["dispute"] / (1 - after["war"])
    return arithmetic, 100 * (after["dispute"] - before["dispute"]) - arithmetic


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% wrong: never below zero: max(0, …): where war becomes likelier the first number is 0, not below 0.
def split(before, after):
    freed = max(0.0, before["war"] - after["war"])
    arithmetic = 100 * freed * before["dispute"] / (1 - before["war"])
    return arithmetic, 100 * (after["dispute"] - before["dispute"]) - arithmetic


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% wrong: not points: returns chances (0.01), not points (1).
def split(before, after):
    arithmetic = (before["war"] - after["war"]) * before["dispute"] / (1 - before["war"])
    return arithmetic, after["dispute"] - before["dispute"] - arithmetic


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% wrong: one in points: the first number in points, the second as a chance.
def split(before, after):
    arithmetic = (before["war"] - after["war"]) * before["dispute"] / (1 - before["war"])
    return 100 * arithmetic, after["dispute"] - before["dispute"] - arithmetic


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% wrong: peace left out: spreads over dispute and grey zone alone.
def split(before, after):
    weight = before["dispute"] / (before["dispute"] + before["grey zone"])
    arithmetic = 100 * (before["war"] - after["war"]) * weight
    return arithmetic, 100 * (after["dispute"] - before["dispute"]) - arithmetic


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% wrong: pops war: pop takes war out of the caller's dictionary.
def split(before, after):
    war = before.pop("war")
    arithmetic = 100 * (war - after["war"]) * before["dispute"] / sum(before.values())
    return arithmetic, 100 * (after["dispute"] - before["dispute"]) - arithmetic


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% wrong: proportions after: takes the proportions after, not before.
def split(before, after):
    arithmetic = 100 * (before["war"] - after["war"]) * after["dispute"] / (1 - after["war"])
    return arithmetic, 100 * (after["dispute"] - before["dispute"]) - arithmetic


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% wrong: relative change: percent of the chance before, not points.
def split(before, after):
    arithmetic = (before["war"] - after["war"]) / (1 - before["war"])
    whole = (after["dispute"] - before["dispute"]) / before["dispute"]
    return 100 * arithmetic, 100 * (whole - arithmetic)


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% wrong: second is whole: the second number is the whole rise, not the rest.
def split(before, after):
    arithmetic = 100 * (before["war"] - after["war"]) * before["dispute"] / (1 - before["war"])
    return arithmetic, 100 * (after["dispute"] - before["dispute"])


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% wrong: share of all: multiplies by the chance of dispute itself, does not divide by what the other three have together.
def split(before, after):
    arithmetic = 100 * (before["war"] - after["war"]) * before["dispute"]
    return arithmetic, 100 * (after["dispute"] - before["dispute"]) - arithmetic


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% wrong: sign: after less before for war, so that less war counts as fewer disputes.
def split(before, after):
    arithmetic = 100 * (after["war"] - before["war"]) * before["dispute"] / (1 - before["war"])
    return arithmetic, 100 * (after["dispute"] - before["dispute"]) - arithmetic


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% wrong: swapped: the rest first, the arithmetic second.
def split(before, after):
    arithmetic = 100 * (before["war"] - after["war"]) * before["dispute"] / (1 - before["war"])
    return 100 * (after["dispute"] - before["dispute"]) - arithmetic, arithmetic


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% wrong: thirds: what leaves war is spread evenly, a third to each.
def split(before, after):
    arithmetic = 100 * (before["war"] - after["war"]) / 3
    return arithmetic, 100 * (after["dispute"] - before["dispute"]) - arithmetic


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))


# %% wrong: whole points: cuts to whole points.
def split(before, after):
    arithmetic = 100 * (before["war"] - after["war"]) * before["dispute"] / (1 - before["war"])
    rest = 100 * (after["dispute"] - before["dispute"]) - arithmetic
    return int(arithmetic), int(rest)


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))
