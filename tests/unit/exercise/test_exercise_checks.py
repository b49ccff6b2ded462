"""Checks: feedback is the first failing test's docstring, and nothing that learner code does gets past them."""

import json
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.exercise.check.run import run_checks

TESTS = '''
EXPECTED = 4

def test_of_two():
    """Twice two is four."""
    got = twice(2)
    assert got == EXPECTED, got

def test_of_three():
    """Twice three is six. Does yours know only two?"""
    print("noise")
    assert twice(3) == 6, f"You have `{twice(3)}`."
'''


def check(code, tests=TESTS):
    names = {"__name__": "__main__"}
    exec(compile(code, "<your code>", "exec"), names)
    report = run_checks(tests, names)
    json.dumps(report)
    return report


def test_right_code_passes_and_tests_print_nothing(capsys):
    report = check("def twice(n):\n    print('more noise')\n    return 2 * n")
    assert report == {
        "passed": True,
        "tests": [{"name": n, "status": "passed", "message": ""} for n in ("test_of_two", "test_of_three")],
    }
    assert capsys.readouterr().out == ""


def test_a_failing_test_says_its_docstring_and_the_learners_value():
    report = check("def twice(n): return 5")
    assert not report["passed"]
    assert [t["message"] for t in report["tests"]] == [
        "Twice two is four. Your answer was `5`.",
        "Twice three is six. Does yours know only two? You have `5`.",
    ]


def test_every_test_is_run_and_only_what_fails_says_something():
    tests = check("def twice(n): return 4")["tests"]
    assert [(t["status"], bool(t["message"])) for t in tests] == [("passed", False), ("failed", True)]


RAISING = {
    "1 / 0": ("ZeroDivisionError", "line 2"),
    "n.missing": ("AttributeError", "line 2"),
    "[][n]": ("IndexError", "line 2"),
    "{}[n]": ("KeyError", "line 2"),
    "twice(n)": ("RecursionError", "line 2"),
    "exit_now()": ("SystemExit", "line"),
    "interrupt()": ("KeyboardInterrupt", "line"),
    "assert_false()": ("AssertionError", "line"),
    "strange()": ("Strange", "line"),
}
HELPERS = """
class Strange(BaseException):
    def __str__(self): raise ValueError('no text')
def exit_now(): raise SystemExit(3)
def interrupt(): raise KeyboardInterrupt
def assert_false(): assert False, 'mine'
def strange(): raise Strange
"""


@pytest.mark.parametrize("expression", RAISING)
def test_what_the_learners_code_raises_becomes_a_sentence(expression):
    name, place = RAISING[expression]
    report = check(f"def twice(n):\n    return {expression}\n{HELPERS}")
    assert [t["status"] for t in report["tests"]] == ["error", "error"]
    for test in report["tests"]:
        assert f"`{name}`" in test["message"]
        assert place in test["message"]
        assert len(test["message"]) > len(name) + 60, "a sentence on what it means follows"


def test_a_missing_function_is_said():
    message = check("def double(n): return 2 * n")["tests"][0]["message"]
    assert "`NameError`: name 'twice' is not defined" in message
    report = check("x = 1", "limit = twice(2)\n" + TESTS)
    assert report["tests"][0]["name"] == "test_of_two"
    assert "twice" in report["tests"][0]["message"]


def test_names_of_learner_and_tests_do_not_spoil_each_other():
    names = {"EXPECTED": 99}
    exec("def twice(n): return 2 * n\ndef test_of_nothing(): 1/0\nlater = lambda: EXPECTED", names)
    report = run_checks(TESTS, names)
    assert report["passed"]
    assert [t["name"] for t in report["tests"]] == ["test_of_two", "test_of_three"]
    assert names["later"]() == 99


def test_streams_are_given_back_whatever_happens():
    before = sys.stdout, sys.stderr
    check("import sys\ndef twice(n):\n    sys.stdout = None\n    raise SystemExit")
    assert (sys.stdout, sys.stderr) == before


def test_a_huge_answer_makes_no_huge_message():
    assert len(check("def twice(n): return 'x' * 10**6")["tests"][0]["message"]) < 1_000
    assert len(check("def twice(n): return list(range(10**6))")["tests"][0]["message"]) < 1_000
    assert len(check("def twice(n): raise ValueError('x' * 10**6)")["tests"][0]["message"]) < 1_000


def test_output_of_a_tested_loop_is_not_kept():
    report = check("def twice(n):\n    for i in range(200_000): print('x' * 100)\n    return 2 * n")
    assert report["passed"]


@settings(deadline=None)
@given(
    st.one_of(
        st.integers(), st.floats(), st.text(), st.binary(), st.lists(st.floats()), st.dictionaries(st.text(), st.none())
    )
)
def test_any_answer_gives_a_report(value):
    names = {"twice": lambda n: value}
    report = run_checks(TESTS, names)
    assert len(report["tests"]) == 2
    assert json.loads(json.dumps(report)) == report
