"""Looking at an answer, calling a function and keeping the tests' world: one notion of the same answer for both."""

import json

import numpy as np
import pandas as pd
import pytest

from coursekit.exercise import answer as look
from coursekit.exercise.check.run import run_checks
from coursekit.exercise.mark.call import ChangedArgumentError, by_position, called
from coursekit.exercise.mark.learner import answering

NAMES = ["b", "a"]


LISTS = [NAMES, tuple(NAMES), np.array(NAMES), pd.Series(NAMES), pd.Series(NAMES, [7, 9]), iter(NAMES), pd.Index(NAMES)]


@pytest.mark.parametrize("found", LISTS)
def test_what_may_stand_for_a_list(found) -> None:
    assert look.listed(found) == NAMES


@pytest.mark.parametrize("found", [None, 3, "ba", {"b", "a"}, {"b": 1}, object()])
def test_what_is_no_list(found) -> None:
    with pytest.raises(AssertionError):
        look.listed(found)


def test_a_labelled_column_may_stand_for_a_dictionary() -> None:
    assert look.mapping(pd.Series({"a": 1.5})) == {"a": 1.5}
    with pytest.raises(AssertionError, match="not a dictionary"):
        look.mapping([1])


@pytest.mark.parametrize(("found", "value"), [(1, 1), (np.float64(2.5), 2.5), (np.array(3), 3)])
def test_a_number(found, value) -> None:
    assert look.number(found) == value


@pytest.mark.parametrize("found", [None, "3", True, [1]])
def test_no_number(found) -> None:
    with pytest.raises(AssertionError):
        look.number(found)


TABLE = pd.DataFrame({"era": ["x", "y"], "share": [0.5, None]})


def test_a_name_in_the_index_is_no_column() -> None:
    assert list(look.table(TABLE.iloc[::-1], "era", "share")["era"]) == ["y", "x"]
    with pytest.raises(AssertionError, match="reset_index"):
        look.table(TABLE.set_index("era"), "era", "share")
    with pytest.raises(AssertionError, match="There is no column `wars`"):
        look.table(TABLE, "wars")
    with pytest.raises(AssertionError, match="more than once"):
        look.table(TABLE[["era", "share", "share"]], "share")


def test_an_empty_cell_is_empty_however_it_is_marked() -> None:
    assert look.same(TABLE.astype(object).where(TABLE.notna(), None), TABLE)
    assert not look.same(TABLE.fillna(0), TABLE)
    assert not look.same(float("nan"), None), "an answer that is no table says which of the two it means"


def spoil_list(values):
    values.sort()
    return values


def spoil_table(table):
    table["more"] = 1
    return 1


def spoil_inside(rows):
    rows[0]["low"] = 3
    return 1


SPOILING = [(spoil_list, [2, 1]), (spoil_table, TABLE), (spoil_inside, [{"low": None}])]


@pytest.mark.parametrize(("function", "given"), SPOILING)
def test_a_changed_argument_is_told_and_undone(function, given) -> None:
    before = repr(given)
    with pytest.raises(ChangedArgumentError):
        called(function, [given])
    assert repr(given) == before
    names = {"__name__": "__main__", "f": function, "GIVEN": given}
    report = run_checks('def test_it():\n    """Right."""\n    f(GIVEN)\n', names)
    assert "changes what it is given" in report["tests"][0]["message"]


def test_marking_sees_a_changed_argument_too() -> None:
    request = {"subject": "f", "setup": "", "calls": [[[[2, 1]], {"$dict": []}]], "most": 1000}
    found = json.loads(answering(request)("", {"f": spoil_list})["answers"])
    assert "changes what it is given" in found[0]["$error"]
    assert json.loads(answering(request)("", {"f": sorted})["answers"]) == [[1, 2]]


def test_arguments_go_by_position_but_for_those_that_cannot() -> None:
    def solution(a, b=2, *, c=3):
        return a, b, c

    assert by_position(solution, {"a": 1, "b": 5}) == ([1, 5], {})
    assert by_position(solution, {"c": 4, "a": 1}) == ([1], {"c": 4})


REUSED = """
sum, list, abs, len, sorted = 3, [1], 4, 5, 6
LIMIT = "mine"
def twice(values): return [2 * v for v in values]
"""
TESTS = '''
def doubled(values):
    return list(map(lambda v: abs(v) * 2, sorted(values)))

def test_it():
    """Twice each of LIMIT numbers."""
    values = list(range(LIMIT))
    assert sum(twice(values)) == sum(doubled(values)) and len(values) == LIMIT
'''


def test_names_that_a_learner_reuses_break_no_test() -> None:
    names: dict = {"__name__": "__main__"}
    exec(compile("LIMIT = 4\n" + REUSED, "<your code>", "exec"), names)
    assert run_checks(TESTS, names, "LIMIT = 4\n")["passed"]
    names["twice"] = lambda values: values
    assert not run_checks(TESTS, names, "LIMIT = 4\n")["passed"]


def test_what_the_test_cannot_read_is_shown_and_not_blamed_on_spelling() -> None:
    tests = 'def test_it():\n    """A dictionary with `a`."""\n    assert f()["a"] == 1\n'
    message = run_checks(tests, {"f": lambda: {"b": 1}})["tests"][0]["message"]
    assert "{'b': 1}" in message and "spelling" not in message and message.startswith("A dictionary")


def test_an_assertion_that_says_nothing_prints_the_answer() -> None:
    tests = 'def test_it():\n    """Three."""\n    assert f() == 3\n'
    assert run_checks(tests, {"f": lambda: 4})["tests"][0]["message"] == "Three. Your answer was `4`."
