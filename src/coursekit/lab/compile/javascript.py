"""From a graph of quantities to the JavaScript that the page ships."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from coursekit.model.graph import Graph
from coursekit.model.symbolic import Term, js, tracing

PRELUDE = (
    # NumPy's pow is 1 where the base is 1 or the exponent 0; JavaScript's is NaN for 1 ** NaN and 1 ** ±Infinity.
    "const M = {exp: Math.exp, log: Math.log, log2: Math.log2, sqrt: Math.sqrt, floor: Math.floor, abs: Math.abs,"
    " min: Math.min, max: Math.max, pow: (a, b) => (a === 1 ? 1 : Math.pow(a, b))};"
)


def compile_graph(graph: Graph) -> str:
    """Return a JavaScript function of one object of parameters, which it fills with every quantity.

    One statement a quantity, in the graph's order, after what it computes on the way; nothing is evaluated
    from text in the page.
    """
    with tracing() as trace:
        known = {name: Term(f"${name}") for name in graph.defaults}
        for name in graph.order:
            result = js(graph.functions[name](**{need: known[need] for need in graph.needs(name)}))
            trace.lines.append(f"const ${name} = {result};")
            known[name] = Term(f"${name}")
    read = [f"const ${name} = p.{name};" for name in graph.defaults]
    write = [f"p.{name} = ${name};" for name in graph.order]
    return "function (p) {\n  " + "\n  ".join([*read, *trace.lines, *write]) + "\n  return p;\n}"


def compile_sampler(graph: Graph, drawn: Collection[str], show: Sequence[str]) -> str:
    """Return a JavaScript function that computes the shown quantities for many draws at one setting.

    It takes ``p`` (all parameters and quantities at that setting, as :func:`compile_graph` leaves them), ``d`` (the
    columns of draws), ``s`` (an array to be filled for each shown quantity, with NaN for one that the graph lacks) and
    ``n`` (how many draws). Only what hangs on a drawn parameter is computed again for each of them.

    Parameters
    ----------
    graph : Graph
        The quantities.
    drawn : collection of str
        The parameters that differ from draw to draw.
    show : sequence of str
        The quantities that are wanted.

    Returns
    -------
    str
        JavaScript.
    """
    varying = set(drawn)
    for name in graph.order:
        if varying.intersection(graph.needs(name)):
            varying.add(name)
    with tracing() as trace:
        known = {name: Term(f"${name}") for name in (*graph.defaults, *graph.order)}
        for name in graph.order:
            if name in varying:
                result = js(graph.functions[name](**{need: known[need] for need in graph.needs(name)}))
                trace.lines.append(f"const ${name} = {result};")
    wanted = {need for name in graph.order if name in varying for need in graph.needs(name)} | set(show)
    fixed = [f"const ${name} = p.{name};" for name in known if name in wanted and name not in varying]
    columns = [name for name in graph.defaults if name in varying]
    reads = [f"const d_{name} = d.{name};" for name in columns]
    takes = [f"const ${name} = d_{name}[i];" for name in columns]
    gives = [f"s[{n}][i] = {f'${name}' if name in known else 'NaN'};" for n, name in enumerate(show)]
    loop = "\n    ".join([*takes, *trace.lines, *gives])
    head = "\n  ".join([*fixed, *reads])
    return f"function (p, d, s, n) {{\n  {head}\n  for (let i = 0; i < n; i++) {{\n    {loop}\n  }}\n}}"


def compile_condition(condition: Callable[[Any], Any], readings: Any) -> str:
    """Return a JavaScript function of a sentence's readings ``r`` that says whether its condition holds.

    Parameters
    ----------
    condition : callable
        Takes a function from a reading's name to its value.
    readings : callable
        That function, giving terms in place of numbers.

    Returns
    -------
    str
        JavaScript.
    """
    with tracing() as trace:
        result = js(condition(readings))
    return f"function (r) {{ {' '.join([*trace.lines, f'return {result};'])} }}"
