"""Where hand-ins go and what is drawn from pools: version 2 of a link, the same to Python and to the page."""

from __future__ import annotations

import json
import statistics
from collections import Counter
from pathlib import Path

import pytest
from assignment_reference import encode, link
from hypothesis import given, settings
from hypothesis import strategies as st
from page_modules import node

from coursekit.classroom.assignment.format import Assignment, BadAssignmentError, content, from_content
from coursekit.classroom.assignment.item import Item, Pool
from coursekit.classroom.assignment.link import decode
from coursekit.classroom.assignment.resolve import expand, pools_by_item

IDS = st.from_regex(r"[A-Za-z][A-Za-z0-9_-]{0,20}", fullmatch=True)
NAMES = st.builds("{}/{}".format, st.sampled_from(["exercise", "question", "reflection"]), IDS)
ADDRESSES = st.from_regex(
    r"https://[a-z0-9-]{1,9}(\.[a-z]{2,5}){1,2}(:8[0-9]{1,3})?(/[\w~?=&%#.-]{0,20})?", fullmatch=True
)
CHAPTER = (Item("chapter", "promises"),)


@st.composite
def assignments(draw: st.DrawFn) -> Assignment:
    names = draw(st.lists(NAMES, unique=True, max_size=12))
    cut = draw(st.integers(0, len(names)))
    parts = [part for part in (names[:cut], names[cut:]) if len(part) > 1]
    points = st.integers(0, 1000).map(lambda tenths: tenths / 10)
    pools = tuple(Pool(draw(st.integers(1, len(part) - 1)), tuple(part), draw(points)) for part in parts)
    submit = draw((st.just("") | ADDRESSES.filter(str.isascii)) if pools else ADDRESSES.filter(str.isascii))
    return Assignment("Week 1", CHAPTER, "IR", None, "", submit, pools)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory):
    """The page's own reader, writer and draw, under Node."""
    modules = {"assignment/format": "decode, encode", "assignment/draw": "drawnFor, pointsInAll"}
    body = """const one = (part) => {
        try { return encode(decode(part)); } catch (bad) { return bad.key ?? "?" + bad; } };
      return { again: given.links.map(one),
        drawn: given.who.map((alias) => drawnFor(given.items, alias).map(({ id }) => id)),
        points: pointsInAll(given.items) };"""
    run = node(tmp_path_factory.mktemp("draw"), modules, body)
    return lambda **asked: run({"links": [], "who": [], "items": []} | asked)


@given(assignments())
def test_what_is_written_is_read_again(assignment: Assignment) -> None:
    assert decode(link(assignment, "https://x.org/c/")) == assignment
    assert from_content(json.loads(json.dumps(content(assignment)))) == assignment
    assert content(assignment)["v"] == 2


@settings(max_examples=5, deadline=None)
@given(st.lists(assignments(), min_size=4, max_size=8))
def test_the_page_reads_and_writes_the_same(page, many: list[Assignment]) -> None:
    parts = [encode(one) for one in many]
    assert page(links=parts)["again"] == parts


GOOD = content(Assignment("A", CHAPTER, submit="https://lms.example.org/c/7"))
POOL = {"draw": 1, "of": ["exercise/a", "exercise/b"]}
BAD = [
    {**GOOD, "v": 1},
    {**GOOD, "submit": ""},
    {**GOOD, "v": 1, "submit": ""},
    {**GOOD, "submit": ["https://x.org"]},
    *(
        {**GOOD, "submit": address}
        for address in (
            "http://lms.example.org/",
            "javascript:alert(1)",
            "https://me:secret@lms.example.org/",
            "https://lms.example.org@evil.example/",
            "https://LMS.example.org/",
            "https://lms.example.org/a b",
            'https://lms.example.org/"onclick=x',
            "https://lms.example.org\\@evil.example",
            "https://xn--\u0430.org/",
            "//lms.example.org/",
            "https:///x",
            "https://lms.example.org/" + "x" * 500,
        )
    ),
    *(
        {**GOOD, "pools": pools}
        for pools in (
            "exercise/a",
            [["exercise/a"]],
            [{**POOL, "draw": 0}],
            [{**POOL, "draw": 2}],
            [{**POOL, "draw": True}],
            [{**POOL, "draw": 1.5}],
            [{**POOL, "of": ["exercise/a"]}],
            [{**POOL, "of": ["exercise/a", "exercise/a"]}],
            [{**POOL, "of": ["chapter/a", "exercise/b"]}],
            [{**POOL, "of": [["exercise/a"], "exercise/b"]}],
            [{**POOL, "of": "exercise/a"}],
            [{**POOL, "points": -1}],
            [{**POOL, "seed": 3}],
            [POOL, POOL],
            [{**POOL, "of": [f"exercise/a{n}", f"exercise/b{n}"]} for n in range(21)],
        )
    ),
]


def test_what_is_no_address_and_no_pool_is_refused_here_and_in_the_page(page) -> None:
    import base64

    parts = [base64.urlsafe_b64encode(json.dumps(bad).encode()).decode().rstrip("=") for bad in BAD]
    for part in parts:
        with pytest.raises(BadAssignmentError):
            decode(part)
    said = page(links=parts)["again"]
    words = Path(__file__).parents[3] / "src/coursekit/words/en/classroom/assignment.json"
    assert set(said) <= set(json.loads(words.read_text("utf-8"))), said
    assert all(key.startswith("assignment.bad-") for key in said), said


def test_a_pool_counts_what_it_says_and_its_chapter_does_not_bring_it_again() -> None:
    course = {
        "pages": [{"path": "chapters/promises.html"}],
        "exercises": [{"id": id, "page": "chapters/promises.html"} for id in "abc"],
    }
    assignment = Assignment("A", CHAPTER, "IR", pools=(Pool(1, ("exercise/a", "exercise/b"), 3),))
    assert [(one.id, one.points) for one in expand(assignment, course)] == [("c", 1), ("a", 3), ("b", 3)]
    assert pools_by_item(assignment)["exercise", "b"] == {"pool": "IR/0", "draw": 1}


def pooled(ids: str, draw: int, code: str = "IR") -> list[dict]:
    return [{"kind": "exercise", "id": id, "points": 2, "pool": f"{code}/0", "draw": draw} for id in ids]


CLASS = [f"learner {n}" for n in range(600)]


def test_a_learner_draws_the_same_whatever_the_spelling_and_the_order(page) -> None:
    items = [{"kind": "question", "id": "fixed", "points": 1}, *pooled("abcdef", 2)]
    spellings = ["Anna Ö", " anna  ö", "ANNA O\u0308", "an\u200bna ö"]
    drawn = page(items=items, who=[*spellings, "Ben"])
    assert all(one == drawn["drawn"][0] for one in drawn["drawn"][:4])
    assert all(len(one) == 3 and one[0] == "fixed" for one in drawn["drawn"])
    assert drawn["points"] == 1 + 2 * 2
    turned = page(items=items[::-1], who=spellings)["drawn"][0]
    assert sorted(turned) == sorted(drawn["drawn"][0])


def test_draws_are_spread_evenly_over_a_pool_and_differ_from_class_to_class(page) -> None:
    drawn = page(items=pooled("abcdef", 2), who=CLASS)["drawn"]
    counts = Counter(id for one in drawn for id in one)
    expected = len(CLASS) * 2 / 6
    # Each of six is drawn by a third of 600 learners: a standard deviation of 11.5, and none beyond four of them.
    assert all(abs(count - expected) < 46 for count in counts.values()), counts
    pairs = Counter(tuple(one) for one in drawn)
    assert len(pairs) == 15 and statistics.pstdev(pairs.values()) < 2 * (600 / 15) ** 0.5
    other = page(items=pooled("abcdef", 2, "Economics"), who=CLASS)["drawn"]
    assert sum(a == b for a, b in zip(drawn, other, strict=True)) < 600 / 5


def test_one_thing_more_in_a_pool_changes_at_most_one_of_what_a_learner_has(page) -> None:
    before = page(items=pooled("abcdef", 3), who=CLASS)["drawn"]
    after = page(items=pooled("abcdefg", 3), who=CLASS)["drawn"]
    assert all(len(set(a) - set(b)) <= 1 for a, b in zip(before, after, strict=True))
