"""The ``{reflection}`` directive: free text, kept in the browser, with the rubric by which it is marked."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from coursekit.book.site.manifest import record
from coursekit.classroom.answer_key.rubrics import LONGEST, MalformedReflectionError, Reflection, parse_reflection
from coursekit.words import say

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class ReflectionDirective(SphinxDirective):
    """Read prompt and rubric and write the section."""

    has_content = True
    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"memo": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the section's nodes.

        Raises
        ------
        ExtensionError
            If it is malformed, or its id stands elsewhere: file, line, what is wrong, what would be right.
        """
        try:
            made = parse_reflection(self.arguments[0], self.options, list(self.content))
            entry = {"id": made.id, "points": made.points, **({"memo": made.memo} if made.memo else {})}
            record(self.env, self.env.docname, "reflections", entry)
        except ValueError as fault:
            source, line = self.get_source_info()
            which = f"reflection {self.arguments[0]!r}: " if isinstance(fault, MalformedReflectionError) else ""
            raise ExtensionError(f"{source}:{line}: {which}{fault}") from None
        here = f"reflection-{made.id}"
        prompt = nodes.container(classes=["prompt"])
        self.state.nested_parse(StringList(made.prompt.split("\n"), self.get_source_info()[0]), 0, prompt)
        head = (
            f'<section class="reflection" id="{here}" data-state="idle" aria-labelledby="{here}-label">'
            f'<p class="label" id="{here}-label">{escape(say("reflection.label"))}</p>'
        )
        return [_html(head), prompt, _html(("" if made.memo else _field(here)) + _rubric(made) + "</section>")]


def _field(here: str) -> str:
    return (
        f'<div class="field"><label for="{here}-text">{escape(say("reflection.text"))}</label>'
        f'<textarea id="{here}-text" name="text" rows="10" maxlength="{LONGEST}" aria-describedby="{here}-length">'
        f'</textarea><p class="length" id="{here}-length"></p></div><p class="feedback" role="status"></p>'
    )


def _rubric(reflection: Reflection) -> str:
    """Return the rubric, folded; on paper it stands open."""
    graded = any(line.levels for line in reflection.rubric)
    names = ["criterion", *(["strong", "adequate", "weak"] if graded else []), "points"]
    heads = "".join(f'<th scope="col">{escape(say(f"reflection.{name}"))}</th>' for name in names)
    rows = "".join(
        f'<tr><th scope="row">{_said(line.name)}</th>'
        + "".join(f"<td>{_said(text)}</td>" for text in (line.levels or ("",) * 3 if graded else ()))
        + f"<td>{line.points:g}</td></tr>"
        for line in reflection.rubric
    )
    points = reflection.points
    title = escape(say("reflection.rubric", n=int(points) if points == int(points) else points))
    table = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    return (
        f'<details class="rubric"><summary>{title}</summary><div class="scroll" tabindex="0" role="region" '
        f'aria-label="{title}">{table}</div></details>'
    )


def _said(text: str) -> str:
    """Return text as HTML, with the quotation marks that the page's own text has."""
    return escape(re.sub(r'"([^"]*)"', r"“\1”", text))


def _html(text: str) -> nodes.raw:
    return nodes.raw("", text, format="html")


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("reflection", ReflectionDirective)
