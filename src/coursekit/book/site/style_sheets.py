"""One style sheet a page: what its parts need, in one file, so that nothing else is waited for before the first paint.

The file is named after what is in it, as ``page-course-exercise-lab.css``; pages of the same kinds share one.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.book.site.assets import pages
from coursekit.files import put

if TYPE_CHECKING:
    from sphinx.application import Sphinx

START, BETWEEN = "page-", "-"
# What is called otherwise in a page's sheet than its file in _static, from there; a hyphen parts the names.
PLACES = {"katex": "katex/katex.css", "design": "sphinx-design.min.css"}
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
LINKED = re.compile(rf'<link rel="stylesheet" href="[^"?]*_static/({START}[\w{BETWEEN}]+\.css)')
ADDRESS = re.compile(r"url\((?P<quote>[\"']?)(?!data:|[a-z]+:|/|#)")


def sheet_name(names: list[str]) -> str:
    """Return the name of the file that has these sheets in it."""
    return f"{START}{BETWEEN.join(names)}.css"


def join_sheets(static: Path, names: list[str]) -> str:
    """Return the text of style sheets, one after another, without comments.

    Parameters
    ----------
    static : Path
        The folder that holds them.
    names : list of str
        Names without an ending, or of :data:`PLACES`.

    Returns
    -------
    str
        CSS; the addresses in it are as from ``static``.
    """
    parts = []
    for name in names:
        place = PLACES.get(name, f"{name}.css")
        if not (static / place).is_file():
            continue
        folder = place.rpartition("/")[0]
        text = COMMENT.sub("", (static / place).read_text("utf-8"))
        if folder:
            text = ADDRESS.sub(lambda found, inside=folder: f"{found[0]}{inside}/", text)  # type: ignore[misc]
        parts.append(re.sub(r"\n\s+", "\n", text).strip())
    return "\n".join(parts)


def link_one(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Give the page's template one sheet instead of those that its parts need.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    pagename : str
        Not used.
    templatename : str
        Not used.
    context : dict
        What the template is given; changed in place.
    doctree : nodes.document or None
        Not used.
    """
    names = [sheet.removesuffix(".css") for sheet in context["coursekit_styles"]]
    names += ["katex"] if context.get("coursekit_math") else []
    ours = {place: name for name, place in PLACES.items()}
    for sheet in context.get("css_files", []):
        file = str(getattr(sheet, "filename", sheet)).partition("?")[0].rpartition("/")[2]
        names.append(ours.get(file, file.removesuffix(".css")))
    context["css_files"] = []
    context["coursekit_sheet"] = sheet_name(names)


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the sheets that pages link, also those of pages from an earlier build; delete those that none links.

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
    linked = {name for page in pages(out) for name in LINKED.findall(page.read_text("utf-8"))}
    for file in static.glob(f"{START}*.css"):
        if file.name not in linked:
            file.unlink()
    for name in linked:
        names = name.removeprefix(START).removesuffix(".css").split(BETWEEN)
        put(join_sheets(static, names), static / name)


def setup(app: Sphinx) -> None:
    """Register the steps: after what chooses the sheets; before the manifest, which names the build by its files."""
    app.connect("html-page-context", link_one, priority=950)
    app.connect("build-finished", write, priority=880)
