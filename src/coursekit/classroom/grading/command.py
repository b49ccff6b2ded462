"""``coursekit grade``: from a folder or ZIP of hand-ins to a gradebook, with the grading desk's own page."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from coursekit.classroom.answer_key.key import exercise_files
from coursekit.classroom.answer_key.try_all import try_all
from coursekit.classroom.grading.changes import changes, earlier_gradebook, keep
from coursekit.classroom.grading.class_lists import read_choices, read_extensions
from coursekit.classroom.grading.desk_driver import CHUNK, PAGE, Desk
from coursekit.classroom.grading.inputs import read_given, read_marks
from coursekit.classroom.grading.marking.mark_all import mark_all, mark_here, mark_there
from coursekit.classroom.grading.options import Asked
from coursekit.classroom.grading.results import Results, timed_out
from coursekit.classroom.grading.sheets import Made, write_sheets
from coursekit.classroom.grading.submissions import found
from coursekit.classroom.grading.summary import flagged, summary
from coursekit.classroom.grading.watch import Crashed
from coursekit.exercise.file.cells import Malformed
from coursekit.tasks.browser import NoBrowser
from coursekit.tasks.serve import served
from coursekit.tasks.steps import Failed, tell
from coursekit.words import say

MARKS = "marks.json"
CHANGED = "changed.csv"
BESIDE = (
    *("canvas.csv", "moodle.csv", "filled-in.csv", "feedback.zip", "report.html", "monday.html", "results.jsonl"),
    *(CHANGED, MARKS, "mistakes.csv", "shares.csv", "conflicts.csv", "xapi.json"),
)


def site(places: Iterable[Path]) -> Path:
    """Return the first of some folders that holds a built site with the desk: any edition's will do.

    Raises
    ------
    Failed
        If none is built.
    """
    if html := next((html for html in places if (html / PAGE).is_file()), None):
        return html
    raise Failed("Grading drives the built site's own grading desk, and no site is built here: run `make book` first.")


def grade(asked: Asked, places: Iterable[Path]) -> int:
    """Grade what is there and write the gradebook and what stands beside it.

    Parameters
    ----------
    asked
        What the command line asks for.
    places
        The folders in which a built site may be.

    Returns
    -------
    int
        The exit code.

    Raises
    ------
    Failed
        If nothing can be graded at all; the message says what to do.
    """
    html, place = site(places), asked.place
    if not place.exists():
        raise Failed(f"There is no {place}: name the folder, or the ZIP, with the hand-ins.")
    how = (asked.assignment, asked.roster, asked.jobs, asked.edited, asked.limit, asked.exported, asked.column)
    given = read_given(asked.key, asked.exercises, *how)
    try:
        if asked.exercises:
            try_all([*exercise_files(asked.exercises).values()], [], str(given.key["secret"]))
    except Malformed as error:
        raise Failed(f"An exercise of your own cannot be used. {error}") from error
    out = asked.out / "gradebook.csv" if asked.out.is_dir() else asked.out
    out.parent.mkdir(parents=True, exist_ok=True)
    own = [out, *(out.parent / name for name in BESIDE), asked.key, asked.key / "key.json"]
    own += asked.marks
    own += [one for one in (asked.roster, asked.exported, asked.extensions, asked.decide) if one]
    own += [Path(asked.assignment)] if asked.assignment and len(asked.assignment) < 1000 else []
    marks = read_marks([out.parent / MARKS, *asked.marks])
    given.how.update(solutions=asked.solutions, scale=asked.scale, choices=read_choices(asked.decide), xapi=asked.xapi)
    if asked.graders:
        given.how["sharing"] = {"graders": asked.graders, "by": asked.by, "seed": asked.seed}
    if asked.extensions:
        given.how["extensions"] = read_extensions(asked.extensions)
    before = earlier_gradebook(out)
    results = Results(out.parent / "results.jsonl", given.fingerprint, asked.fresh, given.secret)
    if results.other_secret:
        tell(say("grade.other-secret", n=results.other_secret, file=out.parent / "results.jsonl", key=asked.key))
    try:
        listed = [(one.file, one.id) for one in found(place, own)]
        if not listed:
            raise Failed(f"Nothing was handed in in {place}: it should hold receipts (.json, .ipynb) or ZIPs of them.")
        if asked.dask:
            mark_all(found(place, own), listed, results, mark_there(asked.dask, html, given))
        with served(html) as address, sync_playwright() as playwright:
            try:
                desk = Desk(playwright, address, [given.key, given.how], tell)
            except NoBrowser as none:
                raise Failed(str(none)) from None
            try:
                if not asked.dask:
                    mark_all(found(place, own), listed, results, mark_here(desk, given))
                made = _write(desk, listed, results, out, marks)
            finally:
                desk.stop()
    finally:
        results.close()
    changed = changes(before, out.read_text("utf-8-sig"))
    keep(changed, out.parent / CHANGED, time.strftime("%Y-%m-%dT%H:%M:%S%z"))
    files = [name for name in BESIDE if name in made.files or (name == CHANGED and changed) or name == "results.jsonl"]
    summary(made, out, files, changed)
    return 0


def _write(
    desk: Desk, listed: list[tuple[str, str]], results: Results, out: Path, marks: Sequence[tuple[str, str]] = ()
) -> Made:
    """Write the sheets; return what the summary needs of each hand-in and of the files, and what to warn of."""
    for attempt in (1, 2):
        brief: list[dict[str, Any]] = []
        try:
            if not desk.running:
                desk.start()
            for start in range(0, len(listed), CHUNK):
                names = listed[start : start + CHUNK]
                # The same file under another name was graded once and has a row for each. No sheet shows a free text,
                # only whether there is one.
                some = [
                    {
                        **marked,
                        "file": file,
                        "texts": {key: words.strip()[:1] for key, words in marked["texts"].items()},
                    }
                    for (file, _), marked in zip(names, results.read([id for _, id in names]), strict=True)
                ]
                desk.gather(some)
                brief += [
                    {name: one.get(name) for name in ("file", "status", "notes")}
                    | {"flagged": flagged(one), "late": timed_out(one)}
                    for one in some
                ]
            merged = desk.give_marks(list(marks)) if marks else ""
            made, warned = desk.sheets(), desk.warnings()
            break
        except Crashed as end:
            desk.stop()
            if attempt == 2:
                raise Failed(f"The browser ended while it wrote the gradebook: {end}. All marks are kept.") from end
    made |= {MARKS: merged} if merged else {}
    write_sheets(made, out)
    return Made(brief, made, warned)
