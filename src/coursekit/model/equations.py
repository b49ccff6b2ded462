"""Equations printed from the very functions that compute, with the symbols of the table."""

from __future__ import annotations

import ast
import inspect
import string
import textwrap
from collections.abc import Callable
from typing import Any

from coursekit.model.graph import Graph


def equation(graph: Graph, name: str, form: Callable[..., Any] | None = None) -> str:
    """Return one quantity's equation as LaTeX, with ``&=`` so that several can be aligned.

    Parameters
    ----------
    graph : Graph
        The quantities and their symbols.
    name : str
        The quantity.
    form : callable, optional
        One of the quantity's alternatives; its default formula unless given.

    Returns
    -------
    str
        LaTeX.

    Raises
    ------
    ValueError
        If the quantity does not exist, or its function is more than assignments and one return.
    """
    from latexify.codegen import ExpressionCodegen

    if name not in graph.functions:
        raise ValueError(f"There is no quantity {name!r}; there are {', '.join(graph.order)}.")
    function = inspect.unwrap(form or graph.functions[name])
    written = getattr(function, "latex", None)
    if written is not None:
        return f"{graph.symbols[name].latex} &= {written}"
    tree = _body(function)
    spelled = _Spelled()
    latex = ExpressionCodegen().visit(spelled.visit(tree))
    for placeholder, original in sorted(spelled.placeholders.items(), reverse=True):
        symbol = graph.symbols[original].latex if original in graph.symbols else rf"\mathrm{{{original}}}"
        latex = latex.replace(rf"\mathrm{{{placeholder}}}", f"{{{symbol}}}")
    return f"{graph.symbols[name].latex} &= {latex}"


def equations(graph: Graph, *names: str) -> str:
    """Return several equations, one a line, aligned at their equals signs.

    Parameters
    ----------
    graph : Graph
        The quantities and their symbols.
    *names : str
        The quantities, in order.

    Returns
    -------
    str
        LaTeX, an ``aligned`` block.
    """
    lines = " \\\\[6pt]\n".join(equation(graph, name) for name in names)
    return f"\\begin{{aligned}}\n{lines}\n\\end{{aligned}}"


class Equations:
    """Equations that show themselves as a cell's last value, in the book and in a notebook."""

    def __init__(self, graph: Graph, *names: str) -> None:
        self.latex = equations(graph, *names)

    def _repr_latex_(self) -> str:
        return f"$$\n{self.latex}\n$$"

    def __repr__(self) -> str:
        return self.latex


def _body(function: Callable[..., Any]) -> ast.expr:
    """Return what the function returns, with its assignments written into it."""
    from latexify.transformers import AssignmentReducer

    source = textwrap.dedent(inspect.getsource(inspect.unwrap(function)))
    tree = ast.parse(source).body[0]
    assert isinstance(tree, ast.FunctionDef)
    tree.decorator_list = []
    if ast.get_docstring(tree) is not None:
        tree.body = tree.body[1:]
    reduced = AssignmentReducer().visit(ast.Module(body=[tree], type_ignores=[])).body[0]
    last = reduced.body[-1]
    if len(reduced.body) != 1 or not isinstance(last, ast.Return) or last.value is None:
        raise ValueError(f"{function.__name__}: an equation can show assignments and one return, nothing else.")
    return last.value


class _Spelled(ast.NodeTransformer):
    """Writes where(), logistic() and nan as mathematics, and each name as a placeholder that LaTeX leaves alone."""

    def __init__(self) -> None:
        self.placeholders: dict[str, str] = {}

    def visit_Call(self, node: ast.Call) -> ast.AST:
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name == "where":
            condition, yes, no = node.args
            # A guard against an undefined value is left out of the equation; the docstring says when there is no value.
            if _is_nan(yes) or _is_nan(no):
                kept: ast.AST = self.visit(no if _is_nan(yes) else yes)
                return kept
            cases: ast.AST = self.visit(ast.IfExp(test=condition, body=yes, orelse=no))
            return cases
        if name == "logistic":
            written = ast.parse("1 / (1 + exp(-(x)))", mode="eval").body
            return self.generic_visit(_Put(node.args[0]).visit(written))
        node.args = [self.visit(argument) for argument in node.args]
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if node.id in self.placeholders:  # the reducer puts one node in several places
            return node
        placeholder = next((p for p, name in self.placeholders.items() if name == node.id), None)
        if placeholder is None:
            letters = string.ascii_uppercase
            number = len(self.placeholders)
            placeholder = f"Zz{letters[number // 26]}{letters[number % 26]}"
            self.placeholders[placeholder] = node.id
        return ast.Name(id=placeholder, ctx=ast.Load())


def _is_nan(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "nan"


class _Put(ast.NodeTransformer):
    """Puts an expression in the place of x."""

    def __init__(self, expression: ast.expr) -> None:
        self.expression = expression

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return self.expression if node.id == "x" else node
