"""Which PDFs there are, and what their metadata says, read back by a parser of another house."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from coursekit.classroom.paper.documents import WHOLE, documents
from coursekit.classroom.paper.metadata import UnknownFormError, with_metadata

WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40)


def blank(said: dict[str, str]) -> bytes:
    """A PDF of one empty page with a table of objects, as Chromium writes it."""
    writer = PdfWriter()
    writer.add_blank_page(72, 72)
    writer.add_metadata(said)
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@given(title=WORDS, author=WORDS, maker=WORDS)
def test_title_and_author_are_read_back_and_the_rest_stays(title: str, author: str, maker: str) -> None:
    """In any script, with any sign that would end a text in a PDF's source."""
    before = blank({"/Creator": "Chromium (a \\(nested\\) name)", "/Title": "old"})
    after = with_metadata(with_metadata(before, {"Author": maker}), {"Title": title, "Author": author})
    assert after.startswith(before)
    read = PdfReader(io.BytesIO(after), strict=True)
    assert read.metadata
    assert (read.metadata["/Title"], read.metadata["/Author"]) == (title, author)
    assert read.metadata["/Creator"] == PdfReader(io.BytesIO(before)).metadata["/Creator"]  # type: ignore[index]
    assert len(read.pages) == 1


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.4\n%%EOF\n", blank({}).replace(b"/Info", b"/Inf0")])
def test_a_pdf_of_another_form_is_refused(pdf: bytes) -> None:
    with pytest.raises(UnknownFormError):
        with_metadata(pdf, {"Author": "someone"})


def test_chapters_and_lessons_are_documents_and_the_last_has_all() -> None:
    paths = ["book/how.html", "chapters/b.html", "chapters/a.html", "lessons/a.html", "lessons/notes.html"]
    site = {"pages": [{"path": path, "title": path.upper()} for path in paths], "lessons": [{"page": "lessons/a.html"}]}
    made = documents(site, "chapters", "All of it")
    assert [document.name for document in made] == ["b", "a", "lesson-a", WHOLE]
    assert made[-1].pages == ("chapters/b.html", "chapters/a.html", "lessons/a.html")
    assert made[-1].title == "All of it"
    assert documents({"pages": [{"path": "index.html", "title": "Start"}]}, "chapters", "None") == []
