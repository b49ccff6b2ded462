"""What readers read: spelt rightly, in catalogs that are complete, chapters with all that a chapter has."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from paths import ROOT

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
def test_a_chapter_keeps_its_length(path):
    text = path.read_text("utf-8")
    assert len(text.splitlines()) <= 320, "A chapter has about 300 lines."


def test_catalogs_have_plain_sentences():
    for file in (ROOT / "src/coursekit/words/en").glob("*.json"):
        for key, sentence in json.loads(file.read_text("utf-8")).items():
            assert re.fullmatch(r"[\w.-]+", key), f"{file.name}: {key}"
            assert sentence.strip() == sentence and sentence, f"{file.name}: {key}"


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.stem)
def test_a_chapter_counts_itself_rightly(path):
    """Its first lines say how much is in it; exercises are numbered, the first is a question to be read off a lab."""
    text = path.read_text("utf-8")
    labs, exercises, questions = re.search(r"(\d+) labs?, (\d+) exercises, (\d+) questions", text).groups()
    assert len(re.findall(r'^ *lab\("', text, re.M)) == int(labs)
    numbers = [int(n) for n in re.findall(r"\*\*Exercise (\d)[.,]", text)]
    assert numbers == list(range(1, int(exercises) + 1))
    assert len(re.findall(r"^```\{exercise\}", text, re.M)) == int(exercises) - 1
    assert len(re.findall(r"^```\{question\}", text, re.M)) == int(questions) + 1
