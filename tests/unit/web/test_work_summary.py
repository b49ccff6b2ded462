"""The printable summary counts what the browser keeps: what was right at once, what passed, how much was written."""

from __future__ import annotations

from typing import Any

from page_modules import node

AT = "2026-11-02T10:00:00.000Z"
BODY = "return chapterRows(given.contents, given.course, new Map(Object.entries(given.kept)));"


def test_a_row_says_what_was_done_in_its_chapter_alone(tmp_path: Any) -> None:
    page = {"title": "A", "number": 2, "labs": ["l"], "predictions": [], "questions": ["a", "b", "c"]}
    contents = {
        "book/primer.html": {**page, "number": None, "exercises": []},
        "chapters/a.html": {**page, "exercises": ["x", "y"]},
        "chapters/b.html": {**page, "number": 3, "title": "B", "questions": ["d"], "exercises": ["z"]},
    }
    course = {
        "exercises": [
            {"id": id, "title": id.upper(), "page": f"chapters/{'b' if id == 'z' else 'a'}.html"} for id in "xyz"
        ],
        "reflections": [
            {"id": "one", "page": "chapters/a.html"},
            {"id": "two", "page": "chapters/b.html", "memo": "m"},
        ],
    }
    code = {"code": "x", "starter": "", "hints": 0, "tried": [], "revision": 1, "by": "", "runs": []}
    kept = {
        "question/a": {"given": [0], "right": True, "tries": 1, "at": AT},
        "question/b": {"given": [0], "right": True, "tries": 2, "at": AT},
        "exercise/x": {**code, "passed": True},
        "exercise/z": {**code, "passed": False},
        "reflection/one": {"text": "It depends, doesn't it?", "at": AT},
        "memo/m": {"answers": {"what": "Sign it.", "why": ""}, "at": AT},
    }
    first, second = node(tmp_path, {"summary/rows": "chapterRows"}, BODY)(
        {"contents": contents, "course": course, "kept": kept}
    )
    assert (first["number"], first["title"], first["firstTry"]) == (2, "A", 1)
    assert first["progress"]["kinds"]["questions"] == {"done": 2, "all": 3}
    assert (first["solved"], first["words"]) == (["X"], 4)
    assert (second["solved"], second["firstTry"], second["words"]) == ([], 0, 2)
