# %% right: min default: collects all budgets that work in a set and takes the smallest.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    good = set()
    for words, troops, industry, army in product(QUARTERS, repeat=4):
        if words + troops + industry + army != 1:
            continue
        for budget in range(1, 21):
            result = judge(budget, words=words, troops=troops, industry=industry, army=army)
            if result["points"] < points or result["at_war"] > limit:
                continue
            good.add(budget)
    return min(good, default=None)


cheapest(points=20, limit=0.2)


# %% right: nested loops: nested loops over three quarters; the fourth share is what is left.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    for budget in range(1, 21):
        for w in range(5):
            for t in range(5 - w):
                for i in range(5 - w - t):
                    a = 4 - w - t - i
                    found = judge(budget, w / 4, t / 4, i / 4, a / 4)
                    if found["points"] >= points and found["at_war"] <= limit:
                        return budget
    return None


cheapest(points=20, limit=0.2)


# %% right: next: next() over budgets with a default.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    splits = list(filter(lambda s: sum(s) == 1, product((0, 0.25, 0.5, 0.75, 1), repeat=4)))
    return next(
        (
            b
            for b in range(1, 21)
            for s in splits
            if (j := judge(b, *s))["points"] >= points and j["at_war"] <= limit
        ),
        None,
    )


cheapest(points=20, limit=0.2)


# %% right: numpy: arrays of points and war, a table of budgets by splits.
import numpy as np


def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    quarters = [(w, t, i, 4 - w - t - i) for w in range(5) for t in range(5 - w) for i in range(5 - w - t)]
    answers = [[judge(b, *(q / 4 for q in split)) for split in quarters] for b in range(1, 21)]
    p = np.array([[a["points"] for a in row] for row in answers])
    r = np.array([[a["at_war"] for a in row] for row in answers])
    works = ((p >= points) & (r <= limit)).any(axis=1)
    return int(np.flatnonzero(works)[0]) + 1 if works.any() else None


cheapest(points=20, limit=0.2)


# %% right: pandas: asks judge for every row of PACKAGES and filters a data frame.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    judged = pd.DataFrame([judge(*row) for row in PACKAGES.itertuples(index=False)])
    fits = PACKAGES.loc[(judged["points"] >= points) & (judged["at_war"] <= limit), "budget"]
    return int(fits.min()) if len(fits) else None


cheapest(points=20, limit=0.2)


# %% right: product any: product() of the quarters, filtered by their sum, with any().
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    splits = [s for s in product(QUARTERS, repeat=4) if sum(s) == 1]

    def both_sign(budget, split):
        answer = judge(budget, *split)
        return answer["points"] >= points and answer["at_war"] <= limit

    for budget in range(1, 21):
        if any(both_sign(budget, split) for split in splits):
            return budget


cheapest(points=20, limit=0.2)


# %% right: recursive splits: a recursive generator of the splits.
def splits(left, pillars):
    if pillars == 1:
        yield (left / 4,)
        return
    for mine in range(left + 1):
        for rest in splits(left - mine, pillars - 1):
            yield (mine / 4,) + rest


def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    budget = 1
    while budget <= 20:
        for split in splits(4, 4):
            seats = judge(budget, *split)
            if points <= seats["points"] and seats["at_war"] <= limit:
                return budget
        budget += 1
    return None


cheapest(points=20, limit=0.2)


# %% wrong: half splits
def cheapest(points, limit):
    for budget in range(1, 21):
        for split in product([0, 0.5, 1], repeat=4):
            if sum(split) == 1:
                r = judge(budget, *split)
                if r["points"] >= points and r["at_war"] <= limit: return budget


cheapest(points=20, limit=0.2)


# %% wrong: misses 20
def cheapest(points, limit):
    for budget in range(1, 20):
        for split in product(QUARTERS, repeat=4):
            if sum(split) == 1:
                r = judge(budget, *split)
                if r["points"] >= points and r["at_war"] <= limit: return budget


cheapest(points=20, limit=0.2)


# %% wrong: strict limit
def cheapest(points, limit):
    for budget in range(1, 21):
        for split in product(QUARTERS, repeat=4):
            if sum(split) == 1:
                r = judge(budget, *split)
                if r["points"] >= points and r["at_war"] < limit: return budget


cheapest(points=20, limit=0.2)


# %% wrong: strict points
def cheapest(points, limit):
    for budget in range(1, 21):
        for split in product(QUARTERS, repeat=4):
            if sum(split) == 1:
                r = judge(budget, *split)
                if r["points"] > points and r["at_war"] <= limit: return budget


cheapest(points=20, limit=0.2)


# %% wrong: best split only: looks only at the split with most points for each budget, though another one may satisfy both.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    splits = [s for s in product(QUARTERS, repeat=4) if sum(s) == 1]
    for budget in range(1, 21):
        best = max((judge(budget, *s) for s in splits), key=lambda f: f["points"])
        if best["points"] >= points and best["at_war"] <= limit:
            return budget
    return None


cheapest(points=20, limit=0.2)


# %% wrong: different splits: one split may satisfy the protégé and another one the guarantor (best points, lowest risk).
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    splits = [s for s in product(QUARTERS, repeat=4) if sum(s) == 1]
    for budget in range(1, 21):
        found = [judge(budget, *s) for s in splits]
        if max(f["points"] for f in found) >= points and min(f["at_war"] for f in found) <= limit:
            return budget
    return None


cheapest(points=20, limit=0.2)


# %% wrong: every split: all splits must satisfy both, not some split.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    splits = [s for s in product(QUARTERS, repeat=4) if sum(s) == 1]
    for budget in range(1, 21):
        found = [judge(budget, *s) for s in splits]
        if all(f["points"] >= points and f["at_war"] <= limit for f in found):
            return budget
    return None


cheapest(points=20, limit=0.2)


# %% wrong: ignores limit: uses 0.2 whatever the limit says; shows for another limit.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    splits = [s for s in product(QUARTERS, repeat=4) if sum(s) == 1]
    for budget in range(1, 21):
        for split in splits:
            found = judge(budget, *split)
            if found["points"] >= points and found["at_war"] <= 0.2:
                return budget
    return None


cheapest(points=20, limit=0.2)


# %% wrong: largest: goes from 20 downwards and returns the largest budget that works.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    splits = [s for s in product(QUARTERS, repeat=4) if sum(s) == 1]
    for budget in range(20, 0, -1):
        for split in splits:
            found = judge(budget, *split)
            if found["points"] >= points and found["at_war"] <= limit:
                return budget
    return None


cheapest(points=20, limit=0.2)


# %% wrong: last split decides: the answer of the last split overwrites those before it.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    splits = [s for s in product(QUARTERS, repeat=4) if sum(s) == 1]
    for budget in range(1, 21):
        for split in splits:
            found = judge(budget, *split)
            ok = found["points"] >= points and found["at_war"] <= limit
        if ok:
            return budget
    return None


cheapest(points=20, limit=0.2)


# %% wrong: limit in percent: takes the limit for per cent, so that 0.2 means a chance of 0.002.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    splits = [s for s in product(QUARTERS, repeat=4) if sum(s) == 1]
    for budget in range(1, 21):
        for split in splits:
            found = judge(budget, *split)
            if found["points"] >= points and 100 * found["at_war"] <= limit:
                return budget
    return None


cheapest(points=20, limit=0.2)


# %% wrong: misses twenty: looks at 1 to 19 only; shows where 20 alone is enough.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    splits = [s for s in product(QUARTERS, repeat=4) if sum(s) == 1]
    for budget in range(1, 20):
        for split in splits:
            found = judge(budget, *split)
            if found["points"] >= points and found["at_war"] <= limit:
                return budget
    return None


cheapest(points=20, limit=0.2)


# %% wrong: no army: the loops leave the army out (its share is always 0).
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    for budget in range(1, 21):
        for w in range(5):
            for t in range(5 - w):
                found = judge(budget, w / 4, t / 4, (4 - w - t) / 4, 0)
                if found["points"] >= points and found["at_war"] <= limit:
                    return budget
    return None


cheapest(points=20, limit=0.2)


# %% wrong: one or the other: "or" instead of "and": one signature is enough.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    splits = [s for s in product(QUARTERS, repeat=4) if sum(s) == 1]
    for budget in range(1, 21):
        for split in splits:
            found = judge(budget, *split)
            if found["points"] >= points or found["at_war"] <= limit:
                return budget
    return None


cheapest(points=20, limit=0.2)


# %% wrong: only pure splits: tries only the four packages that put all into one pillar.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    for budget in range(1, 21):
        for split in [(1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)]:
            found = judge(budget, *split)
            if found["points"] >= points and found["at_war"] <= limit:
                return budget
    return None


cheapest(points=20, limit=0.2)


# %% wrong: points as share: divides the points by 100 (they are points already), so that next to nothing is enough for the protégé.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    splits = [s for s in product(QUARTERS, repeat=4) if sum(s) == 1]
    for budget in range(1, 21):
        for split in splits:
            found = judge(budget, *split)
            if found["points"] >= points / 100 and found["at_war"] <= limit:
                return budget
    return None


cheapest(points=20, limit=0.2)


# %% wrong: returns split: returns the budget together with the split and not the budget alone.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    splits = [s for s in product(QUARTERS, repeat=4) if sum(s) == 1]
    for budget in range(1, 21):
        for split in splits:
            found = judge(budget, *split)
            if found["points"] >= points and found["at_war"] <= limit:
                return budget, split
    return None


cheapest(points=20, limit=0.2)


# %% wrong: stops at first failure: returns None as soon as one budget fails (the return stands one level too deep).
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    splits = [s for s in product(QUARTERS, repeat=4) if sum(s) == 1]
    for budget in range(1, 21):
        for split in splits:
            found = judge(budget, *split)
            if found["points"] >= points and found["at_war"] <= limit:
                return budget
        return None


cheapest(points=20, limit=0.2)


# %% wrong: strict: "more than" and "less than" where the prompt says at least and at most; shows for a limit and points that a package meets exactly.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    splits = [s for s in product(QUARTERS, repeat=4) if sum(s) == 1]
    for budget in range(1, 21):
        for split in splits:
            found = judge(budget, *split)
            if found["points"] > points and found["at_war"] < limit:
                return budget
    return None


cheapest(points=20, limit=0.2)


# %% wrong: twenty if none: returns 20 and not None if no package satisfies both.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    splits = [s for s in product(QUARTERS, repeat=4) if sum(s) == 1]
    budget = 0
    while budget < 20:
        budget += 1
        for split in splits:
            found = judge(budget, *split)
            if found["points"] >= points and found["at_war"] <= limit:
                return budget
    return budget


cheapest(points=20, limit=0.2)


# %% wrong: war at least: turns the comparison of the guarantor round.
def cheapest(points, limit):
    """Return the smallest whole budget from 1 to 20 at which some split satisfies both, or None."""
    splits = [s for s in product(QUARTERS, repeat=4) if sum(s) == 1]
    for budget in range(1, 21):
        for split in splits:
            found = judge(budget, *split)
            if found["points"] >= points and found["at_war"] >= limit:
                return budget
    return None


cheapest(points=20, limit=0.2)
