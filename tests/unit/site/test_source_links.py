"""The links to the source and to feedback: what is set stands; on GitHub the repository stands in for what is not."""

from types import SimpleNamespace

import pytest

from coursekit.book.site.source_links import add_links, source_links

HERE = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "school/course"}


def test_what_is_set_goes_before_what_is_found():
    assert source_links("https://a.b/c", "mailto:x@y.z", HERE) == ("https://a.b/c", "mailto:x@y.z")


def test_github_names_the_repository_and_where_its_issues_are():
    assert source_links("", "", HERE) == ("https://github.com/school/course", "https://github.com/school/course/issues")
    assert source_links("", "mailto:x@y.z", HERE)[1] == "mailto:x@y.z"


def test_feedback_goes_to_no_repository_but_the_sources():
    assert source_links("https://a.b/c", "", HERE) == ("https://a.b/c", "")


def test_without_a_repository_nothing_is_made_up():
    assert source_links("", "", {}) == ("", "") == source_links("", "", {"GITHUB_SERVER_URL": "https://github.com"})


@pytest.mark.parametrize(
    ("page", "leads"), [("book/about", "#source-and-feedback"), ("book/how", "about.html#source-and-feedback")]
)
def test_without_addresses_both_lead_to_the_page_that_says_it_in_words(monkeypatch, page, leads):
    for name in HERE:
        monkeypatch.delenv(name, raising=False)
    config = SimpleNamespace(coursekit_source_link="", coursekit_feedback_link="", coursekit_about="book/about")
    app = SimpleNamespace(config=config, env=SimpleNamespace(found_docs={"book/about", "book/how"}))
    # As Sphinx has it: a page's address as seen from itself is "#".
    context = {"pathto": lambda name: "#" if name == page else "about.html"}
    add_links(app, page, "page.html", context, None)
    assert (context["coursekit_source"], context["coursekit_feedback"]) == (leads, leads)
