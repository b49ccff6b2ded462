"""The ``{assign}`` directive: the page on which an instructor chooses what is assigned, and gets a link.

``:plans:`` names a Markdown page of ready plans: under each heading of the third level a table with one row a week.
What a row links to in the chapters is what that week assigns; ``essay of *chapter*`` assigns the chapter's essay.
"""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from coursekit.book.directives.slots import html_node
from coursekit.classroom.assignment.format import BadAssignmentError, Item
from coursekit.html import render

if TYPE_CHECKING:
    from sphinx.application import Sphinx

PLAN = re.compile(r"^### (?P<title>.+)$", re.M)
WEEK = re.compile(r"^\| *\d[\d–-]* *\|.*$", re.M)
PART = re.compile(
    r'(?:chapters|lessons)/(?P<chapter>[\w-]+)\.html(?:#(?P<kind>[a-z]+)-(?P<id>[\w-]+)(?:\?(?P<state>[^"]*))?)?"'
)
ESSAY = re.compile(r"essay of \*([\w-]+)\*")


def read_plans(page: str) -> list[dict[str, Any]]:
    """Return the plans of a page: ``title``, and for each of the ``weeks`` its ``items``, as a link has them."""
    found = []
    heads = [*PLAN.finditer(page)]
    ends = [*(head.start() for head in heads[1:]), len(page)]
    for head, end in zip(heads, ends, strict=False):
        weeks = [{"items": items(row[0])} for row in WEEK.finditer(page, head.end(), end)]
        if weeks:
            found.append({"title": head["title"].strip(), "weeks": weeks})
    return found


def items(row: str) -> list[dict[str, str]]:
    """Return what a week's row assigns, each thing once."""
    named: dict[tuple[str, str], dict[str, str]] = {}
    for part in PART.finditer(row):
        kind, id = part["kind"] or "chapter", part["id"] or part["chapter"]
        state = {"state": unescape(part["state"])} if kind == "lab" and part["state"] else {}
        named.setdefault((kind, id), {"kind": kind, "id": id, **state})
    for id in ESSAY.findall(row):
        named.setdefault(("reflection", id), {"kind": "reflection", "id": id})
    return list(named.values())


class AssignDirective(SphinxDirective):
    """Write the place where the page's script lays out the choice."""

    option_spec: ClassVar[dict[str, Any]] = {"plans": directives.unchanged_required}

    def run(self) -> list[nodes.Node]:
        """Return the section.

        Raises
        ------
        ExtensionError
            If the page of plans is not there, has no plan, or links to what cannot be assigned.
        """
        plans = self._plans(self.options["plans"]) if "plans" in self.options else []
        data = json.dumps(plans, ensure_ascii=False).replace("<", "\\u003c")
        return [html_node(render(__package__, "assign", plans=data))]

    def _plans(self, name: str) -> list[dict[str, Any]]:
        source, line = self.get_source_info()
        path = Path(source).parent / name
        self.env.note_dependency(str(path))
        try:
            plans = read_plans(path.read_text("utf-8"))
            if not plans:
                raise ValueError("no plan: no heading ‘### …’ with a table of weeks under it")
            for item in (item for plan in plans for week in plan["weeks"] for item in week["items"]):
                Item(**item)
        except (OSError, ValueError, BadAssignmentError) as error:
            raise ExtensionError(f"{source}:{line}: assign: {name}: {error}") from None
        return plans


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("assign", AssignDirective)
