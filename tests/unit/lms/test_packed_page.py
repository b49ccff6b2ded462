"""A page taken out of the site leads to nothing that is not in its package."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from coursekit.lms.packed_page import packed_page

PAGE = """<!DOCTYPE html>
<html lang="en"><head><link rel="next" href="b.html"/><link rel="stylesheet" href="../_static/a.css"/></head>
<body><form class="search" action="../search.html"><input name="q"/></form>
<p>{links}</p><section class="offline" hidden><p>x</p></section></body></html>"""
HREFS = (
    "b.html",
    "../book/a.html#id1",
    "#here",
    "#",
    "https://example.com/x?a=1&amp;b=2",
    "mailto:a@b.c",
    "../x.ipynb",
)
attributes = st.sampled_from(['class="a > b" ', 'title="href" ', "", "download "])
links = st.lists(st.tuples(st.sampled_from(HREFS), attributes), max_size=6)


class Links(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "a":
            self.found.append(dict(attrs))

    def handle_data(self, data: str) -> None:
        self.words += data


def written(given: list[tuple[str, str]]) -> str:
    return PAGE.format(links="".join(f'<a {more}href="{href}">w{n}</a>' for n, (href, more) in enumerate(given)))


@given(links)
def test_without_an_address_links_about_the_site_are_words(given: list[tuple[str, str]]) -> None:
    made = packed_page(written(given), "lessons/one.html", "1.2")
    read = Links(made)
    stays = ("#", "https:", "mailto:")
    assert [one.get("href") for one in read.found] == [
        href.replace("&amp;", "&") if href.startswith(stays) else None for href, _ in given
    ]
    assert all(f"w{n}" in read.words for n in range(len(given)))


@given(links)
def test_with_an_address_they_lead_to_the_published_site(given: list[tuple[str, str]]) -> None:
    read = Links(packed_page(written(given), "lessons/one.html", "2004", "https://example.org/course/"))
    whole = {
        "b.html": "https://example.org/course/lessons/b.html",
        "../book/a.html#id1": "https://example.org/course/book/a.html#id1",
        "../x.ipynb": "https://example.org/course/x.ipynb",
    }
    assert [one["href"] for one in read.found] == [whole.get(href, href.replace("&amp;", "&")) for href, _ in given]
    assert all((one["href"] in whole.values()) == (one.get("target") == "_blank") for one in read.found)


def test_what_leads_about_the_site_is_gone_and_the_report_is_there() -> None:
    made = packed_page(written([]), "lessons/one.html", "2004")
    assert "search.html" not in made and 'rel="next"' not in made and "offline" not in made
    assert '<html data-scorm="2004" lang="en">' in made
    assert '<script src="../_static/scorm.js" defer></script>' in made and "../_static/a.css" in made
