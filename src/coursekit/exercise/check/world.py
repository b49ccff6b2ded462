"""What the tests see: a setup and builtins of their own, and of the learner's names only those that they ask for.

A learner may call a variable ``sum``, ``list`` or ``AID``: the tests' own are not touched by that. The learner's
functions are called on copies of what the tests give, by position and by name as written
(:func:`coursekit.exercise.mark.call.called`), and the last value that one returned is kept for the report.
"""

from __future__ import annotations

import ast
import builtins
import functools
from collections.abc import Callable
from typing import Any

from coursekit.exercise.mark.call import called

LAST = "__last_answer__"  # where the tests' world keeps what the learner's function returned last


def tests_world(tree: ast.Module, setup: str, namespace: dict[str, Any]) -> dict[str, Any]:
    """Return the globals in which the tests run.

    Parameters
    ----------
    tree
        The tests, parsed.
    setup
        What ran before the learner's code.
    namespace
        What the learner's code has left behind.
    """
    world: dict[str, Any] = {"__name__": "tests", "__builtins__": builtins, LAST: []}
    exec(compile(setup, "<setup>", "exec"), world)
    own = {*world, *vars(builtins), *_made(tree)}
    asked = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)}
    for name in sorted((asked - own) & namespace.keys()):
        value = namespace[name]
        made_by_hand = callable(value) and not isinstance(value, type)
        world[name] = _watched(value, world[LAST]) if made_by_hand else value
    return world


def _watched(function: Callable[..., object], last: list[object]) -> Callable[..., object]:
    @functools.wraps(function, updated=())
    def watched(*args: object, **kwargs: object) -> object:
        last.clear()
        answer = called(function, args, kwargs)
        last.append(answer)
        return answer

    return watched


def _made(tree: ast.Module) -> set[str]:
    """Return the names that the tests bind at their top level."""
    found: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            found.add(node.name)
        elif isinstance(node, ast.Import | ast.ImportFrom):
            found |= {(alias.asname or alias.name).partition(".")[0] for alias in node.names}
        else:
            found |= {one.id for one in ast.walk(node) if isinstance(one, ast.Name) and isinstance(one.ctx, ast.Store)}
    return found
