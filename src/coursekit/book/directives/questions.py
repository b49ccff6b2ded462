"""The ``{question}`` directive: a retrieval question that checks itself in the page, built of native inputs."""

from __future__ import annotations

import re
from html import escape
from textwrap import shorten
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from coursekit.book.directives.answer_key import answer_key, partners, shuffled
from coursekit.book.site.manifest import record
from coursekit.exercise.question.body import MalformedQuestionError
from coursekit.exercise.question.parse import parse_question
from coursekit.words import say

if TYPE_CHECKING:
    from sphinx.application import Sphinx

BRIEF = 110  # characters of a prompt, where questions are listed


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
            self.question = parse_question(self.arguments[0], self.options, list(self.content))
            entry = {"id": self.question.id, "kind": self.question.kind, "prompt": brief(self.question.prompt)}
            record(self.env, self.env.docname, "questions", entry)
        except MalformedQuestionError as fault:
            # MyST counts the content's offset from the directive's own line.
            where = line if fault.line < 0 else self.lineno + self.content_offset + fault.line + 1
            raise ExtensionError(f"{source}:{where}: question {self.arguments[0]!r}: {fault}") from None
        except ValueError as fault:
            raise ExtensionError(f"{source}:{line}: {fault}") from None
        self.section = f"question-{self.question.id}"
        kinds = {"number": self._number, "order": self._order, "match": self._match}
        answers = kinds.get(self.question.kind, self._boxes)()
        return [
            self._raw(self._head()),
            *self._parse(self.question.prompt),
            self._raw("</div>"),
            *answers,
            self._raw(self._foot()),
        ]

    def _head(self) -> str:
        """Return the HTML up to the prompt."""
        label = escape(say(f"question.label-{self.question.kind}"))
        return (
            f'<section class="question" id="{self.section}" data-kind="{self.question.kind}" data-state="idle">'
            f'<p class="label">{label}</p><form autocomplete="off"><fieldset aria-labelledby="{self.section}-prompt">'
            f'<div class="prompt" id="{self.section}-prompt">'
        )

    def _foot(self) -> str:
        """Return the HTML after the answers."""
        edition = self.env.config.coursekit_edition
        return (
            f'</fieldset><div class="bar"><button class="main" type="submit">{escape(say("question.check"))}</button>'
            f'<button type="button" data-again hidden>{escape(say("question.again"))}</button></div></form>'
            '<div class="feedback" role="status"></div><script type="application/json" class="key" '
            f'data-edition="{edition}">{answer_key(self.question, edition)}</script></section>'
        )

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
            name = f"{self.section}-{n}"
            field = f'<input type="{kind}" name="answer" value="{n}" id="{name}">'
            parts.append(self._raw(f'<div class="answer">{field}<label for="{name}">'))
            parts += [*self._parse(answer.text, inline=True), self._raw("</label></div>")]
        return parts

    def _number(self) -> list[nodes.Node]:
        """Return a field for a number, with its unit."""
        name, unit = f"{self.section}-number", escape(self.question.unit)
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
            f'<option value="{n}">{escape(text)}</option>' for n, text in enumerate(partners(self.question))
        )
        parts: list[nodes.Node] = []
        for n, answer in enumerate(self.question.answers):
            name = f"{self.section}-{n}"
            parts += [self._raw(f'<div class="pair"><label for="{name}">'), *self._parse(answer.text, inline=True)]
            parts.append(
                self._raw(
                    f'</label><select id="{name}" name="answer-{n}"><option value="">{escape(say("question.choose"))}'
                    f"</option>{choices}</select></div>"
                )
            )
        return parts


def brief(prompt: str) -> str:
    """Return a prompt's beginning as one plain line, for lists of questions."""
    plain = re.sub(
        r"\{[\w:+-]+\}|</?a\b[^<>]*>|\[([^\]]*)\]\([^)]*\)|[*`$]",
        lambda found: found[1] or "",
        " ".join(prompt.split()),
    )
    return shorten(plain, BRIEF, placeholder=" …")


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("question", QuestionDirective)
