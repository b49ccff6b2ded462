"""What is said of an exception in the learner's own code is true of it: spelling is blamed for near names only."""

import pytest

from coursekit.exercise.check.run import run_checks

TESTS = '''def test_of_one():
    """One is one."""
    assert asked(1) == 1
'''


def said(body: str) -> str:
    names = {}
    exec(compile(f"def asked(n):\n    {body}\n", "<your code>", "exec"), names)
    (test,) = run_checks(TESTS, names)["tests"]
    assert test["status"] == "error"
    return test["message"]


@pytest.mark.parametrize(
    "key", ["n", "frozenset()", "(1, 2)", "None", "'a key that nothing resembles'"], ids=lambda key: key
)
def test_a_key_that_is_missing_is_not_blamed_on_spelling(key: str) -> None:
    message = said(f"return {{'land': 1, 'sea': 2}}[{key}]")
    assert "KeyError" in message
    assert "spel" not in message and "meant" not in message
    assert "Nothing stands under that key" in message or "There are" in message


@pytest.mark.parametrize("kind", ["KeyError", "ValueError", "TypeError", "IndexError", "RuntimeError"])
def test_what_the_learner_raises_is_said_to_be_the_learners_own(kind: str) -> None:
    message = said(f"raise {kind}('not so')")
    assert f"`{kind}`" in message and "not so" in message
    assert "A `raise` of your own" in message


@pytest.mark.parametrize("body", ["return int('x')", "return [][n]", "return {}[n]", "assert n == 2"])
def test_what_python_finds_wrong_is_not(body: str) -> None:
    assert "`raise`" not in said(body)


def test_what_a_library_raises_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    assert "`raise`" not in said("import json; return json.loads('{')")
