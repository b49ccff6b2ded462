"""``_static/data/progress.js``: what can be done on each page; the browser reckons from it how much is done."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.book.site.manifest import order, records
from coursekit.course import course
from coursekit.files import put

if TYPE_CHECKING:
    from sphinx.application import Sphinx

COUNTED = ("labs", "predictions", "questions", "exercises")


def countable(held: Mapping[str, Any]) -> bool:
    """Return whether anything on a page counts, by what the page has recorded."""
    return any(held.get(kind) for kind in COUNTED)


def chapter_numbers(names: Iterable[str]) -> dict[str, int]:
    """Return the chapters' numbers, from 1, of pages in the order of the book."""
    chapters = [name for name in names if name.startswith(f"{course().chapters}/")]
    return {name: number for number, name in enumerate(chapters, 1)}


def write(app: Sphinx, exception: Exception | None) -> None:
    """Write the index as a script: pages that are opened from a folder can fetch no JSON.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    exception : Exception or None
        What stopped the build; None if it went well.
    """
    if exception or app.builder.format != "html":
        return
    names = order(app.env)
    numbers = chapter_numbers(names)
    pages = {}
    for name in names:
        held = records(app.env).get(name, {})
        if not countable(held):
            continue
        ids = {kind: [entry["id"] for entry in held.get(kind, [])] for kind in COUNTED}
        number = {"number": numbers[name]} if name in numbers else {}
        pages[f"{name}.html"] = {"title": app.env.titles[name].astext(), **number, **ids}
    data = json.dumps(pages, ensure_ascii=False, separators=(",", ":"))
    static, index = Path(app.outdir) / "_static", f"(window.coursekit??={{}}).progress={data};\n"
    put(index, static / "data" / "progress.js")
    if (static / "progress.js").is_file():  # on every page: index and program in one file
        put(index + (static / "progress.js").read_text("utf-8"), static / "course-progress.js")


def setup(app: Sphinx) -> None:
    """Register the step, before the site's files are counted."""
    app.connect("build-finished", write, priority=890)
