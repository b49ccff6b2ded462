"""The small arithmetic of questions whose numbers vary: read as Python's syntax, computed here, never executed."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable, Mapping
from typing import Any

Value = float | int | str | bool
OPERATORS: dict[type, Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
}
FUNCTIONS: dict[str, Callable[..., float]] = {
    "abs": abs,
    "exp": math.exp,
    "log": math.log,
    "max": max,
    "min": min,
    "round": round,
    "sqrt": math.sqrt,
}
GRAMMAR = f"It may hold numbers, names in capitals, + - * / **, comparisons and {', '.join(FUNCTIONS)}."
MOST = 1e12  # beyond it no number of a question is meant


def computed(text: str, names: Mapping[str, Value]) -> Value:
    """Return what an expression comes to.

    Parameters
    ----------
    text : str
        Such as ``100 * 0.8 ** DOUBLINGS``.
    names : mapping
        The values that names in capitals have.

    Returns
    -------
    float, int, str or bool
        A finite number, a text that a name has, or what a comparison says.

    Raises
    ------
    ValueError
        If it is no such arithmetic, or comes to no finite number: with a sentence.
    """
    try:
        tree = ast.parse(text.strip(), mode="eval").body
    except (SyntaxError, MemoryError, RecursionError):
        raise ValueError(f"`{text}` is no arithmetic.") from None
    return evaluated(tree, names)


def evaluated(node: ast.expr, names: Mapping[str, Value]) -> Value:
    """Return what a part of an expression comes to.

    Parameters
    ----------
    node : ast.expr
        The part, parsed.
    names : mapping
        The values that names in capitals have.

    Returns
    -------
    float, int, str or bool
        As of :func:`computed`.

    Raises
    ------
    ValueError
        As of :func:`computed`.
    """
    try:
        found = _evaluated(node, names)
    except (ArithmeticError, TypeError, RecursionError) as error:
        raise ValueError(f"`{ast.unparse(node)}` cannot be computed: {error}.") from None
    return found


def _evaluated(node: ast.expr, names: Mapping[str, Value]) -> Value:
    found: Any
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            found = number
        case ast.Name(id=name) if name in names:
            return names[name]
        case ast.Name(id=name):
            raise ValueError(f"The name {name} has no value.")
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            found = -_number(operand, names)
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            base, exponent = _number(left, names), _number(right, names)
            if abs(exponent) > 64 or abs(base) > 1e6:
                raise ValueError(f"`{ast.unparse(node)}` is too large a power.")
            found = base**exponent
        case ast.BinOp(left=left, op=op, right=right) if type(op) in OPERATORS:
            found = OPERATORS[type(op)](_number(left, names), _number(right, names))
        case ast.Compare(left=left, ops=[op], comparators=[right]) if type(op) in OPERATORS:
            return bool(OPERATORS[type(op)](_number(left, names), _number(right, names)))
        case ast.Call(func=ast.Name(id=name), args=args, keywords=[]) if name in FUNCTIONS:
            found = FUNCTIONS[name](*(_number(one, names) for one in args))
        case _:
            raise ValueError(f"`{ast.unparse(node)}` is no arithmetic of questions.")
    if isinstance(found, complex) or not math.isfinite(found) or abs(found) > MOST:
        raise ValueError(f"`{ast.unparse(node)}` comes to no number that can be asked for.")
    return float(found) if isinstance(found, float) else int(found)


def _number(node: ast.expr, names: Mapping[str, Value]) -> float | int:
    found = _evaluated(node, names)
    if isinstance(found, bool | str):
        raise ValueError(f"`{ast.unparse(node)}` is no number.")
    return found
