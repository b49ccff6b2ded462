"""The model: every quantity a plain function, its arguments the quantities it needs.

`GRAPH` ties them together; `draws()` gives the quasi-random draws from the parameters' bands.
"""

from __future__ import annotations

from coursekit.lab.graph import Graph
from deterrence.model.challenger import attack_probability, attack_utility, critical_credibility, status_quo
from deterrence.model.draws import draws
from deterrence.model.guarantor import audience_cost, credibility, fighting_cost, resolve, tripwire
from deterrence.model.package import attack_unguarded, deterrence_value, firmness, troops
from deterrence.model.strength import win_alone, win_joined
from deterrence.model.symbols import SYMBOLS

QUANTITIES = (
    firmness,
    troops,
    audience_cost,
    tripwire,
    fighting_cost,
    win_alone,
    win_joined,
    resolve,
    credibility,
    status_quo,
    attack_utility,
    critical_credibility,
    attack_unguarded,
    attack_probability,
    deterrence_value,
)

GRAPH = Graph(QUANTITIES, SYMBOLS)

__all__ = ["GRAPH", "QUANTITIES", "SYMBOLS", "draws", *(function.__name__ for function in QUANTITIES)]
