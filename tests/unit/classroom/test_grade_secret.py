"""A key whose secret is another, or is not whole, is noticed before anything is graded."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from desk_in_node import marked

from coursekit.classroom.grading import command as module
from coursekit.classroom.grading.command import Asked, grade
from coursekit.classroom.grading.inputs import read_given
from coursekit.classroom.grading.results import Results
from coursekit.tasks.steps import Failed


def key_with(place: Path, secret: object) -> Path:
    content = {"format": "touched-measured-counted/key", "secret": secret, "exercises": [], "questions": {}}
    place.write_text(json.dumps(content), "utf-8")
    return place


@pytest.mark.parametrize("secret", [None, "", "5e" * 15, "5e" * 16 + "5", "xy" * 32, 5])
def test_a_secret_that_is_not_whole_is_refused_by_its_file(tmp_path: Path, secret: object) -> None:
    place = key_with(tmp_path / "key.json", secret)
    with pytest.raises(Failed) as failure:
        read_given(place, [], None, None, None)
    assert str(place) in str(failure.value) and "copy the file again" in str(failure.value)


def test_hand_ins_graded_with_another_secret_are_counted_until_they_are_graded_again(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"

    def graded(fingerprint: str, secret: str, *ids: str) -> int:
        results = Results(path, fingerprint, secret=secret)
        others = results.other_secret
        for id_ in ids:
            results.add(id_, marked(f"{id_}.json"))
        assert results.other_secret <= others
        results.close()
        return others

    assert graded("k1", "", "old") == 0  # a line of a version that wrote no hash says nothing
    assert graded("k1", "s1", "a", "b") == 0
    assert graded("k2", "s1") == 0  # another assignment, but the same cases
    assert graded("k3", "s2", "a") == 2
    assert graded("k3", "s2", "b") == 1
    assert graded("k3", "s2") == 0
    assert "s1" in path.read_text("utf-8")


def test_it_is_said_by_file_before_grading_begins(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.setattr(module, "site", lambda places: tmp_path)
    first, second = (key_with(tmp_path / f"{one}.json", one * 32) for one in ("5e", "6f"))
    given = read_given(first, [], None, None, None)
    results = Results(tmp_path / "results.jsonl", given.fingerprint, secret=given.secret)
    results.add("a", marked("a.json"))
    results.close()
    for key, said in ((first, False), (second, True)):
        with pytest.raises(Failed, match="Nothing was handed in"):
            grade(Asked(tmp_path / "in", key, tmp_path / "gradebook.csv"), [])
        printed = capsys.readouterr()
        assert ("another secret than" in printed.out + printed.err) == said
        assert (str(tmp_path / "results.jsonl") in printed.out + printed.err) == said
    assert "5e5e" not in (tmp_path / "results.jsonl").read_text("utf-8")
