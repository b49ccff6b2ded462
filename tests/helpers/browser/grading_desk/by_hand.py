"""What a person does at the desk beyond one mark a text: rubrics, overrides, several graders."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from lab_on_page import faults
from playwright.sync_api import Page, expect
from xapi_rules import faults as xapi_faults


def marks_by_criteria_and_over_others(page: Page, desk: Any) -> None:
    """Numbers, letters and Enter mark a rubric; a reason is needed to change what marking gave."""
    one, rows = desk.locator(".one"), desk.locator("tbody tr")
    rows.filter(has_text="markup.json").get_by_role("button").press("Enter")
    claim, evidence = (one.get_by_label(f"Points for “{name}”") for name in ("Claim", "Evidence"))
    expect(one).to_contain_text("2 of 2 criteria have no points yet")
    claim.press_sequentially("1.5")
    claim.press("Enter")
    expect(evidence).to_be_focused()
    expect(one).to_contain_text("1 of 2 criteria has no points yet")
    one.get_by_label("Comment on “Evidence”").fill("Name the <b>interval</b>.")
    box = one.locator(".criterion", has=page.get_by_label("Points for “Evidence”"))
    box.get_by_role("button", name="Keep this comment to use it again").press("Enter")
    expect(box.get_by_role("button", name="a: Name the <b>interval</b>.")).to_be_visible()
    one.get_by_label("Comment on “Evidence”").fill("")
    evidence.focus()
    evidence.press_sequentially("1a")
    expect(one.get_by_label("Comment on “Evidence”")).to_have_value("Name the <b>interval</b>.")
    expect(evidence).to_have_value("1")
    expect(one.locator(".total")).to_contain_text("2.5 of 4")
    one.get_by_text("Give counting other points").press("Enter")
    one.get_by_label("Other points for counting").fill("3")
    one.get_by_role("button", name="Override the mark").click()
    expect(one.locator(".overridden")).to_have_text(["", ""])
    one.get_by_label("Why counting gets other points").fill("A late page counts.")
    one.get_by_role("button", name="Override the mark").click()
    expect(one.locator(".overridden").filter(has_text="Overridden by AB: 3 instead of 2.5")).to_be_visible()
    assert faults(page, "section.desk") == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways"
    rows.filter(has_text="right.json").get_by_role("button").press("Enter")
    one.get_by_text("Give symbiosis_credit other points").press("Enter")
    one.get_by_label("Other points for symbiosis_credit").fill("0.5")
    one.get_by_label("Why symbiosis_credit gets other points").fill("Copied.")
    one.get_by_role("button", name="Override the mark").click()
    expect(rows.filter(has_text="right.json")).to_contain_text("0.5 (1 mark overridden)")
    file = json.loads(saved(page, desk, "Marks for free text"))
    assert [comment["text"] for comment in file["bank"]] == ["Name the <b>interval</b>."]
    over = {mark["item"]: (mark["points"], mark["reason"]) for mark in file["marks"] if "reason" in mark}
    assert over == {
        "reflection/counting": (3, "A late page counts."),
        "exercise/symbiosis_credit": (0.5, "Copied."),
    }
    book = saved(page, desk, "Gradebook")
    assert "overridden by hand" in book and "counting, overridden by AB: 3 instead of 2.5 (marked by hand)" in book
    one.get_by_role("button", name="Take the override back").click()
    expect(rows.filter(has_text="right.json")).not_to_contain_text("overridden")
    several_graders(page, desk, file)


def several_graders(page: Page, desk: Any, file: dict[str, Any]) -> None:
    """Shares are said, names hidden, and where graders disagree the marks stand side by side and one is taken."""
    rows, graders = desk.locator(".handed tbody tr"), desk.locator("details", has=page.locator("#desk-marks"))
    [over] = [mark for mark in file["marks"] if mark["item"] == "reflection/counting"]
    others = {**file, "marks": [{**over, "points": 1, "grader": "<i>ZZ", "reason": "Not so late."}]}
    payload = {"name": "zz.json", "mimeType": "application/json", "buffer": json.dumps(others).encode()}
    graders.get_by_label("Add marks from files").set_input_files(payload)
    conflict = desk.locator(".conflicts")
    expect(conflict).to_contain_text("Graders disagree on 1 item")
    expect(conflict.locator("td").filter(has_text="AB: 3")).to_contain_text("A late page counts.")
    assert faults(page, "section.desk") == []
    # The list that the command line's --decide takes is saved here too; no x in it decides nothing.
    listed = saved(page, desk, "Disagreements, to decide")
    assert sorted(row["points"] for row in csv.DictReader(io.StringIO(listed))) == ["1", "3"]
    decide(graders, listed)
    expect(graders.locator(".merged")).to_contain_text("0 decisions were taken")
    expect(conflict).to_contain_text("Graders disagree on 1 item")
    conflict.get_by_role("button", name="Take this mark: <i>ZZ, 1 points").press("Enter")
    expect(conflict).to_be_hidden()
    expect(desk.locator(".saved")).to_contain_text("1 points count for counting now")
    expect(desk.locator("h2", has_text="What came of it")).to_be_focused()
    # What is decided already, a list does not decide again.
    decide(graders, listed.replace("\r\n,", "\r\nx,", 1).replace("\n,", "\nx,", 1))
    expect(graders.locator(".merged")).to_contain_text("no longer fits the marks")
    statements = json.loads(saved(page, desk, "xAPI statements"))
    assert statements and xapi_faults(statements) == []
    last = json.loads(saved(page, desk, "Marks for free text"))
    decided = [mark for mark in last["marks"] if mark["item"] == "reflection/counting" and mark.get("decides")]
    assert [(mark["grader"], mark["points"], mark["reason"]) for mark in decided] == [("AB", 1, "Not so late.")]
    graders.get_by_label("All graders’ names").fill("AB, CD")
    graders.get_by_label("All graders’ names").press("Tab")
    expect(graders.locator(".shares-said")).to_contain_text("Only your share is shown")
    assert json.loads(saved(page, desk, "Marks for free text"))["sharing"]["graders"] == ["AB", "CD"]
    assert saved(page, desk, "Who marks what").splitlines()[0] == "file,alias,item,grader"
    graders.get_by_label("All graders’ names").fill("")
    graders.get_by_label("Hide names").check()
    expect(desk.locator(".handed tbody")).not_to_contain_text("right.json")
    names = rows.get_by_role("button").all_inner_texts()
    assert len(set(names)) == 3 and all(name.startswith("Hand-in ") for name in names)
    rows.first.get_by_role("button").press("Enter")
    expect(desk.locator(".one h3")).to_have_text(names[0])
    assert "json" not in desk.locator(".one .file").inner_text()
    graders.get_by_label("Hide names").uncheck()
    expect(rows.filter(has_text="right.json")).to_be_visible()


def decide(graders: Any, listed: str) -> None:
    """Give the desk a list of disagreements."""
    payload = {"name": "conflicts.csv", "mimeType": "text/csv", "buffer": listed.encode()}
    graders.get_by_label("Add marks from files").set_input_files(payload)


def saved(page: Page, desk: Any, button: str) -> str:
    with page.expect_download() as download:
        desk.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_text("utf-8-sig")
