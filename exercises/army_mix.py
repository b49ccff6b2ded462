"""How much of the rise is only the mix?

By the counts of one side, air defence stopped about four in ten of all that was fired in the first two years, and nearly eight in ten in October 2025. But
then mostly missiles were counted, and later mostly drones, which are stopped more often. How large is the rise, like for like?

`THEN` and `NOW` hold the real claims: for each kind of target a list of two numbers, how many were launched and how many were stopped.

Complete `like_for_like` so that it returns by how much the share stopped has risen (from -1 to 1) *if each kind is as frequent now as it was then*: take each kind's share
stopped now, weigh it by how many of that kind were launched *then*, and compare with the share of then. If a kind that was launched then is not
launched now, nobody knows its share now: return `None`. Both dictionaries hold the same kinds, in whatever order. Do not round.
"""

# %% setup
from deterrence.evidence import interception_claims

_claims = interception_claims().set_index("claim")


def counted(claim):
    """Launched and stopped, as two whole numbers."""
    return [int(_claims.loc[claim, "launched"]), int(_claims.loc[claim, "stopped"])]


THEN = {"drones": counted("drones_to_dec2023"), "missiles": counted("missiles_to_dec2023")}
NOW = {"drones": counted("drones_oct2025"), "missiles": counted("missiles_oct2025")}


def overall(counts):
    """The share stopped of all that was launched."""
    return sum(stopped for _, stopped in counts.values()) / sum(launched for launched, _ in counts.values())


# %% solution
def like_for_like(then, now):
    """Return the rise of the share stopped with the mix of then, or None if it cannot be known."""
    ### BEGIN SOLUTION
    expected = 0.0
    for kind, (launched, _) in then.items():
        launched_now, stopped_now = now[kind]
        if launched == 0:
            continue
        if launched_now == 0:
            return None
        expected += launched * stopped_now / launched_now
    return expected / sum(launched for launched, _ in then.values()) - overall(then)
    ### END SOLUTION


{"as reported": overall(NOW) - overall(THEN), "like for like": like_for_like(THEN, NOW)}

# %% hints
HINTS = [
    "Ask a question of *what if*: had the targets of then met the defence of now, how many would have been stopped? For one kind: the number launched then, times the share stopped now.",
    "Add that up over all kinds with a loop over `then.items()`, and divide by all that was launched then. This is one share; `overall(then)` is the other.",
    "Before you divide by what was launched now, look whether it is 0. A kind of which none was launched then has no weight, and you need not know its share.",
]


# %% tests
def answer(then, now):
    """The learner's number, after a look at its form."""
    found = like_for_like({k: list(v) for k, v in then.items()}, {k: list(v) for k, v in now.items()})
    assert found is not None, "It returned nothing where there is an answer: is there a `return`?"
    assert -1 <= float(found) <= 1, f"Yours is {found}: a rise of a share lies between -1 and 1. Are these per cent?"
    return float(found)


SAME = {"drones": [10, 8], "missiles": [90, 18]}
TURNED = {"drones": [90, 72], "missiles": [10, 2]}


def test_is_zero_if_nothing_has_changed():
    """With the same counts then and now there is no rise: 0."""
    found = answer(SAME, SAME)
    assert abs(found) < 1e-9, f"Yours is {found}."


def test_it_can_fall():
    """If less is stopped now, the rise is negative: now minus then."""
    found = answer({"drones": [100, 80]}, {"drones": [50, 30]})
    assert abs(found + 0.2) < 1e-9, f"Yours is {found:.3f}, not -0.2."


def test_another_mix_alone_is_no_rise():
    """Here each kind is stopped as often as before, only more drones come and fewer missiles. Like for like nothing has risen. Did you take the difference of the two shares as they are reported?"""
    found = answer(SAME, TURNED)
    assert abs(found) < 1e-9, f"Yours is {found:.3f}."


def test_each_kind_has_its_weight():
    """Ninety missiles weigh nine times as much as ten drones. If only missiles are stopped more often, by 30 in 100, the rise is 0.9 times 0.3. Did you take the plain mean of the kinds?"""
    found = answer(SAME, {"drones": [10, 8], "missiles": [90, 45]})
    assert abs(found - 0.27) < 1e-9, f"Yours is {found:.3f}, not 0.27."


def test_the_weights_are_those_of_then():
    """The question was: with the mix of *then*. With that of now it is another question, and another answer."""
    found = answer(SAME, {"drones": [900, 720], "missiles": [100, 50]})
    assert abs(found - 0.27) < 1e-9, f"Yours is {found:.3f}, not 0.27."


def test_what_is_not_launched_has_no_share():
    """Missiles came then, and none comes now: how many of them would be stopped, nobody can know. The answer is `None`, not 0."""
    try:
        found = like_for_like(dict(SAME), {"drones": [90, 72], "missiles": [0, 0]})
    except ZeroDivisionError:
        raise AssertionError("Yours divides by zero, for no missile is launched now.") from None
    assert found is None, f"Yours is {found}."


def test_a_kind_without_weight_is_no_matter():
    """Of missiles none was launched then: they have no weight, and the answer does not hang on them, whether or not there are any now."""
    for missiles in ([0, 0], [10, 5]):
        found = answer({"drones": [10, 8], "missiles": [0, 0]}, {"drones": [10, 9], "missiles": missiles})
        assert abs(found - 0.1) < 1e-9, f"Yours is {found:.3f}, not 0.1."


def test_the_kinds_go_by_their_names():
    """The two dictionaries may hold their kinds in different orders: the kind's name says what belongs together."""
    found = answer({"drones": [10, 8], "missiles": [90, 18]}, {"missiles": [90, 45], "drones": [10, 8]})
    assert abs(found - 0.27) < 1e-9, f"With `now` in the other order the rise is still 0.27; yours is {found:.3f}."


def test_no_rounding_and_none_stopped():
    """The rise is not rounded, and a kind of which none is stopped now has a share: 0."""
    found = answer({"drones": [3, 1]}, {"drones": [7, 5]})
    assert abs(found - 8 / 21) < 1e-9, f"From 1 of 3 to 5 of 7 the rise is 0.380952…; yours is {found!r}."
    found = answer({"drones": [3, 1]}, {"drones": [7, 0]})
    assert abs(found + 1 / 3) < 1e-9, f"From 1 of 3 to none of 7 the rise is -0.333333…; yours is {found!r}."


def test_the_real_rise_is_smaller_than_reported():
    """As reported the share has risen by 38 points; like for like by 22. The rest is that other things were counted. Even the 22 are no measurement: one side's claims, two years against one month, “suppressed” counted in one of them, and no two missiles alike."""
    found = answer(THEN, NOW)
    assert abs(found - 0.2216) < 0.001, f"Yours is {found:.3f}."


# %% cases
def cases(rng):
    made = []
    for n in range(14):
        kinds = ["drones", "cruise missiles", "ballistic missiles", "other"][: rng.randint(2, 4)]
        then = {kind: [launched := rng.randint(20, 900), rng.randint(0, launched)] for kind in kinds}
        now = {kind: [launched := rng.randint(20, 900), rng.randint(0, launched)] for kind in kinds}
        if n % 5 == 1:
            now[kinds[-1]] = [0, 0]
        if n % 5 in (2, 3):
            then[kinds[0]] = [0, 0]
        if n % 5 == 3:
            now[kinds[0]] = [0, 0]
        turned = list(now.items())
        rng.shuffle(turned)
        made.append({"then": then, "now": dict(turned)})
    # Never left to chance: the kinds in another order, none stopped now, and no rise at all.
    then, now = {"drones": [10, 8], "missiles": [90, 18]}, {"missiles": [90, 40], "drones": [30, 0]}
    return [*made, {"then": then, "now": now}, {"then": then, "now": dict(then)}]


# %% mistakes
def mistake_as_reported(then, now):
    """test_another_mix_alone_is_no_rise"""
    return overall(now) - overall(then)


def mistake_plain_mean_of_the_kinds(then, now):
    """test_each_kind_has_its_weight"""
    if any(now[kind][0] == 0 and then[kind][0] for kind in then):
        return None
    both = [kind for kind in then if then[kind][0]]
    return sum(now[kind][1] / now[kind][0] - then[kind][1] / then[kind][0] for kind in both) / len(both)


def mistake_weights_of_now(then, now):
    """test_the_weights_are_those_of_then"""
    if any(now[kind][0] == 0 and then[kind][0] for kind in then):
        return None
    both = [kind for kind in then if then[kind][0]]
    fired = sum(now[kind][0] for kind in both)
    before = sum(now[kind][0] * then[kind][1] / then[kind][0] for kind in both)
    return (sum(now[kind][1] for kind in both) - before) / fired


def mistake_then_minus_now(then, now):
    """test_it_can_fall"""
    if any(now[kind][0] == 0 and then[kind][0] for kind in then):
        return None
    expected = sum(many * now[kind][1] / now[kind][0] for kind, (many, _) in then.items() if many)
    return overall(then) - expected / sum(many for many, _ in then.values())


def mistake_unknown_is_zero(then, now):
    """test_what_is_not_launched_has_no_share"""
    expected = sum(many * now[kind][1] / max(1, now[kind][0]) for kind, (many, _) in then.items())
    return expected / sum(many for many, _ in then.values()) - overall(then)


def mistake_none_even_without_weight(then, now):
    """test_a_kind_without_weight_is_no_matter"""
    if any(launched == 0 for launched, _ in now.values()):
        return None
    expected = sum(many * now[kind][1] / now[kind][0] for kind, (many, _) in then.items())
    return expected / sum(many for many, _ in then.values()) - overall(then)
