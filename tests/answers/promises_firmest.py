# %% right: comprehension max: a dictionary comprehension, max with key and default.
def firmest(clauses, kinds):
    texts = dict.fromkeys(c["text"] for c in clauses)
    return {
        t: max((c["strength"] for c in clauses if c["text"] == t and c["help"] in kinds), key=LADDER.index, default=None)
        for t in texts
    }


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% right: helper grouped: lists by text with defaultdict, a helper for the strongest; renamed parameters.
from collections import defaultdict


def strongest(words):
    for word in reversed(LADDER):
        if word in words:
            return word
    return None


def firmest(all_clauses, wanted):
    words = defaultdict(list)
    for row in all_clauses:
        words[row["text"]]
        if any(row["help"] == kind for kind in wanted):
            words[row["text"]].append(row["strength"])
    return {text: strongest(list_of_words) for text, list_of_words in words.items()}


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% right: loop: one loop, a text begins with None and is raised when a stronger clause comes.
def firmest(clauses, kinds):
    """Return for each text the strongest strength among its clauses whose help is one of kinds, or None."""
    found = {}
    for clause in clauses:
        text = clause["text"]
        if text not in found:
            found[text] = None
        if clause["help"] in kinds:
            if found[text] is None or LADDER.index(clause["strength"]) > LADDER.index(found[text]):
                found[text] = clause["strength"]
    return found


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% right: pandas: pandas, an ordered categorical turned to codes, groupby max, reindex over all texts.
import pandas as pd


def firmest(clauses, kinds):
    t = pd.DataFrame(clauses, columns=["text", "strength", "help"])
    t["code"] = t["strength"].map(LADDER.index)
    top = t[t["help"].isin(list(kinds))].groupby("text")["code"].max()
    return {text: LADDER[int(top[text])] if text in top.index else None for text in t["text"].unique()}


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% right: ranks: numbers in place of words, -1 for none, turned back at the end; a set of texts.
def firmest(clauses, kinds):
    rank = {word: n for n, word in enumerate(LADDER)}
    best = {c["text"]: -1 for c in clauses}
    for c in clauses:
        if c["help"] in set(kinds):
            best[c["text"]] = max(best[c["text"]], rank[c["strength"]])
    return {text: LADDER[n] if n >= 0 else None for text, n in best.items()}


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% right: sorted setdefault: a sorted copy from strong to weak, setdefault keeps the first; missing texts filled after.
def firmest(clauses, kinds):
    strong_first = sorted(clauses, key=lambda c: LADDER.index(c["strength"]), reverse=True)
    found = {}
    for c in strong_first:
        if c["help"] in kinds:
            found.setdefault(c["text"], c["strength"])
    for c in clauses:
        found.setdefault(c["text"], None)
    return found


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% right: walk ladder: goes up the ladder and overwrites, so that the strongest is written last.
def firmest(clauses, kinds):
    result = {clause["text"]: None for clause in clauses}
    for step in LADDER:
        for clause in clauses:
            if clause["strength"] == step and clause["help"] in kinds:
                result[clause["text"]] = step
    return result


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: abstain is none: rank 0 (abstain) counts as nothing found: a text with abstain alone gets None.
def firmest(clauses, kinds):
    best = {c["text"]: 0 for c in clauses}
    for c in clauses:
        if c["help"] in kinds:
            best[c["text"]] = max(best[c["text"]], LADDER.index(c["strength"]))
    return {t: LADDER[n] if n else None for t, n in best.items()}


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: alphabetical: max of the words themselves, by the alphabet; shows for a text with declare and consult (declare comes out, consult is stronger).
def firmest(clauses, kinds):
    found = {c["text"]: None for c in clauses}
    for text in found:
        words = [c["strength"] for c in clauses if c["text"] == text and c["help"] in kinds]
        if words:
            found[text] = max(words)
    return found


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: first clause: the first fitting clause of each text.
def firmest(clauses, kinds):
    found = {c["text"]: None for c in clauses}
    for c in clauses:
        if c["help"] in kinds and found[c["text"]] is None:
            found[c["text"]] = c["strength"]
    return found


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: global clauses: reads CLAUSES, not its argument.
def firmest(clauses, kinds):
    found = {c["text"]: None for c in CLAUSES}
    for text in found:
        words = [c["strength"] for c in CLAUSES if c["text"] == text and c["help"] in kinds]
        found[text] = max(words, key=LADDER.index, default=None)
    return found


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: kinds ignored: kinds is not looked at; right for ANY alone.
def firmest(clauses, kinds):
    found = {}
    for c in clauses:
        old = found.get(c["text"])
        if old is None or LADDER.index(c["strength"]) > LADDER.index(old):
            found[c["text"]] = c["strength"]
    return found


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: last clause: the last fitting clause of each text, whatever its strength.
def firmest(clauses, kinds):
    found = {c["text"]: None for c in clauses}
    for c in clauses:
        if c["help"] in kinds:
            found[c["text"]] = c["strength"]
    return found


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: list of pairs: a list of pairs, not a dictionary.
def firmest(clauses, kinds):
    pairs = []
    for text in dict.fromkeys(c["text"] for c in clauses):
        words = [c["strength"] for c in clauses if c["text"] == text and c["help"] in kinds]
        pairs.append((text, max(words, key=LADDER.index, default=None)))
    return pairs


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: nan: pandas leaves NaN for texts without such a clause, not None.
import pandas as pd


def firmest(clauses, kinds):
    t = pd.DataFrame(clauses)
    t["code"] = t["strength"].map(LADDER.index)
    top = t[t["help"].isin(kinds)].groupby("text")["code"].max()
    return top.map(lambda n: LADDER[int(n)]).reindex(t["text"].unique(), fill_value=float("nan")).to_dict()


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: neighbours assumed: itertools.groupby without sorting: where the clauses of one text do not stand together, the last group overwrites the others.
from itertools import groupby


def firmest(clauses, kinds):
    return {
        text: max((c["strength"] for c in group if c["help"] in kinds), key=LADDER.index, default=None)
        for text, group in groupby(clauses, key=lambda c: c["text"])
    }


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: none as text: the word "None" in place of None.
def firmest(clauses, kinds):
    found = {c["text"]: "None" for c in clauses}
    for text in found:
        words = [c["strength"] for c in clauses if c["text"] == text and c["help"] in kinds]
        found[text] = max(words, key=LADDER.index, default="None")
    return found


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: none is abstain: begins with the lowest rung, so that a text without such a clause gets abstain, not None.
def firmest(clauses, kinds):
    best = {c["text"]: LADDER[0] for c in clauses}
    for c in clauses:
        if c["help"] in kinds and LADDER.index(c["strength"]) > LADDER.index(best[c["text"]]):
            best[c["text"]] = c["strength"]
    return best


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: part of word: asks whether a kind is part of the help: with kinds ["military"] it also takes military possible.
def firmest(clauses, kinds):
    found = {c["text"]: None for c in clauses}
    for c in clauses:
        if any(kind in c["help"] for kind in kinds):
            old = found[c["text"]]
            if old is None or LADDER.index(c["strength"]) > LADDER.index(old):
                found[c["text"]] = c["strength"]
    return found


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: rank returned: returns the place on the ladder (0 to 5), not the word.
def firmest(clauses, kinds):
    found = {c["text"]: None for c in clauses}
    for text in found:
        ranks = [LADDER.index(c["strength"]) for c in clauses if c["text"] == text and c["help"] in kinds]
        found[text] = max(ranks, default=None)
    return found


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: soldiers fixed: for anything but ANY it takes SOLDIERS; shows for kinds like ["talks"].
def firmest(clauses, kinds):
    if kinds != ANY:
        kinds = SOLDIERS
    found = {c["text"]: None for c in clauses}
    for text in found:
        words = [c["strength"] for c in clauses if c["text"] == text and c["help"] in kinds]
        found[text] = max(words, key=LADDER.index, default=None)
    return found


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: sorts argument: sorts the caller's list in place.
def firmest(clauses, kinds):
    clauses.sort(key=lambda c: LADDER.index(c["strength"]))
    found = {c["text"]: None for c in clauses}
    for c in clauses:
        if c["help"] in kinds:
            found[c["text"]] = c["strength"]
    return found


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: strongest then kind: takes the strongest clause of all and then asks whether it is of the kinds; shows where a weaker one is.
def firmest(clauses, kinds):
    best = {}
    for c in clauses:
        if c["text"] not in best or LADDER.index(c["strength"]) > LADDER.index(best[c["text"]]["strength"]):
            best[c["text"]] = c
    return {t: c["strength"] if c["help"] in kinds else None for t, c in best.items()}


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: texts without dropped: texts without such a clause are not in the dictionary at all, instead of None.
def firmest(clauses, kinds):
    found = {}
    for c in clauses:
        if c["help"] in kinds:
            old = found.get(c["text"])
            if old is None or LADDER.index(c["strength"]) > LADDER.index(old):
                found[c["text"]] = c["strength"]
    return found


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))


# %% wrong: weakest: the weakest, min in place of max.
def firmest(clauses, kinds):
    found = {c["text"]: None for c in clauses}
    for text in found:
        words = [c["strength"] for c in clauses if c["text"] == text and c["help"] in kinds]
        found[text] = min(words, key=LADDER.index, default=None)
    return found


show(firmest(CLAUSES, ANY))
print()
show(firmest(CLAUSES, SOLDIERS))
