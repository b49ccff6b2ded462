"""A page's description is its own words, whole, and no longer than what is shown."""

from html import escape

from hypothesis import given
from hypothesis import strategies as st

from coursekit.book.site.description import MOST, describe

WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyzäöüії", min_size=1, max_size=12), min_size=1, max_size=60)


@given(WORDS)
def test_the_description_is_the_lead_s_whole_words(words):
    said = " ".join(words)
    made = describe(
        f'<h1>A title</h1><p>Another paragraph, long enough to say something.</p><p class="lead">{said}</p>'
    )
    assert len(made) <= MOST
    assert made == said or (len(said) > MOST and said.startswith(made.removesuffix("…") + " ") and made.endswith("…"))


@given(WORDS, st.text(min_size=1, max_size=20).filter(str.strip))
def test_what_is_no_part_of_the_sentence_is_left_out(words, other):
    said = " ".join(words)[:80].strip()
    extra = f'<span class="definition"><i>{escape(other)}</i><br/></span>'
    cited = f'<span class="bibtex-citation">[<a href="x">{escape(other)}</a>]</span>'
    assert describe(f'<p class="lead">{said}{extra} <a class="term" href="x">word</a> {cited}.</p>') == f"{said} word."


def test_a_page_without_a_lead_says_its_first_sentence_and_one_without_text_nothing():
    first = "This page lists every work that the course cites, by its first author."
    assert describe(f"<p>Short.</p><p>{first}</p><p>{first} Again.</p>") == first
    assert describe("<h1>Search</h1>") == ""
