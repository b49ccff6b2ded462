"""The ``{reflection}`` directive: free text, kept in the browser, with the rubric by which it is marked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from docutils.statemachine import StringList
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from coursekit.book.directives.slots import fill_slots
from coursekit.book.site.manifest import record
from coursekit.classroom.answer_key.rubrics import LONGEST, MalformedReflectionError, Reflection, parse_reflection
from coursekit.html import render
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
        prompt = nodes.container(classes=["prompt"])
        self.state.nested_parse(StringList(made.prompt.split("\n"), self.get_source_info()[0]), 0, prompt)
        return fill_slots(_section(made), {"prompt": [prompt]})


def _section(reflection: Reflection) -> str:
    graded = any(line.levels for line in reflection.rubric)
    points = reflection.points
    return render(
        __package__,
        "reflection",
        reflection=reflection,
        longest=LONGEST,
        title=say("reflection.rubric", n=int(points) if points == int(points) else points),
        columns=["criterion", *(["strong", "adequate", "weak"] if graded else []), "points"],
        rows=[
            (_said(line.name), [_said(text) for text in (line.levels or ("",) * 3 if graded else ())], line.points)
            for line in reflection.rubric
        ],
    )


def _said(text: str) -> str:
    """Return text with the quotation marks that the page's own text has."""
    return re.sub(r'"([^"]*)"', r"“\1”", text)


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("reflection", ReflectionDirective)
