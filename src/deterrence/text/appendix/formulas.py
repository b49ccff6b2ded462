"""A quantity's formula as LaTeX: its equation, or, where it is stepped through time, its steps."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable
from typing import Any

from coursekit.model.equations import equation
from coursekit.model.graph import Graph
from deterrence.text.appendix.inlining import Put, assignments, called, definition
from deterrence.text.appendix.tidy import tidy


def formula(graph: Graph, name: str, form: Callable[..., Any] | None = None) -> str:
    """Return the formula of one quantity, ready to be set by itself.

    Parameters
    ----------
    graph : Graph
        The graph.
    name : str
        The quantity.
    form : callable, optional
        One of the quantity's alternatives; its default formula unless given.

    Returns
    -------
    str
        LaTeX, without dollar signs.

    Raises
    ------
    ValueError
        If the function is neither one formula nor a recurrence; the message names it.
    """
    function = inspect.unwrap(form or graph.functions[name])
    if hasattr(function, "latex") or "scan" not in function.__code__.co_names:
        return tidy(equation(graph, name, form).replace("&=", "=", 1))
    return tidy(_recurrence(graph, name, function))


def _recurrence(graph: Graph, name: str, function: Callable[..., Any]) -> str:
    """Return a start, what happens in each step, and what is read off at the end, one a line."""
    tree, helpers = definition(function), function.__globals__
    step = next(node for node in tree.body if isinstance(node, ast.FunctionDef))
    scanned = next(n for n in ast.walk(tree) if isinstance(n, ast.Call) and called(n) == "scan")
    clock, *state = (argument.arg for argument in step.args.args)
    write = _Writer(graph, clock)
    constants, _ = assignments([*tree.body[:-1], *step.body], helpers)
    outside = {n.targets[0].id for n in tree.body if isinstance(n, ast.Assign) and isinstance(n.targets[0], ast.Name)}
    starts = scanned.args[1]
    assert isinstance(starts, ast.Tuple)
    first = [(n, v) for n, v in constants if n in outside] + list(zip(state, starts.elts, strict=True))
    lines = _lines(r"\text{at first}", [f"{write.name(n)} = {write(v)}" for n, v in first])
    made, after = assignments(step.body, helpers)
    each = [f"{write.name(n)} = {write(v)}" for n, v in made]
    each += [rf"{write.name(n)} \leftarrow {write(v)}" for n, v in zip(state, after, strict=True)]
    lines += _lines(r"\text{in each step}", each)
    last = tree.body[-1]
    assert isinstance(last, ast.Return) and last.value is not None
    end = rf"\text{{after }} {write(scanned.args[2])} \text{{ steps}}"
    lines += _lines(end, [f"{graph.symbols[name].latex} = {write(_Read(state, tree.body).visit(last.value))}"])
    return "\\begin{aligned}\n" + " \\\\[4pt]\n".join(lines) + "\n\\end{aligned}"


def _lines(label: str, formulas: list[str]) -> list[str]:
    """Return aligned lines of which only the first wears the label."""
    return [f"&{'' if place else label} && {made}" for place, made in enumerate(formulas)]


class _Read(ast.NodeTransformer):
    """Puts the state's own names where code reads them off the scan: ``scan(…)[1]``, or ``_, fired = scan(…)``."""

    def __init__(self, state: list[str], body: list[ast.stmt]) -> None:
        self.state = state
        self.names: dict[str, str] = {}
        for node in body:
            target = node.targets[0] if isinstance(node, ast.Assign) and called(node.value) == "scan" else None
            if isinstance(target, ast.Tuple):
                self.names = {getattr(t, "id", ""): s for t, s in zip(target.elts, state, strict=True)}

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        if called(node.value) == "scan":
            return ast.Name(id=self.state[int(ast.literal_eval(node.slice))], ctx=ast.Load())
        return node

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return ast.Name(id=self.names.get(node.id, node.id), ctx=ast.Load())


class _Writer:
    """Writes one expression of a function's code: symbols where the table has them, words for what the code names."""

    def __init__(self, graph: Graph, clock: str) -> None:
        self.graph = graph
        self.clock = clock  # the code's own name for it may be a symbol of the table

    def name(self, name: str) -> str:
        """Return how a name is written."""
        if name in self.graph.symbols and name != self.clock:
            return self.graph.symbols[name].latex
        return rf"\mathrm{{{'step' if name == self.clock else name.replace('_', ' ')}}}"

    def __call__(self, node: ast.expr) -> str:
        """Return the LaTeX of an expression."""
        from latexify.codegen import ExpressionCodegen

        names: dict[str, str] = {}
        latex: str = ExpressionCodegen().visit(
            _Placeholders(names).visit(ast.parse(ast.unparse(node), mode="eval").body)
        )
        for placeholder, original in names.items():
            latex = latex.replace(rf"\mathrm{{{placeholder}}}", f"{{{self.name(original)}}}")
        return latex


class _Placeholders(ast.NodeTransformer):
    """Stands placeholders, which LaTeX leaves alone, in for names; writes where() and logistic() as mathematics."""

    def __init__(self, names: dict[str, str]) -> None:
        self.names = names

    def visit_Call(self, node: ast.Call) -> ast.AST:
        if called(node) == "where":
            condition, yes, no = node.args
            cases: ast.AST = self.visit(ast.IfExp(test=condition, body=yes, orelse=no))
            return cases
        if called(node) == "logistic":
            whole: ast.AST = self.visit(
                Put({"x": node.args[0]}).visit(ast.parse("1 / (1 + exp(-x))", mode="eval").body)
            )
            return whole
        node.args = [self.visit(argument) for argument in node.args]
        return node

    def visit_BinOp(self, node: ast.BinOp) -> ast.AST:
        if isinstance(node.op, ast.BitAnd):  # & joins arrays of truths; in a formula it is "and"
            joined: ast.AST = self.visit(ast.BoolOp(op=ast.And(), values=[node.left, node.right]))
            return joined
        return self.generic_visit(node)

    def visit_Name(self, node: ast.Name) -> ast.AST:
        if node.id == "exp" or node.id.startswith("Zz"):
            return node
        placeholder = next((p for p, name in self.names.items() if name == node.id), None)
        if placeholder is None:
            placeholder = f"Zz{chr(65 + len(self.names) // 26)}{chr(65 + len(self.names) % 26)}"
            self.names[placeholder] = node.id
        return ast.Name(id=placeholder, ctx=ast.Load())
