"""On how many wars does the sign hang?

Whether a state had a pact in a given year, and what counts as a war begun, is decided by those who count. How many wars would have to be counted on
the other side for the answer to change?

Complete `moved` so that it returns the smallest number of wars that must be taken from the group with the **higher** rate, and counted in the other,
until its rate is no longer higher. (A rate is wars for each pair and year. The years stay as they are.) If the two rates are
equal, none need be moved: 0.

`COUNTS` has the wars among rivals in two counts, the `published` one and the course's `recount` from other data, each by era. An entry holds four
numbers, in the order in which `moved` takes them.
"""

# %% setup
from deterrence.evidence import base_rates


def counted(outcome):
    """Return for each era: wars and years of rivals with a pact, wars and years of those without."""
    rows = (
        base_rates()
        .query("rival")
        .query(f"outcome == '{outcome}'")
        .set_index(["era", "pact"])[["events", "dyad_years"]]
    )
    eras = dict.fromkeys(era for era, _ in rows.index)
    return {era: tuple(int(n) for pact in (True, False) for n in rows.loc[(era, pact)]) for era in eras}


COUNTS = {"published": counted("war"), "recount": counted("war begun (recount)")}


# %% solution
def moved(with_wars, with_years, without_wars, without_years):
    """Return how many wars must change sides until the group with the higher rate is no longer higher."""
    ### BEGIN SOLUTION
    higher, lower = (with_wars, with_years), (without_wars, without_years)
    if higher[0] / higher[1] < lower[0] / lower[1]:
        higher, lower = lower, higher
    n = 0
    while (higher[0] - n) / higher[1] > (lower[0] + n) / lower[1]:
        n += 1
    return n
    ### END SOLUTION


for count, eras in COUNTS.items():
    for era, four in eras.items():
        print(f"{count:9}  {era}  {four[0] + four[2]} wars, of which to be moved:", moved(*four))

# %% hints
HINTS = [
    "First find out which group has the higher rate, `wars / years`. In one era it is the group with a pact, in the other the one without.",
    "A war that changes sides is one less here *and* one more there. Try 0, 1, 2 … and look at both rates each time.",
    "Name the two groups anew, `higher` and `lower`, by their rates. Then one `while` is enough for both eras: as long as what is left of the one is still a higher rate than what the other has become, count `n` up.",
]


# %% tests
def test_gives_a_whole_number():
    """The answer is a whole number of wars, 0 or more. Is there a `return`?"""
    found = moved(6, 100, 2, 100)
    assert found is not None, "It returned nothing."
    assert float(found) == int(found) and found >= 0, f"It returned {found}."


def test_a_war_that_leaves_arrives():
    """With 6 and 2 wars in 100 years each, two must change sides: then there are four in each. Did you take them out of one group without putting them into the other?"""
    found = moved(6, 100, 2, 100)
    assert found != 4, "Yours is 4, as if they vanished."
    assert found in (2, 3), f"Yours is {found}."


def test_no_longer_higher_is_enough():
    """Equal rates are enough: with 6 and 2 wars in 100 years each, two. And where rates are equal from the start, none. Do you ask for a rate that is *lower*?"""
    assert moved(6, 100, 2, 100) == 2, f"Yours is {moved(6, 100, 2, 100)}."
    assert moved(5, 100, 5, 100) == 0, f"With five wars in 100 years on both sides yours is {moved(5, 100, 5, 100)}."


def test_either_group_may_be_the_higher():
    """The higher rate may be that of the group without a pact. Two and 6 wars in 100 years each are the same case the other way round: 2."""
    found = moved(2, 100, 6, 100)
    assert found == 2, f"Yours is {found}."


def test_rates_not_counts():
    """Rates are compared, not numbers of wars: 10 wars in 1000 years are fewer than 2 in 100. If one changes sides there are 11 in 1000 and 1 in 100: that is enough."""
    found = moved(10, 1000, 2, 100)
    assert found == 1, f"Yours is {found}."


def test_a_part_of_a_war_is_a_war():
    """Wars are moved whole: with 4 wars in 100 years and 4 in 200, one leaves the first rate higher (3 in 100 against 5 in 200), two do not."""
    found = moved(4, 100, 4, 200)
    assert found == 2, f"Yours is {found}."


def test_the_sign_hangs_on_a_handful():
    """In the published count the sign before 1945 is gone once four wars change sides, and the one after it once nine do. That does not show that any was counted wrongly: it shows how much rests on each. In the recount it is the later sign that hangs on fewer."""
    found = [moved(*COUNTS["published"][era]) for era in ("1816-1944", "1946-2010")]
    assert found == [4, 9], f"Yours are {found[0]} and {found[1]}."


# %% cases
def cases(rng):
    names = ("with_wars", "with_years", "without_wars", "without_years")
    draws = [(rng.randint(0, 40), rng.randint(50, 5000), rng.randint(0, 40), rng.randint(50, 5000)) for _ in range(13)]
    return [dict(zip(names, four)) for four in [*draws, (4, 200, 2, 100), (8, 300, 2, 300), (4, 100, 4, 200)]]


# %% mistakes
def mistake_they_vanish(with_wars, with_years, without_wars, without_years):
    """test_a_war_that_leaves_arrives"""
    higher, lower = sorted([(with_wars, with_years), (without_wars, without_years)], key=lambda g: -g[0] / g[1])
    n = 0
    while (higher[0] - n) / higher[1] > lower[0] / lower[1]:
        n += 1
    return n


def mistake_must_be_lower(with_wars, with_years, without_wars, without_years):
    """test_no_longer_higher_is_enough"""
    higher, lower = sorted([(with_wars, with_years), (without_wars, without_years)], key=lambda g: -g[0] / g[1])
    n = 0
    while (higher[0] - n) / higher[1] >= (lower[0] + n) / lower[1]:
        n += 1
    return n


def mistake_only_from_the_group_with_a_pact(with_wars, with_years, without_wars, without_years):
    """test_either_group_may_be_the_higher"""
    n = 0
    while (with_wars - n) / with_years > (without_wars + n) / without_years:
        n += 1
    return n


def mistake_counts_for_rates(with_wars, with_years, without_wars, without_years):
    """test_rates_not_counts"""
    higher, lower = max(with_wars, without_wars), min(with_wars, without_wars)
    n = 0
    while higher - n > lower + n:
        n += 1
    return n


def mistake_the_difference_is_not_halved(with_wars, with_years, without_wars, without_years):
    """test_a_war_that_leaves_arrives"""
    return abs(with_wars - without_wars)
