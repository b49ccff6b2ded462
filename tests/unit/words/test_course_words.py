"""A course says some of coursekit's sentences in its own words; coursekit's speak of no course."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from paths import ROOT

from coursekit import words
from coursekit.course import course


def test_the_course_words_go_before_those_of_coursekit() -> None:
    own = words.course_catalog()
    assert own and all(words.catalog()[key] == sentence for key, sentence in own.items())
    assert course().title in words.say("memo.made")


@pytest.mark.parametrize("file", sorted((ROOT / "src/coursekit/words/en").rglob("*.json")), ids=lambda file: file.stem)
def test_no_sentence_of_coursekit_speaks_of_this_course(file: Path) -> None:
    subject = re.compile("|".join([course().id, course().title, *course().packages, "guarantee", "treaty"]), re.I)
    assert not [sentence for sentence in json.loads(file.read_text("utf-8")).values() if subject.search(sentence)]


def test_a_sentence_that_nothing_says_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "toy_words" / "words" / "en").mkdir(parents=True)
    (tmp_path / "toy_words" / "__init__.py").touch()
    (tmp_path / "toy_words" / "words" / "en" / "own.json").write_text('{"page.descripton": "Bread."}')
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(words, "course", lambda: type("Toy", (), {"packages": ("toy_words",)}))
    with pytest.raises(ValueError, match=r"toy_words/words/en: nothing says the sentence 'page.descripton'"):
        words.course_catalog.__wrapped__()
