"""One cell of the evidence is changed, and the chapter that speaks of it says the new number."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest
from paths import ROOT

FINDING = "disputes-benson2011"
TOC = "format: jb-book\nroot: chapters/promises\nchapters:\n  - file: book/bibliography\n"


def copy_of_the_course(folder: Path) -> Path:
    """The course's sources in a folder of their own, with what is costly to make linked to what is made."""
    course = folder / "course"
    left_out = shutil.ignore_patterns("node_modules", "__pycache__", "*.egg-info")
    for name in ("book", "chapters", "exercises", "src", "web"):
        shutil.copytree(ROOT / name, course / name, ignore=left_out)
    for name in ("_config.yml", "requirements.txt", "pyproject.toml"):
        shutil.copy(ROOT / name, course / name)
    (course / "_toc.yml").write_text(TOC, "utf-8")
    (course / "web" / "node_modules").symlink_to(ROOT / "web" / "node_modules")
    (course / ".cache").symlink_to(ROOT / ".cache")
    for name in ("runtime", "web"):
        shutil.copytree(ROOT / "_build" / name, course / "_build" / name, copy_function=shutil.copy2)
    return course


def chapter(course: Path) -> str:
    """Build the course; return the chapter's running text."""
    environment = {**os.environ, "PYTHONPATH": str(course / "src")}
    jupyter_book = Path(sys.executable).with_name("jupyter-book")
    done = subprocess.run([jupyter_book, "build", course], env=environment, capture_output=True, text=True, check=False)
    page = course / "_build" / "html" / "chapters" / "promises.html"
    assert page.is_file(), done.stdout[-2000:] + done.stderr[-2000:]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page.read_text("utf-8")))


@pytest.mark.thorough
def test_the_text_follows_the_evidence(tmp_path):
    course = copy_of_the_course(tmp_path)
    table = course / "src" / "deterrence" / "evidence" / "tables" / "rates" / "findings.csv"
    rows = pd.read_csv(table, dtype=str, keep_default_na=False)
    (row,) = rows.index[rows["finding"] == FINDING]
    before = float(rows.loc[row, "value"])
    rows.loc[row, "value"] = str(before * 1.5)
    rows.to_csv(table, index=False)
    text = chapter(course)
    said = re.search(r"an outsider is (\d+)% less likely", text)
    assert said, "The sentence that this test reads is gone from the chapter: choose another number."
    assert int(said[1]) == round(abs(150 * before)), f"The chapter says {said[1]} %."
