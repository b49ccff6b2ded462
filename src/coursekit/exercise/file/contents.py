"""What each cell of an exercise file must hold, read without running any of it."""

from __future__ import annotations

import ast
from typing import Any

from coursekit.exercise.file.cells import Cell, Malformed

TOLERANCE = 1e-9  # within which two numbers are the same, where the cases do not say otherwise
LIMIT_S = 10.0  # seconds that learner code may run, where the setup does not say otherwise


def text(cell: Cell | None) -> str:
    """Return the cell's text without blank lines around it; "" for a cell that is missing or empty."""
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


def tests(cell: Cell, path: str) -> tuple[str, ...]:
    """Return the names of the tests, in order: each has a docstring, none asks for arguments.

    Parameters
    ----------
    cell : Cell
        The cell ``tests``.
    path : str
        What errors call the file.

    Returns
    -------
    tuple of str
        The functions whose names begin with ``test_``.

    Raises
    ------
    Malformed
        If a test has no docstring or asks for arguments.
    """
    functions = _functions(cell, "test_", path)
    for test in functions:
        if not (ast.get_docstring(test) or "").strip():
            what = f"`{test.name}` has no docstring."
            raise Malformed(path, test.lineno, what, "Write one: it is what the learner reads when the test fails.")
        if len(test.args.args + test.args.posonlyargs) > len(test.args.defaults) or test.args.kw_defaults.count(None):
            what = f"`{test.name}` asks for arguments."
            raise Malformed(path, test.lineno, what, "A test takes none: put the values into its body.")
    return tuple(t.name for t in functions)


def cases(cell: Cell, path: str) -> dict[str, Any]:
    """Refuse a cell without ``cases(rng)``; return how its answers are compared.

    Parameters
    ----------
    cell : Cell
        The cell ``cases``.
    path : str
        What errors call the file.

    Returns
    -------
    dict
        ``tolerance`` (relative, from 0 to below 1), ``ordered`` (whether the order of a table's rows counts), and
        ``compared`` (the names of the arguments that only the function ``compared`` takes; None if there is no such
        function).

    Raises
    ------
    Malformed
        If ``cases``, ``compared`` or a constant is missing or not of the form.
    """
    _takes_rng(cell, path, "which returns a list of dictionaries of keyword arguments")
    tolerance, ordered = _constant(cell, "TOLERANCE", TOLERANCE), _constant(cell, "ORDERED", False)
    if isinstance(tolerance, bool) or not isinstance(tolerance, int | float) or not 0 <= tolerance < 1:
        raise Malformed(path, cell.line, "`TOLERANCE` is no tolerance.", "Give a number from 0 to below 1, as 1e-6.")
    if not isinstance(ordered, bool):
        raise Malformed(path, cell.line, "`ORDERED` is neither True nor False.", "Write `ORDERED = True`, or nothing.")
    compared = next((f for f in cell.tree.body if isinstance(f, ast.FunctionDef) and f.name == "compared"), None)
    if compared and not compared.args.args:
        remedy = "Its first argument is what the learner's function returned."
        raise Malformed(path, compared.lineno, "`compared` takes no argument.", remedy)
    own = tuple(a.arg for a in (*compared.args.args[1:], *compared.args.kwonlyargs)) if compared else ()
    return {"tolerance": float(tolerance), "ordered": ordered, "compared": own if compared else None}


def varies(cell: Cell, path: str) -> None:
    """Refuse a cell without ``varies(rng)``.

    Parameters
    ----------
    cell : Cell
        The cell ``varies``.
    path : str
        What errors call the file.

    Raises
    ------
    Malformed
        If there is no such function.
    """
    _takes_rng(cell, path, "which returns the values that vary, by their names in capitals")


def _takes_rng(cell: Cell, path: str, purpose: str) -> None:
    found = [f for f in _functions(cell, cell.name, path) if f.name == cell.name]
    if not found or [a.arg for a in found[0].args.args] != ["rng"]:
        what = f"The cell {cell.name!r} has no `{cell.name}(rng)`."
        raise Malformed(path, cell.line, what, f"Write `def {cell.name}(rng):`, {purpose}.")


def _constant(cell: Cell, name: str, default: object) -> object:
    value = _assigned(cell, name)
    if value is None:
        return default
    return value.value if isinstance(value, ast.Constant) else ast.unparse(value)


def hints(cell: Cell, path: str) -> tuple[str, ...]:
    """Return the hints, in order.

    Parameters
    ----------
    cell : Cell
        The cell ``hints``.
    path : str
        What errors call the file.

    Returns
    -------
    tuple of str
        One at least.

    Raises
    ------
    Malformed
        If ``HINTS`` is missing, empty or no list of plain strings.
    """
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


def mistakes(cell: Cell, tests: tuple[str, ...], path: str) -> dict[str, str]:
    """Return, for each planned mistake, the name of the test that must catch it.

    Parameters
    ----------
    cell : Cell
        The cell ``mistakes``.
    tests : tuple of str
        The names of the tests.
    path : str
        What errors call the file.

    Returns
    -------
    dict
        From each function whose name begins with ``mistake_`` to a test.

    Raises
    ------
    Malformed
        If a mistake's docstring does not begin with the name of a test.
    """
    mistakes = {}
    for mistake in _functions(cell, "mistake_", path):
        lines = (ast.get_docstring(mistake) or "").strip().split("\n")
        if lines[0].strip() not in tests:
            what = f"The docstring of `{mistake.name}` does not begin with the name of a test."
            raise Malformed(path, mistake.lineno, what, f"Name the test that must catch it: {', '.join(tests)}.")
        mistakes[mistake.name] = lines[0].strip()
    return mistakes


def limit(cell: Cell, path: str) -> float:
    """Return the time limit in seconds that the setup assigns to ``LIMIT_S``, or the usual one.

    Parameters
    ----------
    cell : Cell
        The cell ``setup``.
    path : str
        What errors call the file.

    Returns
    -------
    float
        Seconds, above 0 and at most 120.

    Raises
    ------
    Malformed
        If ``LIMIT_S`` is no such number.
    """
    value = _assigned(cell, "LIMIT_S")
    if value is None:
        return LIMIT_S
    seconds = value.value if isinstance(value, ast.Constant) else None
    if isinstance(seconds, int | float) and not isinstance(seconds, bool) and 0 < seconds <= 120:
        return float(seconds)
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
