"""What a built site offers as files: where they stand, and their list in ``course.json``.

A file to be taken away stands in a folder of ``downloads`` that is named after its kind: ``downloads/pdf/…``,
``downloads/scorm/…``. Files right in ``downloads`` and the chapters' notebooks have their kind by their suffix.
Whatever writes or removes one, in the book's build or after it, calls :func:`list_downloads`.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from coursekit.archive import EPOCH
from coursekit.files import put

FOLDER = "downloads"
SLIDES = "slides"  # the folder of the decks, which are pages of the site and open in it
BY_SUFFIX = {".whl": "wheel", ".json": "schema", ".ipynb": "notebook"}
STORED = (".zip", ".bin", ".woff2", ".png")  # compressed already


def found_downloads(site: Path) -> list[dict[str, Any]]:
    """Return the path, kind and size in bytes of each file that a site offers, sorted by path."""
    notebooks = [path for path in site.glob("*/*.ipynb") if not path.is_relative_to(site / "_static")]
    made = [path for path in (site / FOLDER).rglob("*") if path.is_file() and not path.name.startswith(".")]
    decks = site.glob(f"{SLIDES}/*.html")
    return [
        {"path": path.relative_to(site).as_posix(), "kind": _kind(path, site), "bytes": path.stat().st_size}
        for path in sorted({*notebooks, *made, *decks}, key=lambda path: path.relative_to(site).as_posix())
    ]


def _kind(path: Path, site: Path) -> str:
    """Return a download's kind: the folder in ``downloads`` that it stands in, or else what its suffix says."""
    parts = path.relative_to(site).parts
    if parts[0] == FOLDER and len(parts) > 2:
        return parts[1]
    if parts[0] == SLIDES:
        return SLIDES
    return BY_SUFFIX.get(path.suffix, path.suffix.removeprefix("."))


def list_downloads(site: Path) -> list[dict[str, Any]]:
    """Write the list of a site's downloads into its ``course.json`` anew, and return it.

    Raises
    ------
    FileNotFoundError
        If there is no built site in the folder.
    """
    file = site / "course.json"
    course = json.loads(file.read_text("utf-8"))
    course["downloads"] = found_downloads(site)
    put(json.dumps(course, ensure_ascii=False, indent=1) + "\n", file)
    if (site / "_static").is_dir():  # the same list as a script, for the page that shows it
        data = json.dumps(course["downloads"], ensure_ascii=False, separators=(",", ":"))
        script = f"(window.coursekit??={{}}).downloads={data};\n"
        put(script, site / "_static" / "data" / "downloads.js")
    return list(course["downloads"])


def zip_bytes(files: Mapping[str, bytes | str]) -> bytes:
    """Return a ZIP of the files, by their names in it: the same files give the same bytes, whenever it is made.

    The files stand in the order given: some formats want their manifest first.
    """
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for name, content in files.items():
            about = zipfile.ZipInfo(name, EPOCH)
            about.external_attr = 0o644 << 16  # a file that its owner may write, wherever it is unpacked
            about.create_system = 3
            way = zipfile.ZIP_STORED if name.endswith(STORED) else zipfile.ZIP_DEFLATED
            archive.writestr(about, content, way)
    return held.getvalue()


def write_downloads(site: Path, kind: str, files: Mapping[str, bytes | str]) -> None:
    """Make a site's files of one kind those given.

    Parameters
    ----------
    site : Path
        The folder of the built site.
    kind : str
        The kind, which is the name of their folder.
    files : mapping
        Content by file name.
    """
    write_files(site / FOLDER / kind, files)


def write_files(folder: Path, files: Mapping[str, bytes | str]) -> None:
    """Make a folder's files those given: others are removed, and unchanged ones left alone.

    Parameters
    ----------
    folder : Path
        The folder; it is made if it is needed.
    files : mapping
        Content by file name.
    """
    for path in folder.glob("*"):
        if path.name not in files:
            path.unlink()
    for name, content in files.items():
        put(content, folder / name)
