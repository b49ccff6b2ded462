"""What the theme and its companions add to every page, and these pages do without.

The theme ships Bootstrap, 1.5 MB of icons and two search boxes; other extensions add scripts for kernels in the cloud.
The pages use the course's own layout (``assets/templates``), one script and one style sheet: all else goes.
"""

from __future__ import annotations

import re
import shutil
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from docutils import nodes

from coursekit.book.site.repair_html import mark_cyrillic, repair_body
from coursekit.downloads import SLIDES
from coursekit.files import put

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# Sphinx's own scripts, which the search page needs.
SEARCH = ("documentation_options.js", "doctools.js", "sphinx_highlight.js")
# Style sheets that stay: the colours of code, light and dark.
CODE = ("pygments.css",)
# Pages that Sphinx makes of itself.
MADE = ("index", "search", "genindex", "py-modindex", "404")
# Left behind in _static by the theme and by extensions, linked by no page.
UNUSED = [
    "vendor",
    "scripts",
    "styles",
    "locales",
    "images",
    "webfonts",
    "sbt-webpack-macros.html",
    "webpack-macros.html",
    "sphinx-thebe.js",
    "sphinx-thebe.css",
    "togglebutton.js",
    "togglebutton.css",
    "copybutton.js",
    "copybutton.css",
    "copybutton_funcs.js",
    "clipboard.min.js",
    "check-solid.svg",
    "copy-button.svg",
    "design-tabs.js",
    "basic.css",
    "plus.png",
    "minus.png",
    "file.png",
    "_sphinx_javascript_frameworks_compat.js",
]


def _name(asset: object) -> str:
    """Return the file name of what Sphinx lists as a script or style sheet; empty for inline scripts."""
    return str(getattr(asset, "filename", asset) or "").partition("?")[0].rpartition("/")[2]


def data_icon(app: Sphinx) -> str:
    """Return the site's icon as an address that holds it whole, or nothing if it is no drawing in SVG."""
    icon = Path(app.srcdir) / str(app.config.html_favicon or "")
    return f"data:image/svg+xml,{quote(icon.read_text('utf-8').strip())}" if icon.suffix == ".svg" else ""


def prune(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Keep only the scripts and style sheets that the page uses, and put the theme's small faults right.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    pagename : str
        The page's path without its suffix, as ``chapters/presence``.
    templatename : str
        The template that the page is written with.
    context : dict
        What the template is given; changed in place.
    doctree : nodes.document or None
        Not used.
    """
    scripts = SEARCH if templatename == "search.html" else ()
    context["script_files"] = [s for s in context.get("script_files", []) if _name(s) in scripts]
    if icon := data_icon(app):  # in the page: it costs no request of its own
        context["favicon_url"] = icon
    body = context.get("body") or ""
    keep = (*CODE, "sphinx-design.min.css") if re.search(r'class="[^"]*\bsd-', body) else CODE
    context["css_files"] = [s for s in context.get("css_files", []) if _name(s) in keep]
    if 'class="highlight' not in body:
        context["css_files"] = [s for s in context["css_files"] if _name(s) not in CODE]
    if body:
        cyrillic = app.config.coursekit_cyrillic
        context["body"] = mark_cyrillic(repair_body(body), "" if cyrillic == app.config.language else cyrillic)


def drop_thebe(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Take out the inline scripts of sphinx-thebe: it adds them, twice, even when it is off.

    Parameters
    ----------
    app : Sphinx
        Not used.
    doctree : nodes.document
        The page as Sphinx has read it; changed in place.
    docname : str
        Not used.
    """
    for raw in list(doctree.findall(nodes.raw)):
        if "x-thebe-config" in raw.astext() or raw.astext().startswith("<script>kernelName"):
            raw.parent.remove(raw)


def sweep(app: Sphinx, exception: Exception | None) -> None:
    """Delete from ``_static`` what no page links, and the pages of chapters that are no longer in the book.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    exception : Exception or None
        What stopped the build; None if it went well.
    """
    if exception or app.builder.format != "html":
        return
    static = Path(app.outdir) / "_static"
    for name in UNUSED:
        path = static / name
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink(missing_ok=True)
    for sheet in static.glob("mystnb.*.css"):
        sheet.unlink()
    for page in Path(app.outdir).rglob("*.html"):
        name = page.relative_to(app.outdir).with_suffix("").as_posix()
        known = name in app.env.found_docs or name in MADE or name.startswith(("_static/", f"{SLIDES}/"))
        if not known and "data-content_root=" in page.read_text("utf-8", "replace")[:400]:
            page.unlink()


def greet(app: Sphinx, exception: Exception | None) -> None:
    """Make the site's bare address lead to the landing page, with a title and a link for browsers that do not follow.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    exception : Exception or None
        What stopped the build; None if it went well.
    """
    root = app.config.root_doc
    if exception or app.builder.format != "html" or root == "index":
        return
    title = escape(app.config.html_title or "")
    put(
        f'<!doctype html>\n<html lang="{app.config.language}"><meta charset="utf-8"><title>{title}</title>\n'
        f'<link rel="icon" href="{data_icon(app) or f"_static/{Path(app.config.html_favicon).name}"}">'
        f'<meta http-equiv="refresh" content="0; url={root}.html">\n'
        f'<main><h1><a href="{root}.html">{title}</a></h1></main></html>\n',
        Path(app.outdir) / "index.html",
    )


def setup(app: Sphinx) -> None:
    """Register the steps; the late ones come after the theme's own."""
    app.add_config_value("coursekit_cyrillic", "", "html")
    app.connect("doctree-resolved", drop_thebe, priority=900)
    app.connect("html-page-context", prune, priority=900)
    app.connect("build-finished", sweep, priority=950)
    app.connect("build-finished", greet, priority=950)
