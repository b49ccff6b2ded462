"""What a page hides until its reader has answered is not in the search index; what it shows is."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from sphinx.application import Sphinx

from coursekit.book.site.manifest import record
from coursekit.book.site.search_index import MACHINE_TEXT, TITLED, visible_text

PAGE = """Guarantees
==========

Plainword stands in a paragraph.

.. raw:: html

   <section><p>Questionword</p><div class="reveal" hidden><p>Answerword <img src="x"> <b>boldanswer</b></p></div>
   <script>scriptword</script><p aria-hidden="false">Afterword</p></section>

.. raw:: html

   <p>Secondword</p><details class="numbers"><table><tr><td>7654321</td></tr></table></details>
   <svg><text>0200400</text></svg><dialog><p>Dialogword</p></dialog>
"""
CONF = "extensions = ['coursekit.book.site.search_index']\nproject = 'x'\n"
WORDS = st.text("abcdefgh", min_size=3, max_size=6)
TREES = st.recursive(
    WORDS.map(lambda word: (word, False, [])),
    lambda inner: st.tuples(WORDS, st.booleans(), st.lists(inner, max_size=3)),
    max_leaves=12,
)


def html_of(tree: tuple) -> str:
    word, hidden, inner = tree
    return f"<div{' hidden' if hidden else ''}>{word}<br>{''.join(map(html_of, inner))}</div>"


def shown(tree: tuple) -> list[str]:
    word, hidden, inner = tree
    return [] if hidden else [word, *(one for part in inner for one in shown(part))]


@given(tree=TREES)
def test_exactly_what_no_hidden_element_holds_is_visible(tree: tuple) -> None:
    assert visible_text(html_of(tree)).split() == shown(tree)


def test_the_index_has_no_word_of_a_hidden_answer(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "html"
    source.mkdir()
    (source / "conf.py").write_text(CONF, "utf-8")
    (source / "index.rst").write_text(PAGE, "utf-8")
    Sphinx(source, source, target, tmp_path / "doctrees", "html", status=None, warning=None).build()
    text = (target / "searchindex.js").read_text("utf-8")
    terms = json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))["terms"]
    for word in ("plainword", "questionword", "afterword", "secondword"):
        assert word in terms
    assert not [term for term in terms if term in {"answerword", "boldansw", "boldanswer", "scriptword", "dialogword"}]
    assert not [term for term in terms if term in {"7654321", "0200400"}]
    assert "Answerword" in (target / "index.html").read_text("utf-8"), "the page itself is whole"


def test_labs_questions_and_exercises_are_found_by_their_titles_where_they_stand(tmp_path: Path) -> None:
    source, target = tmp_path / "source", tmp_path / "html"
    source.mkdir()
    (source / "conf.py").write_text(CONF, "utf-8")
    (source / "index.rst").write_text(PAGE, "utf-8")
    app = Sphinx(source, source, target, tmp_path / "doctrees", "html", status=None, warning=None)
    held = {name: {"id": f"one-{kind}", title: f"The {kind} here"} for name, (kind, title) in TITLED.items()}

    def note(app: Sphinx, *_: object) -> None:
        for name, entry in held.items():
            record(app.env, app.env.docname, name, dict(entry))

    app.connect("doctree-read", note)
    app.build()
    text = (target / "searchindex.js").read_text("utf-8")
    titles = json.loads(text.removeprefix("Search.setIndex(").removesuffix(")"))["alltitles"]
    for kind, _ in TITLED.values():
        assert titles[f"The {kind} here"] == [[0, f"{kind}-one-{kind}"]]


@given(tree=TREES, name=st.sampled_from(sorted(MACHINE_TEXT)))
def test_what_a_machine_has_written_is_not_found_wherever_it_stands(tree: tuple, name: str) -> None:
    html = f'<p>before</p><div class="wide {name}">{html_of(tree)}</div><p>after</p>'
    assert visible_text(html).split() == ["before", "after"]
