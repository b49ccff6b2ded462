"""A function's code with its small helpers written into it, as statements fit to be printed as formulas."""

from __future__ import annotations

import ast
import copy
import inspect
import textwrap
from collections.abc import Callable
from typing import Any


def definition(function: Callable[..., Any]) -> ast.FunctionDef:
    """Return the syntax tree of a function, without its docstring."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    assert isinstance(tree, ast.FunctionDef)
    if ast.get_docstring(tree) is not None:
        tree.body = tree.body[1:]
    return tree


def called(node: ast.AST) -> str:
    """Return the name of the function that a node calls, or nothing."""
    return getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""


def assignments(body: list[ast.stmt], helpers: dict[str, Any]) -> tuple[list[tuple[str, ast.expr]], list[ast.expr]]:
    """Return what a function's statements assign and what they return, with the calls of its helpers written out.

    Parameters
    ----------
    body : list of ast.stmt
        The statements; only assignments and ``return`` count.
    helpers : dict
        The helper functions by name.

    Returns
    -------
    tuple of list
        Names with their expressions, in order, without those that nothing reads; and the expressions returned.
    """
    made: list[tuple[str, ast.expr]] = []
    returned: list[ast.expr] = []
    for node in body:
        if not isinstance(node, (ast.Assign, ast.Return)) or node.value is None:
            continue
        inline = _Inline(helpers)
        value = inline.visit(copy.deepcopy(node.value))
        made += inline.before
        values = value.elts if isinstance(value, ast.Tuple) else [value]
        if isinstance(node, ast.Return):
            returned = values
            continue
        target = node.targets[0]
        names = [n.id for n in (target.elts if isinstance(target, ast.Tuple) else [target]) if isinstance(n, ast.Name)]
        if called(node.value) != "scan":
            made += zip(names, values, strict=True)
    return _used(made, returned), returned


def _used(made: list[tuple[str, ast.expr]], returned: list[ast.expr]) -> list[tuple[str, ast.expr]]:
    """Leave out what nothing after it reads."""
    kept: list[tuple[str, ast.expr]] = []
    wanted = {name for value in returned for name in _names(value)}
    for name, value in reversed(made):
        if name in wanted:
            kept.insert(0, (name, value))
            wanted |= _names(value)
    return kept


def _names(node: ast.AST) -> set[str]:
    return {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}


class Put(ast.NodeTransformer):
    """Puts expressions in the place of names."""

    def __init__(self, given: dict[str, ast.expr]) -> None:
        self.given = given

    def visit_Name(self, node: ast.Name) -> ast.AST:
        """Put, where a name has something to put."""
        return copy.deepcopy(self.given.get(node.id, node))


class _Inline(ast.NodeTransformer):
    """Writes calls of private helpers out; what a helper assigns on its way is kept in ``before``."""

    def __init__(self, helpers: dict[str, Any]) -> None:
        self.helpers = helpers
        self.before: list[tuple[str, ast.expr]] = []

    def visit_Call(self, node: ast.Call) -> ast.AST:
        self.generic_visit(node)
        name = called(node)
        if not name.startswith("_"):
            return node
        helper = definition(self.helpers[name])
        given = {a.arg: value for a, value in zip(helper.args.args, node.args, strict=True)}
        made, returned = assignments(helper.body, self.helpers)
        self.before += [(n, Put(given).visit(value)) for n, value in made]
        values = [Put(given).visit(value) for value in returned]
        return values[0] if len(values) == 1 else ast.Tuple(elts=values, ctx=ast.Load())

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        self.generic_visit(node)
        if isinstance(node.value, ast.Tuple):
            return node.value.elts[int(ast.literal_eval(node.slice))]
        return node
