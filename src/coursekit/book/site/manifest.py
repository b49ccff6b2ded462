"""``course.json``: what the site holds, for teachers' scripts, tests and the grader."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.files import put

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

KINDS = ("labs", "exercises", "predictions", "questions", "reflections", "lessons")
LESSONS = "lessons"  # the folder of lessons, whose labs are those of the chapters
Entry = dict[str, Any]


def records(env: BuildEnvironment) -> dict[str, dict[str, list[Entry]]]:
    """Return what every page has recorded: page → kind → entries. It is pickled with Sphinx's environment."""
    if not hasattr(env, "coursekit"):
        env.coursekit = {}  # type: ignore[attr-defined]
    found: dict[str, dict[str, list[Entry]]] = env.coursekit  # type: ignore[attr-defined]
    return found


def in_lesson(docname: str) -> bool:
    """Return whether a page is a lesson: it shows labs that stand in chapters, and ``course.json`` names them there."""
    return docname.startswith(f"{LESSONS}/")


def record(env: BuildEnvironment, docname: str, kind: str, entry: Entry) -> None:
    """Add something that a page holds to ``course.json``.

    Parameters
    ----------
    env : BuildEnvironment
        What Sphinx has read of all pages so far.
    docname : str
        The page's path without its suffix, as ``chapters/presence``.
    kind : str
        One of ``KINDS``, as ``exercises``.
    entry : dict
        What is said of it, with its ``id``; ``page`` is filled in here.

    Raises
    ------
    ValueError
        If the kind is unknown, the entry has no ``id``, or a page already holds that id.
    """
    if kind not in KINDS:
        raise ValueError(f"course.json has no list {kind!r}. Right would be: {', '.join(KINDS)}.")
    if not entry.get("id"):
        raise ValueError(f"{docname}: an entry of {kind} has no id: {entry!r}.")
    for page, held in records(env).items():
        if any(other["id"] == entry["id"] for other in held.get(kind, [])):
            raise ValueError(f"{docname}: the id {entry['id']!r} stands in {page} too; among {kind} it must be unique.")
    held = records(env).setdefault(docname, {})
    held.setdefault(kind, []).append({"id": entry["id"], "page": f"{docname}.html", **entry})


def forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Drop what a page had recorded, before it is read again.

    Parameters
    ----------
    app : Sphinx
        Not used.
    env : BuildEnvironment
        What Sphinx has read of all pages so far.
    docname : str
        The page's path without its suffix, as ``chapters/presence``.
    """
    records(env).pop(docname, None)


def merge(app: Sphinx, env: BuildEnvironment, docnames: list[str], other: BuildEnvironment) -> None:
    """Take over what another process has recorded that read some of the pages.

    Parameters
    ----------
    app : Sphinx
        Not used.
    env : BuildEnvironment
        What Sphinx has read of all pages so far.
    docnames : list of str
        The pages that it read.
    other : BuildEnvironment
        Its environment.
    """
    for docname in docnames:
        if docname in records(other):
            records(env)[docname] = records(other)[docname]


def _build_hash(out: Path, pages: list[Path]) -> str:
    """Return the hash that names this build: of its pages and of the scripts and styles they use."""
    digest = hashlib.sha256()
    static = sorted(f for f in (out / "_static").glob("*") if f.suffix in {".js", ".css"})
    for file in [*pages, *static]:
        digest.update(file.relative_to(out).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write ``course.json`` beside the pages, once they are all there.

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
    env = app.env
    docnames = sorted(env.found_docs)
    # In the order of the book, as its table of contents gives it.
    places = {name: place for place, name in enumerate([env.config.root_doc, *order(env)])}
    docnames.sort(key=lambda name: (places.get(name, len(places)), name))
    pages = [out / f"{name}.html" for name in docnames if (out / f"{name}.html").is_file()]
    course: dict[str, Any] = {
        "build": _build_hash(out, pages),
        "edition": app.config.coursekit_edition,
        "pages": [
            {
                "path": page.relative_to(out).as_posix(),
                "title": env.titles[page.relative_to(out).with_suffix("").as_posix()].astext(),
                "bytes": page.stat().st_size,
                **({"minutes": minutes} if (minutes := _minutes(env, page.relative_to(out))) else {}),
            }
            for page in pages
        ],
    }
    for kind in KINDS:
        course[kind] = [entry for name in docnames for entry in records(env).get(name, {}).get(kind, [])]
    text = json.dumps(course, ensure_ascii=False, indent=1, sort_keys=False) + "\n"
    (out / "course.json").write_text(text, "utf-8")
    # The same data as a script, for pages opened from a folder (file://), which can fetch no JSON.
    data = json.dumps(course, ensure_ascii=False, separators=(",", ":"))
    put(f"(window.coursekit??={{}}).course={data};\n", out / "_static" / "data" / "course.js")


def _minutes(env: BuildEnvironment, page: Path) -> int | None:
    """Return how long a page takes, as it says at its head."""
    told = getattr(env, "coursekit_times", {}).get(page.with_suffix("").as_posix(), "")
    found = re.match(r"(\d+) minutes", told)
    return int(found[1]) if found else None


def order(env: BuildEnvironment) -> list[str]:
    """Return the pages below the root, in the order in which the book is read."""
    found: list[str] = []
    todo = list(env.toctree_includes.get(env.config.root_doc, []))
    while todo:
        name = todo.pop(0)
        if name not in found:
            found.append(name)
            todo = [*env.toctree_includes.get(name, []), *todo]
    return found


def setup(app: Sphinx) -> None:
    """Register the steps."""
    app.connect("env-purge-doc", forget)
    app.connect("env-merge-info", merge)
    app.connect("build-finished", write, priority=900)
