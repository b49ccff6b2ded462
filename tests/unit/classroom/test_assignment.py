"""An assignment's link says the same to Python and to the page, and nothing but an assignment is taken for one."""

from __future__ import annotations

import json
import subprocess

import pytest
from assignment_reference import encode, link
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import ROOT

from coursekit.classroom.assignment.format import KINDS, Assignment, BadAssignmentError, Item, content, from_content
from coursekit.classroom.assignment.front_end import write
from coursekit.classroom.assignment.link import LONGEST, MARK, decode
from coursekit.classroom.assignment.resolve import expand
from coursekit.node import node_command

IDS = st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,20}", fullmatch=True)
TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)
POINTS = st.integers(0, 100_000).map(lambda hundredths: hundredths / 100)
STATES = st.from_regex(r"([a-z_]{1,12}=[\w.%+-]{1,8}(&[a-z_]{1,9}=[\w.-]{1,9}){0,3})?", fullmatch=True).filter(
    str.isascii
)


@st.composite
def items(draw: st.DrawFn) -> Item:
    kind = draw(st.sampled_from(KINDS))
    if kind == "lab":
        return Item(kind, draw(IDS), state=draw(STATES))
    out = st.lists(st.builds("{}/{}".format, st.sampled_from(KINDS[2:]), IDS), max_size=3)
    return Item(kind, draw(IDS), draw(POINTS), without=tuple(draw(out)) if kind == "chapter" else ())


assignments = st.builds(
    Assignment,
    title=TEXT.filter(bool),
    items=st.lists(items(), min_size=1, max_size=8, unique_by=lambda item: (item.kind, item.id)).map(tuple),
    code=TEXT,
    due=st.none() | st.datetimes().map(lambda at: at.replace(microsecond=0).isoformat() + "Z"),
    build=st.from_regex(r"[0-9a-f]{0,16}", fullmatch=True),
)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory):
    """The page's own reader and writer, under Node: a list of links → each as it writes it again, or why not."""
    web, script = ROOT / "web", tmp_path_factory.mktemp("format") / "format.cjs"
    esbuild = web / "node_modules" / "esbuild" / "bin" / "esbuild"
    source = web / "src" / "assignment" / "format.ts"
    bundle = [*node_command(), esbuild, source, "--bundle", "--format=cjs", "--platform=node", f"--outfile={script}"]
    subprocess.run(list(map(str, bundle)), check=True, capture_output=True, cwd=web)
    again = f"""const {{decode, encode}} = require({json.dumps(str(script))});
      const one = (link) => {{ try {{ return encode(decode(link)); }} catch (bad) {{ return bad.key ?? "?" + bad; }} }};
      console.log(JSON.stringify(JSON.parse(require("fs").readFileSync(0, "utf8")).map(one)))"""

    def run(links: list[str]) -> list[str]:
        command = [*node_command(), "--input-type=commonjs", "-e", again]
        done = subprocess.run(command, input=json.dumps(links), capture_output=True, text=True, check=True)
        return json.loads(done.stdout)

    return run


@given(assignments)
def test_a_link_read_is_the_assignment_written(assignment: Assignment) -> None:
    assert decode(link(assignment, "https://x.org/c/")) == assignment
    assert decode(encode(assignment)) == assignment
    assert from_content(json.loads(json.dumps(content(assignment)))) == assignment
    assert decode(json.dumps(content(assignment))) == assignment


@settings(max_examples=15, deadline=None)
@given(st.lists(assignments, min_size=1, max_size=4))
def test_python_and_the_page_write_the_same(page, many: list[Assignment]) -> None:
    links = [link(one, "file:///home/me/site") for one in many]
    assert page(links) == [encode(one) for one in many]


GOOD = content(Assignment("Week 1", (Item("chapter", "promises", without=("question/promises-read",)),), due=None))
ITEM = {"kind": "exercise", "id": "x"}
BAD = [
    {},
    [],
    None,
    {**GOOD, "v": 2},
    {**GOOD, "v": True},
    {**GOOD, "title": ""},
    {**GOOD, "title": "x" * 201},
    {**GOOD, "title": "a\nb"},
    {**GOOD, "title": ["<script>"]},
    {**GOOD, "code": "x" * 61},
    {**GOOD, "due": "tomorrow"},
    {**GOOD, "due": "2026-02-30T10:00:00Z"},
    {**GOOD, "build": "<b>"},
    {**GOOD, "run": "alert(1)"},
    {**GOOD, "items": []},
    {**GOOD, "items": [ITEM] * 401},
    {**GOOD, "items": [ITEM, ITEM]},
    {**GOOD, "items": ["promises"]},
    {**GOOD, "items": [{**ITEM, "kind": "page"}]},
    {**GOOD, "items": [{**ITEM, "kind": ["lab"]}]},
    {**GOOD, "items": [{**ITEM, "id": "../../x"}]},
    {**GOOD, "items": [{**ITEM, "id": 7}]},
    {**GOOD, "items": [{**ITEM, "points": -1}]},
    {**GOOD, "items": [{**ITEM, "points": "2"}]},
    {**GOOD, "items": [{**ITEM, "points": True}]},
    {**GOOD, "items": [{**ITEM, "points": 0.001}]},
    {**GOOD, "items": [{**ITEM, "points": None}]},
    {**GOOD, "items": [{**ITEM, "state": "a=1"}]},
    {**GOOD, "items": [{"kind": "lab", "id": "x", "state": "a=<b>"}]},
    {**GOOD, "items": [{"kind": "lab", "id": "x", "state": "a=" + "1" * 600}]},
    {**GOOD, "items": [{**ITEM, "without": ["exercise/y"]}]},
    {**GOOD, "items": [{"kind": "chapter", "id": "x", "without": ["chapter/y"]}]},
    {**GOOD, "items": [{"kind": "chapter", "id": "x", "without": "exercise/y"}]},
    {**GOOD, "items": [{"kind": "chapter", "id": "x", "without": [["exercise/y"]]}]},
    {**GOOD, "items": [{**ITEM, "onclick": "x"}]},
]


def payload(data: object) -> str:
    import base64

    return MARK + base64.urlsafe_b64encode(json.dumps(data).encode()).decode().rstrip("=")


def test_what_is_no_assignment_is_refused_here_and_in_the_page(page) -> None:
    cut = encode(decode(payload(GOOD)))[:-7]
    links = [*map(payload, BAD), MARK + cut, MARK, MARK + "%3Cscript%3E", MARK + "A" * (LONGEST + 4), MARK + "gICA"]
    for refused in links:
        with pytest.raises(BadAssignmentError):
            decode(refused)
    said = page(links)
    assert all(key.startswith("assignment.bad-") for key in said), said
    words = json.loads((ROOT / "src/coursekit/words/en/classroom/assignment.json").read_text("utf-8"))
    assert set(said) <= set(words)


@given(st.text(max_size=200) | st.binary(max_size=100).map(lambda b: payload(list(b))))
def test_nonsense_never_does_more_than_be_refused(text: str) -> None:
    with pytest.raises(BadAssignmentError):
        decode(text)


SITE = {
    "build": "00",
    "edition": "class",
    "pages": [{"path": "chapters/a.html", "title": "A"}, {"path": "chapters/b.html", "title": "B"}],
    "labs": [{"id": "l", "page": "chapters/a.html", "title": "L", "presets": [], "controls": []}],
    "exercises": [{"id": "a_1", "page": "chapters/a.html", "title": "One"}],
    "questions": [{"id": "a-1", "page": "chapters/a.html", "prompt": "Why?"}],
    "predictions": [],
    "reflections": [{"id": "a", "page": "chapters/a.html", "points": 10}],
}
PAGES = ["", "/", "/book/index.html#x", "/chapters/army.html", "/index.html"]


@pytest.mark.parametrize("site", ["https://x.org/c" + page for page in PAGES])
def test_a_link_leads_to_the_landing_page_of_the_course(site: str) -> None:
    assignment = Assignment("A", (Item("chapter", "army"),))
    written = write(assignment, SITE, site).link
    assert written.startswith("https://x.org/c/book/index.html#assignment=")
    assert written == link(assignment, site)
    assert decode(written) == assignment


COURSE = {
    "pages": [{"path": "chapters/a.html"}, {"path": "chapters/b.html"}],
    "labs": [{"id": "l", "page": "chapters/a.html"}],
    "exercises": [{"id": "a_1", "page": "chapters/a.html"}, {"id": "b_1", "page": "chapters/b.html"}],
    "questions": {"a-1": {"page": "chapters/a.html"}, "a-2": {"page": "chapters/a.html"}},
    "reflections": {"a": {"page": "chapters/a.html", "points": 10}},
}


def test_a_chapter_comes_to_what_is_in_it_less_what_is_left_out() -> None:
    whole = Item("chapter", "a", 2, without=("question/a-2",))
    found = expand(Assignment("A", (whole, Item("exercise", "a_1", 5), Item("lab", "l"))), COURSE)
    assert [(one.kind, one.id, one.points) for one in found] == [
        ("question", "a-1", 2),
        ("reflection", "a", 10),
        ("exercise", "a_1", 5),
    ]


def test_what_the_course_does_not_have_is_named() -> None:
    named = (
        Item("chapter", "c"),
        Item("lab", "l"),
        Item("exercise", "old"),
        Item("chapter", "a", without=("question/z",)),
    )
    assert write(Assignment("A", named), SITE, "").unknown == ("chapter/c", "exercise/old", "question/z")
