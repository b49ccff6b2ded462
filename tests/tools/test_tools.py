"""nbgrader and Otter release and grade what is exported for them: the solution full, the starter nothing.

Something between gets what the course's own marking gives. What is released holds neither solution nor hidden cases.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from paths import ROOT

from coursekit.exercise import trial
from coursekit.exercise.file.read import Exercise, read
from coursekit.exercise.mark.reference import case_seed

pytestmark = [pytest.mark.slow, pytest.mark.timeout(2400)]
# A number or None, a chart, and widgets whose values vary.
IDS = ("promises_senders", "promises_chart", "army_panel")
SECRET = "5e" * 32
EXERCISES = {id: read(ROOT / "exercises" / f"{id}.py") for id in IDS}
Run = Callable[..., str]


def partly(exercise: Exercise) -> str:
    """The solution's code with a planned mistake in its place; where there is one that gets a part of the marks."""
    for name in exercise.mistakes:
        if 0 < share(exercise, name) < 1:
            return f"{exercise.solution}\n\n{exercise.mistakes_source}\n\n{exercise.subject} = {name}\n"
    raise AssertionError(exercise.id)


def share(exercise: Exercise, mistake: str) -> float:
    return trial.mark(exercise, trial.mistake(exercise, mistake), case_seed(SECRET, exercise.id))


def handed_in(released: Path, code: str | None) -> dict[str, Any]:
    """The released notebook with code in place of the starter; as it is if there is none."""
    book = json.loads(released.read_text("utf-8"))
    exercise = EXERCISES[released.stem]
    (cell,) = [one for one in book["cells"] if "".join(one["source"]).strip() == exercise.starter.strip()]
    cell["source"] = code or cell["source"]
    return book


def assert_nothing_is_given_away(released: Path) -> None:
    text = "\n".join("".join(cell["source"]) for cell in json.loads(released.read_text("utf-8"))["cells"])
    everything = released.read_text("utf-8")
    exercise = EXERCISES[released.stem]
    given = "\n".join((exercise.starter, exercise.setup, exercise.tests, exercise.prompt, *exercise.hints))
    hidden = [line.strip() for line in exercise.solution.splitlines() if len(line) > 12 and line.strip() not in given]
    assert hidden and not [line for line in hidden if line in text or json.dumps(line)[1:-1] in everything]
    for word in ("BEGIN SOLUTION", "HIDDEN TESTS", "share_right", "require_case", '"witness"', "def cases("):
        assert word not in everything, word


def test_nbgrader_releases_and_grades(export: Callable[..., Path], run: Run) -> None:
    folder = export("nbgrader", IDS, SECRET)
    assignments = {path.parent.name: [] for path in folder.glob("source/*/*.ipynb")}
    assert set(assignments) == {"army", "promises"}
    for name in assignments:
        run(folder, "nbgrader", "generate_assignment", name)
        for released in sorted(folder.glob(f"release/{name}/*.ipynb")):
            assert_nothing_is_given_away(released)
            exercise = EXERCISES[released.stem]
            codes = {"ann": exercise.solution, "bob": None, "cy": partly(exercise)}
            for learner, code in codes.items():
                target = folder / "submitted" / learner / name / released.name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text(json.dumps(handed_in(released, code)), "utf-8")
        run(folder, "nbgrader", "autograde", name)
        run(folder, "nbgrader", "generate_feedback", name)
    run(folder, "nbgrader", "export", "--to", "grades.csv")
    with (folder / "grades.csv").open(encoding="utf-8", newline="") as file:
        rows = {(row["student_id"], row["assignment"]): row for row in csv.DictReader(file)}
    for (learner, assignment), row in rows.items():
        mine = [one for id, one in EXERCISES.items() if id.startswith(f"{assignment}_")]
        wanted = {"ann": float(len(mine)), "bob": 0.0, "cy": sum(shares(one) for one in mine)}[learner]
        assert float(row["max_score"]) == len(mine)
        assert float(row["score"]) == pytest.approx(wanted, abs=1e-4), (learner, assignment)
    assert len(rows) == 6
    assert {path.stem for path in folder.glob("feedback/ann/*/*.html")} == set(IDS)


def shares(exercise: Exercise) -> float:
    return next(one for one in (share(exercise, name) for name in exercise.mistakes) if 0 < one < 1)


def test_otter_assigns_and_grades(export: Callable[..., Path], run: Run) -> None:
    folder = export("otter", IDS, SECRET)
    for id, exercise in EXERCISES.items():
        # Otter itself runs the solution against all tests here, and fails unless it gets all points.
        run(folder, "otter", "assign", f"{id}.ipynb", f"dist/{id}")
        released = folder / "dist" / id / "student" / f"{id}.ipynb"
        assert_nothing_is_given_away(released)
        (grader,) = (folder / "dist" / id / "autograder").glob("*.zip")
        for learner, code, wanted in (
            ("ann", exercise.solution, 1.0),
            ("bob", None, 0.0),
            ("cy", partly(exercise), shares(exercise)),
        ):
            place = folder / "graded" / learner / id
            place.mkdir(parents=True)
            (place / f"{id}.ipynb").write_text(json.dumps(handed_in(released, code)), "utf-8")
            run(place, "otter", "run", "-a", grader, f"{id}.ipynb")
            results = json.loads((place / "results.json").read_text("utf-8"))
            tests = [one for one in results["tests"] if re.search(id, one["name"])]
            assert sum(one["max_score"] for one in tests) == pytest.approx(1)
            assert sum(one["score"] for one in tests) == pytest.approx(wanted, abs=1e-4), (learner, id)
