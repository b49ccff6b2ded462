# %% right: series result
import pandas as pd
def credit(worth):
    names = sorted({n for s in worth for n in s})
    return pd.DataFrame([{n: worth[frozenset(o[:o.index(n) + 1])] - worth[frozenset(o[:o.index(n)])] for n in names} for o in permutations(names)]).mean()


credit(TWO)


# %% right: numpy matrix: NumPy, one row for each order and one column for each pillar, mean over rows.
import numpy as np


def credit(worth):
    names = sorted(frozenset.union(*worth))
    rows = []
    for order in permutations(range(len(names))):
        row = np.zeros(len(names))
        for k, i in enumerate(order):
            before = frozenset(names[j] for j in order[:k])
            row[i] = worth[before | {names[i]}] - worth[before]
        rows.append(row)
    return dict(zip(names, np.mean(rows, axis=0).tolist()))


credit(TWO)


# %% right: orders loop: goes through all orders, adds up what each pillar adds, divides by the number of orders.
def credit(worth):
    """Return each pillar's Shapley share, by name."""
    names = max(worth, key=len)
    orders = list(permutations(names))
    total = {name: 0.0 for name in names}
    for order in orders:
        came = frozenset()
        for name in order:
            total[name] += worth[came | {name}] - worth[came]
            came = came | {name}
    return {name: total[name] / len(orders) for name in names}


credit(TWO)


# %% right: pandas: pandas, a list of records and groupby mean.
import pandas as pd


def credit(worth):
    records = []
    for order in permutations(max(worth, key=len)):
        for k in range(len(order)):
            gain = worth[frozenset(order[: k + 1])] - worth[frozenset(order[:k])]
            records.append({"pillar": order[k], "gain": gain})
    return pd.DataFrame(records).groupby("pillar")["gain"].mean().to_dict()


credit(TWO)


# %% right: recursive: recursion: the last to come adds what it adds, the rest share what was there before, averaged over who is last.
def credit(worth):
    def share(group):
        if not group:
            return {}
        out = dict.fromkeys(group, 0.0)
        for last in group:
            rest = group - {last}
            out[last] += (worth[group] - worth[rest]) / len(group)
            for name, value in share(rest).items():
                out[name] += value / len(group)
        return out

    return share(max(worth, key=len))


credit(TWO)


# %% right: running value: keeps the worth so far in a variable, counts the orders as it goes.
def credit(worth):
    pillars = [next(iter(s)) for s in worth if len(s) == 1]
    result = dict.fromkeys(pillars, 0)
    count = 0
    for order in permutations(pillars):
        count += 1
        inside, before = set(), worth[frozenset()]
        for p in order:
            inside.add(p)
            now = worth[frozenset(inside)]
            result[p] += now - before
            before = now
    for p in result:
        result[p] /= count
    return result


credit(TWO)


# %% right: sorted slices: sorted names, frozensets of the slice up to each place, statistics.mean.
from statistics import mean


def added(worth, order, name):
    k = order.index(name)
    return worth[frozenset(order[: k + 1])] - worth[frozenset(order[:k])]


def credit(worth):
    names = sorted({name for group in worth for name in group})
    return {name: mean(added(worth, order, name) for order in permutations(names)) for name in names}


credit(TWO)


# %% right: subset formula: the formula with factorials over the sets that lack the pillar.
from math import factorial


def credit(worth):
    everyone = frozenset().union(*worth)
    n = len(everyone)
    shares = {}
    for name in everyone:
        shares[name] = sum(
            factorial(len(s)) * factorial(n - len(s) - 1) / factorial(n) * (worth[s | {name}] - value)
            for s, value in worth.items()
            if name not in s
        )
    return shares


credit(TWO)


# %% wrong: empty ignored
def credit(worth):
    names = sorted(max(worth, key=len)); total = dict.fromkeys(names, 0.0); orders = list(permutations(names))
    for order in orders:
        before = frozenset()
        for n in order:
            total[n] += worth[before | {n}] - (worth[before] if before else 0); before |= {n}
    return {n: t / len(orders) for n, t in total.items()}


credit(TWO)


# %% wrong: integer division
def credit(worth):
    names = sorted(max(worth, key=len)); total = dict.fromkeys(names, 0); orders = list(permutations(names))
    for order in orders:
        before = frozenset()
        for n in order:
            total[n] += worth[before | {n}] - worth[before]; before |= {n}
    return {n: t // len(orders) for n, t in total.items()}


credit(TWO)


# %% wrong: alone: what each pillar is worth alone.
def credit(worth):
    return {name: worth[frozenset({name})] for name in max(worth, key=len)}


credit(TWO)


# %% wrong: divided by pillars: divides by the number of pillars, not of orders: right for two, wrong for three (3 against 6).
def credit(worth):
    names = max(worth, key=len)
    total = dict.fromkeys(names, 0.0)
    for order in permutations(names):
        came = frozenset()
        for name in order:
            total[name] += worth[came | {name}] - worth[came]
            came |= {name}
    return {name: t / len(names) for name, t in total.items()}


credit(TWO)


# %% wrong: divided by two: divides by 2: right for two pillars only.
def credit(worth):
    names = max(worth, key=len)
    total = dict.fromkeys(names, 0.0)
    for order in permutations(names):
        came = frozenset()
        for name in order:
            total[name] += worth[came | {name}] - worth[came]
            came |= {name}
    return {name: t / 2 for name, t in total.items()}


credit(TWO)


# %% wrong: empty taken as zero: begins at 0, not at what the empty set is worth; shows where that is not 0.
def credit(worth):
    names = max(worth, key=len)
    orders = list(permutations(names))
    total = dict.fromkeys(names, 0.0)
    for order in orders:
        before = 0
        for k, name in enumerate(order):
            now = worth[frozenset(order[: k + 1])]
            total[name] += now - before
            before = now
    return {name: t / len(orders) for name, t in total.items()}


credit(TWO)


# %% wrong: equal parts: the whole in equal parts.
def credit(worth):
    everyone = max(worth, key=len)
    return {name: worth[everyone] / len(everyone) for name in everyone}


credit(TWO)


# %% wrong: first and last: the mean of coming first and coming last; right for two, wrong for three pillars, for which the middle counts.
def credit(worth):
    everyone, none = max(worth, key=len), frozenset()
    return {
        n: (worth[frozenset({n})] - worth[none] + worth[everyone] - worth[everyone - {n}]) / 2 for n in everyone
    }


credit(TWO)


# %% wrong: frozenset keys: the keys of the answer are frozensets, not names.
def credit(worth):
    names = max(worth, key=len)
    orders = list(permutations(names))
    total = {frozenset({n}): 0.0 for n in names}
    for order in orders:
        for k, name in enumerate(order):
            total[frozenset({name})] += worth[frozenset(order[: k + 1])] - worth[frozenset(order[:k])]
    return {key: t / len(orders) for key, t in total.items()}


credit(TWO)


# %% wrong: global: reads TWO, not its argument.
def credit(worth):
    names = max(TWO, key=len)
    orders = list(permutations(names))
    total = dict.fromkeys(names, 0.0)
    for order in orders:
        for k, name in enumerate(order):
            total[name] += TWO[frozenset(order[: k + 1])] - TWO[frozenset(order[:k])]
    return {name: t / len(orders) for name, t in total.items()}


credit(TWO)


# %% wrong: in proportion: the whole in proportion to what each is worth alone.
def credit(worth):
    everyone = max(worth, key=len)
    alone = {name: worth[frozenset({name})] for name in everyone}
    return {name: worth[everyone] * alone[name] / sum(alone.values()) for name in everyone}


credit(TWO)


# %% wrong: iterator used up: counts the orders with len(list(...)) and so uses the iterator up; all shares are 0.
def credit(worth):
    names = max(worth, key=len)
    orders = permutations(names)
    n = len(list(orders))
    total = dict.fromkeys(names, 0.0)
    for order in orders:
        for k, name in enumerate(order):
            total[name] += worth[frozenset(order[: k + 1])] - worth[frozenset(order[:k])]
    return {name: t / n for name, t in total.items()}


credit(TWO)


# %% wrong: last key assumed: takes the last key of the dictionary for the whole set; shows where the sets come in another order.
def credit(worth):
    names = list(worth)[-1]
    orders = list(permutations(names))
    total = dict.fromkeys(names, 0.0)
    for order in orders:
        for k, name in enumerate(order):
            total[name] += worth[frozenset(order[: k + 1])] - worth[frozenset(order[:k])]
    return {name: t / len(orders) for name, t in total.items()}


credit(TWO)


# %% wrong: last only: what each pillar adds when it comes last.
def credit(worth):
    everyone = max(worth, key=len)
    return {name: worth[everyone] - worth[everyone - {name}] for name in everyone}


credit(TWO)


# %% wrong: names fixed: words and troops are written into the function; a third pillar or another name gets nothing.
def credit(worth):
    w, t = frozenset({"words"}), frozenset({"troops"})
    none, both = frozenset(), w | t
    return {
        "words": ((worth[w] - worth[none]) + (worth[both] - worth[t])) / 2,
        "troops": ((worth[t] - worth[none]) + (worth[both] - worth[w])) / 2,
    }


credit(TWO)


# %% wrong: not divided: sums over the orders and does not divide.
def credit(worth):
    names = max(worth, key=len)
    total = dict.fromkeys(names, 0.0)
    for order in permutations(names):
        came = frozenset()
        for name in order:
            total[name] += worth[came | {name}] - worth[came]
            came |= {name}
    return total


credit(TWO)


# %% wrong: one order: one order only, so that who comes last gets all of what they do together.
def credit(worth):
    shares, came = {}, frozenset()
    for name in sorted(max(worth, key=len)):
        shares[name] = worth[came | {name}] - worth[came]
        came = came | {name}
    return shares


credit(TWO)


# %% wrong: pops empty set: pops the empty set out of the caller's dictionary.
def credit(worth):
    nothing = worth.pop(frozenset())
    names = max(worth, key=len)
    orders = list(permutations(names))
    total = dict.fromkeys(names, 0.0)
    for order in orders:
        before = nothing
        for k, name in enumerate(order):
            now = worth[frozenset(order[: k + 1])]
            total[name] += now - before
            before = now
    return {name: t / len(orders) for name, t in total.items()}


credit(TWO)


# %% wrong: sets weigh alike: averages over the sets that lack the pillar, each weighing alike, not over the orders; wrong for three pillars.
def credit(worth):
    shares = {}
    for name in max(worth, key=len):
        gains = [worth[s | {name}] - worth[s] for s in worth if name not in s]
        shares[name] = sum(gains) / len(gains)
    return shares


credit(TWO)


# %% wrong: share of whole: divides by the whole worth, shares that add up to 1 and not to what the pillars are worth.
def credit(worth):
    names = max(worth, key=len)
    orders = list(permutations(names))
    total = dict.fromkeys(names, 0.0)
    for order in orders:
        for k, name in enumerate(order):
            total[name] += worth[frozenset(order[: k + 1])] - worth[frozenset(order[:k])]
    return {name: t / len(orders) / worth[frozenset(names)] for name, t in total.items()}


credit(TWO)


# %% wrong: whole numbers: whole numbers (//), the rest is lost; shows where a share is no whole number.
def credit(worth):
    names = max(worth, key=len)
    orders = list(permutations(names))
    total = dict.fromkeys(names, 0.0)
    for order in orders:
        for k, name in enumerate(order):
            total[name] += worth[frozenset(order[: k + 1])] - worth[frozenset(order[:k])]
    return {name: t // len(orders) for name, t in total.items()}


credit(TWO)
