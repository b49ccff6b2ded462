"""A drawn timeline: its rows never cover each other, stay in order and in the drawing, and say what the page says."""

from __future__ import annotations

import datetime
import re
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT
from sphinx.application import Sphinx
from sphinx.errors import ExtensionError

from coursekit.book.directives.timeline import SHAPES
from coursekit.book.directives.timeline.layout import (
    AXIS,
    FONT,
    HEADING,
    LABELS,
    LANE,
    LANES,
    LINE,
    WIDTH,
    draw,
    text_width,
    wrap,
)
from coursekit.book.directives.timeline.parse import Entry, parse_date, parse_label

CONF = "extensions = ['myst_parser', 'coursekit.book.directives.timeline']\nproject = 'x'\n"
TIMELINE = ["```{timeline}", ":zoom: 1994 2022", ":event: what happened", "words | ring", "force | square", "```", ""]
WORDS = st.text("abcWM ", min_size=1, max_size=60).filter(str.strip)
DATES = st.dates(datetime.date(1994, 1, 1), datetime.date(2026, 1, 6))


def entry(date: datetime.date, name: str = "Paris") -> Entry:
    return Entry(f"entry-{date}", str(date), date, ("words",), "", name)


@given(st.lists(st.tuples(DATES, WORDS), min_size=1, max_size=45), st.sampled_from([1994, 2014, 2022, 2025]))
def test_no_label_lies_on_another_and_none_leaves_the_drawing(given_entries, low):
    entries = sorted((entry(date, name) for date, name in given_entries), key=lambda one: one.date)
    drawing = draw(entries, low, 2026)
    assert [row.entry for row in drawing.rows] == [one for one in entries if one.date.year >= low]
    for row in drawing.rows:
        assert row.top >= -1e-6 and row.top + row.height <= drawing.height + 1e-6
        assert row.height >= max(24, LINE * len(row.lines))
        assert " ".join(row.lines) == " ".join(row.entry.name.split())
        assert all(text_width(line) <= WIDTH - LABELS for line in row.lines if " " in line)
    for above, below in pairwise(drawing.rows):
        assert above.top + above.height <= below.top + 1e-6
    for one, other in pairwise(drawing.years):
        assert other[1] - one[1] >= 30
    # Each entry stands in its own year, below the line on which that begins and above the next year's.
    ends = [*(y for _, y in drawing.years), drawing.height][1:]
    for (year, y), end in zip(drawing.years, ends, strict=True):
        here = [row for row in drawing.rows if y <= row.top < end]
        assert here and all(row.entry.date.year == year for row in here)
        assert all(y + HEADING <= row.top and row.top + row.height <= end for row in here)
    # Years without an entry are drawn as gaps, in which nothing else stands; more of them are never a lower gap.
    empty = [later - year - 1 for year, later in pairwise([low - 1, *(year for year, _ in drawing.years)])]
    assert len(drawing.gaps) == sum(map(bool, empty))
    sizes = sorted(zip(filter(None, empty), (bottom - top for top, bottom in drawing.gaps), strict=True))
    assert all(one[1] <= other[1] for one, other in pairwise(sizes))
    for top, bottom in drawing.gaps:
        assert not [row for row in drawing.rows if row.top < bottom and top < row.top + row.height]


@given(DATES, st.booleans())
def test_a_date_in_words_is_read(date, with_day):
    text = f"{date.day} {date:%B} {date.year}" if with_day else f"{date:%B} {date.year}"
    assert parse_date(text) == (date if with_day else date.replace(day=1))
    assert parse_date(f"{text} or so") is None


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("17 and 18 August 2025 · words, announced.", (datetime.date(2025, 8, 17), ("words",), "announced")),
        ("February and March 2014.", (datetime.date(2014, 2, 1), (), "")),
        ("6 May 2026 · words and force, conditional.", (datetime.date(2026, 5, 6), ("words", "force"), "conditional")),
    ],
)  # fmt: skip
def test_a_label_says_date_kinds_and_standing(label, said):
    read = parse_label(label, ("words", "force"))
    assert read is not None and read[1:] == said
    assert parse_label("once a ceasefire enters into force", ("words",)) is None
    with pytest.raises(ValueError, match="no kind 'arms'"):
        parse_label("5 May 2025 · arms.", ("words",))


def page(tmp_path: Path, *entries: str) -> str:
    source = tmp_path / "source"
    source.mkdir()
    (source / "conf.py").write_text(CONF, "utf-8")
    (source / "index.md").write_text("\n".join(["# Time", "", *TIMELINE, *[f"{one}\n" for one in entries]]), "utf-8")
    Sphinx(source, source, tmp_path / "html", tmp_path / "doctrees", "html", status=None, warning=None).build()
    return (tmp_path / "html/index.html").read_text("utf-8")


def test_each_drawn_entry_leads_to_its_paragraph_and_kinds_are_counted(tmp_path):
    html = page(tmp_path, "**1 May 1994 · words.** *A treaty of friendship with a neighbour.* A text.",
                "**2 May 2022.** *An attack.* It comes.",
                "**3 May 2023 · words and force, proposed.** *Paris.* More.")  # fmt: skip
    anchors = re.findall(r'<p id="(entry-[\d-]+)">', html)
    levels = [re.findall(r'class="entry[^"]*" href="#([^"]+)"', one) for one in html.split('<svg class="level"')[1:]]
    assert levels == [anchors, anchors[1:]] and len(anchors) == 3
    assert re.findall(r"</svg>\s*([\w ]+) · (\d)</label>", html) == [
        ("words", "2"),
        ("force", "1"),
        ("what happened", "1"),
    ]
    drawn = html.split('<svg class="level"')[1]
    assert [drawn.count(f'class="mark {one}"') for one in ("ring", "square", "diamond")] == [2, 1, 1]
    assert re.findall(r'class="date"[^>]*>([^<]*) <', drawn) == ["1 May", "2 May", "3 May"]
    assert re.findall(r'class="year"[^>]*>(\d+)<', drawn) == ["1994", "2022", "2023"]
    label = re.search(r"<text class=\"name\" aria-hidden=\"true\">(.*?)</text>", drawn, re.S)
    assert label and label[1].count("<tspan") > 1  # what is seen is the name that is heard, its words apart
    assert re.sub(r"<[^>]+>", "", label[1]) == "A treaty of friendship with a neighbour"
    # What is heard begins with what is seen: the day, a space, the name.
    assert drawn.count("tentative") == 1 and 'aria-label="3 May Paris, 2023: words, force, proposed"' in drawn


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([], "no entries"),
        (["**1 May 1994 · words.** Nameless."], "its name is missing"),
        (["**1 May 1994 · worbs.** *X.* y"], "no kind 'worbs'"),
        (["**1 May 1994.** *X.* y", "**1 May 1993.** *X.* y"], "stands after 1 May 1994"),
    ],
)
def test_a_slip_in_an_entry_stops_the_build(tmp_path, entries, said):
    with pytest.raises(ExtensionError, match=said):
        page(tmp_path, *entries)


def test_every_shape_is_drawn_in_its_own_way():
    css = (ROOT / "src/coursekit/book/assets/css/timeline.css").read_text("utf-8")
    assert set(re.findall(r"^\.mark\.(\w+) \{", css, re.M)) == set(SHAPES)


def test_no_mark_reaches_the_axis_or_a_label_however_many_kinds_there_are():
    half, lanes = 7.5, len(SHAPES) - 1  # a diamond with its line is 15 wide; events share the first lane
    assert LANES - half >= AXIS + 4
    assert half * 2 <= LANE
    assert LANES + LANE * (lanes - 1) + half <= LABELS


def test_a_long_word_stands_alone():
    assert wrap("a Donaudampfschifffahrtsgesellschaft b", 10 * FONT) == ("a", "Donaudampfschifffahrtsgesellschaft", "b")
