"""course.json of both editions lists exactly the files that the site offers."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture
def listed(site: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads((site / "course.json").read_text("utf-8"))["downloads"]
    return found


def test_every_download_is_listed_as_it_is_on_the_disk(site: Path, listed: list[dict[str, Any]]) -> None:
    assert {one["path"]: one["bytes"] for one in listed} == {
        path.relative_to(site).as_posix(): path.stat().st_size
        for path in [
            *(site / "downloads").rglob("*"),
            *(site / "chapters").glob("*.ipynb"),
            *(site / "slides").glob("*.html"),
        ]
        if path.is_file()
    }
    assert [one["path"] for one in listed] == sorted(one["path"] for one in listed)
    assert {"wheel", "notebook", "slides"} <= {one["kind"] for one in listed}


def test_what_is_made_for_other_places_is_not_kept_for_reading_without_a_connection(
    site: Path, listed: list[dict[str, Any]]
) -> None:
    head = (site / "sw.js").read_text("utf-8").removeprefix("self.coursekitSite=")
    kept, _ = json.JSONDecoder().raw_decode(head)
    assert not {one["path"] for one in listed if one["path"].count("/") > 1} & kept["files"].keys()


def test_question_banks_are_offered_where_pages_show_the_answers_and_never_where_they_veil_them(
    site: Path, listed: list[dict[str, Any]]
) -> None:
    edition = json.loads((site / "course.json").read_text("utf-8"))["edition"]
    banks = [one["kind"] for one in listed if one["kind"] in ("qti", "moodle-xml")]
    assert sorted(banks) == ([] if edition == "class" else ["moodle-xml", "qti", "qti"])
