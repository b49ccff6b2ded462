"""Hand-ins and keys for the tests of the grading desk, made of the course's own exercises."""

from __future__ import annotations

import base64
import json
from typing import Any

from paths import ROOT
from playwright.sync_api import Page

from coursekit.classroom.answer_key.key import FORMAT, entry
from coursekit.classroom.answer_key.question_answers import answer_of, questions
from coursekit.exercise.file.read import read

SECRET = "5e" * 32
RECEIPT = "touched-measured-counted/receipt"
REFLECTION = {"prompt": "Why?", "points": 4, "rubric": [{"text": "Says why", "points": 4}], "page": "x.html"}


def key(*ids: str, **more: Any) -> dict[str, Any]:
    """A key of some of the course's exercises, and the questions of one chapter."""
    asked = {q.id: answer_of(q) for q in questions((ROOT / "chapters" / "promises.md").read_text("utf-8"))}
    entries = [entry(read(ROOT / "exercises" / f"{id}.py")) for id in ids]
    plain = {"course": "c", "exercises": entries, "questions": asked, "reflections": {"promises": REFLECTION}}
    return {"format": FORMAT, "version": 1, "secret": SECRET, **json.loads(json.dumps(plain)), **more}


def receipt(alias: str = "anna", *, work: dict[str, Any] | None = None, top: Any = None, **codes: str) -> str:
    """A receipt with that code, which claims everything that it can."""
    done = {
        f"exercise/{id}": {"code": code, "starter": "", "version": "0" * 12, "passed": True, "hints": 0, "runs": []}
        for id, code in codes.items()
    }
    course = {"title": "Course", "build": "older", "edition": "class"}
    base = {"format": RECEIPT, "version": 1, "course": course, "assignment": None, "alias": alias}
    return json.dumps(
        {**base, "saved": "2026-11-20T10:00:00Z", "seed": None, "work": {**done, **(work or {})}, **(top or {})}
    )


class Desk:
    """The desk of a page, as the command line drives it."""

    def __init__(self, page: Page, base: str) -> None:
        self.page = page
        page.goto(f"{base}book/desk.html")
        page.locator("section.desk[data-state=ready]").wait_for(state="attached")

    def open(self, key: object, **how: Any) -> None:
        """Begin anew."""
        self.page.evaluate("([key, how]) => coursekitDesk.open(key, how)", [key, how])

    def grade(self, files: dict[str, str | bytes]) -> dict[str, dict[str, Any]]:
        """What becomes of each file, by its name."""
        for name, data in files.items():
            body = base64.b64encode(data.encode() if isinstance(data, str) else data).decode()
            self.page.evaluate("([name, body]) => coursekitDesk.add(name, body)", [name, body])
        found: dict[str, dict[str, Any]] = {}
        while some := self.page.evaluate("() => coursekitDesk.next(50)"):
            found |= {one["file"]: one for one in some}
        return found
