"""The list of pages beside the text: chapters numbered, entries that can be done marked, and the page that is open."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from coursekit.book.site.manifest import order, records
from coursekit.book.site.progress_index import chapter_numbers, countable

if TYPE_CHECKING:
    from sphinx.application import Sphinx

ENTRY = re.compile(r'<li class="toctree-l1(?P<classes>[^"]*)"><a class="(?P<link>[^"]*)" href="(?P<href>[^"]*)">')


def mark_entries(html: str, numbers: Mapping[str, int], counted: set[str]) -> str:
    """Return the list with chapters' numbers, places for shares, and the open page told to screen readers.

    Parameters
    ----------
    html : str
        The list, as Sphinx writes it.
    numbers : mapping of str to int
        Chapters' numbers by the addresses that the list links.
    counted : set of str
        The addresses of pages on which something can be done.
    """

    def marked(entry: re.Match[str]) -> str:
        href = entry["href"]
        share = ' data-progress="0"' if href in counted else ""
        here = ' aria-current="page"' if "current" in entry["link"].split() else ""
        number = f'<span class="number">{numbers[href]}</span> ' if href in numbers else ""
        start = f'<li class="toctree-l1{entry["classes"]}"{share}>'
        return f'{start}<a class="{entry["link"]}"{here} href="{href}">{number}'

    return ENTRY.sub(marked, html)


def add_list(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Give the page's template the list.

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

    def address(name: str) -> str:
        return "#" if name == pagename else app.builder.get_relative_uri(pagename, name)

    numbers = {address(name): number for name, number in chapter_numbers(order(app.env)).items()}
    counted = {address(name) for name in order(app.env) if countable(records(app.env).get(name, {}))}
    html = context["toctree"](collapse=False, includehidden=True, titles_only=True, maxdepth=1) or ""
    context["coursekit_contents"] = mark_entries(html, numbers, counted)


def setup(app: Sphinx) -> None:
    """Register the step."""
    app.connect("html-page-context", add_list, priority=800)
