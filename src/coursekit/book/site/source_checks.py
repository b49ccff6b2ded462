"""The sources of a course, checked before anything is run: what pages name exists, and every id stands once.

``python -m coursekit.book.site.source_checks`` checks the course in the current folder; every build checks it too.
"""

from __future__ import annotations

import ast
import difflib
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from coursekit.book.site import toc
from coursekit.classroom.answer_key.directives import fences
from coursekit.classroom.answer_key.rubrics import parse_reflection
from coursekit.course import Course, course
from coursekit.exercise.question.parse import parse_question

OPENING = re.compile(r" *(?P<fence>`{3,}|~{3,}|:{3,})(?P<info>[^`]*)$")
DIRECTIVE = re.compile(r"\{(?P<kind>[\w-]+)\} *(?P<id>\S*)")
HEAD = re.compile(r"\A---\n.*?^---\n", re.M | re.S)
UNIQUE = ("lab", "exercise", "question", "reflection")  # of these an id stands in one place of the course


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong in a page: where, what it is, and what would be right."""

    page: str
    line: int
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}: {self.what} {self.remedy}".rstrip()


@dataclass(frozen=True)
class Named:
    """Something that a page names by its id: a lab shown in a cell, or a directive's argument."""

    kind: str
    id: str
    page: str
    line: int


def blocks(lines: Sequence[str], first: int = 1) -> Iterator[tuple[int, str, Sequence[str]]]:
    """Yield each directive of a page: its line, what stands behind its fence, and its body.

    Directives inside directives come too; what stands in a block of plain code is an example and does not.

    Parameters
    ----------
    lines : sequence of str
        The page, or a part of it.
    first : int
        The number of its first line.
    """
    at = 0
    while at < len(lines):
        opened = OPENING.match(lines[at])
        at += 1
        if not opened:
            continue
        fence, start = opened["fence"], at
        while at < len(lines) and not (lines[at].strip().startswith(fence) and not lines[at].strip().strip(fence[0])):
            at += 1
        body = lines[start:at]
        at += 1
        if opened["info"].strip().startswith("{"):
            yield first + start - 1, opened["info"].strip(), body
            if not opened["info"].strip().startswith("{code"):
                yield from blocks(body, first + start)


def labs_in(body: Sequence[str], first: int) -> Iterator[tuple[str, int]]:
    """Yield the id and line of each lab that a cell shows: of each call ``lab("id")``.

    Parameters
    ----------
    body : sequence of str
        The cell's lines, with the directive's options.
    first : int
        The number of its first line in the page.
    """
    code = ["" if re.match(r":\w|[%!]", line) else line for line in body]
    try:
        tree = ast.parse("\n".join(code))
    except SyntaxError:
        return  # the kernel says what is wrong, with its line
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "lab" and node.args:
            value = getattr(node.args[0], "value", None)
            if isinstance(value, str):
                yield value, first + node.lineno - 1


def named_in(text: str, page: str) -> Iterator[Named]:
    """Yield all that a page's Markdown names.

    Parameters
    ----------
    text : str
        The page.
    page : str
        Its path, for messages.
    """
    for line, info, body in blocks(text.split("\n")):
        found = DIRECTIVE.match(info)
        if found and found["kind"] == "code-cell":
            yield from (Named("lab", lab, page, where) for lab, where in labs_in(body, line + 1))
        elif found and found["kind"] in (*UNIQUE, "memo", "lesson-lab"):
            yield Named(found["kind"], found["id"].partition("?")[0], page, line)


def lab_ids(folder: Path) -> set[str]:
    """Return the ids of the labs in a folder: of each file's ``LAB = …(id="…")``, or the file's own name."""
    found = set()
    for path in folder.rglob("[!_]*.py"):
        if any(part.startswith("_") for part in path.relative_to(folder).parts):
            continue  # what several labs share
        said = re.search(r"^LAB\b.*?\bid=[\"']([\w-]+)[\"']", path.read_text("utf-8"), re.M | re.S)
        found.add(said[1] if said else path.stem)
    return found


def _unknown(named: Named, known: Iterable[str], make: str) -> Fault | None:
    names = sorted(known)
    if named.id in names:
        return None
    close = difflib.get_close_matches(named.id, names, 1, 0.7)
    remedy = f"Did you mean `{close[0]}`?" if close else make
    what = f"There is no {named.kind} {named.id!r}." if named.id else f"The {named.kind} has no name."
    return Fault(named.page, named.line, what, remedy)


def check_pages(root: Path, pages: Iterable[Path], settings: Course) -> list[Fault]:
    """Return every fault in the pages of a course.

    Parameters
    ----------
    root : Path
        The course's folder.
    pages : iterable of Path
        The pages' sources, in the order of the table of contents.
    settings : Course
        Where labs, exercises and chapters are.
    """
    labs = lab_ids(root / "src" / Path(*settings.labs.split(".")))
    exercises = {path.stem for path in (root / settings.exercises).glob("*.py")}
    found: list[Fault | None] = []
    seen: dict[tuple[str, str], Named] = {}
    for path in pages:
        text, name = path.read_text("utf-8"), path.relative_to(root).as_posix()
        found += _malformed(text, name)
        if path.is_relative_to(root / settings.chapters):
            found.append(_head(text, name))
        for named in named_in(text, name):
            if named.kind in ("lab", "memo", "lesson-lab"):
                lab = Named("lab", named.id, named.page, named.line)
                place = f"src/{settings.labs.replace('.', '/')}/{named.id}.py"
                found.append(_unknown(lab, labs, f"Make it: {place}."))
            if named.kind == "exercise":
                found.append(_unknown(named, exercises, f"Make it: {settings.exercises}/{named.id}.py."))
            first = seen.setdefault((named.kind, named.id), named)
            if first is not named and named.kind in UNIQUE:
                what = f"The {named.kind} {named.id!r} stands in {first.page}:{first.line} already."
                how = "Link to it there" if named.kind == "lab" else "Give one of the two another id"
                found.append(Fault(name, named.line, what, f"{how}, or take one of the two out."))
    return sorted({fault for fault in found if fault})


def _malformed(text: str, page: str) -> Iterator[Fault]:
    """Yield what is wrong in a page's questions and reflections, as their own readers say it."""
    lines = {(named.kind, named.id): named.line for named in named_in(text, page)}
    readers: dict[str, Callable[[str, dict[str, str], list[str]], object]]
    readers = {"question": parse_question, "reflection": parse_reflection}
    for kind, read in readers.items():
        for id, options, body in fences(text, kind):
            try:
                read(id, options, body)
            except ValueError as error:
                line = lines.get((kind, id), 1)
                within = getattr(error, "line", -1)  # from 0; below it the fault is in no line of the content
                line += _lines_before_content(text.split("\n"), line) + within + 1 if within >= 0 else 0
                yield Fault(page, line, f"{kind} {id!r}: {error}", "")


def _lines_before_content(lines: Sequence[str], directive: int) -> int:
    """Return how many options and empty lines stand between a directive and its content."""
    at = directive
    while at < len(lines) and (not lines[at].strip() or re.match(r":[a-z]+:", lines[at].strip())):
        at += 1
    return at - directive


def _head(text: str, page: str) -> Fault | None:
    """Return what a chapter lacks that the overview of chapters and its own cells need."""
    head = HEAD.match(text)
    if not head or "file_format: mystnb" not in head[0] or "kernelspec:" not in head[0]:
        remedy = "It begins with `---`, `file_format: mystnb`, `kernelspec:`, `  name: python3`, `---`, a line each."
        return Fault(page, 1, "This chapter's head does not say that its cells are run.", remedy)
    if not re.search(r"^# \S", text[head.end() :], re.M):
        return Fault(page, head[0].count("\n") + 1, "This chapter has no title.", "Write a line `# Its title`.")
    return None


def pages_of(root: Path) -> list[Path]:
    """Return the sources of the pages that ``_toc.yml`` names, in its order."""
    names = re.findall(r"^[ -]*(?:root|file): *[\"']?([^\s\"'#]+)", (root / "_toc.yml").read_text("utf-8"), re.M)
    places = (root / f"{name.removesuffix('.md')}.md" for name in names)
    return [place for place in places if place.is_file()]


def check(root: Path) -> list[str]:
    """Return all that is wrong in the sources of a course: the table of contents first, alone if it is faulty."""
    faults = toc.check((root / "_toc.yml").read_text("utf-8"), root)
    if faults:
        return [str(fault) for fault in faults]
    return [str(fault) for fault in check_pages(root, pages_of(root), course())]


def main() -> int:
    """Check the course in the current folder; print what is wrong."""
    faults = check(Path.cwd())
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
