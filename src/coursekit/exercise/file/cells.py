"""An exercise file's cells, and the one kind of error that an exercise file can earn."""

from __future__ import annotations

import ast
import io
import re
import tokenize
from dataclasses import dataclass

NAMES = ("varies", "setup", "solution", "hints", "tests", "cases", "mistakes")
_MARK = re.compile(r"#\s?%%(?P<name>.*)")


class Malformed(ValueError):
    """An exercise file that breaks its form.

    Parameters
    ----------
    path
        The file, as its author would name it.
    line
        The line to look at, counted from 1.
    what
        What is wrong, as a sentence.
    remedy
        What would be right, as a sentence.
    """

    def __init__(self, path: str, line: int, what: str, remedy: str) -> None:
        super().__init__(f"{path}:{line}: {what} {remedy}")
        self.path, self.line, self.what, self.remedy = path, line, what, remedy


@dataclass(frozen=True)
class Cell:
    """One cell: its name, the file's line on which its text begins, its text and its syntax tree.

    The tree's line numbers are the file's, not the cell's.
    """

    name: str
    line: int
    source: str
    tree: ast.Module


def comments(source: str) -> list[tuple[int, int, str]]:
    """Return (line, column, text) of each comment, so that a ``#`` inside a string is never taken for one.

    Raises
    ------
    SyntaxError
        If the text is not Python.
    """
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO(source).readline))
    except tokenize.TokenError as error:
        raise SyntaxError(error.args[0], ("", error.args[1][0], 0, "")) from error
    return [(t.start[0], t.start[1], t.string) for t in tokens if t.type == tokenize.COMMENT]


def parsed(source: str, path: str, first: int = 1, where: str = "The file") -> ast.Module:
    """Return the syntax tree of a part of an exercise file.

    Parameters
    ----------
    source : str
        The text of the part.
    path : str
        What the error calls the file.
    first : int
        The line of the file on which the part begins, from 1.
    where : str
        What the error calls the part.

    Returns
    -------
    ast.Module
        The tree; its lines count from the beginning of the file.

    Raises
    ------
    Malformed
        If it is not Python.
    """
    try:
        return ast.increment_lineno(ast.parse(source), first - 1)
    except SyntaxError as error:
        line = first + (error.lineno or 1) - 1
        remedy = "Correct that line; each cell must be whole Python by itself."
        raise Malformed(path, line, f"{where} is not Python: {error.msg}.", remedy) from error
    except (RecursionError, MemoryError) as error:  # brackets within brackets, more than Python's own parser takes
        raise Malformed(path, first, f"{where} is nested too deeply.", "Write it with fewer brackets.") from error
    except ValueError as error:  # a null byte, which ast refuses in its own way
        raise Malformed(path, first, f"{where} is not Python: {error}.", "Save it as plain UTF-8 text.") from error


def split(text: str, path: str) -> tuple[str, dict[str, Cell]]:
    """Return the module's docstring and its cells by name.

    Parameters
    ----------
    text : str
        The whole file.
    path : str
        What errors call the file.

    Returns
    -------
    tuple of (str, dict)
        The docstring, and from each cell's name to the cell.

    Raises
    ------
    Malformed
        If the file is not Python, has no docstring, or has a cell that is unknown, doubled, or not whole.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    parsed(text, path)
    lines = text.split("\n")
    marks = [
        (line, found["name"].strip())
        for line, column, comment in comments(text)
        if column == 0 and (found := _MARK.fullmatch(comment))
    ]
    docstring = _docstring("\n".join(lines[: marks[0][0] - 1] if marks else lines), path)
    cells: dict[str, Cell] = {}
    ends = [line for line, _ in marks[1:]] + [len(lines) + 1]
    for (line, name), end in zip(marks, ends, strict=False):  # a file without cells has an end too many
        if name not in NAMES:
            raise Malformed(path, line, f"There is no cell called {name!r}.", f"Cells are: {', '.join(NAMES)}.")
        if name in cells:
            raise Malformed(path, line, f"The cell {name!r} stands here for the second time.", "Join the two.")
        source = "\n".join(lines[line : end - 1])
        cells[name] = Cell(name, line + 1, source, parsed(source, path, line + 1, f"The cell {name!r}"))
    return docstring, cells


def _docstring(source: str, path: str) -> str:
    """Return the docstring before the first cell, which is all that may stand there."""
    body = parsed(source, path).body
    example = 'Begin it with """, a title of one line, an empty line, the prompt in Markdown, and """.'
    match body:
        case [ast.Expr(value=ast.Constant(value=str(docstring)))]:
            return docstring
        case [ast.Expr(value=ast.Constant(value=str())), other, *_]:
            line, what = other.lineno, "Code stands before the first cell."
            raise Malformed(path, line, what, "Begin a cell above it, such as `# %% setup`.")
        case _:
            raise Malformed(path, 1, "The file does not begin with a docstring.", example)
