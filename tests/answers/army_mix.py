# %% right: comprehension any: any() for the unknown, a sum of weighted shares for the rest.
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    weights = {kind: launched for kind, (launched, _) in then.items() if launched > 0}
    if any(now[kind][0] == 0 for kind in weights):
        return None
    expected = sum(weight * now[kind][1] / now[kind][0] for kind, weight in weights.items())
    return expected / sum(weights.values()) - overall(then)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% right: difference kind by kind: weighs the rise of each kind by how often it was launched then; exact fractions inside.
from fractions import Fraction


def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    total = sum(launched for launched, _ in then.values())
    rise = Fraction(0)
    for kind in sorted(then):
        weight = Fraction(then[kind][0], total)
        if weight == 0:
            continue
        try:
            rise += weight * (Fraction(now[kind][1], now[kind][0]) - Fraction(then[kind][1], then[kind][0]))
        except ZeroDivisionError:
            return None
    return float(rise)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% right: helper: a helper for the share that gives None, and a filter on the kinds that count.
def share_stopped(pair):
    launched, stopped = pair
    return stopped / launched if launched else None


def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    relevant = list(filter(lambda k: then[k][0] != 0, then.keys()))
    shares = [share_stopped(now[k]) for k in relevant]
    if None in shares:
        return None
    launched = [then[k][0] for k in relevant]
    return sum(s * n for s, n in zip(shares, launched)) / sum(launched) - overall(then)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% right: hypothetical counts: makes up a dictionary of counts with the mix of then and the shares of now, and hands it to overall().
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    mixed = {}
    for kind, (launched, _) in then.items():
        if launched and not now[kind][0]:
            return None
        mixed[kind] = [launched, launched / now[kind][0] * now[kind][1] if launched else 0]
    return overall(mixed) - overall(then)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% right: loop: one loop with running sums; skips kinds that were not launched then.
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    total = 0
    would_stop = 0
    did_stop = 0
    for kind in then:
        launched, stopped = then[kind]
        if launched == 0:
            continue
        launched_now, stopped_now = now[kind]
        if launched_now == 0:
            return None
        total += launched
        did_stop += stopped
        would_stop += launched * stopped_now / launched_now
    return would_stop / total - did_stop / total


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% right: numpy: arrays and np.average with the weights of then.
import numpy as np


def like_for_like(a, b):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    kinds = [k for k in a if a[k][0] > 0]
    old = np.array([a[k] for k in kinds], dtype=float)
    new = np.array([b[k] for k in kinds], dtype=float)
    if (new[:, 0] == 0).any():
        return None
    return float(np.average(new[:, 1] / new[:, 0], weights=old[:, 0]) - old[:, 1].sum() / old[:, 0].sum())


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% right: pandas: two data frames that line up by kind.
import pandas as pd


def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    before = pd.DataFrame(then, index=["launched", "stopped"]).T
    after = pd.DataFrame(now, index=["launched", "stopped"]).T
    used = before[before["launched"] > 0]
    shares = after["stopped"] / after["launched"].where(after["launched"] > 0)
    shares = shares.loc[used.index]
    if shares.isna().any():
        return None
    return float((shares * used["launched"]).sum() / used["launched"].sum()) - float(
        used["stopped"].sum() / used["launched"].sum()
    )


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: mutates
def like_for_like(then, now):
    for k in list(then):
        if then[k][0] == 0:
            del then[k], now[k]
    if any(now[k][0] == 0 for k in then): return None
    return sum(n * now[k][1] / now[k][0] for k, (n, _) in then.items()) / sum(n for n, _ in then.values()) - overall(then)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: rounded
def like_for_like(then, now):
    if any(n and not now[k][0] for k, (n, _) in then.items()):
        return None
    return round(sum(n * now[k][1] / now[k][0] for k, (n, _) in then.items() if n) / sum(n for n, _ in then.values()) - overall(then), 3)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: zip by position
def like_for_like(then, now):
    s = 0
    for (n, _), (m, st) in zip(then.values(), now.values()):
        if n:
            if not m: return None
            s += n * st / m
    return s / sum(n for n, _ in then.values()) - overall(then)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: by position: pairs the kinds by their place; shows if the two dictionaries hold their kinds in different order.
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    expected = total = 0
    for (n_then, _), (n_now, s_now) in zip(then.values(), now.values()):
        if n_then == 0:
            continue
        if n_now == 0:
            return None
        expected += n_then * s_now / n_now
        total += n_then
    return expected / total - overall(then)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: crashes at zero: divides by zero instead of returning None if a kind is not launched now.
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    total = sum(launched for launched, _ in then.values())
    return sum(then[k][0] / total * now[k][1] / now[k][0] for k in then) - overall(then)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: level not rise: returns the share with the mix of then (0.61) and not by how much it has risen.
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    kinds = [k for k in then if then[k][0]]
    if any(now[k][0] == 0 for k in kinds):
        return None
    return sum(then[k][0] * now[k][1] / now[k][0] for k in kinds) / sum(then[k][0] for k in kinds)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: names fixed: knows only drones and missiles; shows for dictionaries with other or more kinds.
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    kinds = [k for k in ("drones", "missiles") if then[k][0]]
    if any(now[k][0] == 0 for k in kinds):
        return None
    total = sum(then[k][0] for k in kinds)
    before = sum(then[k][1] for k in kinds) / total
    return sum(then[k][0] * now[k][1] / now[k][0] for k in kinds) / total - before


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: none for any zero: returns None whenever some kind is not launched now, even if it was not launched then either.
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    if any(launched == 0 for launched, _ in now.values()):
        return None
    total = sum(launched for launched, _ in then.values())
    return sum(then[k][0] * now[k][1] / now[k][0] for k in then) / total - overall(then)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: none if none stopped: returns None if none of a kind is stopped now (looks at the second number and not at the first).
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    kinds = [k for k in then if then[k][0]]
    for k in kinds:
        if not now[k][1]:
            return None
    return sum(then[k][0] * now[k][1] / now[k][0] for k in kinds) / sum(then[k][0] for k in kinds) - overall(then)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: percent: returns percentage points (22) instead of a share (0.22).
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    kinds = [k for k in then if then[k][0]]
    if any(now[k][0] == 0 for k in kinds):
        return None
    expected = sum(then[k][0] * now[k][1] / now[k][0] for k in kinds) / sum(then[k][0] for k in kinds)
    return 100 * (expected - overall(then))


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: plain mean: takes the plain mean of the shares of now; shows for the data shown.
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    kinds = [k for k in then if then[k][0]]
    if any(now[k][0] == 0 for k in kinds):
        return None
    return sum(now[k][1] / now[k][0] for k in kinds) / len(kinds) - overall(then)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: pops empty kinds: right number, but deletes the kinds that were not launched from the dictionaries it is given.
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    for kind in list(then):
        if then[kind][0] == 0:
            del then[kind], now[kind]
    if any(now[k][0] == 0 for k in then):
        return None
    return sum(then[k][0] * now[k][1] / now[k][0] for k in then) / sum(n for n, _ in then.values()) - overall(then)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: sign: takes now from then, so that a rise is below zero.
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    kinds = [k for k in then if then[k][0]]
    if any(now[k][0] == 0 for k in kinds):
        return None
    expected = sum(then[k][0] * now[k][1] / now[k][0] for k in kinds) / sum(then[k][0] for k in kinds)
    return overall(then) - expected


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: skips unknown: leaves a kind that is not launched now out of the weights (should be None).
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    kinds = [k for k in then if now[k][0] > 0]
    if not kinds:
        return None
    total = sum(then[k][0] for k in kinds)
    return sum(then[k][0] * now[k][1] / now[k][0] for k in kinds) / total - overall(then)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: stopped as weight: weighs by how many were stopped then, not by how many were launched.
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    kinds = [k for k in then if then[k][0]]
    if any(now[k][0] == 0 for k in kinds):
        return None
    weight = {k: then[k][1] for k in kinds}
    if not sum(weight.values()):
        return 0.0
    return sum(w * now[k][1] / now[k][0] for k, w in weight.items()) / sum(weight.values()) - overall(then)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: weights of now: weighs by the launches of now, so that the answer is the rise as reported (for the data shown: 0.38 and not 0.22).
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    for kind in then:
        if then[kind][0] and not now[kind][0]:
            return None
    total = sum(launched for launched, _ in now.values())
    return sum(n * (s / n) for n, s in now.values() if n) / total - overall(then)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: zero rise is none: returns None if the rise is exactly nought; shows if then and now are the same.
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    kinds = [k for k in then if then[k][0]]
    if any(now[k][0] == 0 for k in kinds):
        return None
    rise = sum(then[k][0] * (now[k][1] / now[k][0] - then[k][1] / then[k][0]) for k in kinds)
    return rise / sum(then[k][0] for k in kinds) or None


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}


# %% wrong: zero share for unknown: takes the share of a kind that is not launched now as 0 (should be None).
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    total = sum(launched for launched, _ in then.values())
    expected = sum(n * (now[k][1] / now[k][0] if now[k][0] else 0) for k, (n, _) in then.items())
    return expected / total - overall(then)


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}
