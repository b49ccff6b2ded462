"""How far is it to where a sign changes? Searches inside a box around a starting point, with NumPy alone.

Everything is in the box's own units, with the start at 0: here, shares of the parameters' bands.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from deterrence.analysis.packages import Numbers

Margin = Callable[[Numbers], Numbers]
"""Takes points, one a row, and returns one number each; what matters is its sign."""

ROUNDING = 1e-12  # of the margin at the start: what is smaller may have the other sign when it is computed once more
STEPS = 256  # looked at along each line, so that a sign that changes twice is not overlooked


def first_flips(margin: Margin, ends: Numbers) -> Numbers:
    """Return how far along each line from 0 the sign first changes.

    Parameters
    ----------
    margin : callable
        Not 0 at the start.
    ends : ndarray of shape (lines, dimensions)
        Where each line ends.

    Returns
    -------
    ndarray
        Shares of each line, above 0 and at most 1, just behind the change, so that there the sign *has* changed; NaN
        where it does not. A change and a change back within 1/256 of the line may be overlooked.

    Raises
    ------
    ValueError
        If the margin is 0 at the start: then nobody is ahead whose lead could change.
    """
    lines, dimensions = ends.shape
    side = np.sign(margin(np.zeros((1, dimensions)))[0])
    if side == 0:
        raise ValueError("Neither is ahead at the start, so that no ranking can flip.")

    def flipped(shares: Numbers) -> NDArray[np.bool_]:
        points = (shares[..., None] * ends[:, None, :]).reshape(-1, dimensions)
        return np.asarray(side * margin(points).reshape(lines, -1) < 0)

    grid = np.broadcast_to(np.linspace(0, 1, STEPS + 1), (lines, STEPS + 1))
    there = flipped(grid)
    first = there.argmax(axis=1)
    inside, outside = (first - 1) / STEPS, first / STEPS
    for _ in range(30):
        middle = (inside + outside) / 2
        beyond = flipped(middle[:, None])[:, 0]
        inside, outside = np.where(beyond, inside, middle), np.where(beyond, middle, outside)
    # A hair further, so that rounding elsewhere cannot take the change back.
    behind: Numbers = np.where(there.any(axis=1), np.minimum(outside + 1e-9, 1.0), np.nan)
    return behind


def _nearest_on_planes(slopes: Numbers, levels: Numbers, low: Numbers, high: Numbers) -> Numbers:
    """Return, for each plane ``slope · v = level``, its point in the box that is nearest to 0.

    That point is ``clip(λ · slope)`` for one λ, and ``slope · clip(λ · slope)`` grows with λ: so λ is bisected. A plane
    that misses the box gives the box's corner towards it.
    """
    small, large = np.full(len(levels), -1e6), np.full(len(levels), 1e6)
    for _ in range(80):
        middle = (small + large) / 2
        short = np.sum(slopes * np.clip(middle[:, None] * slopes, low, high), axis=1) < levels
        small, large = np.where(short, middle, small), np.where(short, large, middle)
    return np.clip(large[:, None] * slopes, low, high)


def nearest_flip(margin: Margin, low: Numbers, high: Numbers, starts: int = 10, rounds: int = 12) -> Numbers | None:
    """Return the point nearest to 0, within a box, at which the sign has changed.

    Parameters
    ----------
    margin : callable
        Smooth, and not 0 at the start.
    low, high : ndarray
        The box, ``low <= 0 <= high``.
    starts, rounds : int
        How many searches, and how many steps each.

    Returns
    -------
    ndarray or None
        The point; None if no search found a change. Each search goes to the nearest point of the plane that touches
        the margin where it stands, over and over; it is then pulled back along the straight line to 0. It finds the
        nearest change only if one of the starts leads to it, so the tests compare it with points all around.
    """
    size = len(low)
    random = np.random.default_rng(0)
    at = np.vstack([np.zeros(size), low + random.random((starts - 1, size)) * (high - low)])
    at[1 : starts // 2] *= 0.3  # half of them begin near
    seen = [np.diag(low), np.diag(high), at]
    step = 1e-4 * np.eye(size)
    for turn in range(rounds):
        around = np.concatenate([at[:, None] + step, at[:, None] - step, at[:, None]], axis=1)
        values = margin(around.reshape(-1, size)).reshape(starts, -1)
        slopes = (values[:, :size] - values[:, size : 2 * size]) / 2e-4
        levels = np.sum(slopes * at, axis=1) - values[:, -1]
        # Every third step is shorter, against going in circles.
        at = at + (0.5 if turn % 3 == 2 else 1.0) * (_nearest_on_planes(slopes, levels, low, high) - at)
        seen.append(at)
    tried = np.vstack(seen)
    points = _first_points(margin, tried, low, high)
    for scale in 0.35 ** np.arange(1, 6):  # and around the nearest, closer and closer
        lengths = np.linalg.norm(points, axis=1)
        if np.isnan(lengths).all():
            return None
        nearest: Numbers = points[np.nanargmin(lengths)]
        ways = nearest + scale * np.nanmin(lengths) * random.standard_normal((16, size)) / np.sqrt(size)
        points = np.vstack([nearest, _first_points(margin, ways, low, high)])
    return _beyond_rounding(margin, nearest, low, high)


def _beyond_rounding(margin: Margin, point: Numbers, low: Numbers, high: Numbers) -> Numbers:
    """Return the point, moved by a hair where rounding alone says that the sign has changed there.

    That happens where a line from 0 leaves the box just where the sign changes: then it cannot be followed further.
    """
    size = len(point)
    start = margin(np.zeros((1, size)))[0]
    if margin(point[None])[0] / start < -ROUNDING:
        return point
    step = 1e-6 * np.eye(size)
    slope = (margin(point + step) - margin(point - step)) / start
    moved: Numbers = np.clip(point - 1e-8 * np.sign(slope), low, high)
    return moved if margin(moved[None])[0] / start < 0 else point


def _first_points(margin: Margin, through: Numbers, low: Numbers, high: Numbers) -> Numbers:
    """Return where the sign first changes on the lines from 0 through some points to the edge of the box, or NaN."""
    with np.errstate(divide="ignore", invalid="ignore"):
        room = np.where(through > 0, high / through, np.where(through < 0, low / through, np.inf)).min(axis=1)
    ends = through * np.where(np.isfinite(room), np.minimum(room, 1e6), 0.0)[:, None]
    points: Numbers = first_flips(margin, ends)[:, None] * ends
    return points
