"""A chapter's slip stops the build and is named with its file, its line and what would be right."""

import json

import pytest
from small_book import INTRO, build
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace

GOOD = ["```{question} one", ":kind: choice", "", "Which?", "", "- [ ] this ::: no", "- [x] that ::: yes", "```"]


def change(line, text):
    return [*GOOD[:line], text, *GOOD[line + 1 :]]


@pytest.mark.parametrize(
    ("question", "line", "says"),
    [
        (change(5, "- [ ] this"), 6, "has no feedback"),
        (change(6, "- [ ] that ::: yes"), 7, "0 answers are marked right"),
        (change(6, "or that"), 7, "no answer to a choice question"),
        (change(1, ":kind: guess"), 1, "'guess' does not exist. Write `:kind:` and one of choice"),
        (change(0, "```{question} One!"), 1, "small letters"),
    ],
)
@pytest.mark.parametrize("offset", [0, 11])
def test_a_malformed_question_is_named_by_file_and_line(tmp_path, question, line, says, offset):
    with pytest.raises(SphinxError) as error:
        build(tmp_path, [*INTRO, *[""] * offset, *question])
    assert f"index.md:{len(INTRO) + offset + line}: question " in str(error.value), str(error.value)
    assert says in str(error.value)


def test_the_same_question_in_two_pages_is_refused(tmp_path):
    toc = ["", "```{toctree}", "page1", "```"]
    with pytest.raises(SphinxError, match=r"'one' stands in \w+ too"):
        build(tmp_path, [*INTRO, *GOOD, *toc], [*INTRO, *GOOD])


def test_a_good_question_is_built_and_listed(tmp_path):
    out = build(tmp_path, [*INTRO, *GOOD])
    text = (out / "index.html").read_text()
    assert 'id="question-one"' in text and text.count('type="radio"') == 2
    assert '"questions": [\n  {\n   "id": "one",\n   "page": "index.html"' in (out / "course.json").read_text()


def test_the_class_edition_s_page_does_not_tell(tmp_path):
    out = build(tmp_path, [*INTRO, *change(6, "- [x] that ::: Simferopol")], coursekit_edition="class")
    assert "Simferopol" not in (out / "index.html").read_text()


def test_a_page_built_anew_keeps_what_the_others_hold(tmp_path):
    toc = ["", "```{toctree}", "page1", "```"]
    other = ["```{question} two", *GOOD[1:]]
    build(tmp_path, [*INTRO, *GOOD, *toc], [*INTRO, *other])
    (tmp_path / "page1.md").write_text("\n".join([*INTRO, *other, "", "More."]))
    out = tmp_path / "_build" / "html"
    settings = {
        "extensions": ["myst_nb", "coursekit.book.site.manifest", "coursekit.book.directives.questions"],
        "root_doc": "index",
    }
    with docutils_namespace():
        app = Sphinx(
            tmp_path,
            None,
            out,
            out / "trees",
            "html",
            {**settings, "nb_execution_mode": "off", "exclude_patterns": ["_build"]},
            None,
            None,
        )
        app.add_config_value("coursekit_edition", "self-study", "env")
        app.build()
    listed = [(entry["id"], entry["page"]) for entry in json.loads((out / "course.json").read_text())["questions"]]
    assert listed == [("one", "index.html"), ("two", "page1.html")]
