"""The world's land as a quiet map under a lab's cases: projected here, so that the page needs no map library."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import lru_cache
from importlib import resources

WIDTH, HEIGHT = 2000, 870  # of the map's own units; cut off below Cape Horn
_TOP = 1.3173627  # y of the north pole
_SCALE = WIDTH / 2 / 2.7066299836960748
_A = (1.340264, -0.081106, 0.000893, 0.003796)


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Return where a place lies on the map, by the Equal Earth projection: areas keep their proportions.

    Source: Šavrič, Patterson and Jenny 2019, their published polynomial.

    Parameters
    ----------
    longitude, latitude : float
        Degrees east (-180 to 180) and north (-90 to 90).

    Returns
    -------
    tuple of float
        To the right and down, in the map's own units (0 to 2000, 0 to 870).
    """
    t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    a1, a2, a3, a4 = _A
    bend = a1 + 3 * a2 * t**2 + t**6 * (7 * a3 + 9 * a4 * t**2)
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(t) / (3 * bend)
    y = t * (a1 + a2 * t**2 + t**6 * (a3 + a4 * t**2))
    return WIDTH / 2 + _SCALE * x, _SCALE * (_TOP - y)


@lru_cache
def land() -> list[list[tuple[float, float]]]:
    """Return the coasts as rings of longitude and latitude, to a tenth of a degree, without Antarctica.

    Source: Natural Earth, 1:110 million, public domain, through the npm package world-atlas (``web/land.mjs``).
    """
    text = resources.files(__package__).joinpath("land.json").read_text("utf-8")
    return [[(x / 10, y / 10) for x, y in ring] for ring in json.loads(text)]


@lru_cache
def land_path() -> str:
    """Return the land as the path of an SVG, in whole units and relative steps: short, and sharp enough."""
    parts = []
    for ring in land():
        points = [tuple(round(value) for value in project(*place)) for place in ring]
        steps, last = [], points[0]
        for point in points[1:]:
            if point != last:
                steps.append(f"{point[0] - last[0]},{point[1] - last[1]}")
                last = point
        if len(steps) > 2:
            parts.append(f"M{points[0][0]},{points[0][1]}l{' '.join(steps)}z")
    return "".join(parts)


def apart(places: Sequence[tuple[float, float]], near: float = 9.0, step: float = 11.0) -> list[tuple[float, float]]:
    """Return for each place a small shift, in pixels, so that marks of the same place stand side by side.

    Parameters
    ----------
    places : sequence
        Projected places.
    near : float
        What counts as the same place, in the map's units.
    step : float
        How far marks are moved apart, in pixels.

    Returns
    -------
    list of tuple
        To the right and down, in pixels, one for each place.
    """
    shifts: list[tuple[float, float]] = []
    for i, place in enumerate(places):
        before = sum(math.dist(place, other) < near for other in places[:i])
        if not before:
            shifts.append((0.0, 0.0))
            continue
        ring = math.ceil((math.sqrt(1 + 4 * before / 3) - 1) / 2)  # six marks round the first, twelve round these
        turn = 2 * math.pi * (before - 3 * ring * (ring - 1) - 1) / (6 * ring)
        shifts.append((round(ring * step * math.cos(turn), 1), round(ring * step * math.sin(turn), 1)))
    return shifts
