"""What is handed out besides the link: calendar, sheet and short link, read by what knows nothing of the writer."""

from __future__ import annotations

import html.parser
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_modules import node

from coursekit.classroom.assignment.format import Assignment, content
from coursekit.classroom.assignment.front_end import write
from coursekit.classroom.assignment.item import Item, Pool

NOW = "2026-11-30T10:00:00Z"
SITE = {
    "build": "00",
    "edition": "class",
    "pages": [{"path": "chapters/a.html", "title": "A <b>chapter</b>"}],
    "labs": [{"id": "l", "page": "chapters/a.html", "title": "L", "presets": [], "controls": []}],
    "exercises": [{"id": f"a_{n}", "page": "chapters/a.html", "title": f"Task {n} & more"} for n in range(4)],
    "questions": [],
    "predictions": [],
    "reflections": [],
}
TITLES = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=120)


def unfolded(text: str) -> list[tuple[str, str]]:
    """Read a calendar's lines as RFC 5545 has them: names and values, unescaped."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    for line in text.encode().split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no sign is cut in two
    lines = re.sub(r"\r\n[ \t]", "", text).split("\r\n")[:-1]
    pairs = [line.partition(":")[::2] for line in lines]
    meant = {"\\n": "\n", "\\N": "\n"}
    return [(name, re.sub(r"\\(.)", lambda sign: meant.get(sign[0], sign[1]), value)) for name, value in pairs]


@pytest.fixture(scope="module")
def calendars(tmp_path_factory: pytest.TempPathFactory):
    body = """return given.map(([data, link, now]) => calendar(fromContent(data), link, now) ?? null);"""
    modules = {"assignment/format": "fromContent", "assignment/handout/calendar": "calendar"}
    return node(tmp_path_factory.mktemp("calendar"), modules, body)


@settings(max_examples=8, deadline=None)
@given(st.lists(st.tuples(TITLES, st.sampled_from(["", "IR;1, a\\b"])), min_size=20, max_size=40))
def test_a_calendar_says_title_time_and_link_whatever_signs_are_in_them(calendars, many) -> None:
    address = "https://lms.example.org/c/7?a=1,2;b"
    made = [Assignment(title, (Item("lab", "l"),), code, "2026-12-01T22:59:00Z", "", address) for title, code in many]
    link = "https://x.org/c/book/index.html#assignment=" + "eyJ2IjoxLCJ0aXRsZSI6" * 12
    seen: dict[str, tuple[str, str]] = {}
    for (title, code), text in zip(many, calendars([[content(one), link, NOW] for one in made]), strict=True):
        lines = unfolded(text)
        said = dict(lines[:10])
        assert [value for name, value in lines if name in ("BEGIN", "END")] == [
            *("VCALENDAR", "VEVENT", "VALARM"),
            *("VALARM", "VEVENT", "VCALENDAR"),
        ]
        assert said["VERSION"] == "2.0" and said["PRODID"]
        assert said["DTSTART"] == "20261201T225900Z" and said["DTSTAMP"] == "20261130T100000Z"
        assert said["SUMMARY"].endswith(title)
        assert link in said["DESCRIPTION"] and address in said["DESCRIPTION"]
        raw = re.sub(r"\r\n[ \t]", "", text)
        assert f"\r\nURL:{link}\r\n" in raw, "an address is no text, and nothing in it is escaped"
        assert seen.setdefault(said["UID"], (title, code)) == (title, code), "one event for each title and class"


def test_without_a_due_date_there_is_no_calendar(calendars) -> None:
    assert calendars([[content(Assignment("A", (Item("lab", "l"),))), "https://x.org/", NOW]]) == [None]


class Sheet(html.parser.HTMLParser):
    """The texts of a sheet, and the names of its elements."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.texts: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        assert not [name for name, value in attrs if name.startswith("on") or (name in ("href", "src") and value)]

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


TITLE = 'Week 1 <script>alert(1)</script> & "more"'
ASSIGNED = Assignment(
    TITLE,
    (Item("exercise", "a_0", 2), Item("lab", "l")),
    "IR",
    "2026-12-01T22:59:00Z",
    submit="https://lms.example.org/c/7",
    pools=(Pool(1, ("exercise/a_1", "exercise/a_2"), 3),),
)


def test_a_sheet_says_what_is_to_do_until_when_and_where_and_runs_nothing() -> None:
    written = write(ASSIGNED, SITE, "https://x.org/c/", "Tuesday", "week-1", NOW)
    assert written.link == "https://x.org/c/book/index.html#assignment=week-1"
    sheet = Sheet(written.sheet)
    text = " ".join(sheet.texts)
    assert "script" not in sheet.names and "b" not in sheet.names
    for said in (TITLE, "IR", "Tuesday", written.link, ASSIGNED.submit, "Task 0 & more", "A <b>chapter</b>", "pool"):
        assert said in text, said
    assert "Task 3" not in text
    assert "svg" in sheet.names
    assert "svg" not in Sheet(write(ASSIGNED, SITE, "", "", "week-1").sheet).names, "no phone reaches a path"
    assert written.calendar and "DTSTART:20261201T225900Z" in written.calendar
    assert "(3 points, from a pool)" in written.syllabus and ASSIGNED.submit in written.syllabus
    assert "| 5 |" in written.syllabus, "two points, and three of one of the pool"


@pytest.fixture(scope="module")
def short(tmp_path_factory: pytest.TempPathFactory):
    """What the page asks its site for behind a hash, and what comes of the answer."""
    body = """const asked = [];
      globalThis.location = new URL(given.page);
      globalThis.fetch = async (url, how) => { asked.push([url, how]);
        return { ok: given.status === 200, status: given.status, text: async () => given.text }; };
      const name = fileNameIn(given.hash);
      if (name === undefined) return { asked };
      try { return { asked, title: (await fetchAssignment(name)).title }; }
      catch (bad) { return { asked, key: bad.key }; }"""
    modules = {"assignment/link": "fileNameIn", "assignment/fetch_assignment": "fetchAssignment"}
    run = node(tmp_path_factory.mktemp("short"), modules, body)
    usual = {"hash": "#assignment=week-1", "status": 200, "page": "https://x.org/c/book/index.html", "text": "{}"}
    return lambda **asked: run(usual | asked)


def test_a_short_link_asks_this_site_alone_for_a_file_of_that_name(short) -> None:
    found = short(text=json.dumps(content(ASSIGNED)))
    assert found["title"] == TITLE
    ((url, how),) = found["asked"]
    assert url.endswith("/assignments/week-1.json")
    assert how["mode"] == "same-origin" and how["redirect"] == "error" and how["credentials"] == "omit"
    assert short(status=404)["key"] == "assignment.bad-no-file"
    assert short(text="<html>")["key"] == "assignment.bad-no-json"
    assert short(text="{}")["key"] == "assignment.bad-version"
    assert short(text=" " * 50_000)["key"] == "assignment.bad-long"
    folder = short(page="file:///c/book/index.html")
    assert folder == {"asked": [], "key": "assignment.bad-folder"}


NO_NAMES = ["../x", "a/b", "a%2fb", "//evil.example/x", "https:x", "a.json", "..", "", "A", "a b", "a?b", "eyJ2IjoxfQ"]


@pytest.mark.parametrize("name", [*NO_NAMES, "a" * 65, "-a", "a\\b"])
def test_nothing_but_a_plain_name_is_asked_for(short, name: str) -> None:
    assert short(hash=f"#assignment={name}") == {"asked": []}
