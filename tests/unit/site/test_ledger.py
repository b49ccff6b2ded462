"""A ledger's verdicts: counted, marked by a shape of their own, and none that the ledger does not know."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from coursekit.book.directives.ledger import MARKS, parse_verdicts

CONF = """extensions = ['myst_parser', 'coursekit.book.directives.ledger']
myst_enable_extensions = ['deflist']
project = 'x'
"""
WORDS = st.text("abcdefgh ", min_size=1, max_size=12).filter(lambda word: word == word.strip())
LEDGER = ["holds | check | seen to *hold*", "fails | cross | seen to fail", "open | question | nobody knows"]


def page(tmp_path: Path, verdicts: list[str]) -> str:
    """The HTML of a page with a ledger and one claim for each of the verdicts."""
    source, target = tmp_path / "source", tmp_path / "html"
    source.mkdir()
    (source / "conf.py").write_text(CONF, "utf-8")
    claims = "\n".join(f"Claim {n}.\n: **{verdict}** · somewhere\n: Why.\n" for n, verdict in enumerate(verdicts))
    text = "\n".join(["# Ledger", "", "```{ledger}", *LEDGER, "```", "", "## Part", "", claims])
    (source / "index.md").write_text(text, "utf-8")
    Sphinx(source, source, target, tmp_path / "doctrees", "html", status=None, warning=None).build()
    return (target / "index.html").read_text("utf-8")


def test_the_tally_counts_what_stands_on_the_page(tmp_path: Path) -> None:
    html = page(tmp_path, ["holds", "fails", "holds", "holds"])
    rows = re.findall(r'<strong>([\w ]+)</strong></th><td class="count">(\d+)</td><td>(.*?)</td>', html, re.S)
    assert [(word, int(count)) for word, count, _ in rows] == [("holds", 3), ("fails", 1), ("open", 0)]
    assert "<em>hold</em>" in rows[0][2]
    assert re.findall(r'<input type="radio"[^>]*value="([\w-]*)"', html) == ["", "holds", "fails", "open"]
    assert [int(n) for n in re.findall(r"</span> \w+ · (\d+)</label>|all · (\d+)</label>", html) for n in n if n] == [
        4,
        3,
        1,
        0,
    ]


def test_each_claim_has_its_verdicts_shape_beside_the_word(tmp_path: Path) -> None:
    html = page(tmp_path, ["fails", "open"])
    found = re.findall(r'verdict-mark mark-(\w+)" aria-hidden="true"></span><strong>(\w+)</strong> · somewhere', html)
    assert found == [("cross", "fails"), ("question", "open")]
    assert Counter(re.findall(r'<(dt|dd) class="claim verdict-(\w+)', html)) == {
        ("dt", "fails"): 1,
        ("dd", "fails"): 2,
        ("dt", "open"): 1,
        ("dd", "open"): 2,
    }


def test_a_verdict_that_the_ledger_does_not_know_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(ExtensionError, match=r"'Claim 1\.': 'halds' is none of the verdicts holds, fails, open"):
        page(tmp_path, ["holds", "halds"])


@given(words=st.lists(WORDS, min_size=1, max_size=len(MARKS), unique=True), marks=st.permutations(MARKS))
def test_what_is_written_is_read(words: list[str], marks: list[str]) -> None:
    lines = [f"{word} | {mark} | means {word}" for word, mark in zip(words, marks, strict=False)]
    assert [tuple(one) for one in parse_verdicts(lines)] == [
        (word, mark, f"means {word}") for word, mark in zip(words, marks, strict=False)
    ]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([], "at least one"),
        (["holds | check"], "is no verdict"),
        (["holds | | x"], "is no verdict"),
        (["holds | star | x"], "no mark 'star'"),
        (["holds | check | x", "fails | check | y"], "stands twice"),
        (["holds | check | x", "holds | cross | y"], "stands twice"),
    ],
)
def test_a_slip_is_named(lines: list[str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        parse_verdicts(lines)


def test_every_mark_is_a_drawing_of_its_own() -> None:
    css = (ROOT / "src/coursekit/book/assets/css/ledger.css").read_text("utf-8")
    drawn = dict(re.findall(r'^\.mark-(\w+) \{ --shape: url\("([^"]+)"\)', css, re.M))
    assert set(drawn) == set(MARKS)
    assert len(set(drawn.values())) == len(MARKS)
