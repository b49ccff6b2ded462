"""What a ``{scene}`` directive says is read whole, and a slip in it is named."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.book.directives.scene import drawing
from coursekit.book.directives.scene.parse import MalformedSceneError, parse_scene

OPTIONS = {"place": "Here, today", "picture": "A line.", "labels": "one | two"}
LINES = ["A moment.", "", "What now?", "", "- go: Go.", "- stay: Stay.", "", "Sources: none."]
WORDS = st.text(st.characters(categories=["L", "Nd"]), min_size=1, max_size=30)


@given(st.lists(WORDS, min_size=2, max_size=3), WORDS, WORDS)
def test_all_that_is_written_is_read(decisions, moment, ask):
    values = [f"choice-{'abc'[n]}" for n in range(len(decisions))]
    lines = [moment, "", ask, "", *(f"- {value}: {text}" for value, text in zip(values, decisions, strict=True))]
    scene = parse_scene("x", OPTIONS, lines)
    assert [(one.value, one.text) for one in scene.decisions] == list(zip(values, decisions, strict=True))
    assert (scene.moment, scene.ask, scene.sources, scene.labels) == (moment, ask, "", ("one", "two"))


@pytest.mark.parametrize(
    ("options", "lines", "said"),
    [
        ({**OPTIONS, "place": ""}, LINES, "says no place"),
        ({**OPTIONS, "picture": ""}, LINES, "says no picture"),
        (OPTIONS, LINES[:5], "2 or 3 decisions"),
        (OPTIONS, [*LINES[:6], "- leave: Leave.", "- wait: Wait."], "2 or 3 decisions"),
        (OPTIONS, [*LINES[:5], "- go: Go again."], "a value of its own"),
        (OPTIONS, [*LINES[:5], "- Stay."], "a value of its own"),
        (OPTIONS, LINES[2:], "the question"),
    ],
)
def test_a_slip_is_named(options, lines, said):
    with pytest.raises(MalformedSceneError, match=said):
        parse_scene("x", options, lines)


def test_a_drawing_has_its_labels_escaped_and_a_description():
    scene = parse_scene("x", {**OPTIONS, "labels": "a < b | c", "picture": 'A "line".'}, LINES)
    made = drawing('<svg viewBox="0 0 1 1"><text>{1}</text><text>{2}</text></svg>', scene)
    assert "<text>a &lt; b</text><text>c</text>" in made
    assert re.search(r'<svg role="img" aria-label="A &#34;line&#34;\." viewBox', made)


def test_a_label_without_a_place_is_named():
    with pytest.raises(MalformedSceneError, match="places for 1 labels"):
        drawing("<svg ><text>{1}</text></svg>", parse_scene("x", OPTIONS, LINES))
