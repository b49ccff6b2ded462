"""The drawings of a case lab: a timeline of bars in HTML, and marks on a map of the world in SVG."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from coursekit.lab.charts.worldmap import HEIGHT, WIDTH, apart, land_path, project
from coursekit.lab.declare.case_lab import Case, CaseLabSpec
from coursekit.words import say

MARKS = {
    "symbolic": '<circle r="5.5" fill="var(--card, #fff)" stroke="var(--symbolic, #9a5b00)" stroke-width="2.4"/>',
    "mixed": '<circle r="5.5" fill="var(--card, #fff)" stroke="var(--soft, #56616f)" stroke-width="2.2"/>'
    '<path d="M0,-5.5a5.5,5.5 0 0 1 0,11z" fill="var(--soft, #56616f)"/>',
    "tangible": '<rect x="-5.5" y="-5.5" width="11" height="11" fill="var(--tangible, #17509e)"'
    ' stroke="var(--card, #fff)" stroke-width="1.2"/>',
}
_STEPS = (5, 10, 20, 25, 50, 100)
_STYLE = "position:absolute;top:0;bottom:0"


def years(case: Case) -> str:
    """Return a case's years in words."""
    return f"{case.start}–{case.end}" if case.end is not None else say("archive.open", start=case.start)


def timeline(lab: CaseLabSpec, cases: Sequence[Case]) -> str:
    """Return a list of the cases, oldest first, each with its bar, open at its end if so.

    Parameters
    ----------
    lab : CaseLabSpec
        The lab.
    cases : sequence of Case
        The cases that are drawn.

    Returns
    -------
    str
        HTML.
    """
    first = min(case.start for case in lab.cases)
    step = next(step for step in _STEPS if (lab.now - first) / step <= 8 or step == _STEPS[-1])
    low = first // step * step
    span = lab.now - low

    def place(year: float) -> str:
        return f"{100 * (year - low) / span:.2f}%"

    ticks = "".join(
        f'<span style="position:absolute;left:{place(year)}">{year}</span>'
        for year in range(low, lab.now - step // 3, step)
    )
    rows = []
    for case in sorted(cases, key=lambda case: (case.start, case.end or lab.now)):
        end = lab.now if case.end is None else case.end
        event = (
            f'<span class="event" style="position:absolute;left:{place(case.event)}"></span>'
            if case.event is not None
            else ""
        )
        said = say("archive.event_in", event=lab.event, year=case.event) if case.event is not None else ""
        width = 100 * max(end - case.start, span / 150) / span
        rows.append(
            f'<li data-row="{escape(case.key)}"><span class="name">{escape(case.name)}'
            f' <span class="years">{escape(years(case))}</span></span>'
            f'<span class="sr-only">{escape(said)}</span>'
            f'<span class="track" aria-hidden="true" style="position:relative;display:block;height:16px">'
            f'<span class="{case.kind}{" open" if case.end is None else ""}" style="{_STYLE};'
            f'left:{place(case.start)};width:{width:.2f}%"></span>{event}</span></li>'
        )
    return (
        f'<div class="timeline" tabindex="0" role="region" aria-label="{escape(say("archive.timeline"))}">'
        f'<div class="axis" aria-hidden="true"><span></span><span class="track" style="position:relative;'
        f'display:block;height:1.4em">{ticks}</span></div><ol>{"".join(rows)}</ol></div>'
    )


def world(lab: CaseLabSpec, cases: Sequence[Case]) -> str:
    """Return the map: the land, and on it a mark for each case that has a place.

    Parameters
    ----------
    lab : CaseLabSpec
        The lab.
    cases : sequence of Case
        The cases that are drawn.

    Returns
    -------
    str
        HTML.
    """
    placed = [case for case in cases if case.place is not None]
    points = [project(*case.place) for case in placed if case.place is not None]
    # Marks keep their size while the map is zoomed; without script this size fits a column of text.
    marks = "".join(
        f'<g data-row="{escape(case.key)}" data-at="{x:.0f},{y:.0f}" transform="translate({x:.1f},{y:.1f})">'
        f'<g class="size" style="transform:scale(var(--size,2.6))"><g transform="translate({dx},{dy})">'
        f"<title>{escape(case.name)}, {escape(years(case))}</title>"
        f"{MARKS[case.kind]}</g></g></g>"
        for case, (x, y), (dx, dy) in zip(placed, points, apart(points), strict=True)
    )
    return (
        f'<div class="chart map" role="img" aria-label="{escape(say("archive.map"))}">'
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" style="max-width:100%;height:auto"'
        ' aria-hidden="true" focusable="false">'
        f'<path d="{land_path()}" fill="var(--rule, #dcd8ce)"/>{marks}</svg></div>'
    )


def figures(lab: CaseLabSpec, cases: Sequence[Case]) -> str:
    """Return timeline and map of some cases.

    Parameters
    ----------
    lab : CaseLabSpec
        The lab.
    cases : sequence of Case
        The cases that are drawn.

    Returns
    -------
    str
        HTML.
    """
    drawn = [f'<figure class="time"><figcaption>{escape(lab.timeline)}</figcaption>{timeline(lab, cases)}</figure>']
    if any(case.place for case in cases):
        drawn.append(f"<figure><figcaption>{escape(lab.map)}</figcaption>{world(lab, cases)}</figure>")
    return "\n".join(drawn)
