"""Files of tests are handed out the costliest first, whole and in their own order."""

from itertools import groupby
from types import SimpleNamespace

from hypothesis import given
from hypothesis import strategies as st
from longest_first import file_of, known_costs, longest_first, usual_cost
from paths import ROOT

from coursekit.tasks.check import pytest as pytest_command

COSTS = ROOT / "tests" / "costs.json"
FILES = ["tests/browser/a.py", "tests/browser/lab/b.py", "tests/book/c.py", "tests/unit/d.py", "elsewhere/e.py"]
NODES = st.lists(st.tuples(st.sampled_from(FILES), st.integers(0, 9)), max_size=40)
KNOWN = st.dictionaries(st.sampled_from(FILES), st.floats(0, 1e4))


@given(NODES, KNOWN)
def test_all_tests_stay_file_by_file_the_costliest_first(nodes, known):
    items = [SimpleNamespace(nodeid=f"{file}::test[{n}::{place}]") for place, (file, n) in enumerate(nodes)]
    found = longest_first(items, known)
    assert sorted(map(id, found)) == sorted(map(id, items))
    files = [file for file, _ in groupby(found, file_of)]
    assert len(files) == len(set(files))
    for file in files:
        assert [one for one in found if file_of(one) == file] == [one for one in items if file_of(one) == file]
    costs = [known.get(file, usual_cost(file) * sum(file_of(one) == file for one in items)) for file in files]
    assert costs == sorted(costs, reverse=True)


def test_a_browser_test_counts_for_more_than_others_and_every_file_for_something():
    assert usual_cost(FILES[0]) == usual_cost(FILES[1]) > usual_cost(FILES[2]) > usual_cost(FILES[3]) > 0
    assert usual_cost(FILES[4]) == usual_cost(FILES[3])


def test_most_of_what_was_measured_is_still_there_and_pytest_is_told_to_keep_the_order():
    known = known_costs(COSTS)
    there = [file for file in known if (ROOT / file).is_file()]
    assert len(there) > 0.7 * len(known), "Tests have moved: measure them anew (tests/helpers/longest_first.py)."
    assert all(cost >= 0 for cost in known.values()) and any(cost > 10 for cost in known.values())
    assert "--no-loadscope-reorder" in pytest_command()
