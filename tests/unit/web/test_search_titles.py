"""The search finds titles by words that begin theirs, each place once, and loses nothing of what Sphinx has found."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from page_modules import node

TITLES = {
    "tripwire or shield": [[0, "lab-tripwire"]],
    "What kind of presence works?": [[0, None]],
    "How many soldiers make a tripwire?": [[0, "question-how-many"], [1, "question-how-many"]],
    "A tripwired line": [[1, "a-tripwired-line"]],
}
INDEX = {
    "docnames": ["chapters/presence", "lessons/tripwire"],
    "filenames": ["chapters/presence.md", "lessons/tripwire.md"],
    "titles": ["What kind of presence works?", "Tripwire or shield?"],
    "alltitles": TITLES,
}
BODY = "return given.map(([found, query]) => withTitles(found, INDEX, query));"


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory):
    """What some results become with a query's titles, for many at once."""
    body = BODY.replace("INDEX", json.dumps(INDEX))
    return node(tmp_path_factory.mktemp("search"), {"frame/search_titles": "withTitles"}, body)


def places(results: list) -> list[str]:
    return [page + anchor for page, _, anchor, *_ in results]


def test_a_word_finds_labs_questions_and_headings_the_nearest_last(search) -> None:
    (found,) = search([[[], "Tripwire"]])
    assert places(found)[-1] == "chapters/presence#lab-tripwire"
    assert set(places(found)) == {
        "chapters/presence#lab-tripwire",
        "chapters/presence#question-how-many",
        "lessons/tripwire#question-how-many",
        "lessons/tripwire#a-tripwired-line",
    }
    assert found[-1][1] == "What kind of presence works? > tripwire or shield"


def test_every_word_must_be_there_and_a_page_has_no_anchor(search) -> None:
    both, page, none, blank = search([[[], "soldiers tripw"], [[], "presence"], [[], "tripwire nobody"], [[], " ? "]])
    assert places(both) == ["chapters/presence#question-how-many", "lessons/tripwire#question-how-many"]
    assert places(page) == ["chapters/presence"]
    assert none == blank == []


RESULTS = st.lists(
    st.sampled_from(
        [
            ["chapters/presence", "x", "#lab-tripwire", None, 3, "chapters/presence.md"],
            ["chapters/presence", "y", "", None, 5, "chapters/presence.md"],
            ["book/other", "z", "", None, 1, "book/other.md"],
        ]
    ),
    unique_by=lambda one: one[0] + one[2],
)
QUERIES = st.lists(st.sampled_from([*" ".join(TITLES).split(), "nobody", "?", ""]), max_size=3).map(" ".join)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cases=st.lists(st.tuples(RESULTS, QUERIES), min_size=1, max_size=40))
def test_nothing_found_is_lost_and_nothing_stands_twice(search, cases: list) -> None:
    for (before, _), after in zip(cases, search([list(case) for case in cases]), strict=True):
        assert after[: len(before)] == before
        assert len(places(after)) == len(set(places(after)))
