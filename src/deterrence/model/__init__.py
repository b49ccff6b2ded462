"""The model: every quantity a plain function, its arguments the quantities it needs.

`GRAPH` ties the package of guarantees to the challenger's choice; `INDUSTRY`, `ARMY`, `SELECTION`
and `SIGNALLING` are graphs of their own. `draws()` gives the quasi-random draws from the parameters' bands.
"""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

from coursekit.model.graph import Graph
from deterrence.model import (
    apart,
    army,
    challenger,
    coalition,
    credit,
    delivery,
    frontier,
    guarantor,
    industry,
    investor,
    mass,
    package,
    presence,
    protege,
    rung_chances,
    rungs,
    seats,
    selection,
    signalling_game,
    signals,
    strength,
    together,
    unguarded,
    window,
)
from deterrence.model.draws import draws
from deterrence.model.symbols import SYMBOLS


def _quantities(*modules: ModuleType) -> list[Callable[..., Any]]:
    """Return the functions of the modules that the table of symbols knows, each once, in the order they stand."""
    found = {
        name: thing
        for module in modules
        for name, thing in vars(module).items()
        if name in SYMBOLS and callable(thing) and getattr(thing, "__name__", "") == name
    }
    return list(found.values())


GRAPH = Graph(
    _quantities(
        package,
        challenger,
        rungs,
        rung_chances,
        strength,
        guarantor,
        coalition,
        presence,
        together,
        unguarded,
        seats,
        protege,
        apart,
        credit,
        frontier,
        window,
        signals,
    ),
    SYMBOLS,
)
INDUSTRY = Graph(_quantities(industry, delivery, investor), SYMBOLS)
ARMY = Graph(_quantities(army, mass), SYMBOLS)
SELECTION = Graph(_quantities(selection), SYMBOLS)
SIGNALLING = Graph(_quantities(signalling_game), SYMBOLS)
GRAPHS = {"package": GRAPH, "industry": INDUSTRY, "army": ARMY, "selection": SELECTION, "signalling": SIGNALLING}

QUANTITIES = tuple(function for graph in GRAPHS.values() for function in graph.functions.values())
globals().update({function.__name__: function for function in QUANTITIES})

__all__ = ["ARMY", "GRAPH", "GRAPHS", "INDUSTRY", "QUANTITIES", "SELECTION", "SIGNALLING", "SYMBOLS", "draws"]
__all__ += [function.__name__ for function in QUANTITIES]
