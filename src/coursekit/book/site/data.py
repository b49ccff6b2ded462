"""The evidence as files to take home: every table of the course's data package, and the package's description."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.errors import ExtensionError

from coursekit.course import FILE, course
from coursekit.files import put

if TYPE_CHECKING:
    from sphinx.application import Sphinx

SHEET = "datapackage.json"


def ship(source: Path, target: Path) -> list[Path]:
    """Copy a Frictionless data package: each table as ``NAME.csv``, and its description, which names them so.

    Parameters
    ----------
    source : Path
        The folder that holds ``datapackage.json``.
    target : Path
        Where the files go; tables that are no longer in the package are taken away there.

    Returns
    -------
    list of Path
        The tables' files.

    Raises
    ------
    ExtensionError
        If the description or one of its tables is missing.
    """
    sheet = source / SHEET
    if not sheet.is_file():
        raise ExtensionError(
            f"{sheet} is missing. Right would be its folder as `evidence` in {FILE}, [tool.coursekit]."
        )
    package = json.loads(sheet.read_text("utf-8"))
    files = []
    for entry in package["resources"]:
        table = source / entry["path"]
        if not table.is_file():
            raise ExtensionError(f"{sheet} lists {entry['path']}, which is not there. Add that file, or take it out.")
        entry["path"] = f"{entry['name']}.csv"
        files.append(target / entry["path"])
        put(table.read_bytes(), files[-1])
    put(json.dumps(package, ensure_ascii=False, indent=1) + "\n", target / SHEET)
    for old in set(target.glob("*.csv")) - set(files):
        old.unlink()
    return files


def install(app: Sphinx) -> None:
    """Put the tables into ``_static/data``."""
    if app.builder.format == "html" and app.config.coursekit_data:
        ship(Path(app.srcdir) / app.config.coursekit_data, Path(app.outdir) / "_static" / "data")


def setup(app: Sphinx) -> None:
    """Register the setting and the step."""
    app.add_config_value("coursekit_data", course().evidence, "html")
    app.connect("builder-inited", install)
