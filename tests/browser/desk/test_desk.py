"""The grading desk: right is right, nothing else is, and no hand-in reaches the page or the network."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attacks import ATTACKS
from hand_ins import REFLECTION, Desk, key, receipt
from lab_on_page import faults
from paths import ROOT
from playwright.sync_api import Browser, Page, expect
from watched_page import Watched, dress

from coursekit.exercise import trial
from coursekit.exercise.file.read import read
from coursekit.exercise.mark.reference import case_seed

pytestmark = pytest.mark.timeout(300)
ONE, TABLE, MOVED = "symbiosis_credit", "promises_honour", "presence_panel"
EXERCISES = {id: read(ROOT / "exercises" / f"{id}.py") for id in (ONE, TABLE, MOVED)}
LINES = [{"text": f"{name}: strong: all; adequate: some; weak: none", "points": 2} for name in ("Claim", "Evidence")]
ESSAY = {"prompt": "How much?", "points": 4, "rubric": LINES, "page": "x.html"}
KEY = key(*EXERCISES, reflections={"promises": REFLECTION, "counting": ESSAY})
MARKUP = "<script>top.canary=1</script><img src=x onerror='top.canary=1'>"


@pytest.fixture(scope="module")
def watch(browser: Browser) -> Iterator[Watched]:
    """One page for all: starting Python costs most of the time."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, service_workers="block")
    context.set_default_timeout(60_000)
    dress(context, "light")
    watched = Watched(context)
    watched.page.on("dialog", lambda dialog: watched.console.append(f"dialog: {dialog.message}"))
    yield watched
    context.close()


@pytest.fixture(scope="module")
def marked(watch: Watched, base: str) -> dict[str, dict[str, Any]]:
    """Every hand-in of this file, marked in one session."""
    desk = Desk(watch.page, base)
    desk.open(KEY, limit_s=3)
    found = desk.grade({**SOUND, **ODD})
    desk.open(KEY, limit_s=1)
    return found | desk.grade(
        {f"attack {name}": receipt(symbiosis_credit=code) for name, (code, *_) in ATTACKS.items()}
    )


def mistake(id: str, name: str) -> str:
    exercise = EXERCISES[id]
    return f"{exercise.solution}\n{exercise.mistakes_source}\n{exercise.subject} = {name}\n"


MISTAKES = [(id, name) for id, exercise in EXERCISES.items() for name in list(exercise.mistakes)[:2]]
GOOD = {id: exercise.solution for id, exercise in EXERCISES.items()}
SOUND = {
    "right.json": receipt(**GOOD),
    "starter.json": receipt(**{id: exercise.starter for id, exercise in EXERCISES.items()}),
    # One that never ends, and one that breaks Python, do not spoil what stands beside them.
    "mixed.json": receipt(
        promises_honour="while True: pass",
        presence_panel="import coursekit.live.stdout as p\np.Printed.write = None\nimport sys\nsys.modules.clear()",
        symbiosis_credit=GOOD[ONE],
    ),
    **{f"{id} {name}": receipt(**{id: mistake(id, name)}) for id, name in MISTAKES},
}


def zipped(**files: str | bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def notebook(content: object) -> str:
    return json.dumps(
        {"cells": [], "metadata": {"touched_measured_counted": content}, "nbformat": 4, "nbformat_minor": 5}
    )


WHOLE = receipt(symbiosis_credit=GOOD[ONE])
ODD: dict[str, str | bytes] = {
    "empty.json": "",
    "cut.json": WHOLE[:200],
    "bytes.json": b"\xff\xfe\x00{",
    "changed.json": WHOLE.replace('"work"', "work"),
    "deep.json": "[" * 100_000,
    "list.json": "[]",
    "other.json": '{"format": "other"}',
    "kept.json": '{"format": "touched-measured-counted/work", "version": 1}',
    "version.json": receipt(top={"version": 2}),
    "no-work.json": receipt(top={"work": []}),
    "big.json": receipt(work={"reflection/x": {"text": "x" * 2_100_000}}),
    "notebook.ipynb": notebook(json.loads(WHOLE)),
    "bare.ipynb": json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}),
    "shapes.json": receipt(
        work={
            "exercise/symbiosis_credit": {"code": 5},
            "exercise/unknown_one": {"code": "x"},
            "exercise/__proto__": {"code": "x"},
            "question/__proto__": {"given": [0]},
            "__proto__": {"x": 1},
            "memo/design": {"answers": {"__proto__": "x", "law": "y"}},
            "question/promises-exits": {"given": {"x": 1}},
            "else/x": 1,
            "reflection/promises": None,
        }
    ),
    "scores.json": receipt(symbiosis_credit="credit = 1", top={"score": 100, "grade": "A", "total": 1e9}),
    "markup.json": receipt(
        MARKUP,
        symbiosis_credit=f"# {MARKUP}\nraise ValueError({MARKUP!r})",
        work={
            "reflection/promises": {"text": MARKUP, "at": MARKUP},
            "prediction/x": {"guess": MARKUP, "answer": MARKUP, "at": MARKUP},
            f"question/{MARKUP}": {"given": MARKUP},
        },
        top={MARKUP: MARKUP, "saved": MARKUP, "course": {"build": MARKUP, "edition": MARKUP, "title": MARKUP}},
    ),
    "class.zip": zipped(
        **{
            "a/anna.json": WHOLE,
            "__MACOSX/._x": b"x",
            "b/cut.json": "{",
            "b/more.zip": zipped(x="y", **{"inner.zip": zipped(**{"ben.json": WHOLE})}),
            "b/bomb.json": b"0" * 300_000_000,
        }
    ),
    "cut.zip": zipped(**{"anna.json": WHOLE * 3})[:-40],
}
REASONS = {
    "empty.json": "empty",
    "cut.json": "breaks off",
    "bytes.json": "not text",
    "changed.json": "no JSON",
    "deep.json": "nested",
    "list.json": "no receipt",
    "other.json": "no receipt",
    "kept.json": "kept work",
    "version.json": "version 2",
    "no-work.json": "no work",
    "big.json": "2 MB",
    "bare.ipynb": "carries no receipt",
    "class.zip/b/cut.json": "breaks off",
    "class.zip/b/more.zip/x": "no JSON",
    "class.zip/b/bomb.json": "MB",
    "cut.zip": "damaged",
}


def test_marks_are_the_authors_marks(marked: dict[str, dict[str, Any]]):
    """What `coursekit.exercise.trial` gives with the same secret, mistake by mistake."""
    for id, name in MISTAKES:
        exercise = EXERCISES[id]
        share = trial.mark(exercise, trial.mistake(exercise, name), case_seed(KEY["secret"], id))
        found = marked[f"{id} {name}"]["exercises"][id]
        assert found["share"] == pytest.approx(share), (id, name, found)
        fitting = ("right",) if share == 1 else ("partly",) if share else ("wrong", "error")
        assert found["outcome"] in fitting, (id, name, found)
        assert found.get("mistakes") == [name], "a planned mistake is told by its answers"
    right = marked["right.json"]["exercises"]
    assert {id: (found["outcome"], found["share"]) for id, found in right.items()} == dict.fromkeys(
        EXERCISES, ("right", 1)
    )
    assert marked["right.json"]["flags"] == []
    assert not any("mistakes" in found for found in right.values())
    assert all(found["share"] < 0.5 for found in marked["starter.json"]["exercises"].values())


def test_nothing_but_the_right_answer_gets_anything(marked: dict[str, dict[str, Any]]):
    for name, (_, outcomes, flagged) in ATTACKS.items():
        one = marked[f"attack {name}"]
        found = one["exercises"][ONE]
        assert found["share"] == 0, (name, found)
        assert found["outcome"] in outcomes, (name, found)
        assert bool(one["flags"]) or not flagged, (name, "no sign told")
        assert "FOUND" not in found["detail"], (name, found)


def test_one_exercise_does_not_spoil_the_next(marked: dict[str, dict[str, Any]]):
    found = marked["mixed.json"]["exercises"]
    assert found[TABLE]["outcome"] == "timeout"
    assert found[MOVED]["share"] == 0
    assert found[ONE]["outcome"] == "right"


def test_what_cannot_be_graded_is_named_with_its_reason(marked: dict[str, dict[str, Any]]):
    for file, reason in REASONS.items():
        one = marked[file]
        assert one["status"] == ("too-big" if file == "big.json" else "malformed"), one
        assert reason in " ".join(one["notes"]), one
    for file in ("a/anna.json", "b/more.zip/inner.zip/ben.json"):
        assert marked[f"class.zip/{file}"]["exercises"][ONE]["outcome"] == "right"
    assert marked["notebook.ipynb"]["exercises"][ONE]["outcome"] == "right"
    assert not any("__MACOSX" in file for file in marked)


def test_what_can_be_graded_of_an_odd_file_is(marked: dict[str, dict[str, Any]]):
    shapes = marked["shapes.json"]
    assert shapes["status"] == "read"
    assert shapes["exercises"][ONE]["outcome"] == "malformed"
    assert shapes["texts"] == {"memo/design/law": "y"}
    assert "unknown_one" in " ".join(shapes["notes"])
    scores = marked["scores.json"]
    assert "score, grade, total" in scores["flags"][0]
    assert scores["exercises"][ONE]["share"] == 0
    notes = " ".join(marked["right.json"]["notes"])
    assert "another edition" in notes
    assert "another version" in " ".join(marked["right.json"]["exercises"][ONE]["notes"])


def test_nothing_reached_the_page_or_the_network(marked: dict[str, dict[str, Any]], watch: Watched):
    assert marked
    assert watch.page.evaluate("window.canary") is None
    assert watch.foreign() == []
    assert not [request.url for request in watch.requests if "leak" in request.url]
    assert not [line for line in watch.console if line.startswith("dialog")]


def test_questions_are_judged_from_the_key(watch: Watched, base: str):
    asked = KEY["questions"]
    by_kind = {question["kind"]: id for id, question in asked.items()}
    work, wanted = {}, {}
    for id, question in asked.items():
        answers = question.get("answers") or []
        right = [n for n, answer in enumerate(answers) if answer["right"]]
        sides = sorted({partner for _, partner in question.get("pairs", [])})
        given = {
            "choice": right,
            "several": right,
            "number": question.get("answer"),
            "order": list(range(len(question.get("order", [])))),
            "match": [sides.index(partner) for _, partner in question.get("pairs", [])],
        }[question["kind"]]
        work[f"question/{id}"] = {"given": given, "right": False, "tries": 1, "at": ""}
        wanted[id] = ("right", 1)
    wrong = {f"question/{id}": {"given": [0, 0, 0, 0, 0, 0, 0, 0, 0], "right": True} for id in asked}
    empty = {f"question/{id}": {"given": [], "right": True} for id in asked}
    desk = Desk(watch.page, base)
    desk.open(KEY)
    found = desk.grade(
        {
            "right": receipt(work=work),
            "wrong": receipt(work=wrong),
            "empty": receipt(work=empty),
            "none": receipt(work={}),
        }
    )
    assert {id: (one["outcome"], one["share"]) for id, one in found["right"]["questions"].items()} == wanted
    assert all(one["share"] == 0 for name in ("wrong", "empty") for one in found[name]["questions"].values())
    assert found["none"]["questions"] == {}
    assert by_kind


def test_a_key_that_is_none_is_refused_in_a_sentence(watch: Watched, base: str):
    desk = Desk(watch.page, base)
    for bad in ("{", {}, {**KEY, "version": 2}, {**KEY, "secret": "x"}, {**KEY, "exercises": [{}]}):
        with pytest.raises(Exception, match=r"[Mm]ake key"):
            desk.open(bad)
    with pytest.raises(Exception, match="lacks: army_own"):
        desk.open(KEY, items=[{"kind": "exercise", "id": "army_own", "points": 1}])


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
    conflict.get_by_role("button", name="Take this mark: <i>ZZ, 1 points").press("Enter")
    expect(conflict).to_be_hidden()
    expect(desk.locator(".saved")).to_contain_text("1 points count for counting now")
    expect(desk.locator("h2", has_text="What came of it")).to_be_focused()
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


def saved(page: Page, desk: Any, button: str) -> str:
    with page.expect_download() as download:
        desk.get_by_role("button", name=button).click()
    return Path(download.value.path()).read_text("utf-8-sig")
