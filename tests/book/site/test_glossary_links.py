"""Glossary terms in the chapters: linked once, explained, and never where they would harm."""

import re
from pathlib import Path

import pytest
from built_site import built_site

from coursekit.tasks.build import place

SITE = place("self-study")
TERM = re.compile(r'<a class="term" href="([^"#]+)#([^"]+)" aria-describedby="([^"]+)">')


@pytest.fixture(scope="module")
def chapters() -> dict[str, str]:
    """Each chapter's HTML."""
    return {path.stem: path.read_text("utf-8") for path in (built_site() / "chapters").glob("*.html")}


def test_every_chapter_links_terms_that_exist(chapters):
    glossary = (SITE / "book" / "glossary.html").read_text("utf-8")
    anchors = set(re.findall(r'<dt id="([^"]+)"', glossary))
    assert len(anchors) > 30
    for name, html in chapters.items():
        for page, anchor, definition in TERM.findall(html):
            assert Path(page).name == "glossary.html"
            assert anchor in anchors, f"{name}: {anchor}"
            assert f'id="{definition}"' in html


def test_a_term_is_linked_once_a_page(chapters):
    linked = {name: [anchor for _, anchor, _ in TERM.findall(html)] for name, html in chapters.items()}
    assert len(linked["promises"]) >= 8
    for name, anchors in linked.items():
        assert len(anchors) == len(set(anchors)), name


def test_no_term_is_linked_inside_a_link_or_a_heading(chapters):
    for name, html in chapters.items():
        for heading in re.findall(r"<h[1-6].*?</h[1-6]>", html, re.S):
            assert 'class="term"' not in heading, f"{name}: {heading}"
        for link in re.findall(r"<a (?:(?!</a>).)*</a>", html, re.S):
            assert link.count("<a ") == 1, f"{name}: {link}"
