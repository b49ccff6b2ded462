"""Citations as readers of a plain notebook see them: author and year, and the works at the end."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

ROLE = re.compile(r"\{cite:(p|t)\}`([^`]+)`")


class Works:
    """The bibliography, and which of its works a text has cited so far."""

    def __init__(self, file: Path) -> None:
        from pybtex.database import parse_file

        self.entries: Any = parse_file(str(file)).entries if file.is_file() else {}  # a course may cite nothing
        self.cited: list[str] = []

    def plain(self, text: str) -> str:
        """Return the text with its citations written out."""
        return ROLE.sub(self._written, text)

    def _written(self, role: re.Match[str]) -> str:
        parts = []
        for key in (one.strip() for one in role[2].split(",")):
            if key not in self.entries:
                parts.append((key, ""))
                continue
            if key not in self.cited:
                self.cited.append(key)
            parts.append((self._authors(key), self.entries[key].fields.get("year", "")))
        if role[1] == "t":
            return "; ".join(f"{name} ({year})" if year else name for name, year in parts)
        return f"({'; '.join(f'{name} {year}'.strip() for name, year in parts)})"

    def _authors(self, key: str) -> str:
        entry = self.entries[key]
        people = entry.persons.get("author") or entry.persons.get("editor") or []
        names = [_plain(" ".join([*one.prelast_names, *one.last_names])) for one in people]
        if not names:
            return _plain(entry.fields.get("organization") or entry.fields.get("title") or key)
        return names[0] + ("" if len(names) == 1 else f" and {names[1]}" if len(names) == 2 else " et al.")

    def list(self) -> str:
        """Return the cited works as a Markdown list, by author."""
        from pybtex.plugin import find_plugin

        style = find_plugin("pybtex.style.formatting", "unsrt")()
        backend = find_plugin("pybtex.backends", "plaintext")()
        keys = sorted(self.cited, key=lambda key: (self._authors(key), self.entries[key].fields.get("year", "")))
        made = [self.entries[key] for key in keys]
        return "\n".join(f"- {entry.text.render(backend)}" for entry in style.format_entries(made))


def _plain(text: str) -> str:
    return re.sub(r"[{}\\]", "", text)
