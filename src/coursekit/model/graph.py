"""The graph of quantities: which quantity needs which, in what order, and what stands free."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from typing import Any

from coursekit.model.quantity import Symbol, Symbols
from coursekit.model.symbolic import Numbers


class Graph:
    """Quantities tied together by their arguments' names.

    Parameters
    ----------
    quantities : iterable of functions
        Each function's name is a quantity; each argument is another quantity of the graph or a parameter.
    symbols : mapping
        The table of symbols that the quantities were declared with.

    Raises
    ------
    ValueError
        If two quantities share a name, a parameter has no default or two, or the arguments form a circle.
    """

    def __init__(self, quantities: Iterable[Callable[..., Any]], symbols: Symbols) -> None:
        self.symbols = symbols
        self._parts: dict[tuple[str, ...], Graph] = {}
        self._inherited: dict[str, float] = {}
        self.functions: dict[str, Callable[..., Any]] = {}
        for function in quantities:
            if function.__name__ in self.functions:
                raise ValueError(f"Two quantities are called {function.__name__!r}.")
            self.functions[function.__name__] = function
        # Read once: every evaluation asks for them, and reading a signature takes longer than most formulas.
        self._needs = {name: list(inspect.signature(function).parameters) for name, function in self.functions.items()}
        # Lists, not sets: the order is then the same in each Python, whatever its hashes are seeded with.
        needs = {name: [need for need in each if need in self.functions] for name, each in self._needs.items()}
        try:
            self.order: list[str] = list(TopologicalSorter(needs).static_order())
        except CycleError as error:
            raise ValueError(f"Quantities need each other in a circle: {' → '.join(error.args[1])}.") from None

    @cached_property
    def defaults(self) -> dict[str, float]:
        """Every parameter with its default, which stands in the functions' signatures and nowhere else."""
        found: dict[str, float] = {}
        bare: dict[str, str] = {}
        for name, function in self.functions.items():
            for argument, parameter in inspect.signature(function).parameters.items():
                if argument in self.functions:
                    continue
                if parameter.default is parameter.empty:
                    bare[argument] = name
                elif found.setdefault(argument, float(parameter.default)) != parameter.default:
                    raise ValueError(f"{name}: the default of {argument!r} differs from another quantity's.")
        for argument, name in bare.items():
            if argument in self._inherited:
                found.setdefault(argument, self._inherited[argument])
            if argument not in found:
                raise ValueError(f"{name}: the parameter {argument!r} needs a default in some quantity's signature.")
        return found

    def needs(self, name: str) -> list[str]:
        """Return the arguments of one quantity."""
        return list(self._needs[name])

    def symbol(self, name: str) -> Symbol:
        """Return a quantity's or parameter's entry in the table of symbols."""
        return self.symbols[name]

    def behind(self, *wanted: str) -> Graph:
        """Return the part of the graph that the wanted quantities rest on."""
        if wanted not in self._parts:
            self._parts[wanted] = self._behind(wanted)
        return self._parts[wanted]

    def _behind(self, wanted: tuple[str, ...]) -> Graph:
        for name in wanted:
            if name not in self.functions:
                raise ValueError(f"There is no quantity {name!r}; there are {', '.join(self.order)}.")
        kept, waiting = set[str](), list(wanted)
        while waiting:
            name = waiting.pop()
            if name in self.functions and name not in kept:
                kept.add(name)
                waiting += self.needs(name)
        part = Graph([f for n, f in self.functions.items() if n in kept], self.symbols)
        # A parameter's default may stand in the signature of a quantity that is not in the part.
        part._inherited = self.defaults
        return part

    def evaluate(self, **given: Any) -> dict[str, Any]:
        """Compute every quantity, in order; what is given replaces a default, or a quantity's own formula.

        Raises
        ------
        ValueError
            If a name is unknown or a value lies outside its range.
        """
        for name in given:
            if name not in self.defaults and name not in self.functions:
                raise ValueError(f"The model has no {name!r}; it has {', '.join([*self.defaults, *self.order])}.")
        values: dict[str, Any] = {**self.defaults, **given}
        for name in self.order:
            if name not in given:
                values[name] = self.functions[name](**{need: values[need] for need in self._needs[name]})
        return values

    def draws(self, table: Mapping[str, Numbers], given: Iterable[str], count: int) -> dict[str, Numbers]:
        """Return the first ``count`` draws of every parameter of this graph that is not given.

        Parameters
        ----------
        table : mapping
            From each parameter's name to its column of draws.
        given : iterable of str
            Parameters that are set and need no draws.
        count : int
            How many draws to take from the top of each column.

        Returns
        -------
        dict
            From each parameter that is left to its draws.
        """
        free = set(self.defaults) - set(given)
        return {name: column[:count] for name, column in table.items() if name in free}
