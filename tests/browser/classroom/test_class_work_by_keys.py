"""A learner's and an instructor's work through the accessibility tree and keys alone: the transcript is kept."""

from __future__ import annotations

import json
from difflib import unified_diff
from pathlib import Path

import pytest
import screen_reader
from assignment_reference import link
from hand_ins import key, receipt
from playwright.sync_api import Page
from screen_reader import ScreenReader

from coursekit.classroom.assignment.format import Assignment, Item

pytestmark = pytest.mark.kept_profile
TRANSCRIPT = Path(screen_reader.__file__).with_name("class_work_heard_by_keys.txt")
FIRST = Assignment("First week", (Item("question", "presence-tripwire", 2), Item("question", "presence-clock", 1)))
SECOND = Assignment("Second week", (Item("reflection", "promises", 4),))
LINES = [{"text": f"{name}: strong: all; weak: none", "points": 2} for name in ("Claim", "Evidence")]
ESSAY = {"prompt": "How much?", "points": 4, "rubric": LINES, "page": "x.html"}
# From what stands there to the right order, item by item: which one moves, and how often.
TO_THE_TOP = (("A thousand more soldiers in the way", 2), ("Ten thousand more soldiers in the way", 0))


def held_against_the_transcript(reader: ScreenReader, part: str) -> None:
    """What was heard is the part of the transcript under that heading."""
    parts = dict(one.split("\n", 1) for one in TRANSCRIPT.read_text("utf-8").split("# ") if one)
    kept = parts[part].strip().splitlines()
    difference = "\n".join(unified_diff(kept, reader.transcript, "kept", "heard", lineterm="", n=2))
    assert not difference, f"{difference}\nIf this is as it should be heard, write it into {TRANSCRIPT.name}."


def learn(reader: ScreenReader, base: str) -> dict:
    """Draw a guess, answer by pairs and by order, hand in; take a second assignment, and go back to the first."""
    page = reader.page
    reader.open("the link to the first assignment", link(FIRST, base))
    reader.go_to("DisclosureTriangle", "What is assigned")
    reader.press("Enter")
    reader.press("Tab")
    reader.do("Enter")

    reader.go_to("combobox", "Five hundred soldiers")
    for choices in (("neither", "resolve"), ("resolve", "the local balance"), ("the local balance", "neither")):
        reader.press(*["ArrowDown"] * (1 + ("neither", "resolve", "the local balance").index(choices[1])))
        reader.press("Tab")
    reader.do("Enter")
    reader.hear("^Right")

    reader.go_to("button", "Move “A thousand more soldiers in the way” up")
    reader.do("Enter")
    reader.hear("now 2 of 4")
    reader.press("Enter")
    reader.hear("now 1 of 4")
    reader.go_to("button", "Check In the lab’s default case")
    reader.do("Enter")
    reader.hear("Not yet")
    reader.go_to("button", "Move “Deciding in half a day instead of two” up")
    reader.do("Enter")
    reader.hear("now 3 of 4")
    reader.go_to("button", "Check In the lab’s default case")
    reader.do("Enter")
    reader.hear("^Right. A thousand soldiers")

    reader.go_to("slider", "after 0 years")
    for steps in (10, 6, 3, 1, 0):
        if steps:
            reader.press(*["ArrowUp"] * steps)
        reader.press("Tab")
    reader.do("Enter")
    page.wait_for_function("() => document.activeElement.matches('.guesses')")
    reader.hear("1 point you left")

    reader.go_to("button", "Hand in")
    reader.press("Enter")
    reader.write("ann")
    reader.press("Tab")
    with page.expect_download() as handed_in:
        reader.do("Enter")
    page.goto("about:blank")  # a link that differs only behind its # opens nothing anew
    reader.open("the link to the second assignment", link(SECOND, base))
    reader.read("region", "Your assignment")
    reader.go_to("DisclosureTriangle", "My work in this browser")
    reader.press("Enter")
    reader.go_to("button", "Switch to “First week”")
    reader.do("Enter")
    page.wait_for_function("() => document.activeElement.matches('.assignment .title')")
    reader.read("StaticText", "First week")
    return json.loads(Path(handed_in.value.path()).read_text("utf-8"))


def mark(reader: ScreenReader, base: str, folder: Path) -> list[Path]:
    """At the desk: choose files, grade, open a hand-in, mark an essay by its rubric, save two files."""
    page, saved = reader.page, []
    (folder / "ann.json").write_text(receipt("ann", work={"reflection/counting": {"text": "So many."}}), "utf-8")
    (folder / "key.json").write_text(json.dumps(key(reflections={"counting": ESSAY})), "utf-8")
    reader.open("the desk", f"{base}book/desk.html")
    page.locator("section.desk[data-state=ready]").wait_for(state="attached")
    for name, file in (("Receipts, notebooks", "ann.json"), ("The file key.json", "key.json")):
        reader.go_to("button", name)
        page.locator(":focus").set_input_files(folder / file)  # in place of the system's own dialog
    reader.go_to("button", "Grade")
    reader.do("Enter")
    reader.hear("marked")
    reader.go_to("button", "ann")
    reader.do("Enter")
    page.wait_for_function("() => document.activeElement.matches('.one h3')")
    reader.read("StaticText", "So many.")
    reader.go_to("spinbutton", "Points for “Claim”")
    for points in ("2", "1.5"):
        reader.write(points)
        reader.press("Enter")
    reader.hear("3.5")
    for sheet in ("Gradebook", "Marks for free text"):
        reader.go_to("button", sheet)
        with page.expect_download() as download:
            reader.do("Enter")
        saved.append(Path(download.value.path()))
        reader.hear("Saved")
    return saved


def test_a_drawn_guess_pairs_an_order_a_hand_in_and_two_assignments(page: Page, base: str) -> None:
    reader = ScreenReader(page)
    handed_in = learn(reader, base)
    assert handed_in["alias"] == "ann" and handed_in["assignment"]["title"] == FIRST.title
    assert all(handed_in["work"][f"question/{item.id}"]["right"] for item in FIRST.items)
    held_against_the_transcript(reader, "learner")


def test_an_essay_is_marked_by_its_rubric_and_the_marks_are_saved(page: Page, base: str, tmp_path: Path) -> None:
    reader = ScreenReader(page)
    gradebook, marks = mark(reader, base, tmp_path)
    assert "3.5" in gradebook.read_text("utf-8-sig")
    assert json.loads(marks.read_text("utf-8"))["marks"][0]["points"] == 3.5
    held_against_the_transcript(reader, "instructor")
