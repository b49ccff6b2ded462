"""The instructor's key: complete, readable with the standard library alone, and its secret kept."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from paths import ROOT

from coursekit.classroom.answer_key.key import FORMAT, SOURCES, case_seed, make
from coursekit.classroom.answer_key.question_answers import answers, questions
from coursekit.exercise.file.cells import Malformed
from coursekit.exercise.file.read import read
from coursekit.exercise.file.version import version

OWN = '''"""Mine

Add one.
"""
# %% varies
def varies(rng):
    return {"STEP": rng.randint(1, 9)}
# %% solution
def more(n):
    """Return n and a step more."""
    ### BEGIN SOLUTION
    return n + STEP
    ### END SOLUTION
# %% hints
HINTS = ["Add."]
# %% tests
def test_adds():
    """Add the step."""
    assert more(1) == 1 + STEP
# %% cases
TOLERANCE = 1e-6
def cases(rng):
    return [dict(n=rng.randint(0, 99)) for _ in range(10)]
'''


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "own"
    folder.mkdir()
    (folder / "mine_more.py").write_text(OWN, "utf-8")
    return folder


def key_in(folder: Path) -> dict:
    return json.loads((folder / "key.json").read_text("utf-8"))


def test_the_key_holds_all_that_marking_needs(tmp_path: Path) -> None:
    out = make(ROOT, tmp_path / "key")
    key = key_in(out)
    assert key["format"] == FORMAT and key["version"] == 1 and len(bytes.fromhex(key["secret"])) == 32
    files = {path.stem: read(path) for path in (ROOT / "exercises").glob("*.py")}
    assert [one["id"] for one in key["exercises"]] == sorted(files)
    for one in key["exercises"]:
        exercise = files[one["id"]]
        assert one["version"] == version(exercise)
        assert one["sources"]["solution"] == exercise.solution and one["sources"]["cases"] == exercise.cases
        assert one["mistaken"] == exercise.mistakes
        assert set(one["feedback"]) == set(exercise.mistakes.values())
        assert all(" ".join(told.split()) == told and told for told in one["feedback"].values())
        for name in SOURCES:
            text = one["sources"][name]
            file = out / one["id"] / f"{name}.py"
            assert file.read_text("utf-8").rstrip() == text.rstrip() if text else not file.exists()
    asked = [q for path in (ROOT / "chapters").glob("*.md") for q in questions(path.read_text("utf-8"))]
    assert asked and {q.id for q in asked} <= set(key["questions"])


def test_the_key_marks_with_nothing_but_the_standard_library(tmp_path: Path, own: Path) -> None:
    """As the grader will: the cases from the secret, the answers of the solution, in a Python that has only the key."""
    out = make(ROOT, tmp_path / "key", [own])
    one = next(e for e in key_in(out)["exercises"] if e["id"] == "mine_more")
    assert one["tolerance"] == 1e-6 and one["ordered"] is False and one["compared"] is None
    assert len(one["variants"]) == 24 and one["variants"][3].startswith("STEP = ")
    world: dict = {}
    for source in (one["variants"][3], one["sources"]["setup"], one["sources"]["solution"], one["sources"]["cases"]):
        exec(source, world)
    drawn = world["cases"](random.Random(case_seed(key_in(out)["secret"], "mine_more", 3)))
    assert [world[one["subject"]](**case) for case in drawn] == [case["n"] + world["STEP"] for case in drawn]


def test_a_new_key_keeps_the_secret_and_draws_the_same_cases(tmp_path: Path, own: Path) -> None:
    out = tmp_path / "key"
    first = key_in(make(ROOT, out))
    again = key_in(make(ROOT, out, [own]))
    assert first["secret"] == again["secret"]
    assert first["course"] != again["course"], "another course, as it has one exercise more"
    assert key_in(make(ROOT, tmp_path / "other"))["secret"] != first["secret"]
    seeds = {case_seed(first["secret"], id, n) for id in ("a_b", "a_c") for n in range(24)}
    assert len(seeds) == 48
    assert case_seed(first["secret"], "a_b", 1) == case_seed(again["secret"], "a_b", 1)


def test_an_own_file_takes_the_place_of_the_courses(tmp_path: Path, own: Path) -> None:
    (own / "promises_honour.py").write_text(OWN, "utf-8")
    key = key_in(make(ROOT, tmp_path / "key", [own]))
    assert {e["id"]: e["title"] for e in key["exercises"]}["promises_honour"] == "Mine"


def test_what_is_no_key_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("dear", "utf-8")
    with pytest.raises(FileExistsError, match="holds something that is no key"):
        make(ROOT, tmp_path)
    assert (tmp_path / "letters.txt").read_text("utf-8") == "dear"


def test_a_wrong_folder_and_a_malformed_file_are_named(tmp_path: Path, own: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no folder .*nowhere"):
        make(ROOT, tmp_path / "key", [tmp_path / "nowhere"])
    (own / "mine_more.py").write_text(OWN.replace("def cases", "def case"), "utf-8")
    with pytest.raises(Malformed, match=r"own/mine_more\.py:\d+: .*cases"):
        make(ROOT, tmp_path / "key", [own])


def test_answers_are_read_as_the_page_reads_them(tmp_path: Path) -> None:
    page = tmp_path / "book" / "a.md"
    page.parent.mkdir()
    page.write_text("""# A
````{note}
```{question} a-number
:kind: number
:answer: 3.5
:tolerance: 0.1
:unit: %

How many?

- low ::: More.
- high ::: Less.
- right ::: Yes.
```
````
:::{question} a-choice
:kind: several
Which?

- [x] This. ::: Yes.
- [ ] That. ::: No.
:::
""", "utf-8")  # fmt: skip
    found = answers([page], tmp_path)
    assert found["a-number"] == {"page": "book/a.html", "kind": "number", "prompt": "How many?", "answer": 3.5,
                                 "tolerance": 0.1, "unit": "%"}  # fmt: skip
    assert found["a-choice"]["answers"] == [{"text": "This.", "right": True}, {"text": "That.", "right": False}]


def test_the_command_makes_it_and_says_where(tmp_path: Path, own: Path) -> None:
    command = [sys.executable, "-m", "coursekit.cli", "key", "-o", str(tmp_path / "k"), "--exercises", str(own)]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert done.returncode == 0, done.stderr
    assert f"The key is in {tmp_path / 'k'}" in done.stdout
    assert "waiting for it" not in done.stdout, "It waits while `make test` builds the book beside this test."
    assert (tmp_path / "k" / "mine_more" / "cases.py").is_file()
    shutil.rmtree(own)
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120)
    assert done.returncode != 0
    assert "The key was not made. There is no folder" in done.stdout + done.stderr
    assert "Traceback" not in done.stdout + done.stderr
