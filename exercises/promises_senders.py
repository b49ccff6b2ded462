"""Who would pay for such a signal?

`GUARANTORS` is a made-up table of 400 states, one row each. `resolute` says whether it would fight for its protégé. `gain` is what it
would win if it bluffed and were believed. A resolute guarantor always sends the signal. One that is not resolute sends it only if a
bluff would gain it *more* than the signal costs.

Complete `believed` so that it returns what a challenger should believe after seeing the signal: the share of resolute guarantors
*among those who send it*, from 0 to 1. If nobody sends it, return `None`: nothing was seen, so nothing was learnt. Do not round, and leave the table as it is.
"""

# %% setup
import random

import pandas as pd

_luck = random.Random(1997)
GUARANTORS = pd.DataFrame(
    {"resolute": [n % 10 < 3 for n in range(400)], "gain": [round(_luck.uniform(0, 0.6), 3) for _ in range(400)]}
)


# %% solution
def believed(guarantors, cost):
    """Return the share of resolute guarantors among those who send a signal at this cost, or None."""
    ### BEGIN SOLUTION
    sends = guarantors["resolute"] | (guarantors["gain"] > cost)
    if not sends.any():
        return None
    return float(guarantors.loc[sends, "resolute"].mean())
    ### END SOLUTION


[believed(GUARANTORS, cost) for cost in (0.0, 0.2, 0.4, 0.6)]

# %% hints
HINTS = [
    "First find the senders. A row sends if it is resolute, *or* if its gain is greater than the cost. In pandas “or” between columns is `|`, and each side needs brackets.",
    "`guarantors[sends]` keeps the rows that send. In a column of true and false the mean is a share.",
    "If no row sends, there is no share. Ask `sends.any()` before you divide.",
]
# %% tests
FOUR = pd.DataFrame({"resolute": [True, False, False, False], "gain": [0.0, 0.1, 0.3, 0.5]})


def test_returns_a_share():
    """It must return a share from 0 to 1 when somebody sends."""
    share = believed(FOUR, 0.2)
    assert share is not None, "It returned nothing."
    assert 0 <= share <= 1, f"It returned {share}."


def test_a_free_signal_sorts_hardly_anyone():
    """At no cost all who could gain from a bluff send it too. Of the four in the test, one is resolute: 0.25."""
    share = believed(FOUR, 0.0)
    assert abs(share - 0.25) < 1e-9, f"Yours is {share:g}."


def test_looks_among_the_senders():
    """At a cost of 0.2 three of the four send, and one of the three is resolute: a third, not rounded."""
    share = believed(FOUR, 0.2)
    assert abs(share - 1 / 3) < 1e-9, f"Yours is {share:g}."


def test_the_resolute_send_whatever_it_costs():
    """At a cost of 0.9 only the resolute one sends: the share is 1. A resolute guarantor sends though a bluff would gain it nothing."""
    share = believed(FOUR, 0.9)
    assert share == 1, f"Yours is {share}."


def test_a_gain_equal_to_the_cost_is_not_enough():
    """A bluffer sends only if it gains *more* than the cost. With a cost of exactly 0.5, the one that would gain 0.5 stays silent."""
    share = believed(FOUR, 0.5)
    assert share == 1, f"Yours is {share:g}."


def test_nothing_seen_is_nothing_learnt():
    """If nobody sends, return `None`, not 0 and not NaN."""
    found = believed(FOUR[~FOUR["resolute"]], 0.9)
    assert found is None, f"Yours is {found!r}."


def test_bluffers_alone_are_not_believed():
    """If only bluffers send, the share of the resolute is 0: something was seen, and the answer is not `None`."""
    share = believed(FOUR[~FOUR["resolute"]], 0.2)
    assert share is not None and share == 0, f"Two bluffers and nobody else send; yours is {share!r}."


def test_uses_the_table_it_is_given():
    """It must work on any table, the table that it is given."""
    half = pd.DataFrame({"resolute": [True, True, False, False], "gain": [0.0, 0.0, 1.0, 1.0]})
    assert believed(half, 0.5) == 0.5, (
        f"Of two resolute and two bluffers all send: 0.5. Yours is {believed(half, 0.5)}."
    )


# %% cases
def cases(rng):
    tables = []
    for i in range(12):
        n = rng.randint(1, 40)
        rows = {"resolute": [i % 4 > 0 and rng.random() < 0.3 for _ in range(n)], "gain": [rng.randint(0, 6) / 10 for _ in range(n)]}
        tables.append({"guarantors": pd.DataFrame(rows), "cost": 0.6 if i == 0 else rng.randint(0, 7) / 10})
    # Never left to chance: a gain equal to the cost, and nobody who sends, only bluffers who do.
    rows = {"resolute": [False, True, False, False], "gain": [0.3, 0.0, 0.3, 0.5]}
    tables.append({"guarantors": pd.DataFrame(rows), "cost": 0.3})
    tables.append({"guarantors": pd.DataFrame({"resolute": [False] * 3, "gain": [0.1, 0.2, 0.3]}), "cost": 0.3})
    tables.append({"guarantors": pd.DataFrame({"resolute": [False] * 3, "gain": [0.1, 0.2, 0.3]}), "cost": 0.1})
    return tables


# %% mistakes
def mistake_divides_by_all(guarantors, cost):
    """test_looks_among_the_senders"""
    return float(guarantors["resolute"].mean())


def mistake_share_of_bluffers(guarantors, cost):
    """test_a_free_signal_sorts_hardly_anyone"""
    sends = guarantors["resolute"] | (guarantors["gain"] > cost)
    return 1 - float(guarantors.loc[sends, "resolute"].mean()) if sends.any() else None


def mistake_the_resolute_calculate_too(guarantors, cost):
    """test_a_free_signal_sorts_hardly_anyone"""
    sends = guarantors["gain"] > cost
    return float(guarantors.loc[sends, "resolute"].mean()) if sends.any() else None


def mistake_equal_is_enough(guarantors, cost):
    """test_a_gain_equal_to_the_cost_is_not_enough"""
    sends = guarantors["resolute"] | (guarantors["gain"] >= cost)
    return float(guarantors.loc[sends, "resolute"].mean()) if sends.any() else None


def mistake_zero_for_nobody(guarantors, cost):
    """test_nothing_seen_is_nothing_learnt"""
    sends = guarantors["resolute"] | (guarantors["gain"] > cost)
    return float(guarantors.loc[sends, "resolute"].mean()) if sends.any() else 0.0


def mistake_looks_at_its_own_table(guarantors, cost):
    """test_a_free_signal_sorts_hardly_anyone"""
    sends = GUARANTORS["resolute"] | (GUARANTORS["gain"] > cost)
    return float(GUARANTORS.loc[sends, "resolute"].mean())
