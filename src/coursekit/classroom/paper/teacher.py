"""What a teacher's copy has at its end: the answers to a page's predictions and questions, and its solutions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from coursekit.classroom.answer_key.directives import fences
from coursekit.classroom.answer_key.key import collected, entry
from coursekit.classroom.answer_key.question_answers import answers
from coursekit.classroom.answer_key.solutions_page import inline
from coursekit.html import render

# Of each prediction what is asked and what is revealed, which the page itself holds.
PREDICTIONS = """() => [...document.querySelectorAll("article .prediction")].map((one) => [
  one.querySelector(".q")?.textContent.trim() ?? "", one.querySelector(".reveal")?.textContent.trim() ?? ""])"""
ADD = """(html) => {
  document.documentElement.dataset.copy = "teacher";
  const article = document.querySelector("article");
  const works = article.querySelector(":scope > .works-cited");
  if (works) works.insertAdjacentHTML("beforebegin", html);
  else article.insertAdjacentHTML("beforeend", html);
}"""


@dataclass(frozen=True)
class Answers:
    """The answers of a course: to its questions, by id, and its exercises, each with the page that it stands in."""

    questions: dict[str, dict[str, Any]]
    exercises: list[dict[str, Any]]

    @classmethod
    def read(cls, root: Path) -> Answers:
        """Return the answers of the course in ``root``.

        Raises
        ------
        Malformed, MalformedQuestionError
            If an exercise or a question cannot be read; the book's build would refuse it too.
        """
        pages = sorted(path for folder in ("chapters", "lessons", "book") for path in (root / folder).rglob("*.md"))
        stands = {
            name: path.relative_to(root).with_suffix(".html").as_posix()
            for path in pages
            for name, _, _ in fences(path.read_text("utf-8"), "exercise")
        }
        exercises = [entry(one, stands.get(one.id)) for one in collected([root / "exercises"]).values()]
        return cls(answers(pages, root), exercises)

    def add(self, page: Page, path: str) -> None:
        """Put the answers at the end of a page in the browser.

        Parameters
        ----------
        page : Page
            The page, ready to be printed.
        path : str
            Its path in the site, as ``chapters/presence.html``.
        """
        html = render(
            __package__,
            "answers",
            predictions=page.evaluate(PREDICTIONS),
            questions=[one for one in self.questions.values() if one["page"] == path],
            exercises=[one for one in self.exercises if one["page"] == path],
            markdown=inline,
        )
        page.evaluate(ADD, str(html))
