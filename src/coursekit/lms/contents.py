"""The course's pages in the order of ``_toc.yml``, with the titles that their Markdown gives them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

CAPTION = re.compile(r"\s*- caption:\s*(?P<said>.+?)\s*(?:#.*)?$")
FILE = re.compile(r"\s*- file:\s*(?P<said>\S+)")
HEADING = re.compile(r"^# +(.+?)\s*$", re.M)
FRONT = re.compile(r"\A---\n.*?^---$", re.M | re.S)


@dataclass(frozen=True)
class Page:
    """A page of the course: its path without a suffix, its title, the caption of the part that it stands in."""

    name: str
    title: str
    part: str

    @property
    def path(self) -> str:
        """Its path in the built site."""
        return f"{self.name}.html"


def pages(root: Path) -> list[Page]:
    """Return the Markdown pages of a course that its table of contents lists, in that order; the root page is none.

    A folder without a table of contents, as one that Sphinx builds by itself, has none.
    """
    found: list[Page] = []
    part, contents = "", root / "_toc.yml"
    for line in contents.read_text("utf-8").splitlines() if contents.is_file() else ():
        if caption := CAPTION.match(line):
            part = caption["said"].strip("\"'")
        elif (entry := FILE.match(line)) and (source := root / f"{entry['said']}.md").is_file():
            found.append(Page(entry["said"], _title(source.read_text("utf-8")) or entry["said"], part))
    return found


def _title(text: str) -> str:
    """Return a page's first heading as plain text."""
    heading = HEADING.search(FRONT.sub("", text))
    return re.sub(r"\{[\w:+-]+\}|[*`$]", "", heading[1]) if heading else ""
