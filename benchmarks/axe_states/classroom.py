"""States of what a class works with: the assign page, a panel, switching assignments, the desk with results."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from assignment_reference import link
from hand_ins import REFLECTION, Desk, key, receipt
from playwright.sync_api import expect

from axe_states.look import Walk
from axe_states.reading import UNFOLD
from coursekit.classroom.assignment.format import Assignment, Item
from coursekit.words import say

WEEK = Assignment(
    "First week",
    (Item("exercise", "promises_honour", 2), Item("question", "promises-budapest"), Item("reflection", "promises", 4)),
    "IR",
    "2020-12-01T22:59:00Z",
)
NEXT = Assignment("Second week", (Item("chapter", "counting"), Item("lab", "tripwire", state="contingent=1200")))
LINES = [{"text": f"{name}: strong: all; adequate: some; weak: none", "points": 2} for name in ("Claim", "Evidence")]
ESSAY = {"prompt": "How much?", "points": 4, "rubric": LINES, "page": "x.html"}


def assign(walk: Walk) -> None:
    """The page that makes a link: as it opens, and with all rows, a state of a lab and the syllabus."""
    with walk.reader("book/assign.html") as page:
        section = page.locator("section.assign")
        expect(section).to_have_attribute("data-state", "ready")
        walk.look(page, "assign page")
        page.evaluate(UNFOLD)
        row = section.locator(".chapter li", has=page.locator("#assign-lab-tripwire"))
        row.locator("select").select_option("link")
        row.locator("input[type=text]").fill("no-link")
        walk.press(page.get_by_role("button", name=say("assign.copy")))
        walk.look(page, "assign page with rows open")


def panel(walk: Walk) -> None:
    """An assignment's panel: open, handing in, beside a second, being left; and its marks in a chapter."""
    with walk.reader("index.html") as page:
        for one in (WEEK, NEXT, WEEK):
            page.goto("about:blank")
            page.goto(link(one, walk.base))
            expect(page.locator("section.assignment .title")).to_contain_text(one.title)
        box = page.locator("section.assignment")
        walk.look(page, "assignment panel", "section.assignment", ".contents, #contents")
        walk.press(box.locator("summary").first)
        walk.press(box.get_by_role("button", name=say("assignment.hand-in"), exact=True))
        box.get_by_label(say("hand-in.alias")).fill("ann")
        walk.press(box.get_by_role("button", name=say("hand-in.json")))
        walk.look(page, "assignment panel, handing in", "section.assignment")
        walk.press(box.get_by_role("button", name=say("assignment.leave")))
        walk.look(page, "assignment panel, leaving", "section.assignment", views=("light", "dark", "forced", "320"))
        page.goto(f"{walk.base}chapters/promises.html")
        page.locator("details.my-work").evaluate("(box) => { box.open = true; }")
        expect(page.locator("button[data-do=save]")).to_be_enabled()
        walk.look(page, "assigned chapter and the list of assignments")
        page.goto(f"{walk.base}book/index.html#assignment=nonsense")
        page.reload()
        walk.look(page, "a bad link to an assignment", views=("light", "dark", "320"))


def desk(walk: Walk) -> None:
    """The desk: with a key, with results, a hand-in open, an essay marked, graders who disagree, late rules."""
    with walk.reader("book/desk.html") as page, tempfile.TemporaryDirectory() as folder:
        Desk(page, walk.base)
        files = {
            "ann.json": receipt(
                "ann", symbiosis_credit="credit = 1", work={"reflection/counting": {"text": "So many."}}
            ),
            "bo.json": receipt("bo", symbiosis_credit="1 / 0", work={"reflection/promises": {"text": "Because."}}),
            "cut.json": "{",
            "key.json": json.dumps(key("symbiosis_credit", reflections={"promises": REFLECTION, "counting": ESSAY})),
        }
        for name, text in files.items():
            (Path(folder) / name).write_text(text, "utf-8")
        whole = page.locator("section.desk")
        walk.look(page, "desk, open", "section.desk")
        whole.get_by_label("Receipts, notebooks").set_input_files([Path(folder) / name for name in list(files)[:3]])
        whole.get_by_label("The file key.json").set_input_files(Path(folder) / "key.json")
        walk.press(whole.get_by_role("button", name="Grade", exact=True))
        expect(whole.locator(".said")).to_contain_text("are marked", timeout=150_000)
        page.evaluate(UNFOLD)
        walk.look(page, "desk with results")
        walk.press(whole.locator("tbody tr", has_text="ann.json").get_by_role("button"))
        one = whole.locator(".one")
        expect(one.locator("h3")).to_be_focused()
        for name in ("Claim", "Evidence"):
            one.get_by_label(f"Points for “{name}”").fill("1")
            one.get_by_label(f"Points for “{name}”").press("Tab")
        one.get_by_label("Comment on “Evidence”").fill("Name the interval.")
        walk.press(one.get_by_role("button", name="Keep this comment to use it again").first)
        page.evaluate(UNFOLD)
        walk.look(page, "desk with an essay open", "section.desk")
        one.get_by_label("Comment on “Claim”").focus()
        with page.expect_download() as download:
            whole.get_by_role("button", name="Marks for free text").press("Enter")
        marks = json.loads(Path(download.value.path()).read_text("utf-8"))
        assert marks["marks"], "no mark was kept"
        for mark in marks["marks"]:
            del mark["criteria"], mark["of"]
            mark |= {"points": 4, "grader": "CD"}
        (Path(folder) / "marks.json").write_text(json.dumps(marks), "utf-8")
        page.locator("#desk-marks").set_input_files(Path(folder) / "marks.json")
        expect(whole.locator(".conflicts tbody tr").first).to_be_visible()
        walk.look(page, "desk where graders disagree", "section.desk")
        walk.press(whole.locator(".conflicts tbody td button").first)
        walk.press(whole.get_by_role("button", name="Forget them all"))
        walk.look(page, "desk, asking before it forgets", "section.desk", views=("light", "dark", "forced", "320"))
        walk.press(whole.get_by_role("button", name="Drop them"))
        walk.press(whole.get_by_role("button", name="Bring them back"))
