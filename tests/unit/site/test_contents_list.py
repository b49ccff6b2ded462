"""The list of pages: chapters have their numbers, pages with something to do a place for their share, one is open."""

from hypothesis import given
from hypothesis import strategies as st

from coursekit.book.site.contents_list import mark_entries
from coursekit.book.site.progress_index import chapter_numbers, countable
from coursekit.course import course

LINKS = st.lists(st.from_regex(r"[a-z]{1,6}\.html", fullmatch=True), min_size=1, max_size=8, unique=True)


def listed(links, here):
    items = "\n".join(
        f'<li class="toctree-l1{" current" if link == here else ""}">'
        f'<a class="{"current " if link == here else ""}reference internal" href="{link}">A title</a></li>'
        for link in links
    )
    return f"<ul>\n{items}\n</ul>"


@given(LINKS, st.data())
def test_every_entry_is_marked_by_its_page_alone(links, data):
    here = data.draw(st.sampled_from([*links, "other"]))
    chapters = data.draw(st.lists(st.sampled_from(links), unique=True))
    counted = set(data.draw(st.lists(st.sampled_from(links), unique=True)))
    numbers = {link: place for place, link in enumerate(chapters, 1)}
    rows = mark_entries(listed(links, here), numbers, counted).splitlines()[1:-1]
    assert len(rows) == len(links)
    for link, row in zip(links, rows, strict=True):
        assert (f'<span class="number">{numbers.get(link)}</span> A title' in row) == (link in numbers)
        assert ('data-progress="0"' in row) == (link in counted)
        assert ('aria-current="page"' in row) == (link == here)
        assert row.count("A title</a></li>") == 1


def test_chapters_are_numbered_in_the_order_of_the_book_and_nothing_else_is():
    folder = course().chapters
    names = ["book/how", f"{folder}/b", "book/review", f"{folder}/a"]
    assert chapter_numbers(names) == {f"{folder}/b": 1, f"{folder}/a": 2}


def test_a_page_counts_if_something_can_be_done_on_it():
    assert countable({"labs": [{"id": "x"}]}) and not countable({"labs": [], "reflections": [{"id": "x"}]})
