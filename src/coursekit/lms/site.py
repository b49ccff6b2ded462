"""A built site, read for what is taken out of it: its pages, what each needs, what can be done on each."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

HEAD = "self.coursekitSite="
KINDS = ("labs", "predictions", "questions", "exercises")
FONT = re.compile(r"""url\(["']?([^)"']+\.woff2)["']?\)""")  # of any letters: a page loads those that it shows


class Site:
    """A built edition in its folder.

    Parameters
    ----------
    folder : Path
        The folder of its HTML.

    Raises
    ------
    FileNotFoundError
        If no whole build stands there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.resolve()
        self.course: dict[str, Any] = json.loads((folder / "course.json").read_text("utf-8"))
        program = (folder / "sw.js").read_text("utf-8").removeprefix(HEAD)
        self._known, _ = json.JSONDecoder().raw_decode(program)

    def title(self, page: str) -> str:
        """Return the title of a page, given its path.

        Raises
        ------
        KeyError
            If the site has no such page.
        """
        return next((str(one["title"]) for one in self.course["pages"] if one["path"] == page), "") or _missing(page)

    def files(self, page: str, python: bool) -> list[str]:
        """Return what a page needs to work in a folder of its own, itself included.

        Parameters
        ----------
        page : str
            Its path in the site.
        python : bool
            Whether its code is to run: then it needs the page's Python.

        Returns
        -------
        list of str
            Paths in the site.
        """
        needs = self._known["pages"].get(page) or _missing(page)
        found = {page, *needs["reading"], *(needs["python"] if python else ())} - {"_static/offline.js"}
        for sheet in [name for name in found if name.endswith(".css")]:
            place = (self.folder / sheet).parent
            for font in FONT.findall((self.folder / sheet).read_text("utf-8")):
                path = (place / font).resolve()
                if path.is_file():
                    found.add(path.relative_to(self.folder).as_posix())
        return sorted(found)

    def to_do(self, page: str) -> dict[str, Any]:
        """Return what counts on a page, by kind, as the page's own reckoning reads it; a lesson's labs count too."""
        held = {kind: [one["id"] for one in self.course[kind] if one["page"] == page] for kind in KINDS}
        for lesson in self.course.get("lessons", ()):
            if lesson["page"] == page:
                held["labs"] = list(lesson["labs"])
        return {"title": self.title(page), **held}


def _missing(page: str) -> Any:
    raise KeyError(f"The site has no page {page}. Right would be, for example, chapters/promises.html.")
