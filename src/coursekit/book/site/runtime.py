"""Put the page's Python into ``_static/runtime``, prepared anew only where its inputs changed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ExtensionError
from sphinx.util import logging

from coursekit.runtime import Refused, prepare

if TYPE_CHECKING:
    from sphinx.application import Sphinx

log = logging.getLogger(__name__)


def place(source: Path, target: Path) -> None:
    """Make ``target`` the same file as ``source``, or a copy where the disk has no hard links.

    Parameters
    ----------
    source : Path
        The file.
    target : Path
        Its new name; the folder is made if it is not there.

    Raises
    ------
    OSError
        If neither can be written.
    """
    if target.exists():
        if target.samefile(source):
            return
        target.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def install(app: Sphinx) -> None:
    """Prepare the runtime if it is stale, and lay it beside the pages.

    Raises
    ------
    ExtensionError
        If a runtime file is missing or damaged; the message names it and says what to do.
    """
    if app.builder.format != "html":
        return
    root = Path(app.srcdir)
    made = root / "_build" / "runtime"
    try:
        manifest = prepare(root, made, say=log.info)
    except Refused as refused:
        raise ExtensionError(str(refused)) from None
    static = Path(app.outdir) / "_static" / "runtime"
    names = [entry["file"] for entry in manifest["files"].values()] + ["manifest.json"]
    for name in names:
        place(made / name, static / name)
    for old in static.iterdir():
        if old.name not in names:
            old.unlink()


def setup(app: Sphinx) -> None:
    """Register the step."""
    app.connect("builder-inited", install)
