"""A chapter and a lesson as `make pdf` prints them, read by a parser of PDFs as a screen reader or a printer does."""

from __future__ import annotations

import ast
import io
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from paths import ROOT
from playwright.sync_api import Playwright
from pypdf import PdfReader

from coursekit.classroom.answer_key.question_answers import questions
from coursekit.classroom.paper.printer import Printer
from coursekit.exercise.file.read import read

CHAPTER, LESSON = "chapters/presence.html", "lessons/promise-worth.html"
MOST = 20
# What a reader of the sheet should find on it, as the page has it in print.
SEEN = """() => {
  const shown = (one) => one.checkVisibility() && one.getBoundingClientRect().height > 0;
  const texts = (selector) => [...document.querySelectorAll(`article ${selector}`)].filter(shown)
    .map((one) => one.innerText);
  return {
    said: texts(".says"), findings: texts(".finding"), works: texts(".works-cited li"), headings: texts("section > h2"),
    text: texts(":is(p, li, h2, h3, label, th, td):not(.math *)"),
    starters: [...document.querySelectorAll("article .exercise textarea")].map((one) => one.value),
    cited: new Set([...document.querySelectorAll("article .bibtex-citation a")].map((one) => one.title)).size,
    reveals: [...document.querySelectorAll("article .prediction .reveal")].map((one) => one.textContent),
    charts: document.querySelectorAll("article .lab .chart[role=img]").length,
    cut: [...document
      .querySelectorAll("article *:not(svg *, .katex-mathml, .katex-mathml *, .heard, .unseen, .sr-only)")]
      .filter(shown)
      .filter((one) => getComputedStyle(one).overflowX !== "visible" && one.scrollWidth > one.clientWidth + 2)
      .map((one) => one.outerHTML.slice(0, 150)),
  };
}"""


def squeezed(text: str) -> str:
    """Letters and digits alone: where lines break, and how other signs are encoded, is the printer's affair."""
    return "".join(re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text)))


def structure(reader: PdfReader) -> list[Any]:
    """The kinds of the elements of the tagged structure, in reading order; a figure with what it says."""
    found: list[Any] = []

    def walk(node: Any) -> None:
        node = node.get_object()
        if isinstance(node, list):
            for one in node:
                walk(one)
        elif isinstance(node, dict):
            if "/S" in node:
                found.append((str(node["/S"]), str(node.get("/Alt", ""))))
            if "/K" in node:
                walk(node["/K"])

    walk(reader.trailer["/Root"]["/StructTreeRoot"])
    return found


def titles(outline: list[Any]) -> Iterator[str]:
    """The bookmarks' titles, in order, at every depth."""
    for one in outline:
        if isinstance(one, list):
            yield from titles(one)
        else:
            yield str(one.title)


@pytest.fixture(scope="module")
def printed(playwright: Playwright, site: Path) -> dict[str, Any]:
    """The chapter on A4 upright and on US Letter on its side, and the lesson; and what the chapter shows in print."""
    with Printer(playwright, site) as printer:
        page = printer.open(CHAPTER)
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 680, "height": 1000})  # what A4 leaves between the margins
        seen = page.evaluate(SEEN)
        page.emulate_media(media="null")  # as it prints of itself
        made = {"upright": printer.print(page), "landscape": printer.print(page, "letter", landscape=True)}
        page.close()
        page = printer.open(LESSON)
        made["lesson"] = printer.print(page)
        page.close()
    return {"seen": seen, **{name: PdfReader(io.BytesIO(pdf)) for name, pdf in made.items()}}


@pytest.fixture(scope="module")
def texts(printed: dict[str, Any]) -> dict[str, str]:
    """The whole text of each PDF, without its spaces."""
    return {
        name: squeezed("".join(page.extract_text() for page in reader.pages))
        for name, reader in printed.items()
        if isinstance(reader, PdfReader)
    }


@pytest.mark.parametrize("name", ["upright", "landscape", "lesson"])
def test_it_is_tagged_has_bookmarks_and_says_its_language(printed: dict[str, Any], name: str) -> None:
    reader = printed[name]
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"] == "en"
    kinds = [kind for kind, _ in structure(reader)]
    assert "/P" in kinds and "/H2" in kinds
    assert list(titles(reader.outline))
    numbered = [squeezed(page.extract_text()) for page in reader.pages]
    assert all(f"{n}{len(numbered)}" in text and "CCBY40" in text for n, text in enumerate(numbered, 1))


@pytest.mark.parametrize(("name", "wide"), [("upright", False), ("landscape", True)])
def test_a_chapter_is_at_most_twenty_sheets_and_whole(
    printed: dict[str, Any], texts: dict[str, str], name: str, wide: bool
) -> None:
    reader, seen = printed[name], printed["seen"]
    assert 5 < len(reader.pages) <= MOST
    sheet = reader.pages[0].mediabox
    assert (sheet.width > sheet.height) == wide
    text = texts[name]
    marks = [squeezed(title) for title in titles(reader.outline)]
    for heading in seen["headings"]:
        assert any(squeezed(heading) in mark for mark in marks), heading
    for part in ("said", "findings", "works"):
        assert seen[part]
    # What the page shows in print is on the sheets, word by word: a foot of a sheet may stand within a sentence.
    words = {word for line in seen["text"] for word in re.findall(r"[^\W_]{4,}", line)}
    assert len(words) > 1000
    assert [word for word in words if squeezed(word) not in text] == []
    charts = [alt for kind, alt in structure(reader) if kind == "/Figure" and alt]
    assert len(charts) >= seen["charts"] >= 3
    assert not seen["cut"]
    assert len(seen["works"]) == seen["cited"] > 30


def test_a_sheet_asks_and_does_not_answer(printed: dict[str, Any], texts: dict[str, str]) -> None:
    """Neither what the questions' source says of each answer, nor what predictions reveal, nor a line of a solution."""
    source = (ROOT / CHAPTER).with_suffix(".md").read_text("utf-8")
    replies = [answer.feedback for one in questions(source) for answer in one.answers if answer.feedback]
    replies += [reply for one in questions(source) for reply in one.replies.values()]
    assert len(replies) > 8 and len(printed["seen"]["reveals"]) > 3
    starters = squeezed("".join(printed["seen"]["starters"]))
    names = re.findall(r"```\{exercise\} ([\w-]+)", source)
    solutions = [read(ROOT / "exercises" / f"{name}.py").solution for name in names]
    own = [squeezed(line) for solution in solutions for line in ast.unparse(ast.parse(solution)).splitlines()]
    own = [line for line in own if len(line) > 25 and line not in starters]
    assert len(own) > 8
    for name in ("upright", "landscape"):
        found = [one for one in [*replies, *printed["seen"]["reveals"]] if squeezed(plain(one))[:60] in texts[name]]
        assert not found
        assert not [line for line in own if line in texts[name]]


def plain(text: str) -> str:
    """Markdown as it is read: without its marks."""
    return re.sub(r"[*_`]", "", re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text))


def test_a_lesson_is_one_sheet_for_a_pupil(printed: dict[str, Any]) -> None:
    assert len(printed["lesson"].pages) == 1
