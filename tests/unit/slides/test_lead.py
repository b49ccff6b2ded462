"""The lead of a paragraph: whole sentences, whole elements, the paragraph's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.book.slides.elements import read
from coursekit.book.slides.lead import MOST, lead, plain, sentence_ends

SENTENCE = st.lists(
    st.sampled_from(["peace", "<em>words</em>", "troops &amp; aid", "<b>a <i>b</i></b>"]), min_size=1
).map(lambda words: f"Now {' '.join(words)}.")


@given(st.lists(SENTENCE, min_size=1, max_size=6))
def test_a_lead_is_whole_sentences_from_the_start_and_its_elements_end(sentences: list[str]) -> None:
    whole = " ".join(sentences)
    found = lead(read(f"<p>{whole}</p>").inside[0])
    assert whole.startswith(found)
    assert read(found).html == found  # every element in it is ended
    taken = [" ".join(sentences[: n + 1]) for n in range(len(sentences))]
    assert found in taken
    assert found == sentences[0] or len(plain(found)) <= MOST


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It was signed. It was not kept.", "It was signed."),
        ("Under Art. 5 of the treaty they help. Each decides how.", "Under Art. 5 of the treaty they help."),
        ("Of 146 promises 0.5 were kept. Half, that is.", "Of 146 promises 0.5 were kept."),
        ("Some say so (Grant 2014. A hard question.) and some do not. Others wait.", None),
        ("He asked “Who comes?” Nobody answered.", "He asked “Who comes?”"),
        ("No end here", "No end here"),
        ("By E. Jones and others. Then more.", "By E. Jones and others."),
    ],
)
def test_where_a_sentence_ends(text: str, first: str | None) -> None:
    expected = first or "Some say so (Grant 2014. A hard question.) and some do not."
    assert text[: sentence_ends(text)[0]] == expected


def test_a_citation_and_a_formula_are_words_that_stay_whole() -> None:
    cited = '<span class="bibtex-citation" id="id1">Pifer [<a href="b.html#p" title="A. B. C.">2011</a>]</span>'
    formula = '<span class="katex"><span>q. Q.</span></span>'
    paragraph = read(
        f"<p>So says {cited} of {formula}, who was there when all of this was signed by the four. More.</p>"
    )
    assert lead(paragraph.inside[0]) == (
        f"So says {cited} of {formula}, who was there when all of this was signed by the four."
    )
