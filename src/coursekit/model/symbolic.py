"""Functions that take floats, arrays and traced terms alike.

A quantity of a model is written once, with these functions and Python's operators. Given numbers
it computes with NumPy; given a `Term` it writes down the same computation as JavaScript.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Value: TypeAlias = Any
"""A float, an array or, while the model is being traced, a `Term`."""

Numbers: TypeAlias = NDArray[np.float64]

_LONGEST = 240  # characters of an expression before it is given a name of its own


@dataclass
class Trace:
    """The JavaScript statements written so far, what was already computed, and a counter for fresh names."""

    lines: list[str] = field(default_factory=list)
    known: dict[str, str] = field(default_factory=dict)
    fresh: int = 0
    prefix: str = "_"

    def keep(self, js: str) -> str:
        """Return the name of a constant with this value, written now or before."""
        if js not in self.known:
            self.known[js] = self.name()
            self.lines.append(f"const {self.known[js]} = {js};")
        return self.known[js]

    def name(self) -> str:
        """Return a name that this trace has not used yet."""
        self.fresh += 1
        return f"{self.prefix}{self.fresh}"


_trace: ContextVar[Trace] = ContextVar("trace")


@contextmanager
def tracing() -> Iterator[Trace]:
    """Collect the statements that traced functions write while the block runs."""
    trace = Trace()
    token = _trace.set(trace)
    try:
        yield trace
    finally:
        _trace.reset(token)


def current_trace() -> Trace | None:
    """Return the trace that is being written, or None outside :func:`tracing`."""
    return _trace.get(None)


class Term:
    """A computation written down as a JavaScript expression."""

    __slots__ = ("js",)
    __array_ufunc__ = None  # so that a NumPy number on the left asks the Term on the right
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, js: str) -> None:
        trace = _trace.get(None)
        # A term that is long, or slow to compute, gets a name and is computed once.
        if trace is not None and (len(js) > _LONGEST or js.startswith("M.")):
            js = trace.keep(js)
        self.js = js

    def __bool__(self) -> bool:
        raise TypeError("A quantity cannot branch with `if` on its arguments: use where(condition, a, b).")

    def __add__(self, other: Value) -> Term:
        return Term(f"({self.js} + {js(other)})")

    def __radd__(self, other: Value) -> Term:
        return Term(f"({js(other)} + {self.js})")

    def __sub__(self, other: Value) -> Term:
        return Term(f"({self.js} - {js(other)})")

    def __rsub__(self, other: Value) -> Term:
        return Term(f"({js(other)} - {self.js})")

    def __mul__(self, other: Value) -> Term:
        return Term(f"({self.js} * {js(other)})")

    def __rmul__(self, other: Value) -> Term:
        return Term(f"({js(other)} * {self.js})")

    def __truediv__(self, other: Value) -> Term:
        return Term(f"({self.js} / {js(other)})")

    def __rtruediv__(self, other: Value) -> Term:
        return Term(f"({js(other)} / {self.js})")

    def __pow__(self, other: Value) -> Term:
        return Term(f"M.pow({self.js}, {js(other)})")

    def __rpow__(self, other: Value) -> Term:
        return Term(f"M.pow({js(other)}, {self.js})")

    def __neg__(self) -> Term:
        return Term(f"(-{self.js})")

    def __lt__(self, other: Value) -> Term:
        return Term(f"({self.js} < {js(other)})")

    def __le__(self, other: Value) -> Term:
        return Term(f"({self.js} <= {js(other)})")

    def __gt__(self, other: Value) -> Term:
        return Term(f"({self.js} > {js(other)})")

    def __ge__(self, other: Value) -> Term:
        return Term(f"({self.js} >= {js(other)})")

    def __and__(self, other: Value) -> Term:
        return Term(f"({self.js} && {js(other)})")

    def __or__(self, other: Value) -> Term:
        return Term(f"({self.js} || {js(other)})")


def js(value: Value) -> str:
    """Return a term's JavaScript, or a number written so that JavaScript reads the same double."""
    if isinstance(value, Term):
        return value.js
    if isinstance(value, (bool, np.bool_)):
        return "true" if value else "false"
    number = float(value)
    if np.isnan(number):
        return "NaN"
    if np.isinf(number):
        return "Infinity" if number > 0 else "(-Infinity)"
    return repr(number) if number >= 0 else f"({number!r})"


def _function(name: str, numpy: Callable[..., Value]) -> Callable[..., Value]:
    def call(*values: Value) -> Value:
        if any(isinstance(value, Term) for value in values):
            return Term(f"M.{name}({', '.join(js(value) for value in values)})")
        return numpy(*values)

    call.__name__ = name
    call.__doc__ = f"Return ``{name}`` of numbers, arrays or terms."
    return call


exp = _function("exp", np.exp)
log = _function("log", np.log)
log2 = _function("log2", np.log2)
sqrt = _function("sqrt", np.sqrt)
floor = _function("floor", np.floor)
absolute = _function("abs", np.abs)
minimum = _function("min", np.minimum)
maximum = _function("max", np.maximum)


_NUMBER = (float, np.float64)


def where(condition: Value, yes: Value, no: Value) -> Value:
    """Return ``yes`` where the condition holds, ``no`` elsewhere.

    Parameters
    ----------
    condition : bool, array or Term
        What decides.
    yes, no : float, array or Term
        The two values.

    Returns
    -------
    float, array or Term
        Of the shape that the three have together.
    """
    if any(isinstance(value, Term) for value in (condition, yes, no)):
        return Term(f"({js(condition)} ? {js(yes)} : {js(no)})")
    # Of one number each: NumPy's own way by an array of no dimension takes ten times as long, month after month.
    if type(condition) in (bool, np.bool_) and type(yes) in _NUMBER and type(no) in _NUMBER:
        return np.float64(yes if condition else no)
    return np.where(condition, yes, no)


def logistic(x: Value) -> Value:
    """Return 1 / (1 + exp(-x)), the chance that rises smoothly from 0 to 1."""
    if isinstance(x, Term):
        return 1 / (1 + exp(-x))
    return 1 / (1 + np.exp(-x))


def scan(
    step: Callable[..., tuple[Value, ...]], init: tuple[Value, ...], n: Value, *, bound: int = 240
) -> tuple[Value, ...]:
    """Repeat ``state = step(t, *state)`` for t = 0, 1, … and return the state after ``n`` steps.

    Parameters
    ----------
    step : callable
        Takes the step's number and the state's parts, returns the new parts, as many as it was given.
    init : tuple
        The state before the first step.
    n : float or array
        How many steps, each setting its own; rounded down, at least 0.
    bound : int
        The most steps that are ever taken, so that a page cannot hang.

    Raises
    ------
    ValueError
        If ``step`` returns another number of parts than it was given, or ``n`` exceeds ``bound``.
    """
    trace = _trace.get(None)
    if trace is None:
        return _scan_numbers(step, init, n, bound)
    names = [trace.name() for _ in init]
    counter, body = trace.name(), Trace(fresh=trace.fresh, prefix=trace.prefix)
    token = _trace.set(body)
    try:
        parts = step(Term(counter), *(Term(name) for name in names))
    finally:
        _trace.reset(token)
    _same_length(parts, init)
    trace.fresh = body.fresh
    trace.lines.append(f"let {', '.join(f'{a} = {js(v)}' for a, v in zip(names, init, strict=True))};")
    # All new parts come from the old ones, so they are computed before the first is replaced.
    fresh = [f"const {name}n = {js(part)};" for name, part in zip(names, parts, strict=True)]
    inside = " ".join([*body.lines, *fresh, *(f"{name} = {name}n;" for name in names)])
    last = f"M.min(M.floor({js(n)}), {bound})"
    trace.lines.append(
        f"for (let {counter} = 0, {counter}n = {last}; {counter} < {counter}n; {counter}++) {{ {inside} }}"
    )
    return tuple(Term(name) for name in names)


def _scan_numbers(
    step: Callable[..., tuple[Value, ...]], init: tuple[Value, ...], n: Value, bound: int
) -> tuple[Value, ...]:
    steps = np.floor(np.asarray(n, float))
    if np.any(steps > bound):
        raise ValueError(f"n is {float(np.max(steps)):g}; a scan takes at most {bound} steps.")
    state = init
    last = int(np.nanmax(steps, initial=0))
    for t in range(last):
        parts = step(float(t), *state)
        _same_length(parts, init)
        if not steps.ndim:  # all settings take the same number of steps
            state = parts
            continue
        state = tuple(np.where(t < steps, new, old) for new, old in zip(parts, state, strict=True))
    return state


def _same_length(parts: tuple[Value, ...], init: tuple[Value, ...]) -> None:
    if len(parts) != len(init):
        raise ValueError(f"The step returned {len(parts)} parts; the state has {len(init)}.")
