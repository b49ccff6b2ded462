"""An exercise that would give everyone a wrong mark is refused when the key is made, by file, line and reason."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from coursekit.classroom.answer_key.try_all import try_all
from coursekit.classroom.answer_key.try_exercise import try_exercise
from coursekit.exercise.file.cells import Malformed

SECRETS = ["5e" * 32, "a1" * 32, "07" * 32]
SOUND = '''"""Twice

Return twice the number.
"""
# %% setup
FACTOR = 2
# %% solution
def double(n):
    """Return twice n."""
    ### BEGIN SOLUTION
    return FACTOR * n
    ### END SOLUTION
# %% hints
HINTS = ["Add it to itself."]
# %% tests
def test_twice():
    """Twice two is four."""
    assert double(2) == 4
# %% cases
def cases(rng):
    return [dict(n=rng.randint(-9, 9)) for _ in range(6)]
'''
DRAW = "return [dict(n=rng.randint(-9, 9)) for _ in range(6)]"
FAULTS = [
    (
        "return FACTOR * n",
        "return FACTOR * m",
        "def test_twice",
        "does not pass its own test `test_twice`",
    ),
    ("return FACTOR * n", "return 3 * n", "def test_twice", "does not pass its own test `test_twice`: Twice two"),
    ("return FACTOR * n", "return 4 if n == 2 else 1 / (n * 0)", "1 / (n", "Of case 1 the solution raises Zero"),
    ("FACTOR = 2", "FACTOR = 2 / 0", "FACTOR = 2 / 0", "'setup' raises ZeroDivisionError"),
    ("FACTOR = 2", "import no_such_thing\nFACTOR = 2", "import no_such", "ModuleNotFoundError"),
    (
        "def double(n):",
        'raise SystemExit("bye")\ndef double(n):',
        "raise SystemExit",
        "'solution' raises SystemExit: bye",
    ),
    (DRAW, "return [dict(n=1 // 0)]", "1 // 0", "`cases` raises ZeroDivisionError"),
    (DRAW, "return [dict(m=rng.random())]", "def cases", "other arguments than `double` takes"),
    (DRAW, "return []", "def cases", "no list of dictionaries"),
    (DRAW, "return [3]", "def cases", "no list of dictionaries"),
    (DRAW, "return [dict(n=3)]", "# %% cases", "Every secret draws the same cases"),
    (DRAW, "import secrets\n    return [dict(n=secrets.randbelow(10**9))]", "# %% cases", "different cases each time"),
    (DRAW, "return [dict(n=object())]", "", "raises TypeError|cannot be handed over"),
    (DRAW, "while True:\n        pass", "# %% cases", "is not done after 1.2 s"),
]


def line_of(text: str, part: str) -> int:
    return next(n for n, line in enumerate(text.splitlines(), 1) if part in line)


def written(folder: Path, text: str) -> Path:
    path = folder / "own" / "own_double.py"
    path.parent.mkdir()
    path.write_text(text, "utf-8")
    return path


@pytest.mark.parametrize(("old", "new", "place", "why"), FAULTS)
def test_what_cannot_be_marked_is_refused_with_its_line(
    old: str, new: str, place: str, why: str, tmp_path: Path
) -> None:
    assert old in SOUND
    text = SOUND.replace(old, new)
    if "is not done" in why:
        text = text.replace("FACTOR = 2", "LIMIT_S = 0.2\nFACTOR = 2")
    with pytest.raises(Malformed, match=why) as refused:
        try_exercise(written(tmp_path, text), SECRETS)
    assert str(refused.value).startswith("own/own_double.py:")
    told = text.splitlines()[refused.value.line - 1]
    assert not place or place in told or line_of(text, place) in (refused.value.line, refused.value.line - 1), told


VARIES = '# %% varies\ndef varies(rng):\n    return {"STEP": rng.randint(1, 9)}\n# %% setup\n'


def test_a_sound_exercise_passes_and_one_whose_fault_only_some_learners_meet_does_not(tmp_path: Path) -> None:
    """What prints passes too; a variant that fails is some learner's."""
    try_exercise(written(tmp_path, SOUND.replace("FACTOR = 2", 'FACTOR = 2\nprint("loaded")')), SECRETS)
    some = SOUND.replace("# %% setup\n", VARIES).replace("FACTOR = 2", "FACTOR = 2 if STEP < 9 else 3")
    path = tmp_path / "own" / "own_double.py"
    path.write_text(some, "utf-8")
    with pytest.raises(Malformed, match=r"own test `test_twice` \(variant \d+\)"):
        try_exercise(path, SECRETS)


def test_a_function_without_arguments_has_nothing_to_vary(tmp_path: Path) -> None:
    text = re.sub(r"def double\(n\)", "def double()", SOUND).replace("FACTOR * n", "FACTOR * 2")
    text = text.replace("double(2)", "double()").replace(DRAW, "return [{}]")
    try_exercise(written(tmp_path, text), SECRETS)


def test_all_are_tried_in_processes_of_their_own_and_the_fault_comes_back_whole(tmp_path: Path) -> None:
    path = written(tmp_path, SOUND)
    try_all([path], [], SECRETS[0])
    path.write_text(SOUND.replace("return FACTOR * n", "return 3 * n"), "utf-8")
    with pytest.raises(Malformed, match=r"own/own_double\.py:16: The solution does not pass") as refused:
        try_all([path], [], SECRETS[0])
    assert refused.value.line == 16
    path.write_text(SOUND.replace(DRAW, "return [dict(m=3)]"), "utf-8")
    with pytest.raises(Malformed, match=r"own/own_double\.py:\d+: own_double cannot be marked.*argument"):
        try_all([], [path], SECRETS[0])
