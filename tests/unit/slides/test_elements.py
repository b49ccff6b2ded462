"""A page's HTML read into elements: nothing is lost, and what does not end is refused."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.book.slides.elements import UnbalancedError, read

WORDS = st.text(st.sampled_from("ab &<>\"'é\n"), max_size=8).map(
    lambda text: text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
)
PIECES = st.sampled_from(
    [
        "<br>",
        '<img alt="a > b"/>',
        "<!-- <p> -->",
        "<script>if (1 < 2) '<p>'</script>",
        '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
        '<section class="lab" id="lab-a"><p>one</p></section>',
    ]
)
ELEMENTS = st.recursive(
    WORDS | PIECES,
    lambda inside: st.tuples(
        st.sampled_from(["p", "div", "li", "em"]), st.sampled_from(["", ' class="a b"', " id='x>y'"]), st.lists(inside)
    ).map(lambda made: f"<{made[0]}{made[1]}>{''.join(made[2])}</{made[0]}>"),
    max_leaves=12,
)


@given(st.lists(ELEMENTS).map("".join))
def test_what_is_read_is_given_back_character_for_character(html: str) -> None:
    assert read(html).html == html


@given(ELEMENTS)
def test_a_missing_end_is_refused(html: str) -> None:
    with pytest.raises(UnbalancedError):
        read(f"<div>{html}")
    with pytest.raises(UnbalancedError):
        read(f"<b>{html}</i>")


def test_elements_are_found_by_name_and_class() -> None:
    tree = read('<div class="a"><p class="lead x">One &amp; <em>two</em></p><p>three</p></div>')
    assert [one.text for one in tree.all("p")] == ["One & two", "three"]
    assert [one.tag for one in tree.all(".lead")] == ["p"]
    first = tree.first("p.lead")
    assert first is not None and first.inner == "One &amp; <em>two</em>"
    assert tree.first("div.lead") is None
