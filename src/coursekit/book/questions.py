"""The ``{question}`` directive: a retrieval question that checks itself in the page, built of native inputs."""

from __future__ import annotations

import base64
import hashlib
import json
import random
from html import escape
from itertools import cycle
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from markdown_it import MarkdownIt
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from coursekit.book.manifest import record
from coursekit.exercise.questions import MalformedQuestionError, Question, parse_question
from coursekit.words import say

if TYPE_CHECKING:
    from sphinx.application import Sphinx

MARKDOWN = MarkdownIt("commonmark")


def answer_key(question: Question, edition: str) -> str:
    """Return what the page's script checks against, as text for a data block.

    In the class edition it is veiled, so that a glance at the page's source does not tell the answers. It is not secret:
    marks never rest on it.
    """
    says = {name: MARKDOWN.renderInline(text) for name, text in question.replies.items()}
    key: dict[str, Any] = {"says": says}
    if question.kind in ("choice", "several"):
        key["right"] = [n for n, answer in enumerate(question.answers) if answer.right]
    elif question.kind == "number":
        key |= {"answer": question.answer, "tolerance": question.tolerance}
    elif question.kind == "order":
        key["right"] = list(range(len(question.answers)))
    else:
        partners = _partners(question)
        key["right"] = [partners.index(answer.partner) for answer in question.answers]
    if question.kind not in ("number", "order"):
        key["feedback"] = [MARKDOWN.renderInline(answer.feedback) for answer in question.answers]
    text = json.dumps(key, ensure_ascii=False)
    if edition != "class":
        return text.replace("</", "<\\/")
    return base64.b64encode(
        bytes(a ^ b for a, b in zip(text.encode(), cycle(question.id.encode()), strict=False))
    ).decode()


def shuffled(question: Question) -> list[int]:
    """Return the answers' places in the order in which an *order* question first shows them: never the right one."""
    places = list(range(len(question.answers)))
    seed = int(hashlib.sha256(question.id.encode()).hexdigest()[:8], 16)
    random.Random(seed).shuffle(places)
    return places if places != sorted(places) else [*places[1:], places[0]]


def _partners(question: Question) -> list[str]:
    """Return a *match* question's right-hand sides, each once, in alphabetical order."""
    return sorted({answer.partner for answer in question.answers})


class QuestionDirective(SphinxDirective):
    """Read a question and write its section."""

    has_content = True
    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {
        name: directives.unchanged for name in ("kind", "answer", "tolerance", "unit")
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
            record(self.env, self.env.docname, "questions", {"id": question.id, "kind": question.kind})
        except MalformedQuestionError as fault:
            where = line if fault.line < 0 else self.content_offset + fault.line + 1
            raise ExtensionError(f"{source}:{where}: question {self.arguments[0]!r}: {fault}") from None
        except ValueError as fault:
            raise ExtensionError(f"{source}:{line}: {fault}") from None
        self.question = question
        self.name_in_page = f"question-{question.id}"
        edition = self.env.config.coursekit_edition
        parts: list[nodes.Node] = [
            self._raw(
                f'<section class="question" id="{self.name_in_page}" data-kind="{question.kind}" data-state="idle">'
                f'<p class="label">{escape(say(f"question.label-{question.kind}"))}</p><form autocomplete="off">'
                f'<fieldset aria-labelledby="{self.name_in_page}-prompt"><div class="prompt" id="{self.name_in_page}-prompt">'
            ),
            *self._parse(question.prompt),
            self._raw("</div>"),
            *{"number": self._number, "order": self._order, "match": self._match}.get(question.kind, self._boxes)(),
            self._raw(
                f'</fieldset><div class="bar"><button class="main" type="submit">{escape(say("question.check"))}</button>'
                f'<button type="button" data-again hidden>{escape(say("question.again"))}</button></div></form>'
                f'<div class="feedback" role="status"></div><script type="application/json" class="key" data-edition='
                f'"{edition}">{answer_key(question, edition)}</script></section>'
            ),
        ]
        return parts

    def _raw(self, html: str) -> nodes.raw:
        return nodes.raw("", html, format="html")

    def _parse(self, text: str, inline: bool = False) -> list[nodes.Node]:
        """Return the nodes of a piece of Markdown; of a single paragraph, only what is in it if ``inline``."""
        holder = nodes.container()
        lines = StringList(text.splitlines(), source=self.get_source_info()[0])
        self.state.nested_parse(lines, self.content_offset, holder)
        children = list(holder.children)
        if inline and len(children) == 1 and isinstance(children[0], nodes.paragraph):
            return list(children[0].children)
        return children

    def _boxes(self) -> list[nodes.Node]:
        """Return one radio button or checkbox an answer."""
        kind = "radio" if self.question.kind == "choice" else "checkbox"
        parts: list[nodes.Node] = []
        for n, answer in enumerate(self.question.answers):
            name = f"{self.name_in_page}-{n}"
            parts.append(
                self._raw(
                    f'<div class="answer"><input type="{kind}" name="answer" value="{n}" id="{name}"><label for="{name}">'
                )
            )
            parts += [*self._parse(answer.text, inline=True), self._raw("</label></div>")]
        return parts

    def _number(self) -> list[nodes.Node]:
        """Return a field for a number, with its unit."""
        name, unit = f"{self.name_in_page}-number", escape(self.question.unit)
        return [
            self._raw(
                f'<div class="number"><label for="{name}">{escape(say("question.number"))}</label><input id="{name}" '
                f'name="answer" type="text" inputmode="decimal">{f"<span>{unit}</span>" if unit else ""}</div>'
            )
        ]

    def _order(self) -> list[nodes.Node]:
        """Return the items, shuffled, each with buttons that move it up and down."""
        parts: list[nodes.Node] = [self._raw('<ol class="items">')]
        for n in shuffled(self.question):
            parts.append(self._raw(f'<li data-item="{n}"><span class="text">'))
            parts += self._parse(self.question.answers[n].text, inline=True)
            moves = "".join(
                f'<button type="button" data-move="{way}" aria-label="{escape(say(f"question.{way}"))}">{sign}</button>'
                for way, sign in (("up", "↑"), ("down", "↓"))
            )
            parts.append(self._raw(f'</span><span class="moves">{moves}</span></li>'))
        return [*parts, self._raw("</ol>")]

    def _match(self) -> list[nodes.Node]:
        """Return a choice of all right-hand sides for each left-hand side."""
        choices = "".join(
            f'<option value="{n}">{escape(text)}</option>' for n, text in enumerate(_partners(self.question))
        )
        parts: list[nodes.Node] = []
        for n, answer in enumerate(self.question.answers):
            name = f"{self.name_in_page}-{n}"
            parts += [self._raw(f'<div class="pair"><label for="{name}">'), *self._parse(answer.text, inline=True)]
            parts.append(
                self._raw(
                    f'</label><select id="{name}" name="answer-{n}"><option value="">{escape(say("question.choose"))}'
                    f"</option>{choices}</select></div>"
                )
            )
        return parts


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("question", QuestionDirective)
