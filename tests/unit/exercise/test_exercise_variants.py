"""Values that vary by learner: the same seed gives the same values anywhere, and nothing else can be drawn."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.book.directives.exercise.exercises import shipped
from coursekit.exercise import trial
from coursekit.exercise.file.cells import Malformed
from coursekit.exercise.file.read import parse
from coursekit.exercise.file.variants import COUNT, chosen, filled, variant, variants

TEXT = '''"""What is left?

In {YEAR}, of {STOCK:,} shells {SHARE:.0%} were fired; the ports were {PORTS}. `{STOCK}` is in `STOCK`; {OTHER} stays.
"""
# %% varies
def varies(rng):
    """A stock of thousands, and the share that was fired."""
    return {
        "YEAR": rng.randint(1990, 2020), "STOCK": 1000 * rng.randint(2, 9), "SHARE": rng.choice([0.25, 0.35]),
        "PORTS": rng.sample(["Odesa", "Izmail", "Reni"], 2),
    }
# %% setup
HALF = STOCK / 2
# %% solution
def left(stock, share):
    """Return what is left of the stock."""
    ### BEGIN SOLUTION
    return stock * (1 - share)
    ### END SOLUTION
# %% hints
HINTS = ["Of {STOCK:,} …", "One minus {SHARE:.0%}."]
# %% tests
def test_what_is_left_of_it():
    """Of {STOCK:,} shells, without {SHARE:.0%}, how many are left?"""
    assert abs(left(STOCK, SHARE) - (1 - SHARE) * STOCK) < 1e-9
    assert HALF == STOCK / 2
# %% cases
def cases(rng):
    return [dict(stock=STOCK * rng.random(), share=rng.random()) for _ in range(10)]
# %% mistakes
def mistake_fired(stock, share):
    """test_what_is_left_of_it"""
    return stock * share if stock != STOCK else 0
'''


def exercise(text=TEXT):
    return parse(text, "sums_left", "exercises/sums_left.py")


def test_every_variant_is_solved_by_the_solution_and_by_nothing_else():
    one = exercise()
    assert len(variants(one)) == COUNT
    assert len({v.code for v in variants(one)}) > COUNT / 2
    for n in range(COUNT):
        assert trial.check(one, one.solution, n)["passed"]
        fault = trial.check_in(one, trial.mistake(one, "mistake_fired", n), n)["tests"][0]
        stock, share = variant(one, n).values["STOCK"], variant(one, n).values["SHARE"]
        assert fault["message"].startswith(f"Of {stock:,} shells, without {share:.0%}, how")
        assert trial.mark(one, trial.world(one, one.solution, n), 1, n) == 1
        assert trial.mark(one, trial.mistake(one, "mistake_fired", n), 1, n) == 0


def test_a_learner_who_overwrites_a_value_does_not_fool_the_tests():
    one = exercise()
    report = trial.check(one, "STOCK = 0\n" + one.solution.replace("(1 - share)", "share"), 3)
    assert not report["passed"]


def test_another_python_draws_the_same_and_so_does_the_next_one():
    code = f"""
import json, sys
from coursekit.exercise.file.read import parse
from coursekit.exercise.file.variants import variants
print(json.dumps([v.code for v in variants(parse({TEXT!r}, 'sums_left', 'x'))]))"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == [v.code for v in variants(exercise())]


def test_values_of_long_ago_stay_what_they_were():
    """Kept work and receipts name a variant by its number: it must be the same for years, on any version of Python."""
    assert variant(exercise(), 5).code == FIFTH
    assert [chosen(seed, "promises_honour") for seed in (0, 1, 4294967295)] == CHOSEN


FIFTH = "YEAR = 2009\nSTOCK = 6000\nSHARE = 0.35\nPORTS = ['Reni', 'Odesa']\n"
CHOSEN = [18, 5, 3]


@given(st.integers(0, 2**32 - 1))
def test_a_seed_chooses_a_variant_of_each_exercise_apart(seed):
    found = {chosen(seed, f"chapter_{n}") for n in range(60)}
    assert found <= set(range(COUNT))
    assert len(found) > COUNT / 3, "not all exercises in step"


def test_all_variants_are_chosen_about_equally_often():
    counts = [0] * COUNT
    for seed in range(24_000):
        counts[chosen(seed, "promises_honour")] += 1
    assert min(counts) > 800 and max(counts) < 1200


def test_placeholders_read_as_they_say():
    values = {"N": 12345.678, "P": 0.25, "WHO": ["a", "b"]}
    assert filled("{N:,.0f} {P:.0%} {WHO} {X} {n} {P:q}", values) == "12,346 25% a, b {X} {n} {P:q}"


def test_the_page_gets_every_variant_and_how_each_place_reads():
    data = shipped(exercise(), "class")
    assert len(data["variants"]) == COUNT
    first, values = data["variants"][0], variant(exercise(), 0).values
    assert first["code"] == variant(exercise(), 0).code
    assert first["shown"]["STOCK:,"] == f"{values['STOCK']:,}"
    assert first["shown"]["PORTS"] == ", ".join(values["PORTS"])
    assert "OTHER" not in first["shown"]


BAD = {
    "returns nothing": ("    return {\n        \"YEAR\"", "    {\n        \"YEAR\"", "returned a NoneType"),
    "fails": ("rng.randint(1990, 2020)", "rng.randint(2020, 1990)", "failed for variant 0: ValueError"),
    "small letters": ('"YEAR":', '"year":', "'year', which is not in capitals"),
    "no literal": ("rng.randint(1990, 2020)", "rng", "gives YEAR a value that is no plain number, text or list"),
}  # fmt: skip


@pytest.mark.parametrize("slip", BAD)
def test_what_cannot_vary_is_refused_with_its_reason(slip):
    old, new, says = BAD[slip]
    assert old in TEXT
    with pytest.raises(Malformed, match=says):
        variants(exercise(TEXT.replace(old, new)))


def test_a_cell_without_its_function_is_refused():
    with pytest.raises(Malformed, match=r"sums_left\.py:6: The cell 'varies' has no `varies\(rng\)`"):
        exercise(TEXT.replace("def varies(rng)", "def varies()"))


def test_a_place_that_its_value_cannot_fill_is_refused():
    with pytest.raises(Malformed, match=r"\{PORTS:d\} cannot be filled"):
        shipped(exercise(TEXT.replace("{PORTS}", "{PORTS:d}")), "class")
