"""``sw.js``, the site's service worker: its program, preceded by a list of what the site holds and each page needs.

A page that was visited opens again without a connection; a chapter with its Python, or the whole course, is kept when
the reader says so. The list has each file's hash, so what is kept is never a mixture of two builds.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from functools import lru_cache
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.book.site.assets import WATCHED, sections
from coursekit.book.site.page_scripts import named
from coursekit.files import put
from coursekit.front_end import scripts_folder
from coursekit.words import LANGUAGE, say

if TYPE_CHECKING:
    from sphinx.application import Sphinx

# What a kind of section loads besides what its page links (web/src/page.ts and the bundles' own loadScript).
READING = {
    "lab": ("lab.js", "chart.js"),
    "question": ("question.js",),
    "prediction": ("question.js",),
    "calibration": ("question.js",),
    "memo": ("memo.js",),
    "exercise": ("exercise.js",),  # its editor comes when the reader turns to it; until then a text area does
    "reflection": ("question.js",),
    "scene": ("scene.js",),
    "lesson": ("lesson.js",),
    "ledger": ("ledger.js",),
    "timeline-drawn": ("timeline.js",),
    "assign": ("assign.js",),
    "review": ("review.js", "review-questions.js", "question.js"),
    "downloads": ("downloads.js",),
}
CODE: tuple[str, ...] = ("exercise.js", "editor.js", "vegalite.js", "markdown.js", "worker.js", "drawn-chart.js")
CODE += ("widgets.js", "widget-frame.js", "widget-frame.html")
# "course.css" is for the page that says that another is not kept.
EVERY_PAGE = (
    "page.js",
    "offline.js",
    "print.js",
    "work.js",
    "course.css",
)  # an assignment's own are kept once they have been loaded
PYTHON = ("manifest.json", "pyodide.asm.js", "pyodide.asm.wasm", "stdlib.bin", "light.bin", "course.bin")
# Pages read course.json as a script, and labs and exercises from a script of their own; what stands in a folder of
# downloads is made for other places; the list of downloads may be written anew after the build.
NEVER = re.compile(
    r"\.buildinfo|objects\.inv|(?:_static/)?sw\.js|course\.json|_sources/.*|downloads/[^/]+/.*"
    r"|_static/data/downloads\.js|_static/(?:labs|exercises)/.*"
)
TEXT = (".html", ".js", ".css", ".json", ".svg", ".csv", ".txt", ".md", ".ipynb", ".wasm")
PART = (".css", ".js", ".svg", ".png", ".jpg", ".webp", ".woff2")  # what a page shows; what else it links is for saving
LINK = re.compile(r'(?:href|src)="([^"#?:]+)')
TITLE = re.compile(r"<title>([^<]+)</title>")
FONT = re.compile(r"""url\(["']?([^)"']*-latin-\d[^)"']*\.woff2)["']?\)""")


@lru_cache(maxsize=4096)
def _facts(path: str, size: int, changed: int) -> tuple[str, int, int]:
    data = Path(path).read_bytes()
    sent = len(gzip.compress(data, 6)) if path.endswith(TEXT) else size
    return hashlib.sha256(data).hexdigest()[:16], size, sent


def facts(path: Path) -> tuple[str, int, int]:
    """Return a file's hash (16 hexadecimal digits of SHA-256), its bytes, and its bytes as sent compressed."""
    about = path.stat()
    return _facts(str(path), about.st_size, about.st_mtime_ns)


def linked(page: Path, html: str, out: Path) -> set[str]:
    """Return the files of the site, other than pages, that a page's own elements name.

    Parameters
    ----------
    page : Path
        The page's file.
    html : str
        Its content.
    out : Path
        The site's folder.

    Returns
    -------
    set of str
        Paths from the site's folder; what is not there is left out.
    """
    found = set()
    for name in LINK.findall(html):
        target = (page.parent / name).resolve()
        if target.suffix != ".html" and target.is_file() and target.is_relative_to(out):
            found.add(target.relative_to(out).as_posix())
    return found


def needs(path: str, html: str, out: Path, course: dict[str, Any]) -> dict[str, list[str]]:
    """Return the files that a page needs to work without a network.

    Parameters
    ----------
    path : str
        The page's path in the site, as ``chapters/presence.html``.
    html : str
        Its content.
    out : Path
        The site's folder.
    course : dict
        The content of ``course.json``.

    Returns
    -------
    dict
        Paths from the site's folder: ``reading``, to read the page and move its labs; ``python``, what its code
        needs besides.
    """
    kinds = sections(html)
    static = [name for kind in kinds for name in READING.get(kind, ())]
    static += named(html).values()
    named_files = linked(out / path, html, out)
    reading = {name for name in named_files if name.endswith(PART)} | {
        f"_static/{name}" for name in (*static, *EVERY_PAGE)
    }
    for sheet in [name for name in reading if name.endswith(".css")]:
        folder = (out / sheet).parent
        for font in FONT.findall((out / sheet).read_text("utf-8")):
            reading.add((folder / font).resolve().relative_to(out).as_posix())
    python: set[str] = set()
    if kinds & {"exercise", "cell", "lab"}:
        packages = {name for entry in course["exercises"] if entry["page"] == path for name in entry["packages"]}
        for cells in re.findall(r'<script type="application/json" class="cells">(.*?)</script>', html, re.S):
            packages |= set(json.loads(cells)["packages"])
        # A lab opens its own code in an editor, and the model behind it needs NumPy.
        bundles = {"numpy.bin"} if packages & {"numpy", "pandas"} or "lab" in kinds else set()
        bundles |= {"pandas.bin"} if "pandas" in packages else set()
        python = {f"_static/{name}" for name in CODE} | {f"_static/runtime/{name}" for name in (*PYTHON, *bundles)}
        python |= named_files
    there = {name for name in reading | python if (out / name).is_file()}
    return {"reading": sorted(reading & there), "python": sorted((python - reading) & there)}


def site(app: Sphinx) -> dict[str, Any]:
    """Return what the service worker knows of the site: files with hashes and sizes, pages with what they need."""
    out = Path(app.outdir).resolve()
    course = json.loads((out / "course.json").read_text("utf-8"))
    made = (p for p in out.rglob("*") if p.is_file() and not any(part.startswith(".") for part in p.parts[-2:]))
    files = {p.relative_to(out).as_posix(): p for p in sorted(made) if not p.name.endswith(".map")}
    files = {name: path for name, path in files.items() if not NEVER.fullmatch(name)}
    titles = {page["path"]: page["title"] for page in course["pages"]}
    pages = {}
    for name in (name for name in files if name.endswith(".html") and not name.startswith("_static/")):
        html = files[name].read_text("utf-8")
        own = TITLE.search(html)  # slides are no page of the book
        title = titles.get(name) or (unescape(own[1]) if own else app.config.project)
        pages[name] = {"title": title, **needs(name, html, out, course)}
    known = {name: facts(path) for name, path in files.items()}
    digest = hashlib.sha256(json.dumps(known, sort_keys=True).encode()).hexdigest()[:16]
    return {
        "build": digest,
        "files": known,
        "marks": _marks(out, known, app.config.coursekit_mark),
        "pages": pages,
        "words": {"title": say("offline.absent-title"), "text": say("offline.absent"), "lang": LANGUAGE},
    }


def _marks(out: Path, known: dict[str, tuple[str, int, int]], mark: str) -> dict[str, str]:
    """Return what pages put behind a file's address, so that it is fetched once and not under two names."""
    manifest = out / "_static" / "runtime" / "manifest.json"
    runtime = json.loads(manifest.read_text("utf-8"))["files"].values() if manifest.is_file() else ()
    parts = {f"_static/runtime/{part['file']}": f"?{part['sha256'][:8]}" for part in runtime}
    scripts = (name for name in known if name.startswith("_static/") and name.endswith((".js", ".css")))
    return {name: f"?v={mark}" for name in scripts if name not in parts} | parts


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write ``sw.js`` at the site's root: a service worker may serve the pages of its own folder and below only.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    exception : Exception or None
        What stopped the build; None if it went well.
    """
    program = scripts_folder(Path(app.srcdir)) / "sw.js"
    if exception or WATCHED or app.builder.format != "html" or not program.is_file():
        return
    head = json.dumps(site(app), ensure_ascii=False, separators=(",", ":"))
    put(f"self.coursekitSite={head};\n{program.read_text('utf-8')}", Path(app.outdir) / "sw.js")


def setup(app: Sphinx) -> None:
    """Register the step: after every other file is there."""
    app.connect("build-finished", write, priority=990)
