"""The class list and the course platform's export, as text for the desk, which reads them."""

from __future__ import annotations

from pathlib import Path

from coursekit.tasks.steps import Failed
from coursekit.words import say

# A word of the first line of each export that the desk knows (web/src/desk/class_list/platform_file.ts).
EXPORTS = ("section", "email address", "id number", "username", "identifier")


def read_class_lists(roster: Path | None, exported: Path | None, column: str | None = None) -> dict[str, str]:
    """Return the texts of the lists, to the last byte: an export goes back as it came.

    Parameters
    ----------
    roster : Path, optional
        The class list: the instructor's own, with a column ``alias``, or a platform's export.
    exported : Path, optional
        The export of Canvas or Moodle that is filled in, if the class list is the instructor's own.
    column : str, optional
        The heading or title of the export's column that the totals go into.

    Returns
    -------
    dict
        What the desk is opened with: of ``roster``, ``exported`` and ``column`` what is given.

    Raises
    ------
    Failed
        If a file cannot be read, or the list has no aliases and is no export.
    """
    found = {} if column is None else {"column": column}
    for name, path in (("roster", roster), ("exported", exported)):
        if path:
            try:
                found[name] = path.read_bytes().decode("utf-8")
            except (OSError, ValueError) as error:
                raise Failed(f"The list {path} cannot be read ({error}): save it as CSV in UTF-8.") from None
    head = found.get("roster", "alias").split("\n", 1)[0].lower()
    if not any(word in head for word in ("alias", *EXPORTS)):
        columns = "alias,name,canvas_id,sis_id,login,section,email,also,files"
        raise Failed(f"{roster}: {say('class.no-alias', columns=columns)}")
    return found


def read_extensions(path: Path) -> list[str]:
    """Return name and text of a list of extensions, for the desk.

    Raises
    ------
    Failed
        If it cannot be read.
    """
    try:
        return [path.name, path.read_bytes().decode("utf-8")]
    except (OSError, ValueError) as error:
        raise Failed(f"The extensions in {path} cannot be read ({error}): save them as CSV in UTF-8.") from None


def read_choices(path: Path | None) -> list[str] | None:
    """Return name and text of a list of disagreements with choices in it, for the desk; None for no list.

    Raises
    ------
    Failed
        If it cannot be read.
    """
    if path is None:
        return None
    try:
        return [path.name, path.read_bytes().decode("utf-8-sig")]
    except (OSError, ValueError) as error:
        raise Failed(f"The choices in {path} cannot be read ({error}): save them as CSV in UTF-8.") from None
