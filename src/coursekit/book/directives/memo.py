"""The ``{memo}`` directive: questions to write on beside a lab, and a memo to take away, with the lab's numbers.

Each line of its content is ``name: question ::: what a good answer has``. What a learner writes is kept in the browser;
the page's script makes the memo of it (``web/src/memo``).
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from coursekit.book.directives.slots import html_node
from coursekit.html import render

if TYPE_CHECKING:
    from sphinx.application import Sphinx

LINE = re.compile(r"([\w-]+): (.+?)(?: ::: (.+))?")


class MemoDirective(SphinxDirective):
    """Read the questions and write the section."""

    has_content = True
    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {
        "title": directives.unchanged_required,
        "sources": directives.unchanged_required,
    }

    def run(self) -> list[nodes.Node]:
        """Return the section.

        Raises
        ------
        ExtensionError
            If title, questions or a source are missing or malformed: file, line, what would be right.
        """
        lab = self.arguments[0]
        fields = [self._field(line) for line in self.content if line.strip()]
        if not fields or not self.options.get("title"):
            raise self._fault("it needs a :title: and at least one line ‘name: question ::: hint’")
        plan = {"lab": lab, "title": self.options["title"], "sources": self._sources()}
        data = json.dumps(plan, ensure_ascii=False).replace("<", "\\u003c")
        return [html_node(render(__package__, "memo", lab=lab, fields=fields, plan=data))]

    def _field(self, line: str) -> tuple[str, str, str]:
        """Return a line's name, question and hint."""
        found = LINE.fullmatch(line.strip())
        if not found:
            raise self._fault(f"{line!r} is not ‘name: question ::: hint’")
        return found[1], found[2], found[3] or ""

    def _sources(self) -> list[str]:
        """Return the works named, as they stand in a list of sources."""
        entries = self.env.get_domain("cite").bibdata.data.entries  # type: ignore[attr-defined]
        keys = [key.strip() for key in self.options.get("sources", "").split(",") if key.strip()]
        for key in keys:
            if key not in entries:
                raise self._fault(f"the list of works has no {key!r}")
        return sorted(work(entries[key]) for key in keys)

    def _fault(self, what: str) -> ExtensionError:
        source, line = self.get_source_info()
        return ExtensionError(f"{source}:{line}: memo {self.arguments[0]!r}: {what}.")


def work(entry: Any) -> str:
    """Return a work in one line: who, when, what, where."""
    from pybtex.richtext import Text

    def plain(latex: str) -> str:
        return str(Text.from_latex(latex)).strip()

    fields = entry.fields
    people = [
        plain(" ".join([*p.prelast_names, *p.last_names]))
        + (f", {plain(' '.join(p.first_names))}" if p.first_names else "")
        for p in entry.persons.get("author", [])
    ]
    places = ("journal", "booktitle", "publisher", "institution", "howpublished")
    where = next((plain(fields[name]) for name in places if name in fields), "")
    link = f" https://doi.org/{fields['doi']}" if "doi" in fields else ""
    title = plain(fields.get("title", ""))
    head = f"{'; '.join(people)} ({fields.get('year', '')}). " if people else f"({fields.get('year', '')}) "
    return f"{head}{title}.{f' {where}.' if where else ''}{link}"


def setup(app: Sphinx) -> None:
    """Register the directive."""
    app.add_directive("memo", MemoDirective)
