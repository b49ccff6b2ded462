"""A lab over a population: the model once for each of many rows, then shares by bin, and the slope through them.

`web/src/lab/evaluate/population.ts` does the same in the page; a test holds the two together.
"""

from __future__ import annotations

import numpy as np

from coursekit.lab.declare.model_lab import ModelLabSpec
from coursekit.lab.declare.state import Row, State
from coursekit.model.symbolic import Numbers

Z = 1.6448536269514722  # nine in ten, as the intervals of the draws
JITTER = 0.6180339887498949


def outcomes(lab: ModelLabSpec, state: State) -> dict[str, Numbers]:
    """Return x, outcome and each group's quantity for every row.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab.
    state : dict
        From each control's parameter to its value, in the parameter's unit.

    Returns
    -------
    dict
        From each name to an array, shape (rows of the population,).
    """
    population = lab.population
    assert population is not None and lab.x is not None
    values = lab.graph.evaluate(**state, **population.columns)
    size = len(next(iter(population.columns.values())))
    wanted = {lab.x.name, lab.show[0], *(name for name in population.among.values() if name)}
    return {name: np.broadcast_to(np.asarray(values[name], dtype=float), (size,)) for name in wanted}


def group_rows(lab: ModelLabSpec, state: State) -> tuple[list[Row], list[Row], dict[str, float]]:
    """Return the rows of the bins, those of the groups, and the readings.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab.
    state : dict
        From each control's parameter to its value, in the parameter's unit.

    Returns
    -------
    tuple
        Rows of the bins (groups × ``x.steps``), a row for each group, and the readings by name.
    """
    population, axis = lab.population, lab.x
    assert population is not None and axis is not None
    found, name = outcomes(lab, state), lab.show[0]
    place = np.floor((found[axis.name] - axis.low) / (axis.high - axis.low) * axis.steps)
    bins = np.clip(place, 0, axis.steps - 1)
    curve: list[Row] = []
    point: list[Row] = []
    readings: dict[str, float] = dict(state)
    for group, chosen in population.among.items():
        inside = np.ones(len(bins), bool) if chosen is None else found[chosen] > 0.5
        x, y = found[axis.name][inside], found[name][inside]
        start, slope, error = linear_fit(x, y)
        here = mean_with_interval(y)
        point.append(_row(group, axis.name, float(np.mean(x)) if len(x) else np.nan, name, here, len(y), start, slope))
        for i in range(axis.steps):
            centre = axis.low + (i + 0.5) * ((axis.high - axis.low) / axis.steps)
            part = y[bins[inside] == i]
            curve.append(_row(group, axis.name, centre, name, mean_with_interval(part), len(part), start, slope))
        for end, value in zip(("", ".low", ".high"), here, strict=True):
            readings[f"{group}.{name}{end}"] = value
        readings[f"{group}.count"] = float(len(y))
        for end, value in (("", slope), (".low", slope - Z * error), (".high", slope + Z * error)):
            readings[f"{group}.slope{end}"] = value
    return curve, point, readings


def people_rows(lab: ModelLabSpec, state: State) -> list[Row]:
    """Return the rows that are plotted one by one.

    Parameters
    ----------
    lab : ModelLabSpec
        The lab.
    state : dict
        From each control's parameter to its value, in the parameter's unit.

    Returns
    -------
    list of dict
        At most ``population.dots`` rows.
    """
    population = lab.population
    assert population is not None
    found = outcomes(lab, state)
    return [
        {name: float(values[i]) for name, values in sorted(found.items())} | {"jitter": (i + 1) * JITTER % 1}
        for i in range(min(population.dots, len(next(iter(found.values())))))
    ]


def mean_with_interval(values: Numbers) -> tuple[float, float, float]:
    """Return the mean with Wilson's interval; NaN where there is nothing."""
    n = len(values)
    if not n:
        return float("nan"), float("nan"), float("nan")
    share = float(np.sum(values)) / n
    middle, scale = share + Z * Z / (2 * n), 1 + Z * Z / n
    half = Z * float(np.sqrt(max(share * (1 - share) / n + Z * Z / (4 * n * n), 0.0)))
    return share, (middle - half) / scale, (middle + half) / scale


def linear_fit(x: Numbers, y: Numbers) -> tuple[float, float, float]:
    """Return intercept, slope and the slope's standard error, by least squares; NaN where none can be drawn.

    Parameters
    ----------
    x, y : array
        As long as each other, shape (n,).

    Returns
    -------
    tuple of float
        Intercept, slope and standard error, in the units of ``y`` and of ``y`` by ``x``.
    """
    n = len(x)
    if n < 3:
        return float("nan"), float("nan"), float("nan")
    dx, dy = x - np.sum(x) / n, y - np.sum(y) / n
    spread = float(np.sum(dx * dx))
    if spread == 0:
        return float("nan"), float("nan"), float("nan")
    slope = float(np.sum(dx * dy)) / spread
    left = float(np.sum((dy - slope * dx) ** 2))
    return float(np.sum(y)) / n - slope * (float(np.sum(x)) / n), slope, float(np.sqrt(left / (n - 2) / spread))


def _row(
    group: str, x: str, at: float, name: str, value: tuple[float, float, float], count: int, start: float, slope: float
) -> Row:
    here = dict(zip((name, f"{name}_low", f"{name}_high"), value, strict=True))
    return {"series": group, x: at, **here, "count": float(count), "fit": start + slope * at}
