"""What is put right in every page's HTML: words in another language say so, and what is not there heads nothing."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.book.site.repair_html import mark_cyrillic, repair_body

TITLE = "гарантії безпеки"


def test_cyrillic_words_name_their_language() -> None:
    assert mark_cyrillic(f"<p>The title says <em>{TITLE}</em>, guarantees.</p>", "uk") == (
        f'<p>The title says <em><span lang="uk">{TITLE}</span></em>, guarantees.</p>'
    )


@pytest.mark.parametrize("html", [f'<a title="{TITLE}">x</a>', f"<script>'{TITLE}'</script>", f"<code>{TITLE}</code>"])
def test_what_is_no_text_is_left_alone(html: str) -> None:
    assert mark_cyrillic(html, "uk") == html


@given(st.text(alphabet="abгі '-<", max_size=30).map(lambda text: text.replace("<", "<b>")))
def test_every_cyrillic_letter_is_marked_and_nothing_else_changes(html: str) -> None:
    marked = mark_cyrillic(html, "uk")
    assert re.sub(r'<span lang="uk">|</span>', "", marked) == html
    assert not re.search(r"[\u0400-\u04ff]", re.sub(r'<span lang="uk">.*?</span>', "", marked))
    assert mark_cyrillic(html, "") == html


@pytest.mark.parametrize("cell", ["<th></th>", '<th class="head"><p></p></th>', '<th scope="col"> </th>'])
def test_a_header_cell_that_heads_nothing_is_no_header(cell: str) -> None:
    assert repair_body(f"<table><tr>{cell}<th>Points</th></tr></table>").count("<th") == 1


def test_a_heading_s_link_is_no_part_of_what_is_read() -> None:
    html = repair_body('<h2>Trust<a class="headerlink" href="#trust" title="Link to this heading">#</a></h2>')
    assert re.search(r'<a aria-hidden="true" tabindex="-1" class="headerlink"', html)
