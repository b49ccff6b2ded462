"""The links to the source and to feedback: what is set stands; on GitHub the repository stands in for what is not."""

from coursekit.book.site.source_links import source_links

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
