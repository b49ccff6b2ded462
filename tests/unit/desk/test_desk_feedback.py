"""Feedback for learners: each gets a page of their own that tells no key, and the platforms find whose it is."""

from __future__ import annotations

import base64
import io
import re
import zipfile
from html.parser import HTMLParser
from typing import Any

from desk_in_node import ask, marked, result
from hypothesis import given, settings
from hypothesis import strategies as st
from platform_rules import canvas_feedback, moodle_feedback

QUICK = settings(max_examples=40, deadline=None)
ITEMS = [
    {"kind": "exercise", "id": "sum", "points": 4},
    {"kind": "question", "id": "why", "points": 1},
    {"kind": "reflection", "id": "essay", "points": 5},
]
KEY: dict[str, Any] = {
    "secret": "5e" * 32,
    "exercises": [{"id": "sum", "title": "Add <them>", "version": "v-77", "sources": {"solution": "return SOLVED"}}],
    "questions": {
        "why": {"kind": "choice", "prompt": "Why **so**?", "answers": [{"text": "RIGHTANSWER", "right": True}]}
    },
    "reflections": {"essay": {"prompt": "Write.", "points": 5, "rubric": [{"text": "Claim & reason", "points": 5}]}},
}
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NASTY = st.sampled_from(
    ["<script>alert(1)</script>", "../../etc/x", "a/b", "Леся", "נועה", "", "x.html", "A", "a", 'q" onload="x', "C:\\x"]
)


class Page(HTMLParser):
    """The tags and attributes of a page, and what a reader sees."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[tuple[str, str | None]] = set()
        self.seen = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= set(attrs)

    def handle_data(self, data: str) -> None:
        if self.tags[-1:] != ["style"]:
            self.seen += data


def unpacked(all_: list[dict[str, Any]], hand: list[dict[str, Any]] | None = None, **about: Any) -> dict[str, str]:
    """The pages by their paths, by Python's own reader of ZIPs."""
    packed = base64.b64decode(ask("feedback", all_, {"key": KEY, "items": ITEMS, **about}, hand or []))
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len({name.lower() for name in names}) == len(names)
        return {name: archive.read(name).decode("utf-8") for name in names}


def handed(file: str, alias: str, share: float = 0.5, **more: Any) -> dict[str, Any]:
    shown = "2 of 4 cases right. Case 3 of 4: your code gave GIVEN, and that is not right."
    work = {"sum": result("partly", share, "right is KEYVALUE, answered was GIVEN", shown=shown)}
    return marked(file, alias, exercises=work, questions={"why": result("wrong", 0, "", given=[1])}, **more)


@QUICK
@given(st.lists(st.tuples(NASTY | TEXT, NASTY | TEXT), max_size=8))
def test_everybody_has_one_page_of_their_own_whatever_they_are_called(who: list[tuple[str, str]]) -> None:
    """No path leaves the folder, no two are one, and nothing of a learner's is markup."""
    all_ = [handed(f"{n}.json", f"learner{n} {alias}", texts={"x": words}) for n, (alias, words) in enumerate(who)]
    pages = unpacked(all_)
    assert len(pages) == len(all_)
    for one in all_:
        mine = [text for text in pages.values() if re.search(rf">{one['alias'].split(' ')[0]}\b", text)]
        assert len(mine) == 1
    for path, text in pages.items():
        assert "/" not in path and "\\" not in path and not path.startswith(".") and path.endswith(".html")
        page = Page(text)
        assert not {"script", "img", "link", "iframe", "a", "form"} & set(page.tags)
        assert not [name for name, _ in page.attributes if name.startswith("on") or name in ("src", "href")]
        assert "default-src 'none'" in text


def test_a_page_tells_outcomes_points_and_comments_and_no_key() -> None:
    one = handed("anna.json", "Anna", texts={"reflection/essay": "So."})
    hand = [
        {
            "sha256": one["sha256"],
            "text": "reflection/essay",
            "points": 3.5,
            "grader": "AB",
            "comment": "Good <b>\nline",
        }
    ]
    [before], [after] = unpacked([one]).values(), unpacked([one], hand, title="Week 1").values()
    seen = Page(after).seen
    for words in ["Feedback: Week 1", "Anna", "5.5 of 10 points", "Add <them>", "2 of 4 points: partly right", "GIVEN"]:
        assert words in seen, words
    assert "Question why" in seen and "Why so?" in seen and "Essay essay" in seen, "no stars, and no bare name"
    assert "0 of 1 points: wrong" in seen and "3.5 of 5 points: marked by hand" in seen
    assert "AB: Good <b>\nline" in seen and "Claim & reason (5)" in seen and "version v-77" in seen
    assert "There is no total yet: 1 text waits" in Page(before).seen and "5.5" not in Page(before).seen
    for secret in ("KEYVALUE", "RIGHTANSWER", "SOLVED", KEY["secret"]):
        assert secret not in after and secret not in before
    [released] = unpacked([one], hand, solutions=True).values()
    assert "return SOLVED" in Page(released).seen and "RIGHTANSWER" not in released and "KEYVALUE" not in released
    rules = {"due": "2026-11-19T10:00", "zone": "UTC", "grace_minutes": 0, "percent_per_day": 10, "most_percent": 100}
    [late] = unpacked([one], hand, late={**rules, "closed_after_days": None, "extensions": []}).values()
    assert "5.5 before, 4.5 after" in Page(late).seen and "4.5 of 10 points" in Page(late).seen


def test_an_error_of_the_learners_is_told_and_one_of_the_key_is_not() -> None:
    own, ours = (
        marked("a.json", "a", exercises={"sum": result(outcome, 0, "NameError: total")})
        for outcome in ("error", "malformed")
    )
    assert ["NameError: total" in text for one in (own, ours) for text in unpacked([one]).values()] == [True, False]


def test_what_a_person_must_look_at_first_gets_no_page() -> None:
    """Two people with one alias, and a file that could not be read."""
    two = [handed("0.json", "kim", seed=1), handed("1.json", "kim", seed=2)]
    assert unpacked([*two, marked("bad.json", status="malformed")]) == {}
    again = [
        handed("a.json", "kim", 0.25, saved="2026-11-20T10:00:00Z"),
        handed("b.json", "kim", saved="2026-11-21T10:00:00Z"),
    ]
    assert ["2 of 4 points" in text for text in unpacked(again).values()] == [True]


@QUICK
@given(st.lists(st.tuples(st.sampled_from(["Anna Ahn", "Леся Ш", "O Neil"]), st.booleans(), st.booleans()), max_size=6))
def test_canvas_and_moodle_find_whose_each_page_is(who: list[tuple[str, bool, bool]]) -> None:
    folders = [
        handed(
            f"all.zip/{name}_{700 + n}_assignsubmission_file{'_' * old}{'_r.json' if flat else f'/sub/r{n}.json'}",
            f"n{n}",
        )
        for n, (name, old, flat) in enumerate(who)
    ]
    people = {str(700 + n) for n in range(len(who))}
    flat = [one for one in folders if "__r" not in one["file"]]
    found = [moodle_feedback(path, people) for path in unpacked(flat)]
    assert sorted(one for one in found if one) == sorted(
        (re.findall(r"_(\d+)_", one["file"])[0], "feedback.html") for one in flat
    )
    files = [handed(f"x{'_LATE' * late}_{400 + n}_{900 + n}_r_{n}.json", f"n{n}") for n, (_, late, _) in enumerate(who)]
    owners = {str(900 + n): str(400 + n) for n in range(len(who))}
    assert sorted(canvas_feedback(path, owners) or "" for path in unpacked(files)) == sorted(owners.values())
