"""Quantities that look at a whole graph under several settings: with and without a guarantee, pillar by pillar."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Collection

from coursekit.model.graph import Graph
from coursekit.model.symbolic import Value

At = Callable[..., Value]


def composite(
    name: str, graph: Graph, compute: Callable[[At], Value], *, fixed: Collection[str], doc: str, latex: str
) -> Callable[..., Value]:
    """Return a plain function over a graph's parameters, to be declared as a quantity.

    Parameters
    ----------
    name : str
        The quantity's name.
    graph : Graph
        The graph that it looks at.
    compute : callable
        Takes ``at(output, **settings)``, which evaluates the graph with those settings (of parameters, or of
        quantities in place of their formulas), and returns the value.
    fixed : collection of str
        The parameters that ``compute`` always sets itself; all others become the function's arguments.
    doc : str
        The docstring: meaning and source.
    latex : str
        The right-hand side of its equation, since there is no single formula to print.
    """

    def function(**given: Value) -> Value:
        def at(output: str, **settings: Value) -> Value:
            part = graph.behind(output)
            known = {n: value for n, value in given.items() if n in part.defaults}
            known |= {n: value for n, value in settings.items() if n in part.defaults or n in part.functions}
            return part.evaluate(**known)[output]

        return compute(at)

    parameters = [
        inspect.Parameter(parameter, inspect.Parameter.KEYWORD_ONLY, default=default)
        for parameter, default in graph.defaults.items()
        if parameter not in fixed
    ]
    function.__name__ = function.__qualname__ = name
    function.__doc__ = doc
    function.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    function.latex = latex  # type: ignore[attr-defined]
    return function
