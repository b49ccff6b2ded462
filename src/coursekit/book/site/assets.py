"""Scripts, styles and fonts: bundled when their sources changed, copied when they differ, linked where used."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ExtensionError
from sphinx.util import logging

from coursekit.book.site.run.execution import fingerprint
from coursekit.course import course
from coursekit.files import put
from coursekit.front_end import BUILT, node_modules, scripts_folder, web_folder
from coursekit.front_end.fonts import font_faces
from coursekit.node import node_command
from coursekit.words import catalog, course_catalog

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

log = logging.getLogger(__name__)

WATCHED = bool(os.environ.get("COURSEKIT_WATCH"))  # `make watch`: what only a published site needs is left out
ASSETS = Path(__file__).parents[1] / "assets"  # styles and templates of every course
EVERYWHERE = ("tokens", "page")  # style sheets of every page, sent as one file
SECTION = re.compile(r'<section\b[^>]*\bclass="([^"]*)"')
# What a kind of section needs beside course.css.
STYLES = {
    "lab": "lab",
    "prediction": "question",
    "calibration": "question",
    "question": "question",
    "review": "question",
    "cell": "exercise",
    "exercise": "exercise",
    "memo": "memo",
    "reflection": "memo",
    "assign": "assign",
    "desk": "desk",
    "appendix": "appendix",
    "scene": "scene",
    "lesson": "lesson",
    "ledger": "ledger",
    "timeline-drawn": "timeline",
}


def sections(html: str) -> set[str]:
    """Return the kinds of section that stand in a page, by the classes of its ``<section>`` elements."""
    return {kind for classes in SECTION.findall(html) for kind in classes.split()}


def sources(app: Sphinx) -> str:
    """Return the hash of everything that scripts, styles and templates are made from."""
    root = Path(app.srcdir)
    web = web_folder(root)
    folders = [web / "src", web / "scripts", Path(__file__).parents[2] / "words", ASSETS, root / "book" / "assets"]
    single = "".join((web / n).read_text("utf-8") for n in ("package-lock.json", "build.mjs") if (web / n).is_file())
    return fingerprint([f for f in folders if f.is_dir()]) + f"{hash_text(single)}"


def json_in_html(value: object) -> str:
    """Return a value as JSON that can stand in a ``<script>``: no text in it ends the element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def hash_text(text: str) -> str:
    """Return a short hash of a text."""
    return hashlib.sha256(text.encode()).hexdigest()[:8]


def note_sources(app: Sphinx, config: Config) -> None:
    """Put the sources' hash into the settings: Sphinx then writes every page anew when a script or style changed.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    config : Config
        The settings of the build.
    """
    # As seen from the course: the site holds a hash of its settings, and is the same wherever it was built.
    config.templates_path = [*config.templates_path, os.path.relpath(ASSETS / "templates", app.confdir)]
    config.coursekit_assets = sources(app)
    if WATCHED:  # addresses stay as they are, so that a change of one file does not change every page
        config.coursekit_assets = fingerprint([ASSETS / "templates"])
        config.coursekit_mark = "watch"
        return
    # The version in addresses, by which a browser's cache goes: it changes with labs' and exercises' sources too.
    made = [folder for folder in (Path(app.srcdir) / config.coursekit_exercises,) if folder.is_dir()]
    config.coursekit_mark = hash_text(f"{config.coursekit_assets} {config.coursekit_sources} {fingerprint(made)}")


def bundle(app: Sphinx) -> None:
    """Bundle the front end into ``_build/web``, unless the last bundle was made from the same sources.

    Raises
    ------
    ExtensionError
        If the bundler fails, with what it said.
    """
    web = web_folder(Path(app.srcdir))
    if web == BUILT:
        return
    target = scripts_folder(Path(app.srcdir))
    stamp = target / ".sources"
    script = web / "build.mjs"
    if not script.is_file():
        log.warning("%s is missing: the pages stay without scripts", script)
        return
    now = sources(app)
    if stamp.is_file() and stamp.read_text("utf-8") == now:
        return
    if not (web / "node_modules").is_dir():
        raise ExtensionError(f"{web / 'node_modules'} is missing. Run `make environment`, or `npm ci` in {web.name}/.")
    log.info("bundling the front end with %s", script.name)
    done = subprocess.run([*node_command(), script.name], cwd=web, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ExtensionError(f"web/{script.name} could not bundle the front end:\n{done.stderr or done.stdout}")
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(now, "utf-8")


def pages(out: Path) -> Iterator[Path]:
    """Yield the HTML files of the pages of a built site, those of an earlier build included."""
    static = out / "_static"
    return (page for page in out.rglob("*.html") if static not in page.parents)


def copy_new(source: Path, target: Path) -> None:
    """Copy a file unless the target has its size and is no older.

    Parameters
    ----------
    source : Path
        The file to copy.
    target : Path
        Where to; its folder is made if it is not there.
    """
    if target.is_file():
        there, here = target.stat(), source.stat()
        if there.st_size == here.st_size and there.st_mtime >= here.st_mtime:
            return
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)


def install(app: Sphinx) -> None:
    """Put bundles, style sheets, fonts and icons into ``_static``."""
    if app.builder.format != "html":
        return
    bundle(app)
    static = Path(app.outdir) / "_static"
    faces, files = font_faces(node_modules(Path(app.srcdir)))
    sheets = {
        sheet.stem: sheet
        for folder in (ASSETS, Path(app.srcdir) / "book" / "assets")
        for sheet in (folder / "css").glob("*.css")
    }
    put("\n".join([faces, *(sheets.pop(name).read_text("utf-8") for name in EVERYWHERE)]), static / "course.css")
    for sheet in sheets.values():
        put(sheet.read_bytes(), static / sheet.name)
    for font in files:
        copy_new(font, static / "fonts" / font.name)
    for made in sorted(scripts_folder(Path(app.srcdir)).glob("*")):
        if made.is_file() and not made.name.startswith("."):
            copy_new(made, static / made.name)


def link(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Give the page's template what it needs: style sheets, catalog, the course's settings, the version of all.

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
    kinds = {STYLES[kind] for kind in sections(context.get("body") or "") & STYLES.keys()}
    names = ["course.css", *(f"{name}.css" for name in sorted(kinds)), "print.css"]
    static = Path(app.outdir) / "_static"
    context["coursekit_styles"] = [name for name in names if (static / name).is_file()]
    context["coursekit_words"] = catalog()
    kinds_of_scroller = ("formula", "code", "table")
    context["coursekit_scrollers"] = json.dumps({kind: catalog()[f"page.scroll-{kind}"] for kind in kinds_of_scroller})
    context["coursekit_course"] = course()
    context["coursekit_course_words"] = json_in_html(course_catalog())
    context["coursekit_version"] = app.config.coursekit_mark


def setup(app: Sphinx) -> None:
    """Register the steps."""
    app.add_config_value("coursekit_assets", "", "html")
    app.add_config_value("coursekit_mark", "", "html")
    app.connect("config-inited", note_sources, priority=30)
    app.connect("builder-inited", install)
    app.connect("html-page-context", link, priority=700)
