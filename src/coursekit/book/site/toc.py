"""``_toc.yml`` checked before anything is built, so that a slip in it is named with its line and its remedy.

``python -m coursekit.book.site.toc`` checks the file in the current folder; the Sphinx extension checks it too.
"""

from __future__ import annotations

import difflib
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml  # type: ignore[import-untyped]

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

TOP = ("format", "root", "chapters", "parts", "title", "options", "defaults", "meta")
PART = ("caption", "chapters", "numbered", "maxdepth", "hidden", "reversed", "titlesonly", "style", "restart_numbering")
ENTRY = ("file", "title", "sections", "subtrees", "options")
LINK = ("url", "title")
LISTS = {"parts": PART, "chapters": ENTRY, "sections": ENTRY, "subtrees": PART}
SUFFIXES = (".md", ".ipynb", ".rst")


@dataclass(frozen=True)
class Fault:
    """One thing wrong in the table of contents."""

    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"_toc.yml:{self.line}: {self.what} {self.remedy}"


def check(text: str, folder: Path) -> list[Fault]:
    """Return every fault in the table of contents ``text`` of a book that stands in ``folder``.

    Parameters
    ----------
    text : str
        The content of ``_toc.yml``.
    folder : Path
        The book's folder, in which the files it names are looked for.

    Returns
    -------
    list of Fault
        By line; empty if there is none.
    """
    try:
        tree = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        return [
            Fault(line, f"This is not YAML: {error.problem or error.context}.", "Look at indents, dashes and quotes.")
        ]
    except yaml.YAMLError as error:
        return [Fault(1, f"This is not YAML: {error}.", "Take the character out that the message names.")]
    if not isinstance(tree, yaml.MappingNode):
        return [Fault(1, "The file has no keys.", "It begins with `format: jb-book` and `root: book/index`.")]
    found: list[Fault] = []
    keys = {key.value: value for key, value in tree.value}
    if "root" not in keys:
        found.append(Fault(1, "The key `root` is missing.", "Add the landing page, as in `root: book/index`."))
    if getattr(keys.get("format"), "value", None) != "jb-book":
        line = keys["format"].start_mark.line + 1 if "format" in keys else 1
        found.append(Fault(line, "The format is not `jb-book`.", "Write `format: jb-book`."))
    if "parts" in keys and "chapters" in keys:
        second = max(keys["parts"].start_mark.line, keys["chapters"].start_mark.line)
        remedy = "Is `chapters:` indented as its part's `caption:` is?"
        found.append(Fault(second, "`parts` and `chapters` stand side by side.", remedy))
    seen: dict[str, int] = {}
    _mapping(tree, TOP, "the top level", folder, seen, found)
    return sorted(found, key=lambda fault: fault.line)


def _mapping(
    node: yaml.MappingNode, allowed: tuple[str, ...], where: str, folder: Path, seen: dict[str, int], found: list[Fault]
) -> None:
    """Check one mapping's keys, then what its keys hold."""
    for key, value in node.value:
        line = key.start_mark.line + 1
        if key.value not in allowed:
            close = difflib.get_close_matches(str(key.value), allowed, 1)
            remedy = f"Did you mean `{close[0]}`?" if close else f"Allowed there: {', '.join(allowed)}."
            found.append(Fault(line, f"`{key.value}` is not a key for {where}.", remedy))
        elif key.value in ("file", "root"):
            _page(value, folder, seen, found)
        elif key.value in LISTS:
            _entries(key.value, value, folder, seen, found)


def _entries(key: str, node: yaml.Node, folder: Path, seen: dict[str, int], found: list[Fault]) -> None:
    """Check the list under ``chapters``, ``sections``, ``parts`` or ``subtrees``."""
    if not isinstance(node, yaml.SequenceNode) or not node.value:
        remedy = "Each of its lines begins with a dash, as in `- file: chapters/promises`."
        found.append(Fault(node.start_mark.line + 1, f"`{key}` is not a list with entries.", remedy))
        return
    for entry in node.value:
        line = entry.start_mark.line + 1
        if not isinstance(entry, yaml.MappingNode):
            said = getattr(entry, "value", "")
            found.append(Fault(line, f"The entry {said!r} has no key.", f"Write `- file: {said}`."))
            continue
        keys = [k.value for k, _ in entry.value]
        allowed = LINK if "url" in keys else LISTS[key]
        if allowed is ENTRY and "file" not in keys:
            found.append(Fault(line, "The entry names no file.", "Write `- file: chapters/…`, without the ending."))
        if allowed is PART and "chapters" not in keys:
            remedy = "Below it belongs `chapters:`, indented as its first word is, and then the chapters."
            found.append(Fault(line, "This part has no chapters.", remedy))
        _mapping(entry, allowed, f"an entry of `{key}`", folder, seen, found)


def _page(node: yaml.Node, folder: Path, seen: dict[str, int], found: list[Fault]) -> None:
    """Check that a page exists and stands in the book once."""
    line, name = node.start_mark.line + 1, str(node.value)
    if name in seen:
        found.append(Fault(line, f"The page {name} stands in line {seen[name]} already.", "Take one of the two out."))
    seen.setdefault(name, line)
    if (folder / name).suffix in SUFFIXES and (folder / name).is_file():
        return
    if not any((folder / f"{name}{suffix}").is_file() for suffix in SUFFIXES):
        pages = [
            p.relative_to(folder).with_suffix("").as_posix()
            for d in ("book", "chapters", "lessons")
            for p in (folder / d).glob("*.md")
        ]
        close = difflib.get_close_matches(name, pages, 1, 0.8)
        remedy = f"Did you mean `{close[0]}`?" if close else f"Write that file as {name}.md, or take the line out."
        found.append(Fault(line, f"There is no page {name}.", remedy))


def refuse(app: Sphinx, config: Config) -> None:
    """Stop the build at a faulty table of contents.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    config : Config
        The settings of the build.

    Raises
    ------
    ConfigError
        With every fault: its line, what it is, what would be right.
    """
    from sphinx.errors import ConfigError

    path = Path(app.srcdir) / "_toc.yml"
    if path.is_file():
        faults = check(path.read_text("utf-8"), path.parent)
        if faults:
            raise ConfigError("The table of contents needs a hand:\n" + "\n".join(map(str, faults)))


def setup(app: Sphinx) -> None:
    """Register the check, before Sphinx reads the file itself."""
    app.connect("config-inited", refuse, priority=1)


def main() -> int:
    """Check the table of contents in the current folder; print what is wrong."""
    path = Path("_toc.yml")
    faults = check(path.read_text("utf-8"), path.parent)
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
