"""Who gets the credit?

Some pillars deter together. `worth` is a dictionary: from each set of pillars (a `frozenset` of names, the empty one too, which may be worth
something) to what that set is worth alone, in whatever order. Complete
`credit` so that it returns a dictionary from each pillar's name to its Shapley share: what the pillar adds to those that came before it, averaged over all
orders in which the pillars could come, not rounded. `worth` itself must stay as it is.

`permutations(names)` gives all orders.
"""
# %% setup
from itertools import permutations

TWO = {
    frozenset(): 0.0,
    frozenset({"words"}): 4.0,
    frozenset({"troops"}): 6.0,
    frozenset({"words", "troops"}): 14.0,
}


# %% solution
def credit(worth):
    """Return each pillar's Shapley share, by name."""
    ### BEGIN SOLUTION
    names = sorted(max(worth, key=len))
    orders = list(permutations(names))
    shares = dict.fromkeys(names, 0.0)
    for order in orders:
        there = frozenset()
        for name in order:
            shares[name] += (worth[there | {name}] - worth[there]) / len(orders)
            there = there | {name}
    return shares
    ### END SOLUTION


credit(TWO)

# %% hints
HINTS = [
    "The names are the members of the largest set in `worth`: `max(worth, key=len)`.",
    "For one order, start from the empty set. Let the pillars come in, one at a time; each adds `worth[with it] - worth[without it]`.",
    "`frozenset() | {name}` is a new frozenset with the name in it. Add up each pillar's additions over all orders, and divide by the number of orders.",
]
# %% tests
from coursekit.exercise.answer import mapping

THIRDS = {frozenset(): 2.0, **{frozenset(names): float(len(names) ** 2 % 5) for names in ("a", "b", "c", "ab", "ac", "bc", "abc")}}
THIRDS[frozenset("ab")] = 8.0
THREE = {
    frozenset(): 0.0,
    frozenset("a"): 10.0,
    frozenset("b"): 10.0,
    frozenset("c"): 0.0,
    frozenset("ab"): 12.0,
    frozenset("ac"): 10.0,
    frozenset("bc"): 10.0,
    frozenset("abc"): 12.0,
}


def answer(worth):
    """The learner's shares, after a look at their form."""
    shares = mapping(credit(dict(worth)))
    names = set(max(worth, key=len))
    assert set(shares) == names, f"It must have one share for each of {', '.join(sorted(names))}; yours has {', '.join(map(str, shares)) or 'none'}."
    return shares


def test_one_share_for_each_pillar():
    """The answer must be a dictionary with one share for each pillar."""
    answer(TWO)


def test_shares_add_up_to_the_whole():
    """The shares must add up to what all pillars are worth together: here 14."""
    total = sum(answer(TWO).values())
    assert abs(total - 14) < 1e-9, f"Yours add up to {total:g}."


def test_both_orders_count():
    """Words add 4 if they come first and 8 if they come last: 6 on average."""
    found = answer(TWO)["words"]
    assert abs(found - 6) < 1e-9, f"Yours is {found:g}."


def test_equal_pillars_get_equal_shares():
    """Pillars `a` and `b` do the same here, so each gets the same."""
    found = answer(THREE)
    assert abs(found["a"] - found["b"]) < 1e-9, f"Yours are {found['a']:g} and {found['b']:g}."


def test_who_adds_nothing_gets_nothing():
    """Pillar `c` adds nothing to any set, so it gets nothing."""
    found = answer(THREE)["c"]
    assert abs(found) < 1e-9, f"Yours is {found:g}."


def test_no_rounding_and_the_empty_set():
    """Shares are not rounded, and what the empty set is worth is no pillar's credit: a pillar that comes first adds only what is more."""
    found = answer(dict(reversed(THIRDS.items())))
    for name in "abc":
        wanted = _share(name)
        assert abs(found[name] - wanted) < 1e-9, f"The share of {name} is {wanted:.6f}; yours is {found[name]!r}."


def _share(name):
    """The mean of what a pillar adds in THIRDS over the six orders of a, b and c."""
    added = []
    for order in ("abc", "acb", "bac", "bca", "cab", "cba"):
        before = frozenset(order[: order.index(name)])
        added.append(THIRDS[before | {name}] - THIRDS[before])
    return sum(added) / 6


# %% cases
def cases(rng):
    made = []
    for _ in range(10):
        names = ["words", "troops", "industry", "army"][: rng.randint(2, 4)]
        sets = [frozenset(n for i, n in enumerate(names) if number >> i & 1) for number in range(2 ** len(names))]
        rng.shuffle(sets)  # the sets come in any order
        made.append({"worth": {s: rng.uniform(-2, 20) if s else rng.choice([-1.5, 3.0]) for s in sets}})
    return made


# %% mistakes
def mistake_first_come(worth):
    """test_both_orders_count"""
    shares, there = {}, frozenset()
    for name in sorted(max(worth, key=len)):
        shares[name] = worth[there | {name}] - worth[there]
        there = there | {name}
    return shares


def mistake_equal_parts_of_the_surplus(worth):
    """test_who_adds_nothing_gets_nothing"""
    names = sorted(max(worth, key=len))
    surplus = worth[frozenset(names)] - sum(worth[frozenset({n})] for n in names)
    return {n: worth[frozenset({n})] + surplus / len(names) for n in names}


def mistake_does_not_average(worth):
    """test_shares_add_up_to_the_whole"""
    names = sorted(max(worth, key=len))
    shares = dict.fromkeys(names, 0.0)
    for order in permutations(names):
        there = frozenset()
        for name in order:
            shares[name] += worth[there | {name}] - worth[there]
            there = there | {name}
    return shares
