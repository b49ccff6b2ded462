"""The ``{assign}`` directive: the page on which an instructor chooses what is assigned, and gets a link.

``:plans:`` names a file beside the page with ready plans: a list of ``{"id", "title", "days", "chapters"}``, with
``weeks`` where each is a link of its own.
"""

from __future__ import annotations

import json
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from coursekit.words import say

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class AssignDirective(SphinxDirective):
    """Write the place where the page's script lays out the choice."""

    option_spec: ClassVar[dict[str, Any]] = {"plans": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the section.

        Raises
        ------
        ExtensionError
            If the plans cannot be read, or a plan names a chapter that there is not.
        """
        plans = self._plans(self.options["plans"]) if "plans" in self.options else []
        data = json.dumps(plans, ensure_ascii=False).replace("<", "\\u003c")
        html = (
            '<section class="assign" id="assign" data-state="idle">'
            f"<noscript><p>{escape(say('assign.noscript'))}</p></noscript>"
            f'<script type="application/json" class="plans">{data}</script></section>'
        )
        return [nodes.raw("", html, format="html")]

    def _plans(self, name: str) -> list[dict[str, Any]]:
        source, line = self.get_source_info()
        path = Path(source).parent / name
        self.env.note_dependency(str(path))
        try:
            plans: list[dict[str, Any]] = json.loads(path.read_text("utf-8"))
            named = {
                chapter for plan in plans for part in (plan, *plan.get("weeks", ())) for chapter in part["chapters"]
            }
            for plan in plans:
                for key, kind in (("id", str), ("title", str), ("days", int)):
                    if not isinstance(plan[key], kind):
                        raise TypeError(f"{key} is {plan[key]!r}")
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise ExtensionError(f"{source}:{line}: assign: {name} is no list of plans ({error!r}).") from None
        for chapter in sorted(named):
            if f"chapters/{chapter}" not in self.env.found_docs:
                raise ExtensionError(f"{source}:{line}: assign: {name} names {chapter!r}; there is no such chapter.")
        return plans


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("assign", AssignDirective)
