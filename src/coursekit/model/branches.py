"""Branches: one of several computations, chosen by a number; in JavaScript as in NumPy."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from coursekit.model.symbolic import Term, Value, current_trace, js, tracing


def choose(selector: Value, *options: Callable[[], Value]) -> Value:
    """Return what the chosen option computes: the first for a selector below 0.5, the second below 1.5, and so on.

    Parameters
    ----------
    selector : float, array or Term
        Which option; what lies beyond the last one chooses the last.
    *options : callable
        Each takes nothing and returns its value. Only the chosen one is computed, in JavaScript too; for an array of
        selectors all of them are.

    Returns
    -------
    float, array or Term
        Of the shape that the selector and the options have together.
    """
    last = len(options) - 1
    if isinstance(selector, Term):
        return _choose_in_javascript(selector, options)
    if isinstance(selector, float) or np.ndim(selector) == 0:
        return options[next((i for i in range(last) if selector < i + 0.5), last)]()
    values = [option() for option in options]
    chosen = values[last]
    for i in reversed(range(last)):
        chosen = np.where(np.asarray(selector) < i + 0.5, values[i], chosen)
    return chosen


def _choose_in_javascript(selector: Term, options: tuple[Callable[[], Value], ...]) -> Term:
    outer = current_trace()
    if outer is None:
        raise TypeError("A branch is written as statements: trace it inside `with tracing()`.")
    branches = []
    for option in options:
        # What a branch writes down is known in that branch alone; what stands before it is known in both. Its names
        # begin anew, so that the same computation is written with the same letters wherever it stands.
        with tracing() as body:
            body.known.update(outer.known)
            body.prefix = f"{outer.prefix}b"
            result = js(option())
        branches.append((body.lines, result))
    written = f"{selector.js} chooses {branches}"
    if written not in outer.known:
        name = outer.known[written] = outer.name()
        blocks = [f"{{ {' '.join([*lines, f'{name} = {result};'])} }}" for lines, result in branches]
        tests = [f"if ({selector.js} < {i + 0.5}) {block} else " for i, block in enumerate(blocks[:-1])]
        outer.lines.append(f"let {name}; {''.join(tests)}{blocks[-1]}")
    return Term(outer.known[written])
