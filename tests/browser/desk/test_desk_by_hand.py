"""A person grades by hand at the desk: everything with a key, on a small screen, and none of it is markup."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from grading_desk.by_hand import marks_by_criteria_and_over_others, saved
from grading_desk.examples import GOOD, KEY, ODD, ONE
from hand_ins import Desk, receipt
from lab_on_page import faults
from playwright.sync_api import expect
from watched_page import Watched

pytestmark = pytest.mark.timeout(300)
EXPORT = """Student,ID,SIS Login ID,Section,Week 1 (77),Week 2 (78)
    Points Possible,,,,10.00,10.00
"Еко, Бо",401,bo,"A, B",7.50,
"""


@pytest.mark.parametrize("width", [390])
def test_a_person_grades_by_hand(watch: Watched, base: str, tmp_path: Path, width: int):
    """Choose, grade, open, mark a text, save; by keyboard, on a small screen; nothing of it is markup."""
    page = watch.page
    page.set_viewport_size({"width": width, "height": 800})
    Desk(page, base)
    essays = json.loads(ODD["markup.json"])
    essays["work"]["reflection/counting"] = {"text": "So many.", "at": ""}
    files = {
        "markup.json": json.dumps(essays),
        "right.json": receipt("bo", symbiosis_credit=GOOD[ONE]),
        "cut.json": "{",
    }
    for name, text in {**files, "key.json": json.dumps(KEY)}.items():
        (tmp_path / name).write_text(str(text), "utf-8")
    desk = page.locator("section.desk")
    desk.get_by_role("button", name="Grade", exact=True).click()
    expect(desk.locator(".said")).to_contain_text("Choose first")
    desk.get_by_label("Receipts, notebooks").set_input_files([tmp_path / name for name in files])
    expect(desk.locator(".found")).to_contain_text("3 files")
    desk.get_by_label("The file key.json").set_input_files(tmp_path / "key.json")
    expect(desk.locator(".keyed")).to_contain_text("3 exercises")
    desk.get_by_role("button", name="Grade", exact=True).press("Enter")
    expect(desk.locator(".said")).to_contain_text("All 3 hand-ins are marked", timeout=150_000)
    rows = desk.locator("tbody tr")
    expect(rows).to_have_count(3)
    expect(rows.filter(has_text="right.json")).to_contain_text("1 right")
    expect(rows.filter(has_text="cut.json")).to_contain_text("breaks off")
    rows.filter(has_text="markup.json").get_by_role("button").press("Enter")
    one = desk.locator(".one")
    expect(one.locator("h3")).to_be_focused()
    expect(one.locator("pre")).to_contain_text("<script>")
    expect(one.locator(".words").first).to_contain_text("onerror")
    one.get_by_label("Points for this text").fill("3")
    one.get_by_label("Points for this text").press("Tab")
    expect(one).to_contain_text("Kept: 3 points")
    graders = desk.locator("details", has=page.locator("#desk-marks"))
    graders.locator("summary").press("Enter")
    assert faults(page, "section.desk") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways"
    book = saved(page, desk, "Gradebook")
    assert "promises points" in book
    for row in book.splitlines()[1:]:
        assert not row.startswith(("=", "+", "-", "@"))
    report = saved(page, desk, "Report")
    assert "<script>top.canary" not in report
    assert page.evaluate("window.canary") is None
    # A file of another grader's marks overwrites nothing: both are named, until one is said to decide.
    file = json.loads(saved(page, desk, "Marks for free text"))
    assert [(mark["points"], mark["grader"]) for mark in file["marks"]] == [(3, "")]
    file["marks"][0] |= {"points": 4, "grader": "CD", "comment": "<b>Better.</b>"}
    (tmp_path / "marks.json").write_text(json.dumps(file), "utf-8")
    graders.get_by_label("Add marks from files").set_input_files(tmp_path / "marks.json")
    expect(graders.locator(".merged")).to_contain_text("the graders disagree")
    expect(desk.locator(".conflicts tbody tr")).to_contain_text("CD: 4")
    expect(desk.locator(".unclear")).to_contain_text("a grader without a name 3, CD 4")
    graders.get_by_label("Your name").fill("AB")
    graders.get_by_label("Your name").press("Tab")
    rows.filter(has_text="markup.json").get_by_role("button").press("Enter")
    expect(one.locator(".others").first).to_contain_text("CD: 4. <b>Better.</b>")
    one.get_by_label("Points for this text").fill("3.5")
    one.get_by_role("button", name="Decide").click()
    expect(desk.locator(".unclear")).to_be_empty()
    last = json.loads(saved(page, desk, "Marks for free text"))["marks"]
    assert {(mark["grader"], mark["points"], mark.get("decides")) for mark in last} >= {("AB", 3.5, True)}
    assert len(last) == 3
    # The rules for late hand-ins go into the same file, and the hand-in that is open says what they do to it.
    late = desk.locator("details", has=page.locator("#desk-late-due"))
    late.locator("summary").press("Enter")
    late.get_by_label("Due", exact=True).fill("2026-11-18T12:00")
    late.get_by_label("Time zone").fill("Mars/Base")
    late.get_by_label("off, for each day").fill("10")
    late.get_by_label("off, for each day").press("Tab")
    expect(late.locator(".late-said")).to_contain_text("“zone” cannot be used")
    late.get_by_label("Time zone").fill("Europe/Kyiv")
    late.get_by_label("Time zone").press("Tab")
    expect(late.locator(".late-said")).to_contain_text("The rules are used")
    rules = json.loads(saved(page, desk, "Marks for free text"))["late"]
    assert (rules["due"], rules["zone"], rules["percent_per_day"]) == ("2026-11-18T12:00", "Europe/Kyiv", 10)
    rows.filter(has_text="right.json").get_by_role("button").press("Enter")
    expect(one).to_contain_text("Late: 2 days have begun since 2026-11-18 12:00")
    assert faults(page, "section.desk") == []
    late.get_by_label("off, for each day").fill("0")
    late.get_by_label("off, for each day").press("Tab")
    # *Forget them all* asks, and can be undone.
    desk.get_by_role("button", name="Forget them all").click()
    desk.get_by_role("button", name="Keep them").click()
    desk.get_by_role("button", name="Forget them all").click()
    desk.get_by_role("button", name="Drop them").click()
    expect(desk.locator(".saved")).to_contain_text("Nothing is kept any more")
    desk.get_by_role("button", name="Bring them back").click()
    expect(desk.locator(".saved")).to_contain_text("kept again")
    # The same files again: nothing is marked twice; and the course platform's export comes back with one column filled.
    (tmp_path / "export.csv").write_bytes(EXPORT.encode("utf-8-sig"))
    further = desk.locator("details", has=page.locator("#desk-roster"))
    further.locator("summary").press("Enter")
    further.get_by_label("Class list (CSV)").set_input_files(tmp_path / "export.csv")
    further.get_by_label("Column for the totals").select_option("Week 2 (78)")
    desk.get_by_role("button", name="Grade", exact=True).click()
    expect(desk.locator(".said")).to_contain_text("had been before", timeout=150_000)
    expect(desk.locator(".changed tbody tr")).to_contain_text("Total")
    expect(desk.locator(".changed tbody tr")).to_contain_text("3.5")
    with page.expect_download() as download:
        desk.get_by_role("button", name="Feedback for learners").click()
    with zipfile.ZipFile(download.value.path()) as archive:
        pages = {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    assert len(pages) == 2 and "<script>top.canary" not in "".join(pages.values())
    assert "1 of 1 points: right" in pages["bo.html"]
    with page.expect_download() as download:
        desk.get_by_role("button", name="The export, filled in").click()
    assert Path(download.value.path()).read_bytes().decode("utf-8") == f"\ufeff{EXPORT[:-1]}1\n"
    marks_by_criteria_and_over_others(page, desk)
    page.set_viewport_size({"width": 1280, "height": 900})
