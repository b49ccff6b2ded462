"""What a page's labs and exercises ship, in one script each: a page asks for two files, not for one each.

``_static/pages/chapters-presence-labs.js`` holds the scripts of the page's labs as they stand in ``_static/labs``,
after the draws that these labs take and no others. The page's ``<main>`` names its files; a lab without one loads its
own.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.book.site.assets import pages
from coursekit.files import put
from coursekit.lab.compile.draws_script import unpacking_script

if TYPE_CHECKING:
    from sphinx.application import Sphinx

FOLDER = "pages"
NO_DRAWS: dict[str, Any] = {"labs": {}, "columns": {}}
SHOWN = {
    "labs": re.compile(r'<section class="lab" id="lab-([\w-]+)"'),
    "exercises": re.compile(r'<section class="exercise" id="exercise-([\w-]+)"'),
}
MAIN = re.compile(r"<main\b[^>]*>")
NAMED = re.compile(rf' data-(labs|exercises)="({FOLDER}/[\w.-]+)"')


def file_of(pagename: str, kind: str) -> str:
    """Return the script of a page's labs or exercises, from ``_static``.

    Parameters
    ----------
    pagename : str
        The page's path without its suffix, as ``chapters/presence``.
    kind : str
        ``labs`` or ``exercises``.

    Returns
    -------
    str
        As ``pages/chapters-presence-labs.js``.
    """
    return f"{FOLDER}/{pagename.replace('/', '-')}-{kind}.js"


def name(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Tell the page's template which scripts the page has.

    Parameters
    ----------
    app : Sphinx
        Not used.
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
    context["coursekit_page_scripts"] = {
        kind: file_of(pagename, kind) for kind, shown in SHOWN.items() if shown.search(body)
    }


def named(html: str) -> dict[str, str]:
    """Return the scripts that a page names, by their kind, from ``_static``."""
    main = MAIN.search(html)
    return dict(NAMED.findall(main[0])) if main else {}


def scripts(folder: Path, ids: list[str]) -> str:
    """Return the scripts of a page's labs or exercises, one after another.

    Parameters
    ----------
    folder : Path
        The folder that holds them.
    ids : list of str
        Those that stand on the page; what has no script of its own is left out.
    """
    files = (folder / f"{one}.js" for one in ids)
    return "".join(file.read_text("utf-8") for file in files if file.is_file())


def unpacked(draws: dict[str, Any], labs: list[str]) -> str:
    """Return the script that gives a page the draws that its labs take; nothing where they take none.

    Parameters
    ----------
    draws : dict
        All columns, packed, by name, and the names of those that each lab takes.
    labs : list of str
        The labs that stand on the page.
    """
    taken = sorted({column for one in labs for column in draws["labs"].get(one, ())})
    return unpacking_script({column: draws["columns"][column] for column in taken}) if taken else ""


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the scripts that pages name, also those of pages from an earlier build; delete those that none names.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    exception : Exception or None
        What stopped the build; None if it went well.
    """
    if exception or app.builder.format != "html":
        return
    out = Path(app.outdir)
    static = out / "_static"
    wanted = set()
    kept = static / "labs" / ".draws.json"
    draws = json.loads(kept.read_text("utf-8")) if kept.is_file() else NO_DRAWS
    for page in pages(out):
        html = page.read_text("utf-8")
        for kind, file in named(html).items():
            ids = list(dict.fromkeys(SHOWN[kind].findall(html)))
            put(unpacked(draws, ids if kind == "labs" else []) + scripts(static / kind, ids), static / file)
            wanted.add(static / file)
    for left in (static / FOLDER).glob("*.js"):
        if left not in wanted:
            left.unlink()


def setup(app: Sphinx) -> None:
    """Register the steps: after what writes labs' and exercises' own scripts, before the site's files are listed."""
    app.connect("html-page-context", name, priority=960)
    app.connect("build-finished", write, priority=870)
