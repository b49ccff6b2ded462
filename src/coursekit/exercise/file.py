"""One exercise, one file: an ordinary Python module in cells, read into an :class:`Exercise`."""

from __future__ import annotations

import ast
import inspect
import re
from dataclasses import dataclass
from pathlib import Path

from coursekit.exercise.cells import Cell, Malformed, split
from coursekit.exercise.starter import cut

LIMIT_S = 10.0
REQUIRED = {
    "solution": "the function to be written, its body between `### BEGIN SOLUTION` and `### END SOLUTION`",
    "hints": '`HINTS = ["…", "…"]`, from a nudge to nearly there',
    "tests": "functions `test_…`, each with the feedback as its docstring",
    "cases": "`def cases(rng)`, which returns a list of keyword arguments for marking",
}


@dataclass(frozen=True)
class Exercise:
    """What one exercise file says. Sources are Python text; ``limit_s`` is in seconds.

    ``subject`` is the function that the learner writes; ``mistakes`` maps each planned mistake's function to the
    test that must catch it first.
    """

    id: str
    title: str
    prompt: str
    setup: str
    solution: str
    starter: str
    subject: str
    hints: tuple[str, ...]
    tests: str
    test_names: tuple[str, ...]
    cases: str
    mistakes_source: str
    mistakes: dict[str, str]
    limit_s: float


def read(path: Path) -> Exercise:
    """Read the exercise in ``path``; its id is the file's stem.

    Raises
    ------
    Malformed
        If the file breaks the form; the message names file, line and remedy.
    """
    name = f"{path.parent.name}/{path.name}"
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)+", path.stem):
        raise Malformed(name, 1, f"{path.stem!r} cannot be an exercise's id.", "Call it chapter_task, in lower case.")
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise Malformed(name, line, "The file is not UTF-8 text.", "Save it as UTF-8.") from error
    return parse(text, path.stem, name)


def parse(text: str, id: str, path: str) -> Exercise:
    """Read the exercise ``id`` from ``text``; ``path`` is what errors call the file.

    Raises
    ------
    Malformed
        If the text breaks the form.
    """
    docstring, cells = split(text, path)
    title, _, prompt = inspect.cleandoc(docstring).partition("\n")
    if not title.strip() or not prompt.strip():
        what = "The docstring lacks a title or a prompt."
        raise Malformed(path, 1, what, "First line: the title. Then an empty line, then the prompt in Markdown.")
    for name, content in REQUIRED.items():
        if name not in cells:
            last = text.count("\n") + 1
            raise Malformed(path, last, f"The cell {name!r} is missing.", f"Add `# %% {name}` with {content}.")
    parts = cut(cells["solution"], path)
    tests = _tests(cells["tests"], path)
    _cases(cells["cases"], path)
    setup, mistakes = cells.get("setup"), cells.get("mistakes")
    return Exercise(
        id=id,
        title=title.strip(),
        prompt=prompt.strip(),
        setup=_text(setup),
        solution=parts.solution,
        starter=parts.starter,
        subject=parts.subject,
        hints=_hints(cells["hints"], path),
        tests=_text(cells["tests"]),
        test_names=tests,
        cases=_text(cells["cases"]),
        mistakes_source=_text(mistakes),
        mistakes=_mistakes(mistakes, tests, path) if mistakes else {},
        limit_s=_limit(setup, path) if setup else LIMIT_S,
    )


def _text(cell: Cell | None) -> str:
    return cell.source.strip("\n") + "\n" if cell and cell.source.strip() else ""


def _functions(cell: Cell, prefix: str, path: str) -> list[ast.FunctionDef]:
    """Return the cell's top-level functions named ``prefix…``, at least one, no name twice."""
    found = [n for n in cell.tree.body if isinstance(n, ast.FunctionDef) and n.name.startswith(prefix)]
    if not found:
        raise Malformed(path, cell.line, f"The cell {cell.name!r} holds no `{prefix}…`.", f"Add `def {prefix}…`.")
    for n, function in enumerate(found):
        if function.name in [f.name for f in found[:n]]:
            raise Malformed(path, function.lineno, f"`{function.name}` is defined twice.", "Give each its own name.")
    return found


def _tests(cell: Cell, path: str) -> tuple[str, ...]:
    functions = _functions(cell, "test_", path)
    for test in functions:
        if not (ast.get_docstring(test) or "").strip():
            what = f"`{test.name}` has no docstring."
            raise Malformed(path, test.lineno, what, "Write one: it is what the learner reads when the test fails.")
        if len(test.args.args + test.args.posonlyargs) > len(test.args.defaults) or test.args.kw_defaults.count(None):
            what = f"`{test.name}` asks for arguments."
            raise Malformed(path, test.lineno, what, "A test takes none: put the values into its body.")
    return tuple(t.name for t in functions)


def _cases(cell: Cell, path: str) -> None:
    cases = [f for f in _functions(cell, "cases", path) if f.name == "cases"]
    if not cases or [a.arg for a in cases[0].args.args] != ["rng"]:
        remedy = "Write `def cases(rng):`, which returns a list of dictionaries of keyword arguments."
        raise Malformed(path, cell.line, "The cell 'cases' has no `cases(rng)`.", remedy)


def _hints(cell: Cell, path: str) -> tuple[str, ...]:
    what, remedy = "`HINTS` is not a list of sentences.", 'Write `HINTS = ["…", "…"]`, each hint a plain string.'
    value = _assigned(cell, "HINTS")
    if value is None:
        raise Malformed(path, cell.line, "The cell 'hints' has no `HINTS`.", remedy)
    if not isinstance(value, ast.List | ast.Tuple) or not value.elts:
        raise Malformed(path, value.lineno, what, remedy)
    hints = []
    for hint in value.elts:
        if not isinstance(hint, ast.Constant) or not isinstance(hint.value, str) or not hint.value.strip():
            raise Malformed(path, hint.lineno, what, remedy)
        hints.append(hint.value.strip())
    return tuple(hints)


def _mistakes(cell: Cell, tests: tuple[str, ...], path: str) -> dict[str, str]:
    mistakes = {}
    for mistake in _functions(cell, "mistake_", path):
        lines = (ast.get_docstring(mistake) or "").strip().split("\n")
        if lines[0].strip() not in tests:
            what = f"The docstring of `{mistake.name}` does not begin with the name of a test."
            raise Malformed(path, mistake.lineno, what, f"Name the test that must catch it: {', '.join(tests)}.")
        mistakes[mistake.name] = lines[0].strip()
    return mistakes


def _limit(cell: Cell, path: str) -> float:
    value = _assigned(cell, "LIMIT_S")
    if value is None:
        return LIMIT_S
    if isinstance(value, ast.Constant) and type(value.value) in (int, float) and 0 < value.value <= 120:
        return float(value.value)
    raise Malformed(path, value.lineno, "`LIMIT_S` is not a time limit.", "Give seconds, above 0 and at most 120.")


def _assigned(cell: Cell, name: str) -> ast.expr | None:
    """Return what the cell assigns to ``name`` at its top level, or None."""
    for node in cell.tree.body:
        match node:
            case ast.Assign(targets=[ast.Name(id=target)], value=value) if target == name:
                return value
            case ast.AnnAssign(target=ast.Name(id=target), value=value) if target == name:
                return value
    return None
