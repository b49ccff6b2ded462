"""A lab's rows: its quantities over the grid of x × series × draws, brought down to value and interval.

`web/src/lab/evaluate/rows.ts` does the same in the page; a test holds the two together.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from coursekit.course import course
from coursekit.lab.declare.model_lab import ModelLabSpec
from coursekit.lab.declare.otherwise import USUAL
from coursekit.lab.declare.sentences import Readings, render_sentences
from coursekit.lab.declare.state import Row, State
from coursekit.lab.evaluate.population import group_rows, people_rows
from coursekit.model.symbolic import Numbers

CURVE_DRAWS, POINT_DRAWS = 64, 512
INTERVAL = (0.05, 0.95)


def curve_rows(lab: ModelLabSpec, state: State) -> list[Row]:
    """Return a row for each x and series: the quantities along the curve with the interval of 64 draws, others NaN.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab.
    state : dict
        From each control's parameter to its value, in the parameter's unit.

    Returns
    -------
    list of dict
        ``x.steps`` rows for each series (of a population, for each group); empty without an x.
    """
    if lab.x is None:
        return []
    if lab.population is not None:
        return group_rows(lab, state)[0]
    xs = np.linspace(lab.x.low, lab.x.high, lab.x.steps)
    return [row for name in lab.compare for row in _rows(lab, name, state, xs, CURVE_DRAWS)[0]]


def point_rows(lab: ModelLabSpec, state: State) -> list[Row]:
    """Return a row for each series at the state: every shown quantity with the interval of 512 draws.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab.
    state : dict
        From each control's parameter to its value, in the parameter's unit.

    Returns
    -------
    list of dict
        A row for each series or group: each shown quantity, its ``_low`` and ``_high`` (5th and 95th percentile).
    """
    if lab.population is not None:
        return group_rows(lab, state)[1]
    return [_rows(lab, name, state, None, POINT_DRAWS)[0][0] for name in lab.compare]


def compared_pair(lab: ModelLabSpec) -> tuple[str, str] | None:
    """Return the two series that the course's settings compare, if the lab has both."""
    match course().compared:
        case (first, second) if first in lab.compare and second in lab.compare:
            return first, second
    return None


def readings(lab: ModelLabSpec, state: State) -> Readings:
    """Return what sentences may name: each series' quantities, the controls, and ``ahead``.

    ``ahead`` is the share of draws in which the first compared series is above the second in the first quantity shown.
    Where the lab offers contested forms, that quantity has a reading ``usual.`` too: its value under the default forms.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab.
    state : dict
        From each control's parameter to its value, in the parameter's unit.

    Returns
    -------
    mapping
        From a reading's name to its value, in the quantity's unit.
    """
    if lab.population is not None:
        return group_rows(lab, state)[2]
    found: dict[str, float] = dict(state)
    draws = {}
    for name in lab.compare:
        (row,), draws[name] = _rows(lab, name, state, None, POINT_DRAWS)
        for quantity in lab.show:
            found[f"{name}.{quantity}"] = row[quantity]
            found[f"{name}.{quantity}.low"] = row[f"{quantity}_low"]
            found[f"{name}.{quantity}.high"] = row[f"{quantity}_high"]
        if lab.forms:
            found[f"{USUAL}.{name}.{lab.show[0]}"] = _under_default_forms(lab, name, state)
    if pair := compared_pair(lab):
        found["ahead"] = float(np.mean(draws[pair[0]] > draws[pair[1]]))
    return found


def sentence(lab: ModelLabSpec, state: State) -> str:
    """Return what the lab says at a state.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab.
    state : dict
        From each control's parameter to its value, in the parameter's unit.

    Returns
    -------
    str
        One or more sentences.
    """
    return render_sentences(lab.sentences, readings(lab, state))


def tables(lab: ModelLabSpec, state: State) -> list[list[Row]]:
    """Return the tables that the lab's chart takes: curve and point, and of a population some of its rows.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab.
    state : dict
        From each control's parameter to its value, in the parameter's unit.

    Returns
    -------
    list of list of dict
        Two tables, or three of a population.
    """
    made = [curve_rows(lab, state), point_rows(lab, state)]
    return made if lab.population is None else [*made, people_rows(lab, state)]


def _under_default_forms(lab: ModelLabSpec, series: str, state: State) -> float:
    given = {**state, **lab.compare[series], **{forms.name: 0.0 for forms in lab.forms}}
    known = {name: value for name, value in given.items() if name in lab.graph.defaults}
    return float(lab.graph.evaluate(**known)[lab.show[0]])


def _rows(lab: ModelLabSpec, series: str, state: State, xs: Numbers | None, count: int) -> tuple[list[Row], Numbers]:
    given: dict[str, Any] = {**state, **lab.compare[series]}
    at = np.array([given[lab.x.name] if lab.x else 0.0]) if xs is None else xs
    if lab.x:
        given[lab.x.name] = at
    graph = lab.graph if xs is None else lab.graph_along
    drawn = graph.draws(lab.draws, given, count)
    given = {name: value for name, value in given.items() if name in graph.defaults}
    own = graph.evaluate(**given)
    wide = {name: np.asarray(value)[..., None] if np.ndim(value) else value for name, value in given.items()}
    spread = graph.evaluate(**wide, **{name: column[None, :] for name, column in drawn.items()})
    rows: list[Row] = [{"series": series, **({lab.x.name: float(x)} if lab.x else {})} for x in at]
    shape = (len(at), count)
    for quantity in lab.show:
        if quantity not in own:
            for row in rows:
                row |= dict.fromkeys((quantity, f"{quantity}_low", f"{quantity}_high"), float("nan"))
            continue
        values = np.broadcast_to(own[quantity], at.shape)
        low, high = np.quantile(np.broadcast_to(spread[quantity], shape), INTERVAL, axis=1)
        for row, value, a, b in zip(rows, values, low, high, strict=True):
            row |= {quantity: float(value), f"{quantity}_low": float(a), f"{quantity}_high": float(b)}
    return rows, np.broadcast_to(spread.get(lab.show[0], np.nan), shape)[0]
