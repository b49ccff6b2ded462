# %% right: helper apply: a helper that says whether one state sends, applied row by row.
def sends(state, cost):
    return True if state["resolute"] else state["gain"] > cost


def believed(guarantors, cost):
    senders = [state for state in guarantors.to_dict("records") if sends(state, cost)]
    honest = [state for state in senders if state["resolute"]]
    if not senders:
        return None
    return len(honest) / len(senders)


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]


# %% right: loop: a loop with two counters.
def believed(guarantors, cost):
    resolute = bluffers = 0
    for _, row in guarantors.iterrows():
        if row["resolute"]:
            resolute += 1
        elif row["gain"] > cost:
            bluffers += 1
    if resolute + bluffers == 0:
        return None
    return resolute / (resolute + bluffers)


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]


# %% right: mask: one boolean filter, the mean of what is left.
def believed(guarantors, cost):
    """Return the share of resolute guarantors among those who send a signal at this cost, or None."""
    senders = guarantors[guarantors["resolute"] | (guarantors["gain"] > cost)]
    if len(senders) == 0:
        return None
    return senders["resolute"].mean()


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]


# %% right: numpy: NumPy, counts the resolute and the bluffers apart.
import numpy as np


def believed(guarantors, cost):
    resolute = guarantors["resolute"].to_numpy(dtype=bool)
    bluff = ~resolute & (guarantors["gain"].to_numpy() > cost)
    total = np.count_nonzero(resolute) + np.count_nonzero(bluff)
    return float(np.count_nonzero(resolute) / total) if total else None


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]


# %% right: query: query with @cost, renamed parameters.
def believed(states, price):
    sends = states.query("resolute or gain > @price")
    return None if sends.empty else float(sends["resolute"].sum() / len(sends))


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]


# %% right: value counts: value_counts(normalize=True) of the senders.
def believed(guarantors, cost):
    sent = guarantors["resolute"].where(guarantors["resolute"] | guarantors["gain"].gt(cost)).dropna().astype(bool)
    if sent.size < 1:
        return None
    return sent.value_counts(normalize=True).get(True, 0.0)


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]


# %% right: zip comprehension: a list comprehension over zip, an expression in one line.
def believed(guarantors, cost):
    sent = [r for r, g in zip(guarantors["resolute"], guarantors["gain"]) if r or g > cost]
    return sum(sent) / len(sent) if sent else None


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]


# %% wrong: mutates adds column
def believed(guarantors, cost):
    guarantors["sends"] = guarantors["resolute"] | (guarantors["gain"] > cost)
    s = guarantors[guarantors["sends"]]
    return s["resolute"].mean() if len(s) else None


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]


# %% wrong: always 120: 120 resolute ones are written into the function; shows for another table.
def believed(guarantors, cost):
    senders = guarantors[guarantors["resolute"] | (guarantors["gain"] > cost)]
    if len(senders) == 0:
        return None
    return 120 / len(senders)


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]


# %% wrong: and for or: & in place of |.
def believed(guarantors, cost):
    senders = guarantors[guarantors["resolute"] & (guarantors["gain"] > cost)]
    if len(senders) == 0:
        return None
    return senders["resolute"].mean()


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]


# %% wrong: changes argument: writes a column sends into the caller's table.
def believed(guarantors, cost):
    guarantors["sends"] = guarantors["resolute"] | (guarantors["gain"] > cost)
    senders = guarantors[guarantors["sends"]]
    return senders["resolute"].mean() if len(senders) else None


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]


# %% wrong: count of table: returns None only for an empty table; where there are states, but none sends, it stops with ZeroDivisionError.
def believed(guarantors, cost):
    if guarantors.empty:
        return None
    sent = [r for r, g in zip(guarantors["resolute"], guarantors["gain"]) if r or g > cost]
    return sum(sent) / len(sent)


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]


# %% wrong: nan if none: no check: NaN where nobody sends.
def believed(guarantors, cost):
    senders = guarantors[guarantors["resolute"] | (guarantors["gain"] > cost)]
    return senders["resolute"].mean()


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]


# %% wrong: none if no resolute: `or None`: a belief of 0 (only bluffers send) becomes None.
def believed(guarantors, cost):
    senders = guarantors[guarantors["resolute"] | (guarantors["gain"] > cost)]
    if len(senders) == 0:
        return None
    return senders["resolute"].mean() or None


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]


# %% wrong: odds: resolute to bluffers (odds), not resolute among senders.
def believed(guarantors, cost):
    senders = guarantors[guarantors["resolute"] | (guarantors["gain"] > cost)]
    if len(senders) == 0:
        return None
    bluffers = len(senders) - senders["resolute"].sum()
    return senders["resolute"].sum() / bluffers if bluffers else 1.0


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]


# %% wrong: resolute pay too: resolute ones send only if their gain exceeds the cost as well.
def believed(guarantors, cost):
    senders = guarantors[(guarantors["gain"] > cost)]
    if len(senders) == 0:
        return None
    return senders["resolute"].mean()


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]


# %% wrong: share of bluffers: the share of bluffers.
def believed(guarantors, cost):
    senders = guarantors[guarantors["resolute"] | (guarantors["gain"] > cost)]
    if len(senders) == 0:
        return None
    return 1 - senders["resolute"].mean()


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]
