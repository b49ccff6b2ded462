"""Sources named by generated pages: each key becomes a link to its entry in the list of works cited.

Text uses MyST's own roles; a page written by code says ``<a class="cite" data-cite="fearon1997">fearon1997</a>``.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from sphinx.util import logging

from coursekit.html import render

if TYPE_CHECKING:
    from sphinx.application import Sphinx

log = logging.getLogger(__name__)

CITE = re.compile(r'<a class="cite" data-cite="([^"]+)">[^<]*</a>')


def short(entry: Any) -> str:
    """Return a work's authors and year, as in *Tomz et al. 2023*."""
    from pybtex.richtext import Text

    people = entry.persons.get("author") or entry.persons.get("editor") or []
    names = [str(Text.from_latex(" ".join([*p.prelast_names, *p.last_names]))) for p in people]
    year = entry.fields.get("year", "n.d.")
    if not names:
        return f"{entry.fields.get('title', '')} {year}".replace("{", "").replace("}", "").strip()
    if len(names) > 2:
        return f"{names[0]} et al. {year}"
    return f"{' & '.join(names)} {year}"


def lead(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Fill the links of a page to the sources it names; warn of a key that the list of sources does not hold.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    pagename : str
        The page's path without its suffix, as ``chapters/presence``.
    templatename : str
        Not used.
    context : dict
        What the template is given; changed in place.
    doctree : nodes.document or None
        Not used.
    """
    body = context.get("body") or ""
    if 'data-cite="' not in body:
        return
    known = {c.key: c for c in app.env.get_domain("cite").citations}  # type: ignore[attr-defined]

    def filled(found: re.Match[str]) -> str:
        if found[1] not in known:
            log.warning(
                "The page names the source %r, which the list of works cited does not hold. Add it to references.bib.",
                found[1], location=pagename, type="coursekit", subtype="cites",
            )  # fmt: skip
            return escape(found[1])
        work = known[found[1]]
        page = app.builder.get_relative_uri(pagename, work.bibliography_key.docname)
        link = render(__package__, "citation", address=f"{page}#{work.citation_id}", text=short(work.entry))
        return str(link)

    context["body"] = CITE.sub(filled, body)


def setup(app: Sphinx) -> None:
    """Register the step."""
    app.connect("html-page-context", lead, priority=640)
