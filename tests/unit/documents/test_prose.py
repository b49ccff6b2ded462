"""What readers read: spelt rightly, in catalogs that are complete, chapters with all that a chapter has."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from paths import ROOT

from coursekit.book.chapter_rules import chapter_faults

CHAPTERS = sorted((ROOT / "chapters").glob("*.md"))
PROSE = ("chapters", "book", "exercises", "README.md", "CONTRIBUTING.md", "src/coursekit/words", "src/deterrence")
# Names and words of the field that look like slips: the list grows by what is really meant.
MEANT = "ans,te,nd,fo,hist,sie,ser,bu,ot,ue,fpr,ba,caf,sems,accomplis,ned"


def spelling(*paths: Path | str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "codespell_lib", "--skip", "*.csv,*.bib,*.png,*.svg,*.json5", "-L", MEANT, *paths]
    return subprocess.run(list(map(str, command)), cwd=ROOT, capture_output=True, text=True, check=False)


def test_everything_is_spelt_rightly():
    found = spelling(*PROSE)
    assert found.returncode == 0, found.stdout + found.stderr


def test_a_slip_would_be_found(tmp_path):
    (tmp_path / "page.md").write_text("A guarantee wich deters.")
    assert "which" in spelling(tmp_path / "page.md").stdout


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_chapter_keeps_its_rules(path):
    """Length, objectives, essay; its first lines say rightly how much is in it; its exercises are numbered."""
    assert chapter_faults(path.read_text("utf-8"), path.stem) == []


def test_catalogs_have_plain_sentences():
    for file in (ROOT / "src/coursekit/words/en").rglob("*.json"):
        for key, sentence in json.loads(file.read_text("utf-8")).items():
            assert re.fullmatch(r"[\w.-]+", key), f"{file.name}: {key}"
            assert sentence.strip() == sentence and sentence, f"{file.name}: {key}"
