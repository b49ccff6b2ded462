"""What *Assign* offers to start from: no entry of the list is blank, and none assigns nothing."""

from __future__ import annotations

import re
from typing import Any

import pytest
from page_modules import node
from paths import ROOT

from coursekit.book.directives.assign import read_plans
from coursekit.words import catalog

PLANS = read_plans((ROOT / "book" / "teach" / "plans.md").read_text("utf-8"))


@pytest.fixture(scope="module")
def offered(tmp_path_factory: pytest.TempPathFactory) -> list[dict[str, Any]]:
    """The groups of the list, for the plans of the guide and a course that has all that they name."""
    items = [item for plan in PLANS for week in plan["weeks"] for item in week["items"]]
    pages = sorted({item["id"] for item in items if item["kind"] == "chapter"})
    course = {
        "pages": [{"path": f"chapters/{id}.html", "title": f"The chapter {id}"} for id in pages],
        **{kind: [] for kind in ("labs", "exercises", "questions", "predictions", "reflections")},
    }
    imports = {"assignment/editor/form": "startingPoints", "shared/words": "addSentences"}
    body = "addSentences(given.words); return startingPoints(given.plans, given.course);"
    call = node(tmp_path_factory.mktemp("bundle"), imports, body)
    return call({"plans": PLANS, "course": course, "words": catalog()})


def test_every_entry_assigns_something_and_is_named(offered: list[dict[str, Any]]) -> None:
    assert [group["label"] for group in offered[1:]] == [plan["title"] for plan in PLANS]
    for group in offered:
        for one in group["options"]:
            assert one["items"], (group["label"], one)
            assert not re.search(r"(^|: )\s*$", one["label"]), (group["label"], one["label"])
            assert "The chapter" in one["title"] or one["title"] == group["label"], one["title"]


def test_a_week_of_review_is_left_out_and_the_others_keep_their_dates(offered: list[dict[str, Any]]) -> None:
    for plan, group in zip(PLANS, offered[1:], strict=True):
        weeks = [n for n, week in enumerate(plan["weeks"], 1) if week["items"]]
        options = group["options"][: len(weeks)]
        assert [one["days"] for one in options] == [7 * n for n in weeks]
        assert len(group["options"]) == len(weeks) + (len(plan["weeks"]) > 1)
    assert any(not week["items"] for plan in PLANS for week in plan["weeks"])
