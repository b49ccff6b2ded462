"""Every chapter and lesson of both editions has slides, and they say nothing that its page does not say."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from coursekit.book.slides.elements import Element, read

MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
ARTICLE = re.compile(r'<article class="bd-article">.*</article>', re.DOTALL)


@pytest.fixture(scope="module")
def course(site: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((site / "course.json").read_text("utf-8"))
    return found


def letters(element: Element) -> str:
    """What an element says, without the spaces, which may stand elsewhere where tags were taken out."""
    return re.sub(r"\W+", "", element.text)


@pytest.fixture(scope="module")
def decks(site: Path, course: dict[str, Any]) -> dict[str, tuple[Element, Element]]:
    """The slides and the text of each page that has slides."""
    pages = [one["path"] for one in course["pages"] if one["path"].startswith(("chapters/", "lessons/"))]
    found = {}
    for page in pages:
        deck, text = ((site / path).read_text("utf-8") for path in (f"slides/{Path(page).name}", page))
        slides, article = MAIN.search(deck), ARTICLE.search(text)
        assert slides and article, page
        found[page] = read(slides[0]), read(article[0])
    assert len(found) >= 12
    return found


def test_they_are_listed_as_slides_and_no_others_are_there(site: Path, course: dict[str, Any]) -> None:
    listed = [one["path"] for one in course["downloads"] if one["kind"] == "slides"]
    pages = [Path(one["path"]).name for one in course["pages"] if one["path"].startswith(("chapters/", "lessons/"))]
    assert listed == sorted(f"slides/{name}" for name in pages)
    assert listed == sorted(path.relative_to(site).as_posix() for path in site.glob("slides/*"))


def test_their_page_offers_them(site: Path, decks: dict[str, tuple[Element, Element]]) -> None:
    for page in decks:
        box = read((site / page).read_text("utf-8").partition('<details class="paper">')[2].partition("</details>")[0])
        assert f"../slides/{Path(page).name}" in [one.attributes["href"] for one in box.all("a")], page
    assert "slides/" not in (site / "book" / "how.html").read_text("utf-8")


def test_what_they_say_is_said_on_the_page(decks: dict[str, tuple[Element, Element]]) -> None:
    """Neither on a slide nor in the notes is there a second text: each paragraph and item is the page's own."""
    for page, (slides, article) in decks.items():
        said = re.sub(r"\W+", "", article.text)
        for hidden in article.all(".definition"):
            said = said.replace(letters(hidden), "", 1) if letters(hidden) else said
        shown = [one for slide in slides.all("section.slide")[1:-1] for one in slide.walk() if one.tag in ("p", "li")]
        assert len(shown) > 20, page
        wrong = [one.text for one in shown if letters(one) not in said]
        assert not wrong, f"{page}: {wrong[0]}"


def test_each_lab_of_a_page_is_on_its_slides_as_it_is_on_the_page(decks: dict[str, tuple[Element, Element]]) -> None:
    for page, (slides, article) in decks.items():
        labs = [one.html for one in article.all("section.lab")]
        assert labs and [one.html for one in slides.all("section.lab")] == labs, page


def test_there_are_as_many_slides_that_ask_as_questions_predictions_and_exercises(
    decks: dict[str, tuple[Element, Element]],
) -> None:
    for page, (slides, article) in decks.items():
        asked = [one for kind in ("question", "prediction", "exercise") for one in article.all(f"section.{kind}")]
        assert len(slides.all("section.slide-question")) >= len(asked) > 0, page


def test_neither_answers_nor_a_form_for_them_is_on_a_slide(decks: dict[str, tuple[Element, Element]]) -> None:
    for page, (slides, _) in decks.items():
        forms = [one for one in slides.all("form") if "controls" not in one.classes]
        kinds = ("question", "prediction", "exercise", "reflection", "calibration", "memo", "worksheet")
        assert not forms and not slides.all("textarea"), page
        assert not [kind for kind in kinds if slides.all(f"section.{kind}")], page
        assert "application/json" not in slides.html and "data-answer" not in slides.html, page
