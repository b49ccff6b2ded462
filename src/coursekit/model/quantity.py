"""Declaring a quantity: a plain function whose symbols, units and ranges stand in one table."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import wraps
from typing import Any, Literal, ParamSpec, TypeVar, cast

import numpy as np

from coursekit.model.symbolic import Term

Standing = Literal["measured", "estimated", "claimed", "illustrative", "unverified", "computed"]

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Symbol:
    """What a name of the model stands for.

    Parameters
    ----------
    latex : str
        The symbol, as LaTeX; no two names share one.
    meaning : str
        One line, for labels and tables.
    unit : str
        The unit; "share" for a number between 0 and 1, "chance" for a probability.
    low, high : float
        The range of valid values, ends included.
    band : tuple of float, optional
        Within what the value plausibly lies; labs draw their intervals from it.
    standing : str
        How far the number can be trusted.
    source : str
        Where form, value or band come from: citation keys, or what was assumed.
    """

    latex: str
    meaning: str
    unit: str
    low: float = -np.inf
    high: float = np.inf
    band: tuple[float, float] | None = None
    standing: Standing = "computed"
    source: str = ""

    @property
    def range(self) -> str:
        """The range in words, as errors and tables show it."""
        if np.isinf(self.low) and np.isinf(self.high):
            return "any number"
        if np.isinf(self.high):
            return f"{plain(self.low)} or more"
        if np.isinf(self.low):
            return f"{plain(self.high)} or less"
        return f"{plain(self.low)} to {plain(self.high)}"


def plain(number: float) -> str:
    """Return a number as people write it: 1,000,000 and not 1e+06."""
    return f"{number:,.0f}" if abs(number) >= 1000 and number == int(number) else f"{number:g}"


Symbols = Mapping[str, Symbol]


def quantity(symbols: Symbols) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Make a decorator that checks a quantity's arguments against the table and completes its docstring.

    Raises
    ------
    ValueError
        When the decorated function is called with an argument out of its range: the message names
        the argument, the value and the range. At declaration, if a name is not in the table.
    """

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        signature = inspect.signature(function)
        parameters = tuple(signature.parameters)
        defaults = {n: one.default for n, one in signature.parameters.items() if one.default is not one.empty}
        for name in (function.__name__, *parameters):
            if name not in symbols:
                raise ValueError(f"{function.__name__}: {name!r} is not in the table of symbols; add it there.")

        @wraps(function)
        def checked(*args: P.args, **kwargs: P.kwargs) -> R:
            # A model is evaluated thousands of times, so what a signature would bind is put together by hand.
            named: Mapping[str, Any] = kwargs if not args else signature.bind(*args, **kwargs).arguments
            given: dict[str, Any] = {**defaults, **named}
            if len(given) != len(parameters) or not given.keys() >= signature.parameters.keys():
                signature.bind(*args, **kwargs)  # raises TypeError: an argument is missing, or is none of its own
            call = cast("Callable[..., R]", function)
            if any(isinstance(value, Term) for value in given.values()):
                return call(**given)
            index = None
            for name in parameters:
                value = given[name]
                index = value.index if index is None and hasattr(value, "iloc") else index
                given[name] = check(name, value, symbols[name], function.__name__)
            with np.errstate(all="ignore"):
                result = call(**given)
            same: R = _like_the_arguments(result, given.values(), index)
            return same

        checked.__doc__ = _document(function, signature, symbols, function.__name__)
        return checked

    return decorate


def alternative(symbols: Symbols) -> Callable[[str], Callable[[Callable[P, R]], Callable[P, R]]]:
    """Make a decorator for formulas that stand beside a quantity's own: it completes their docstrings from the table.

    Such a formula is unchecked: the quantity whose form it is checks the arguments for it.
    """

    def of(name: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
        def complete(function: Callable[P, R]) -> Callable[P, R]:
            function.__doc__ = _document(function, inspect.signature(function), symbols, name)
            return function

        return complete

    return of


def check(name: str, value: Any, symbol: Symbol, where: str) -> Any:
    """Return ``value`` as a float or an array, or raise if it is not a number within the symbol's range.

    Parameters
    ----------
    name : str
        The argument.
    value : float or array
        What was given for it.
    symbol : Symbol
        Its entry in the table, with its range.
    where : str
        The function, for messages.

    Returns
    -------
    numpy.float64 or array
        The same numbers, of the same shape.
    """
    if type(value) in (float, np.float64) and not (value < symbol.low or value > symbol.high):
        return np.float64(value)  # the commonest by far, and an array of no dimension takes ten times as long
    try:
        if value is None or isinstance(value, str):
            raise TypeError  # NumPy would read None as "not a number" and "0.3" as 0.3
        numbers = np.asarray(value, dtype=float)
    except (TypeError, ValueError):
        raise ValueError(f"{where}: {name} must be a number ({symbol.range}), not {value!r}.") from None
    bad = (numbers < symbol.low) | (numbers > symbol.high)
    if np.any(bad):
        first = float(numbers[bad].flat[0]) if numbers.ndim else float(numbers)
        raise ValueError(f"{where}: {name} is {first:.10g}; its range is {symbol.range}.")
    return numbers if numbers.ndim else np.float64(numbers)


def _like_the_arguments(result: Any, arguments: Iterable[Any], index: Any) -> Any:
    """Give arrays back to who passed arrays, a pandas Series to who passed one, a float to who passed floats."""
    arguments = list(arguments)
    single = type(result) in (float, np.float64) or (type(result) is np.ndarray and result.ndim == 0)
    if single and all(type(value) is np.float64 for value in arguments):
        return float(result)
    shape = np.broadcast_shapes(*map(np.shape, arguments))
    if np.shape(result) != shape:  # an array that made no difference here, such as steps that are all zero
        result = np.broadcast_to(result, shape).copy()
    if index is not None and np.ndim(result):
        import pandas as pd

        return pd.Series(result, index=index)
    return float(result) if np.ndim(result) == 0 and not isinstance(result, Term) else result


def _document(function: Callable[..., Any], signature: inspect.Signature, symbols: Symbols, name: str) -> str:
    own = symbols[name]
    lines = [inspect.cleandoc(function.__doc__ or own.meaning), "", "Parameters", "----------"]
    for name, parameter in signature.parameters.items():
        symbol = symbols[name]
        default = "" if parameter.default is parameter.empty else f", default {parameter.default:g}"
        lines += [f"{name} : float or array{default}"]
        lines += [f"    {symbol.meaning}. Symbol {symbol.latex}, unit {symbol.unit}, range {symbol.range}."]
    lines += ["", "Returns", "-------", "float or array"]
    lines += [f"    {own.meaning}. Symbol {own.latex}, unit {own.unit}, range {own.range}."]
    lines += ["", "Raises", "------", "ValueError", "    If an argument lies outside its range."]
    return "\n".join(lines)
