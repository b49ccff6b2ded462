"""``coursekit grade --dask``: what a cluster marks is, byte for byte, what this machine marks."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hand_ins import REFLECTION, key, receipt
from paths import ROOT

from coursekit.exercise.file.read import read

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]
ONE, WRONG = "industry_outlast", "def production_needed(months, aid):\n    return -1\n"


def graded(place: Path, out: str, *more: str) -> tuple[str, dict[str, bytes], list[dict[str, Any]]]:
    """Grade two hand-ins; return what the console said, the files, and the rows of the results without their times."""
    (place / out).mkdir()
    options = [place / "in", "--key", place / "key.json", "-o", place / out / "gradebook.csv", "--jobs", "1", *more]
    command = [sys.executable, "-m", "coursekit.cli", "grade", *map(str, options)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=500, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr
    files = {path.name: path.read_bytes() for path in (place / out).iterdir()}
    rows = [json.loads(line) for line in files.pop("results.jsonl").splitlines()]
    assert all(row.pop("seconds") > 0 for row in rows)
    return done.stdout, files, sorted(rows, key=lambda row: row["file"])


@pytest.mark.thorough
def test_a_cluster_marks_as_one_machine_does(site: Path, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    solution = read(ROOT / "exercises" / f"{ONE}.py").solution
    essay = {"reflection/promises": {"text": "So many.", "at": ""}}
    (tmp_path / "in" / "anna.json").write_text(receipt("anna", work=essay, **{ONE: solution}), "utf-8")
    (tmp_path / "in" / "bo.json").write_text(receipt("bo", **{ONE: WRONG}), "utf-8")
    (tmp_path / "key.json").write_text(json.dumps(key(ONE, reflections={"promises": REFLECTION})), "utf-8")
    said, there, rows = graded(tmp_path, "cluster", "--dask", "local:1")
    assert "2 hand-ins on the Dask cluster local:1" in said and "Graded: 2." in said
    assert [row["exercises"][ONE]["share"] for row in rows] == [1, 0]
    _, here, same = graded(tmp_path, "here")
    assert rows == same and there.keys() == here.keys() >= {"gradebook.csv", "canvas.csv", "feedback.zip"}
    for name in there.keys() - {"feedback.zip"}:
        assert there[name] == here[name], name
    pages = [
        {name: archive.read(name) for name in archive.namelist()}
        for archive in (zipfile.ZipFile(tmp_path / out / "feedback.zip") for out in ("cluster", "here"))
    ]
    assert pages[0] == pages[1] and len(pages[0]) == 2
