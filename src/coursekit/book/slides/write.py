"""``slides/NAME.html``: the deck of each chapter and lesson, written beside the page that it is cut from."""

from __future__ import annotations

import re
from functools import partial
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from markupsafe import Markup
from sphinx.errors import ExtensionError

from coursekit.book.site.assets import WATCHED, sections
from coursekit.book.site.manifest import order, records
from coursekit.book.site.page_scripts import SHOWN, file_of, named
from coursekit.book.site.progress_index import chapter_numbers
from coursekit.book.site.style_sheets import sheet_name
from coursekit.book.slides.clean import cleaned
from coursekit.book.slides.elements import UnbalancedError, read
from coursekit.book.slides.outline import Outline
from coursekit.course import course
from coursekit.downloads import SLIDES, write_files
from coursekit.html import render
from coursekit.words import say

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

ARTICLE = re.compile(r'<article class="bd-article">(.*)</article>', re.DOTALL)
# What a deck's head has in common with its page's.
TAKEN = {
    "html_tag": re.compile(r"<html\b[^>]*>"),
    "policy": re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>'),
    "words": re.compile(r'<script type="application/json" id="course-words">.*?</script>', re.DOTALL),
    "icon": re.compile(r'<link rel="icon" href="data:[^>]*>'),
}
ROOT = re.compile(r'data-content_root="[^"]*"')


class Source(NamedTuple):
    """A page that has a deck: its path in the site, and what it is called in the course, as HTML."""

    page: str
    label: str

    @property
    def deck(self) -> str:
        """The deck's path in the site."""
        return f"{SLIDES}/{Path(self.page).name}"


def make_deck(html: str, source: Source, mark: str) -> str:
    """Return the deck of a page.

    Parameters
    ----------
    html : str
        The built page.
    source : Source
        Where it stands and what it is called.
    mark : str
        The version that stands in addresses of scripts and style sheets.

    Returns
    -------
    str
        The deck's HTML.

    Raises
    ------
    UnbalancedError
        If the page's elements do not end where they must.
    """
    found = ARTICLE.search(html)
    article = read(found[1] if found else "")
    ids = list(dict.fromkeys(SHOWN["labs"].findall(article.inner)))
    clean = partial(cleaned, page=source.page, deck=source.deck, labs=frozenset(ids))
    slides = Outline(article, clean, source.label).slides
    body = "".join(slide.body + "".join(slide.notes) for slide in slides)
    held = list(dict.fromkeys(SHOWN["labs"].findall(body)))
    # The page's own script where it holds the same labs: who comes from the page has it already.
    own = named(html).get("labs", "") if held == ids else file_of(source.deck.removesuffix(".html"), "labs")
    names = ["course", *(["lab"] if held else []), *(["scene"] if "scene" in sections(article.inner) else [])]
    names += ["slides", *(["katex"] if 'class="katex' in body else [])]
    head = {name: (match[0] if (match := look.search(html)) else "") for name, look in TAKEN.items()}
    head["html_tag"] = ROOT.sub('data-content_root="../"', head["html_tag"])
    return str(
        render(
            __package__,
            "deck",
            **{name: Markup(part) for name, part in head.items()},
            title=slides[0].name,
            course=course().title,
            sheet=sheet_name(names),
            mark=mark,
            labs=own if held else "",
            slides=slides,
            page=f"../{source.page}",
        )
    )


def sources(env: BuildEnvironment) -> list[Source]:
    """Return the pages that have decks, chapters and lessons, in the order of the book."""
    names = order(env)
    lessons = {name for name in names if records(env).get(name, {}).get("lessons")}
    title = escape(course().title)
    numbers = chapter_numbers(names)
    return [
        Source(
            f"{name}.html",
            say("slides.chapter", course=title, n=numbers[name])
            if name in numbers
            else say("slides.lesson", course=title),
        )
        for name in names
        if name in numbers or name in lessons
    ]


def offer(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Tell the page's template where its slides are.

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
    decks = [] if WATCHED else [one.deck for one in sources(app.env) if one.page == f"{pagename}.html"]
    context["coursekit_slides"] = f"{context['content_root']}{decks[0]}" if decks else ""


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the decks of all chapters and lessons; delete those of pages that are gone.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    exception : Exception or None
        What stopped the build; None if it went well.

    Raises
    ------
    ExtensionError
        If two pages would have one deck, or a page's HTML is not whole.
    """
    if exception or WATCHED or app.builder.format != "html":
        return
    out = Path(app.outdir)
    decks: dict[str, str] = {}
    for source in sources(app.env):
        file, name = out / source.page, Path(source.deck).name
        if not file.is_file():
            continue
        if name in decks:
            raise ExtensionError(f"{source.page}: another page is called {name} too, and slides go by that name alone.")
        try:
            decks[name] = make_deck(file.read_text("utf-8"), source, app.config.coursekit_mark)
        except UnbalancedError as error:
            raise ExtensionError(f"{source.page}: no slides can be made of it. {error}") from None
    write_files(out / SLIDES, decks)


def setup(app: Sphinx) -> None:
    """Register the steps: decks are written before what makes one script and one style sheet for each page."""
    app.connect("html-page-context", offer)
    app.connect("build-finished", write, priority=860)
