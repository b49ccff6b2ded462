"""The ``{question}`` directive: a retrieval question that checks itself in the page, built of native inputs."""

from __future__ import annotations

import re
from textwrap import shorten
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from coursekit.book.directives.answer_key import answer_key, partners, shuffled
from coursekit.book.directives.slots import fill_slots
from coursekit.book.directives.varying import fill_places, reads_as
from coursekit.book.site.manifest import record
from coursekit.exercise.question.body import MalformedQuestionError
from coursekit.exercise.question.parse import parse_question
from coursekit.exercise.question.question import Question
from coursekit.exercise.varying import PLACE
from coursekit.html import render

if TYPE_CHECKING:
    from sphinx.application import Sphinx

BRIEF = 110  # characters of a prompt, where questions are listed
NAME = 60  # characters of an item, where a button or a message names it


class QuestionDirective(SphinxDirective):
    """Read a question and write its section."""

    has_content = True
    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {
        name: directives.unchanged for name in ("kind", "varies", "answer", "tolerance", "unit")
    }

    def run(self) -> list[nodes.Node]:
        """Return the section's nodes.

        Raises
        ------
        ExtensionError
            If the question is malformed: file, line, what is wrong, what would be right.
        """
        source, line = self.get_source_info()
        try:
            question = parse_question(self.arguments[0], self.options, list(self.content))
            entry = {"id": question.id, "kind": question.kind, "prompt": brief(open_places(question))}
            record(self.env, self.env.docname, "questions", entry)
            self.env.temp_data.setdefault("coursekit_questions", []).append(question)
        except MalformedQuestionError as fault:
            # MyST counts the content's offset from the directive's own line.
            where = line if fault.line < 0 else self.lineno + self.content_offset + fault.line + 1
            raise ExtensionError(f"{source}:{where}: question {self.arguments[0]!r}: {fault}") from None
        except ValueError as fault:
            raise ExtensionError(f"{source}:{line}: {fault}") from None
        try:
            return fill_slots(self._html(question), self._slots(question))
        except ValueError as fault:
            raise ExtensionError(f"{source}:{line}: question {question.id!r}: {fault} Put it elsewhere.") from None

    def _html(self, question: Question) -> str:
        edition = self.env.config.coursekit_edition
        return render(
            __package__,
            "question",
            question=question,
            edition=edition,
            key=answer_key(question, edition),
            order=shuffled(question) if question.kind == "order" else [],
            names=[brief(answer.text, NAME) for answer in question.answers],
            partners=partners(question) if question.kind == "match" else [],
        )

    def _slots(self, question: Question) -> dict[str, list[nodes.Node]]:
        """Return what is written in Markdown, by the places that the template has for it."""
        prompt, *texts = question.places or (question.prompt, *(answer.text for answer in question.answers))
        reads = reads_as(question, (prompt, *texts))
        slots = {"prompt": self._parse(prompt, reads)}
        if question.kind != "number":
            slots |= {f"answer-{n}": self._parse(text, reads, inline=True) for n, text in enumerate(texts)}
        return slots

    def _parse(self, text: str, reads: dict[str, str], inline: bool = False) -> list[nodes.Node]:
        """Return the nodes of a piece of Markdown; of a single paragraph, only what is in it if ``inline``."""
        holder = nodes.container()
        lines = StringList(text.splitlines(), source=self.get_source_info()[0])
        self.state.nested_parse(lines, self.content_offset, holder)
        fill_places(holder, reads)
        children = list(holder.children)
        if inline and len(children) == 1 and isinstance(children[0], nodes.paragraph):
            return list(children[0].children)
        return children


def open_places(question: Question) -> str:
    """Return a question's prompt for lists that know no learner: where a number varies, a gap."""
    return PLACE.sub("…", question.places[0]) if question.places else question.prompt


def brief(prompt: str, most: int = BRIEF) -> str:
    """Return a text's beginning as one plain line, for lists of questions and names of buttons.

    Parameters
    ----------
    prompt : str
        The text, in Markdown.
    most : int
        How many characters it may have.
    """
    plain = re.sub(
        r"\{[\w:+-]+\}|</?a\b[^<>]*>|\[([^\]]*)\]\([^)]*\)|[*`$]",
        lambda found: found[1] or "",
        " ".join(prompt.split()),
    )
    return shorten(plain, most, placeholder=" …")


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("question", QuestionDirective)
