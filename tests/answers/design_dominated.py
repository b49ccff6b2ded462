# %% right: any comprehension tuple
def worth_proposing(packages):
    def beats(q, p):
        a, b = (q["overrun"], q["at_war"]), (p["overrun"], p["at_war"])
        return a != b and all(x <= y for x, y in zip(a, b))
    return tuple(p["package"] for p in packages if not any(beats(q, p) for q in packages))


worth_proposing(PACKAGES)


# %% right: generator note lazy
def worth_proposing(packages):
    for p in packages:
        if not any(q["overrun"] <= p["overrun"] and q["at_war"] <= p["at_war"] and q != p and (q["overrun"] < p["overrun"] or q["at_war"] < p["at_war"]) for q in packages):
            yield p["package"]


worth_proposing(PACKAGES)


# %% right: pandas series
import pandas as pd
def worth_proposing(packages):
    t = pd.DataFrame(packages, columns=["package", "overrun", "at_war"])
    keep = []
    for i, row in t.iterrows():
        better = (t.overrun <= row.overrun) & (t.at_war <= row.at_war) & ((t.overrun < row.overrun) | (t.at_war < row.at_war))
        keep.append(not better.any())
    return t.loc[keep, "package"]


worth_proposing(PACKAGES)


# %% right: any: any() over all other packages in a comprehension.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""

    def strikes_off(a, b):
        as_good = a["overrun"] <= b["overrun"] and a["at_war"] <= b["at_war"]
        better = a["overrun"] < b["overrun"] or a["at_war"] < b["at_war"]
        return as_good and better

    return [p["package"] for p in packages if not any(strikes_off(q, p) for q in packages)]


worth_proposing(PACKAGES)


# %% right: filter copy: takes the packages off a copy, one package after the other.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    left = list(packages)
    for judge in packages:
        left = [
            p
            for p in left
            if not (
                p["overrun"] >= judge["overrun"]
                and p["at_war"] >= judge["at_war"]
                and (p["overrun"], p["at_war"]) != (judge["overrun"], judge["at_war"])
            )
        ]
    return [p["package"] for p in left]


worth_proposing(PACKAGES)


# %% right: for else: for ... else, unpacked tuples, renamed parameter.
def worth_proposing(offers):
    """Return the names of the packages that no other one strikes off."""
    triples = [(o["package"], o["overrun"], o["at_war"]) for o in offers]
    answer = []
    for name, beaten, war in triples:
        for _, other_beaten, other_war in triples:
            if other_beaten < beaten and other_war <= war or other_beaten <= beaten and other_war < war:
                break
        else:
            answer.append(name)
    return answer


worth_proposing(PACKAGES)


# %% right: nested loops: nested loops with a flag and break.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    left = []
    for i in range(len(packages)):
        struck = False
        for j in range(len(packages)):
            if i == j:
                continue
            mine = (packages[i]["overrun"], packages[i]["at_war"])
            other = (packages[j]["overrun"], packages[j]["at_war"])
            if other != mine and other[0] <= mine[0] and other[1] <= mine[1]:
                struck = True
                break
        if not struck:
            left.append(packages[i]["package"])
    return left


worth_proposing(PACKAGES)


# %% right: numpy: NumPy broadcasting over all pairs.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    if not packages:
        return []
    x = np.array([[p["overrun"], p["at_war"]] for p in packages])
    no_worse = (x[:, None, :] <= x[None, :, :]).all(axis=2)
    better = (x[:, None, :] < x[None, :, :]).any(axis=2)
    struck = (no_worse & better).any(axis=0)
    return [p["package"] for p, off in zip(packages, struck) if not off]


worth_proposing(PACKAGES)


# %% right: pandas: a data frame and a boolean mask for each row.
import pandas as pd


def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    table = pd.DataFrame(packages, columns=["package", "overrun", "at_war"])
    keep = []
    for row in table.itertuples():
        as_good = table.overrun.le(row.overrun) & table.at_war.le(row.at_war)
        same = table.overrun.eq(row.overrun) & table.at_war.eq(row.at_war)
        keep.append(not (as_good & ~same).any())
    return table.loc[keep, "package"].tolist() if len(table) else []


worth_proposing(PACKAGES)


# %% right: sweep: sorts by the first seat and sweeps with the lowest chance of the second; then back to the order of the list.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    order = sorted(range(len(packages)), key=lambda i: (packages[i]["overrun"], packages[i]["at_war"]))
    kept = set()
    lowest = float("inf")
    last = None
    for i in order:
        point = (packages[i]["overrun"], packages[i]["at_war"])
        if point[1] < lowest or point == last:
            kept.add(i)
            lowest = point[1]
            last = point
    return [packages[i]["package"] for i in sorted(kept)]


worth_proposing(PACKAGES)


# %% wrong: mutates but right answer
def worth_proposing(packages):
    bad = [p for p in packages if any(q["overrun"] <= p["overrun"] and q["at_war"] <= p["at_war"] and (q["overrun"] < p["overrun"] or q["at_war"] < p["at_war"]) for q in packages)]
    for p in bad:
        packages.remove(p)
    return [p["package"] for p in packages]


worth_proposing(PACKAGES)


# %% wrong: rounded compare
def worth_proposing(packages):
    r = [(p["package"], round(p["overrun"], 2), round(p["at_war"], 2)) for p in packages]
    return [n for n, o, w in r if not any(a <= o and b <= w and (a < o or b < w) for _, a, b in r)]


worth_proposing(PACKAGES)


# %% wrong: better for both: strikes off only if another is better for both seats; shows where one seat does not mind.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    return [
        p["package"]
        for p in packages
        if not any(q["overrun"] < p["overrun"] and q["at_war"] < p["at_war"] for q in packages)
    ]


worth_proposing(PACKAGES)


# %% wrong: earlier only: compares only with packages that stand earlier in the list.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    names = []
    for i, p in enumerate(packages):
        if not any(
            q["overrun"] <= p["overrun"]
            and q["at_war"] <= p["at_war"]
            and (q["overrun"] < p["overrun"] or q["at_war"] < p["at_war"])
            for q in packages[:i]
        ):
            names.append(p["package"])
    return names


worth_proposing(PACKAGES)


# %% wrong: equal strike off: of two that are equal for both seats each strikes off the other.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    return [
        p["package"]
        for p in packages
        if not any(q is not p and q["overrun"] <= p["overrun"] and q["at_war"] <= p["at_war"] for q in packages)
    ]


worth_proposing(PACKAGES)


# %% wrong: first of equals: keeps only the first of packages that are equal for both seats.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    names, seen = [], set()
    for p in packages:
        point = (p["overrun"], p["at_war"])
        struck = any(
            q["overrun"] <= point[0] and q["at_war"] <= point[1] and (q["overrun"], q["at_war"]) != point
            for q in packages
        )
        if not struck and point not in seen:
            seen.add(point)
            names.append(p["package"])
    return names


worth_proposing(PACKAGES)


# %% wrong: larger is better: takes the larger chance for the better one.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    return [
        p["package"]
        for p in packages
        if not any(
            q["overrun"] >= p["overrun"]
            and q["at_war"] >= p["at_war"]
            and (q["overrun"] > p["overrun"] or q["at_war"] > p["at_war"])
            for q in packages
        )
    ]


worth_proposing(PACKAGES)


# %% wrong: neighbours only: compares only with the package next in the list.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    names = []
    for p, q in zip(packages, packages[1:] + packages[-1:]):
        if not (
            q["overrun"] <= p["overrun"]
            and q["at_war"] <= p["at_war"]
            and (q["overrun"] < p["overrun"] or q["at_war"] < p["at_war"])
        ):
            names.append(p["package"])
    return names


worth_proposing(PACKAGES)


# %% wrong: removes from argument: removes the struck packages from the list that it is given (and skips some while it walks over it).
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    for p in packages:
        for q in packages:
            if (
                q["overrun"] <= p["overrun"]
                and q["at_war"] <= p["at_war"]
                and (q["overrun"] < p["overrun"] or q["at_war"] < p["at_war"])
            ):
                packages.remove(p)
                break
    return [p["package"] for p in packages]


worth_proposing(PACKAGES)


# %% wrong: returns dictionaries: returns the packages themselves and not their names.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    return [
        p
        for p in packages
        if not any(
            q["overrun"] <= p["overrun"]
            and q["at_war"] <= p["at_war"]
            and (q["overrun"] < p["overrun"] or q["at_war"] < p["at_war"])
            for q in packages
        )
    ]


worth_proposing(PACKAGES)


# %% wrong: sorted by overrun: returns the names in the order of overrun and not of the list.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    left = [
        p
        for p in packages
        if not any(
            q["overrun"] <= p["overrun"]
            and q["at_war"] <= p["at_war"]
            and (q["overrun"] < p["overrun"] or q["at_war"] < p["at_war"])
            for q in packages
        )
    ]
    return [p["package"] for p in sorted(left, key=lambda p: p["overrun"])]


worth_proposing(PACKAGES)


# %% wrong: sorts argument: sweeps rightly, but sorts the list that it is given in place (so that its order is lost as well).
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    packages.sort(key=lambda p: (p["overrun"], p["at_war"]))
    names, lowest, last = [], 2, None
    for p in packages:
        point = (p["overrun"], p["at_war"])
        if point[1] < lowest or point == last:
            names.append(p["package"])
            lowest, last = point[1], point
    return names


worth_proposing(PACKAGES)


# %% wrong: strikes itself: compares each package with itself, so that nothing is left.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    return [
        p["package"]
        for p in packages
        if not any(q["overrun"] <= p["overrun"] and q["at_war"] <= p["at_war"] for q in packages)
    ]


worth_proposing(PACKAGES)


# %% wrong: struck off: returns the packages that are struck off.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    return [
        p["package"]
        for p in packages
        if any(
            q["overrun"] <= p["overrun"]
            and q["at_war"] <= p["at_war"]
            and (q["overrun"] < p["overrun"] or q["at_war"] < p["at_war"])
            for q in packages
        )
    ]


worth_proposing(PACKAGES)


# %% wrong: sum of both: adds up the two chances and keeps the smallest sum only.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    best = min((p["overrun"] + p["at_war"] for p in packages), default=None)
    return [p["package"] for p in packages if p["overrun"] + p["at_war"] == best]


worth_proposing(PACKAGES)


# %% wrong: sweep keeps ties: a sweep with <= that keeps a package with the same war but a larger overrun.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    order = sorted(range(len(packages)), key=lambda i: (packages[i]["overrun"], packages[i]["at_war"]))
    kept, lowest = set(), 2
    for i in order:
        if packages[i]["at_war"] <= lowest:
            kept.add(i)
            lowest = packages[i]["at_war"]
    return [packages[i]["package"] for i in sorted(kept)]


worth_proposing(PACKAGES)


# %% wrong: two others: strikes off if one package is better for the one seat and some other for the other seat (no single one).
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    return [
        p["package"]
        for p in packages
        if not (
            any(q["overrun"] < p["overrun"] for q in packages) and any(q["at_war"] < p["at_war"] for q in packages)
        )
    ]


worth_proposing(PACKAGES)


# %% wrong: whole per cents: rounds the chances to whole per cents before comparing, so that small differences are none.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    points = [(round(p["overrun"], 2), round(p["at_war"], 2)) for p in packages]
    return [
        p["package"]
        for p, mine in zip(packages, points)
        if not any(q[0] <= mine[0] and q[1] <= mine[1] and q != mine for q in points)
    ]


worth_proposing(PACKAGES)


# %% wrong: worse for none or: "or" where "and" belongs: struck off if another is better for one seat, whatever the other seat says.
def worth_proposing(packages):
    """Return the names of the packages that no other one strikes off."""
    return [
        p["package"]
        for p in packages
        if not any(q["overrun"] < p["overrun"] or q["at_war"] < p["at_war"] for q in packages)
    ]


worth_proposing(PACKAGES)
