"""What the learner starts from: the solution with its marked region cut out."""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass

from coursekit.exercise.file.cells import Cell, Malformed, comments
from coursekit.words import say

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
_NEARLY = re.compile(r"#+\s*(begin|end)\s*solution\W*", re.IGNORECASE)
_IN_FUNCTION = f"Put `{BEGIN}` and `{END}` inside one function of the cell `solution`, below its docstring."


@dataclass(frozen=True)
class Parts:
    """The solution without its markers, the starter, and the name of the function to be written."""

    solution: str
    starter: str
    subject: str


def cut(cell: Cell, path: str) -> Parts:
    """Cut the marked region out of the cell ``solution``.

    Parameters
    ----------
    cell : Cell
        The cell ``solution``.
    path : str
        What errors call the file.

    Returns
    -------
    Parts
        Solution, starter, and the function's name.

    Raises
    ------
    Malformed
        If a marker is missing, misspelt or misplaced, or what is left is not a function with a docstring.
    """
    lines = cell.source.split("\n")
    regions = _regions(cell, path)
    subject = _subject(cell, regions, path)
    gone = {n for begin, end, _ in regions for n in range(begin, end + 1)}
    solution = [text for n, text in enumerate(lines) if not any(n in (begin, end) for begin, end, _ in regions)]
    starter: list[str] = []
    for n, text in enumerate(lines):
        for begin, _, indent in regions:
            if n == begin:
                starter += [" " * indent + "# " + say("exercise.starter"), " " * indent + "..."]
        if n not in gone:
            starter.append(text)
    parts = Parts("\n".join(solution).strip("\n"), "\n".join(starter).strip("\n"), subject)
    _check_starter(parts, cell.line + regions[0][0], path)
    return parts


def _regions(cell: Cell, path: str) -> list[tuple[int, int, int]]:
    """Return (begin, end, indent) of each region: indices of the marker lines within the cell, columns of indent."""
    regions: list[tuple[int, int, int]] = []
    lines = cell.source.split("\n")
    opened: tuple[int, int] | None = None
    for number, column, text in comments(cell.source):
        line = cell.line + number - 1
        if text not in (BEGIN, END):
            if _NEARLY.fullmatch(text):
                right = BEGIN if "begin" in text.lower() else END
                raise Malformed(path, line, f"The marker {text!r} is misspelt.", f"Write it as `{right}`.")
            continue
        if lines[number - 1].strip() != text:
            raise Malformed(path, line, f"`{text}` shares its line with code.", "Give the marker a line of its own.")
        if text == BEGIN:
            if opened:
                raise Malformed(path, line, f"`{BEGIN}` stands inside another region.", f"End that with `{END}` first.")
            opened = (number - 1, column)
        elif not opened:
            what = f"`{END}` has no `{BEGIN}` above it."
            raise Malformed(path, line, what, f"Mark where the solution begins: `{BEGIN}`.")
        elif opened[1] != column:
            remedy = f"Indent it by {opened[1]} spaces, like its `{BEGIN}`."
            raise Malformed(path, line, f"`{END}` is indented by {column} spaces.", remedy)
        else:
            regions.append((opened[0], number - 1, opened[1]))
            opened = None
    if opened:
        what = f"`{BEGIN}` has no `{END}` below it."
        raise Malformed(path, cell.line + opened[0], what, f"Mark where the solution ends: `{END}`.")
    if not regions:
        raise Malformed(path, cell.line, "The cell 'solution' marks nothing for the learner to write.", _IN_FUNCTION)
    return regions


def _subject(cell: Cell, regions: list[tuple[int, int, int]], path: str) -> str:
    """Return the name of the one top-level function that holds every region."""
    holders = set()
    for begin, end, _ in regions:
        first, last = cell.line + begin, cell.line + end
        functions = [n for n in cell.tree.body if isinstance(n, ast.FunctionDef)]
        inside = [n for n in functions if n.lineno < first < (n.end_lineno or 0)]
        started = [n for n in cell.tree.body if first < n.lineno < last]
        held = [n for f in inside for n in ast.walk(f) if isinstance(n, ast.stmt) and first < n.lineno < last]
        if not held or started:
            raise Malformed(path, first, "This region is not the inside of a function, or holds nothing.", _IN_FUNCTION)
        holders.add(inside[0].name)
    if len(holders) > 1:
        what = f"Regions stand in several functions: {', '.join(sorted(holders))}."
        remedy = "One exercise asks for one function: split the exercise."
        raise Malformed(path, cell.line + regions[0][0], what, remedy)
    return holders.pop()


def _check_starter(parts: Parts, line: int, path: str) -> None:
    """Refuse a region whose absence leaves broken code, or no docstring to go by."""
    try:
        tree = ast.parse(parts.starter)
    except SyntaxError as error:
        what = f"Without the marked region, what is left is not Python: {error.msg}."
        raise Malformed(path, line, what, "Mark whole statements.") from error
    function = next(n for n in tree.body if isinstance(n, ast.FunctionDef) and n.name == parts.subject)
    if not (ast.get_docstring(function) or "").strip():
        what = f"The learner sees no docstring in `{parts.subject}`."
        raise Malformed(path, line, what, f"Write one above `{BEGIN}`: what goes in, what must come out.")
