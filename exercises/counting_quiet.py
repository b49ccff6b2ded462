"""How long must it be quiet?

“Not one attack in twenty years: the guarantee works.” How much quiet would luck alone have brought?

Take {PAIRS} pairs of a challenger and a guaranteed target, and suppose that the guarantee does *nothing*: war comes as often as to pairs without
one, `wars` times in `years` years of single pairs, each year anew and to each pair for itself. Complete `quiet_needed` so that it returns the smallest whole number of calendar years
after which unbroken quiet among all {PAIRS} pairs would be luck with a chance of at most {DOUBT:.0%}; and `None` if the count has no war at
all, for then quiet is no surprise, however long.

`PAIRS` and `DOUBT` hold the two values. `ALONE` has the course's counts for rivals whose target had no pact with an outsider, by era:
wars, and years.
"""


# %% varies
def varies(rng):
    return {"PAIRS": rng.choice([2, 3, 4, 5]), "DOUBT": rng.choice([0.01, 0.05, 0.1])}


# %% setup
from deterrence.evidence import base_rates

_rows = base_rates().query("rival and not pact and outcome == 'war'")
ALONE = {era: (int(wars), int(years)) for era, wars, years in zip(_rows["era"], _rows["events"], _rows["dyad_years"])}


# %% solution
def quiet_needed(wars, years):
    """Return the smallest number of quiet calendar years that luck explains with a chance of at most DOUBT, or None."""
    ### BEGIN SOLUTION
    if wars == 0:
        return None
    quiet_year = (1 - wars / years) ** PAIRS
    needed, luck = 0, 1.0
    while luck > DOUBT:
        needed += 1
        luck *= quiet_year
    return needed
    ### END SOLUTION


{era: quiet_needed(wars, years) for era, (wars, years) in ALONE.items()}

# %% hints
HINTS = [
    "One pair stays quiet for one year with a chance of `1 - wars / years`. For {PAIRS} pairs to stay quiet, each of them must.",
    "What must happen *and* happen again is multiplied: two quiet years have the chance of one, times itself.",
    "Begin with a chance of 1 and count years up: `while` more than {DOUBT:.0%} is left, multiply by the chance of one quiet year. Without any war that would never end: look at it first.",
]


# %% tests
def luck(wars, years, pair_years):
    """The chance that so many years of single pairs all pass without war, though nothing deters."""
    return (1 - wars / years) ** pair_years


def answer(wars, years):
    """The learner's number of years, after a look at its form."""
    found = quiet_needed(wars, years)
    assert found is not None, (
        f"With {wars} wars in {years} years there is an answer, and yours is None. Is there a `return`?"
    )
    assert float(found) == int(found) and found > 0, f"Yours is {found}: it must be a whole number of years."
    return int(found)


def test_gives_a_whole_number_of_years():
    """The answer is a whole number of years, greater than 0."""
    answer(2, 100)


def test_so_much_quiet_is_hardly_luck():
    """After the years that you return, luck must explain the quiet with a chance of at most {DOUBT:.0%}. Chances of quiet years are multiplied."""
    found = answer(2, 100)
    left = luck(2, 100, found * PAIRS)
    assert left <= DOUBT + 1e-12, f"For 2 wars in 100 years you say {found} years; luck still has {left:.1%}."


def test_all_pairs_are_watched_at_once():
    """In each calendar year {PAIRS} pairs have to stay quiet, so {PAIRS} of their years pass at once."""
    found = answer(1, 200)
    before = luck(1, 200, (found - PAIRS) * PAIRS)
    assert before > DOUBT, f"For 1 war in 200 years you say {found} years; far fewer would do."


def test_it_is_the_smallest():
    """One year less must leave luck more than {DOUBT:.0%}."""
    for wars, years in ((2, 100), (1, 30), (1, 200), (6, 7), (4, 7), (1, 7), (20, 20)):
        found = answer(wars, years)
        left = luck(wars, years, found * PAIRS)
        assert left <= DOUBT, f"For {wars} wars in {years} years you say {found} years; luck still has {left:.2%}."
        assert luck(wars, years, (found - 1) * PAIRS) > DOUBT, (
            f"For {wars} wars in {years} years {found - 1} would do; you say {found}."
        )


def test_without_any_war_no_quiet_is_enough():
    """If the count without a guarantee holds no war, quiet says nothing, however long: the answer is `None`."""
    found = quiet_needed(0, 500)
    assert found is None, f"Yours is {found}."


def test_twenty_years_are_too_few():
    """On the course's counts {PAIRS} pairs need more than twenty quiet years, in both eras, and even then the quiet may have other reasons than the guarantee."""
    for era, (wars, years) in ALONE.items():
        found = answer(wars, years)
        assert found > 20 and luck(wars, years, found * PAIRS) <= DOUBT, f"For {era} you say {found}."


# %% cases
def cases(rng):
    return [{"wars": 0, "years": 900}, {"wars": 30, "years": 30}, {"wars": 6, "years": 7}, {"wars": 4, "years": 7}, {"wars": 1, "years": 7}, {"wars": 11, "years": 60}] + [
        {"wars": rng.randint(1, 30), "years": rng.randint(300, 4000)} for _ in range(14)
    ]


# %% mistakes
def mistake_takes_off_the_same_each_year(wars, years):
    """test_so_much_quiet_is_hardly_luck"""
    if wars == 0:
        return None
    needed, luck = 0, 1.0
    while luck > DOUBT:
        needed += 1
        luck -= PAIRS * wars / years
    return needed


def mistake_one_pair_alone(wars, years):
    """test_all_pairs_are_watched_at_once"""
    if wars == 0:
        return None
    needed = 0
    while (1 - wars / years) ** needed > DOUBT:
        needed += 1
    return needed


def mistake_until_a_war_is_expected(wars, years):
    """test_so_much_quiet_is_hardly_luck"""
    return round(years / wars / PAIRS) if wars else None


def mistake_one_year_early(wars, years):
    """test_so_much_quiet_is_hardly_luck"""
    if wars == 0:
        return None
    needed = 1
    while (1 - wars / years) ** (PAIRS * (needed + 1)) > DOUBT:
        needed += 1
    return needed


def mistake_one_year_late(wars, years):
    """test_it_is_the_smallest"""
    if wars == 0:
        return None
    needed = 0
    while (1 - wars / years) ** (PAIRS * needed) > DOUBT:
        needed += 1
    return needed + 1


def mistake_zero_for_never(wars, years):
    """test_without_any_war_no_quiet_is_enough"""
    needed, luck = 0, 1.0
    while wars and luck > DOUBT:
        needed += 1
        luck *= (1 - wars / years) ** PAIRS
    return needed
