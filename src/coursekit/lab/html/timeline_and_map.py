"""The drawings of a case lab: a timeline of bars in HTML, and marks on a map of the world in SVG."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from coursekit.html import render
from coursekit.lab.charts.worldmap import HEIGHT, WIDTH, apart, land_path, project
from coursekit.lab.declare.case_lab import KINDS, Case, CaseLabSpec
from coursekit.words import say

if TYPE_CHECKING:
    from markupsafe import Markup

_STEPS = (5, 10, 20, 25, 50, 100)


def years(case: Case) -> str:
    """Return a case's years in words."""
    return f"{case.start}–{case.end}" if case.end is not None else say("archive.open", start=case.start)


def timeline(lab: CaseLabSpec, cases: Sequence[Case]) -> Markup:
    """Return a list of the cases, oldest first, each with its bar, open at its end if so.

    Parameters
    ----------
    lab : CaseLabSpec
        The lab.
    cases : sequence of Case
        The cases that are drawn.

    Returns
    -------
    Markup
        HTML.
    """
    first = min(case.start for case in lab.cases)
    step = next(step for step in _STEPS if (lab.now - first) / step <= 8 or step == _STEPS[-1])
    low = first // step * step
    span = lab.now - low

    def place(year: float) -> str:
        return f"{100 * (year - low) / span:.2f}%"

    bars = []
    for case in sorted(cases, key=lambda case: (case.start, case.end or lab.now)):
        end = lab.now if case.end is None else case.end
        bar = {
            "case": case,
            "years": years(case),
            "left": place(case.start),
            "right": f"{100 * (lab.now - end) / span:.2f}%",
            "event": "",
            "event_said": "",
        }
        if case.event is not None:
            bar |= {
                "event": place(case.event),
                "event_said": say("archive.event_in", event=lab.event, year=case.event),
            }
        bars.append(bar)
    ticks = [(year, place(year)) for year in range(low, lab.now - step // 3, step)]
    return render(__package__, "timeline", lab=lab, bars=bars, ticks=ticks)


def world(lab: CaseLabSpec, cases: Sequence[Case]) -> Markup:
    """Return the map: the land, and on it a mark for each case that has a place.

    Parameters
    ----------
    lab : CaseLabSpec
        The lab.
    cases : sequence of Case
        The cases that are drawn.

    Returns
    -------
    Markup
        HTML.
    """
    placed = [case for case in cases if case.place is not None]
    points = [project(*case.place) for case in placed if case.place is not None]
    marks = [
        (case, years(case), point, moved) for case, point, moved in zip(placed, points, apart(points), strict=True)
    ]
    return render(__package__, "world_map", lab=lab, width=WIDTH, height=HEIGHT, land=land_path(), marks=marks)


def figures(lab: CaseLabSpec, cases: Sequence[Case]) -> Markup:
    """Return timeline and map of some cases.

    Parameters
    ----------
    lab : CaseLabSpec
        The lab.
    cases : sequence of Case
        The cases that are drawn.

    Returns
    -------
    Markup
        HTML.
    """
    drawn = world(lab, cases) if any(case.place for case in cases) else ""
    kinds = [kind for kind in KINDS if any(case.kind == kind for case in lab.cases)]
    return render(__package__, "figures", lab=lab, timeline=timeline(lab, cases), map=drawn, kinds=kinds)
