"""How much of the rise is arithmetic?

In the lab twenty thousand troops make war rarer and lesser disputes more frequent. But the four rungs share one hundred per cent: what leaves war
must go somewhere. Suppose that the troops did nothing to the other three, so that what leaves war is spread over them *in proportion to what
each of them had*. How far would disputes rise then?

Complete `split` so that it returns two numbers, in points (0.01 is one point): how far disputes would rise by that arithmetic alone, and
the rest of the rise that the model shows, neither rounded. Together they are the whole rise. If war becomes likelier, the first number is below 0.

`before` and `after` are dictionaries of four chances that add up to 1: `war`, `dispute`, `grey zone` and `peace`. `chances(troops)` asks the model for them;
`friction` and `provocation` set to 0 take away what the troops give as an occasion and as a threat.
"""

# %% setup
from deterrence.model import GRAPH

RUNGS = {"war": "war_probability", "dispute": "dispute_probability", "grey zone": "grey_probability"}
PART = GRAPH.behind(*RUNGS.values())


def chances(troops, **more):
    """Return the model's four chances with so many allied troops and no words."""
    found = PART.evaluate(words_share=0, troops_share=1, equal_cost=0, contingent=float(troops), **more)
    three = {rung: float(found[quantity]) for rung, quantity in RUNGS.items()}
    return three | {"peace": 1 - sum(three.values())}


def show(state, found):
    """Write both parts of the rise, in points."""
    if found is None or len(found) != 2:
        return print("Nothing to show yet: split must return two numbers.")
    print(f"{state:27} {found[0]:5.1f} points are arithmetic, {found[1]:5.1f} are not")


# %% solution
def split(before, after):
    """Return the rise in disputes, in points: what arithmetic alone gives, and the rest."""
    ### BEGIN SOLUTION
    left_war = before["war"] - after["war"]
    share = before["dispute"] / (1 - before["war"])
    built_in = 100 * share * left_war
    return built_in, 100 * (after["dispute"] - before["dispute"]) - built_in
    ### END SOLUTION


show("As the lab stands", split(chances(0), chances(20_000)))
show("No friction or provocation", split(chances(0), chances(20_000, friction=0.0, provocation=0.0)))

# %% hints
HINTS = [
    'How much leaves war? `before["war"] - after["war"]`. Disputes get a share of it, and so do the grey zone and peace.',
    "Which share? What disputes had, divided by what all three had together; and that is whatever was not war.",
    'The rest is the whole rise, `after["dispute"] - before["dispute"]`, less what you have just found. Both in points: times 100.',
]

# %% tests
from coursekit.exercise.answer import listed, number

HALF = {"war": 0.5, "dispute": 0.2, "grey zone": 0.2, "peace": 0.1}
LESS = {"war": 0.3, "dispute": 0.3, "grey zone": 0.25, "peace": 0.15}


def answer(before, after):
    """The learner's two numbers, after a look at their form."""
    found = split(dict(before), dict(after))
    found = listed(found)
    assert len(found) == 2, f"It returned {found!r}, not two numbers."
    return number(found[0]), number(found[1])


def near(value, expected):
    return abs(value - expected) < 1e-9


def test_gives_two_numbers():
    """The answer is two numbers: `return built_in, rest`."""
    answer(HALF, LESS)


def test_in_points():
    """The two numbers are points: in the test disputes rise from 0.2 to 0.3, ten points in all."""
    found = answer(HALF, LESS)
    assert not near(sum(found), 0.1), "Yours add up to 0.1."


def test_not_all_of_it_goes_to_disputes():
    """Twenty points leave war, but disputes do not get them all: the grey zone and peace take their part."""
    found = answer(HALF, LESS)[0]
    assert not near(found, 20), "Your first number is 20, all that left war."


def test_in_proportion_to_what_each_had():
    """Disputes had 0.2 of the 0.5 that was not war: two fifths. So they get two fifths of the twenty points, 8."""
    found = answer(HALF, LESS)[0]
    assert near(found, 8), f"Your first number is {found:.2f}."


def test_the_two_make_the_whole_rise():
    """Together the two are the whole rise, ten points; the rest is what arithmetic does not give, here 2."""
    found = answer(HALF, LESS)
    assert near(found[1], 2), f"Your second number is {found[1]:.2f}."


def test_it_works_backwards():
    """If war becomes likelier, it takes from the others, and the first number is below 0: here −12, with 0.3 of 0.7 and 28 points."""
    found = answer(LESS, {"war": 0.58, "dispute": 0.18, "grey zone": 0.15, "peace": 0.09})
    assert near(found[0], -12) and near(found[1], 0), f"Yours are {found[0]:.2f} and {found[1]:.2f}."


def test_neither_is_rounded():
    """The two numbers are not rounded."""
    found = answer({"war": 0.1, "dispute": 0.1, "grey zone": 0.4, "peace": 0.4}, LESS)
    assert near(found[0], -20 / 9) and near(found[1], 20 + 20 / 9), f"They should be -2.222… and 22.222…; yours are {found}."


def test_without_friction_hardly_anything_is_left():
    """In the model, without friction and provocation the rest is less than a point: the rise in that state is arithmetic and no finding. As the lab stands, arithmetic gives about half."""
    smooth = answer(chances(0), chances(20_000, friction=0.0, provocation=0.0))
    usual = answer(chances(0), chances(20_000))
    assert abs(smooth[1]) < 1 and 0.4 < usual[0] / sum(usual) < 0.6, f"Yours: {smooth} without, {usual} with."


# %% cases
def cases(rng):
    def four():
        parts = [rng.uniform(0.05, 1) for _ in range(4)]
        return {rung: part / sum(parts) for rung, part in zip(("war", "dispute", "grey zone", "peace"), parts)}

    return [{"before": four(), "after": four()} for _ in range(14)]


# %% mistakes
def _rise(before, after):
    return 100 * (after["dispute"] - before["dispute"])


def mistake_disputes_get_it_all(before, after):
    """test_not_all_of_it_goes_to_disputes"""
    built_in = 100 * (before["war"] - after["war"])
    return built_in, _rise(before, after) - built_in


def mistake_a_third_each(before, after):
    """test_in_proportion_to_what_each_had"""
    built_in = 100 * (before["war"] - after["war"]) / 3
    return built_in, _rise(before, after) - built_in


def mistake_share_of_the_whole(before, after):
    """test_in_proportion_to_what_each_had"""
    built_in = 100 * (before["war"] - after["war"]) * before["dispute"]
    return built_in, _rise(before, after) - built_in


def mistake_share_of_what_came_after(before, after):
    """test_in_proportion_to_what_each_had"""
    built_in = 100 * (before["war"] - after["war"]) * after["dispute"] / (1 - after["war"])
    return built_in, _rise(before, after) - built_in


def mistake_the_whole_rise_as_the_rest(before, after):
    """test_the_two_make_the_whole_rise"""
    return 100 * (before["war"] - after["war"]) * before["dispute"] / (1 - before["war"]), _rise(before, after)


def mistake_chances_for_points(before, after):
    """test_in_points"""
    built_in = (before["war"] - after["war"]) * before["dispute"] / (1 - before["war"])
    return built_in, after["dispute"] - before["dispute"] - built_in


def mistake_never_below_zero(before, after):
    """test_it_works_backwards"""
    built_in = 100 * max(0.0, before["war"] - after["war"]) * before["dispute"] / (1 - before["war"])
    return built_in, _rise(before, after) - built_in
