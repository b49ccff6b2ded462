"""The built site as one ZIP, as it goes to workers, which need no site of their own."""

from __future__ import annotations

import hashlib
import io
import shutil
import zipfile
from pathlib import Path

# Of the site the desk's page needs itself, what pages share, and the list of what the course holds.
WANTED = ("_static", "course.json", "book/desk.html")


def pack_site(html: Path) -> tuple[str, bytes]:
    """Return a short hash of what the desk needs of a built site, and a ZIP of it."""
    made, digest = io.BytesIO(), hashlib.sha256()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as archive:
        for wanted in WANTED:
            place = html / wanted
            for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
                if path.is_file():
                    name, content = path.relative_to(html).as_posix(), path.read_bytes()
                    digest.update(f"{name}\0{len(content)}\0".encode() + content)
                    archive.writestr(zipfile.ZipInfo(name), content)
    return digest.hexdigest()[:16], made.getvalue()


def unpack_site(content: bytes, folder: Path) -> None:
    """Write a packed site into a folder, whole or not at all.

    Parameters
    ----------
    content : bytes
        The ZIP that :func:`pack_site` made.
    folder : Path
        Where it goes; nothing is done if it is there already.
    """
    if folder.exists():
        return
    beginning = folder.with_name(f"{folder.name}.part")
    shutil.rmtree(beginning, ignore_errors=True)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(beginning)
    beginning.rename(folder)
