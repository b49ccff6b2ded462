"""A lesson's SCORM packages in a real run-time: they tell the score, and completion once all is done."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from paths import ROOT
from playwright.sync_api import FrameLocator, Page, expect

from coursekit.lms.scorm import VERSIONS, package_name
from coursekit.tasks.serve import served
from coursekit.words import say

LESSON = "lessons/promise-worth.html"
RUNTIME = ROOT / "web" / "node_modules" / "scorm-again" / "dist"
NAMES = {"1.2": ("scorm12.min.js", "API", "Scorm12API"), "2004": ("scorm2004.min.js", "API_1484_11", "Scorm2004API")}
HOST = """<!doctype html><html lang="en"><title>Platform</title><link rel="icon" href="data:,">
<script src="{script}"></script><script>window.{api} = new {made}({{autocommit: false}});</script>
<iframe title="Course" src="{version}/{lesson}" width="1200" height="800"></iframe></html>"""


@pytest.fixture(scope="module")
def platform(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a platform that holds the lesson in both versions, each unpacked from its ZIP."""
    folder = tmp_path_factory.mktemp("platform")
    for version in VERSIONS:
        script, api, made = NAMES[version]
        shutil.copy(RUNTIME / script, folder)
        with zipfile.ZipFile(site / "downloads" / "scorm" / package_name(LESSON, version)) as package:
            package.extractall(folder / version)
        page = HOST.format(script=script, api=api, made=made, version=version, lesson=LESSON)
        (folder / f"{version}.html").write_text(page, "utf-8")
    with served(folder) as address:
        yield address


def answer_first(lesson: FrameLocator, n: int) -> None:
    """Answer a question: with whatever stands first, for an answer counts, right or wrong."""
    question = lesson.locator("section.question").nth(n)
    question.scroll_into_view_if_needed()
    question.locator("input[name=answer]").first.check()
    question.get_by_role("button", name="Check").click()


def test_a_lesson_reports_its_score_and_its_completion_and_alone_it_says_that_it_reports_nothing(
    page: Page, platform: str
) -> None:
    page.goto(f"{platform}1.2.html")
    lesson = page.frame_locator("iframe")
    line = lesson.locator("p.scorm")
    expect(line).to_have_attribute("data-state", "incomplete")
    expect(line).to_have_text(say("scorm.told", done=0, all=5, score=0))
    assert page.evaluate("API.cmi.core.lesson_status") == "incomplete"
    answer_first(lesson, 0)
    expect(line).to_have_text(say("scorm.told", done=1, all=5, score=20))
    assert page.evaluate("API.cmi.core.score.raw") == "20"
    for n in (1, 2):
        answer_first(lesson, n)
    for lab in lesson.locator("section.lab").all():
        lab.scroll_into_view_if_needed()
        expect(lab).to_have_attribute("data-state", "ready")
        lab.locator("select, input[type=range]").first.press("ArrowDown")
    expect(line).to_have_attribute("data-state", "completed")
    expect(line).to_have_text(say("scorm.completed", score=100))
    core = page.evaluate(
        "({status: API.cmi.core.lesson_status, raw: API.cmi.core.score.raw, max: API.cmi.core.score.max})"
    )
    assert core == {"status": "completed", "raw": "100", "max": "100"}
    assert lesson.locator("html").evaluate("(html) => html.scrollWidth <= html.clientWidth")
    for hidden in ("nav#contents", "nav.turn", ".top .menu"):
        expect(lesson.locator(hidden)).to_be_hidden()
    page.evaluate("document.querySelector('iframe').remove()")
    assert page.evaluate("[API.isTerminated(), API.lastErrorCode]") == [True, "0"]

    # The work lies in the browser: the same lesson in the other version is completed as soon as it is opened.
    page.goto(f"{platform}2004.html")
    expect(page.frame_locator("iframe").locator("p.scorm")).to_have_attribute("data-state", "completed")
    told = page.evaluate("[API_1484_11.cmi.completion_status, API_1484_11.cmi.score.scaled, API_1484_11.cmi.score.raw]")
    assert told == ["completed", "1", "100"]

    page.goto(f"{platform}2004/{LESSON}")
    alone = page.locator("p.scorm")
    expect(alone).to_have_text(say("scorm.none"))
    expect(alone).to_have_attribute("data-state", "alone")
