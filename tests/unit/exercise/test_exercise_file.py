"""The exercise file: what is written comes out again, and every way to break the form is named with its line."""

import ast
import keyword
import string
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.exercise.file.cells import NAMES, Malformed, split
from coursekit.exercise.file.packages import needed
from coursekit.exercise.file.read import parse, read

GOOD = '''"""Twice as much.

Return *twice* the number.
"""
# %% setup
import math
LIMIT_S = 3
# %% solution
def twice(n):
    """Twice n."""
    ### BEGIN SOLUTION
    return 2 * n
    ### END SOLUTION


twice(4)
# %% hints
HINTS = ["Add.", "Or multiply."]
# %% tests
def test_of_one():
    """Twice one is two."""
    assert twice(1) == 2


def test_of_a_half():
    """Twice a half is one."""
    assert twice(0.5) == 1
# %% cases
def cases(rng):
    return [dict(n=rng.random()) for _ in range(12)]
# %% mistakes
def mistake_square(n):
    """test_of_one"""
    return n * n
'''
HERE = "exercises/sums_twice.py"

names = st.text(string.ascii_lowercase, min_size=1, max_size=8).filter(lambda n: not keyword.iskeyword(n))
# Any text, with the signs on which a careless parser would trip.
prose = st.lists(
    st.sampled_from(
        ["# %% tests", "### BEGIN SOLUTION", "\x0c", "\u2028", "é", "'", "{n}", "\\", " ", "a", "\t", "#", "%"]
    ),
    max_size=12,
).map("".join)


def build(title, prompt, setup, name, lines, hints, tests):
    body = "".join(f"    {line}\n" for line in lines)
    checks = "".join(f"def test_{n}_{t}():\n    {d!r}\n    {name}()\n" for n, (t, d) in enumerate(tests))
    return (
        f"{f'{title}' + chr(10) + chr(10) + prompt!r}\n# %% setup\n{setup}# %% solution\n"
        f"def {name}():\n    'What it does.'\n    ### BEGIN SOLUTION\n{body}    ### END SOLUTION\n"
        f"# %% hints\nHINTS = {hints!r}\n# %% tests\n{checks}# %% cases\ndef cases(rng):\n    return []\n"
    )


@settings(deadline=None)
@given(
    title=names,
    prompt=prose.filter(str.strip),
    setup=st.lists(st.builds("{} = {!r}\n".format, names, prose), max_size=3).map("".join),
    name=names,
    lines=st.lists(st.builds("{} = {!r}".format, names, prose), min_size=1, max_size=4),
    hints=st.lists(prose.filter(str.strip), min_size=1, max_size=4),
    tests=st.lists(st.tuples(names, prose.filter(str.strip)), min_size=1, max_size=4),
)
def test_what_is_written_comes_out_again(title, prompt, setup, name, lines, hints, tests):
    exercise = parse(build(title, prompt, setup, name, lines, hints, tests), "a_b", HERE)
    assert exercise.title == title
    assert exercise.hints == tuple(h.strip() for h in hints)
    assert exercise.test_names == tuple(f"test_{n}_{t}" for n, (t, _) in enumerate(tests))
    assert exercise.setup.strip() == setup.strip()
    assert exercise.subject == name
    # The solution is the file's function without its markers; the starter is that without its body.
    expected = f"def {name}():\n    'What it does.'\n" + "".join(f"    {line}\n" for line in lines)
    assert ast.dump(ast.parse(exercise.solution)) == ast.dump(ast.parse(expected))
    assert ast.unparse(ast.parse(exercise.starter)) == f'def {name}():\n    """What it does."""\n    ...'


@settings(deadline=None)
@given(st.sets(st.sampled_from(["setup", "mistakes"])), st.randoms())
def test_the_cells_may_stand_in_any_order(dropped, rng):
    head, *cells = GOOD.split("# %% ")
    cells = [c for c in cells if c.split("\n")[0] not in dropped]
    rng.shuffle(cells)
    again = parse(head + "".join(f"# %% {c}" for c in cells), "sums_twice", HERE)
    whole = parse(GOOD, "sums_twice", HERE)
    assert (again.solution, again.tests, again.hints) == (whole.solution, whole.tests, whole.hints)
    assert again.mistakes == ({} if "mistakes" in dropped else {"mistake_square": "test_of_one"})
    assert again.limit_s == (10 if "setup" in dropped else 3)


@settings(deadline=None)
@given(st.text(max_size=200) | st.lists(st.sampled_from(GOOD.split("\n")), max_size=40).map("\n".join))
def test_no_text_whatever_ends_in_another_error(text):
    try:
        parse(text, "a_b", HERE)
    except Malformed as error:
        assert error.path == HERE
        assert 1 <= error.line <= text.count("\n") + 2
        assert error.what and error.remedy


@settings(deadline=None)
@given(st.integers(min_value=0, max_value=GOOD.index("# %% cases")))
def test_a_file_cut_short_is_refused(end):
    with pytest.raises(Malformed):
        parse(GOOD[:end], "sums_twice", HERE)


def change(old, new):
    assert GOOD.count(old) == 1
    return GOOD.replace(old, new)


def line_of(text, mark):
    return text[: text.index(mark)].count("\n") + 1


MALFORMED = {
    "no docstring": (change('"""Twice as much.\n\nReturn *twice* the number.\n"""\n', ""), 1, "docstring"),
    "no prompt": (change("\n\nReturn *twice* the number.\n", ""), 1, "prompt"),
    "code before the cells": (change("# %% setup", "import os\n# %% setup"), "import os", "before the first cell"),
    "syntax": (change("return 2 * n", "return 2 *"), "return 2 *", "not Python"),
    "unknown cell": (change("# %% hints", "# %% tips"), "# %% tips", "'tips'"),
    "double cell": (change("# %% cases", "# %% hints"), "# %% hints\ndef", "second time"),
    "cell cuts a function": (change("return 2 * n", "n = 2\n# %% hints\n    return n"), "    return n", "indent"),
    "no END": (change("    ### END SOLUTION\n", ""), "### BEGIN", "### END SOLUTION"),
    "no BEGIN": (change("    ### BEGIN SOLUTION\n", ""), "### END", "### BEGIN SOLUTION"),
    "no markers": (
        change("    ### BEGIN SOLUTION\n", "").replace("    ### END SOLUTION\n", ""), "def twice", "marks nothing",
    ),
    "misspelt marker": (change("### END SOLUTION", "## end solution"), "## end", "misspelt"),
    "marker beside code": (change("    return 2 * n\n    ### END", "    return 2 * n  ### END"), "return 2", "own"),
    "marker out of step": (change("    ### END", "  ### END"), "  ### END", "Indent it by 4"),
    "nested": (
        change("    return 2 * n", "    ### BEGIN SOLUTION\n    return n"), "### BEGIN SOLUTION\n    return", "another",
    ),
    "nothing marked": (
        change("    return 2 * n\n    ### END SOLUTION", "    ### END SOLUTION\n    return 2 * n"),
        "### BEGIN", "holds nothing",
    ),
    "region outside": (
        change("\n\ntwice(4)", "\n\n### BEGIN SOLUTION\ntwice(4)\n### END SOLUTION"),
        "### BEGIN SOLUTION\ntwice", "inside",
    ),
    "no docstring for the learner": (change('    """Twice n."""\n', ""), "### BEGIN", "no docstring"),
    "hint that is no string": (change('"Or multiply."', "7"), "HINTS", "HINTS"),
    "hints in one string": (change('["Add.", "Or multiply."]', '"Add."'), "HINTS", "not a list"),
    "no hints": (change('["Add.", "Or multiply."]', "[]"), "HINTS", "not a list"),
    "test without docstring": (change('    """Twice one is two."""\n', ""), "def test_of_one", "test_of_one"),
    "test with arguments": (change("test_of_a_half()", "test_of_a_half(n)"), "def test_of_a_half", "arguments"),
    "test twice": (change("def test_of_a_half", "def test_of_one"), "def test_of_one():\n    \"\"\"Twice a", "twice"),
    "cases of nothing": (change("def cases(rng)", "def cases()"), "def cases", "cases(rng)"),
    "mistake without a test": (change('    """test_of_one"""', '    """test_of_two"""'), "def mistake", "test_of_one"),
    "no limit": (change("LIMIT_S = 3", "LIMIT_S = 'long'"), "LIMIT_S", "seconds"),
    "a limit of a day": (change("LIMIT_S = 3", "LIMIT_S = 86400"), "LIMIT_S", "at most 120"),
}  # fmt: skip


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_file_is_named_with_line_and_remedy(name):
    text, mark, says = MALFORMED[name]
    with pytest.raises(Malformed) as caught:
        parse(text, "sums_twice", HERE)
    line = mark if isinstance(mark, int) else line_of(text, mark)
    assert str(caught.value).startswith(f"{HERE}:{line}: "), caught.value
    assert says in str(caught.value)


@pytest.mark.parametrize("name", ["solution", "hints", "tests", "cases"])
def test_a_missing_cell_is_named(name):
    head, *cells = GOOD.split("# %% ")
    text = head + "".join(f"# %% {c}" for c in cells if not c.startswith(name))
    with pytest.raises(Malformed, match=rf"The cell '{name}' is missing\. Add `# %% {name}`"):
        parse(text, "sums_twice", HERE)


def test_what_looks_like_a_marker_inside_a_string_is_none():
    text = change('"""Twice n."""', '"""Twice n.\n\n# %% tips\n### BEGIN SOLUTION\n    """')
    assert "# %% tips" in parse(text, "sums_twice", HERE).starter


def test_line_ends_of_another_system_change_nothing():
    assert parse(GOOD.replace("\n", "\r\n"), "sums_twice", HERE) == parse(GOOD, "sums_twice", HERE)


def test_a_name_that_is_no_id_and_a_file_that_is_no_text(tmp_path: Path):
    (tmp_path / "Twice.py").write_text(GOOD, "utf-8")
    with pytest.raises(Malformed, match="chapter_task"):
        read(tmp_path / "Twice.py")
    (tmp_path / "sums_twice.py").write_bytes(b'"""A\n\xff"""\n')
    with pytest.raises(Malformed, match=r"sums_twice\.py:2: The file is not UTF-8"):
        read(tmp_path / "sums_twice.py")


def test_cells_are_told_in_the_files_own_lines():
    cells = split(GOOD, HERE)[1]
    assert list(cells) == [name for name in NAMES if name != "varies"]
    lines = GOOD.split("\n")
    for cell in cells.values():
        assert lines[cell.line - 2] == f"# %% {cell.name}"
        assert cell.source == "\n".join(lines[cell.line - 1 :][: cell.source.count("\n") + 1])


def test_packages_are_read_off_the_imports():
    assert needed("import json, pandas as pd") == ("pandas",)
    assert needed("def f():\n    import altair.vegalite\n    import numpy") == ("numpy", "altair")
    assert needed("from deterrence.evidence import promises_tested") == ("pandas",)
    with pytest.raises(ModuleNotFoundError, match="'torch'"):
        needed("import torch.nn")
    with pytest.raises(ModuleNotFoundError, match="'pytest'"):
        needed("import pytest")
