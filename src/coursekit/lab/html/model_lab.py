"""A lab as HTML: everything that stands in the page before script runs, and in print."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from coursekit.lab.declare.controls import Key
from coursekit.lab.declare.sentences import write
from coursekit.lab.html.controls import inputs
from coursekit.lab.html.dependency_diagram import touches
from coursekit.lab.html.prediction import prediction
from coursekit.words import say

if TYPE_CHECKING:
    from coursekit.lab.declare.case_lab import Archive
    from coursekit.lab.declare.model_lab import Lab
    from coursekit.lab.evaluate.rows import Row


def mount(lab: Lab) -> str:
    """Return the lab's section, with its prediction before it."""
    parts = [
        f'<section class="lab" id="lab-{lab.id}" data-lab="{lab.id}" data-state="static">',
        f'<p class="label">{escape(say("lab.label", title=lab.title))}</p>',
        f'<h2 class="q">{escape(lab.question)}</h2>',
        presets(lab),
        inputs(lab),
        _figure(lab),
        f'<p class="says" role="status" aria-live="polite">{escape(lab.sentence())}</p>',
        '<p class="note" role="alert" hidden></p>',
        f'<div class="context">{lab.context()}</div>' if lab.context else "",
        badges(lab),
        _numbers(lab),
        touches(lab),
        tools(
            "reset",
            "undo",
            "link",
            "editor",
            "full",
            more=("python", "csv") if lab.bars else ("python", "png", "svg", "csv"),
        ),
        f'<p class="caption">{escape(lab.caption)}</p>' if lab.caption else "",
        f"<noscript><p>{escape(say('lab.no_script'))}</p></noscript>",
        "</section>",
    ]
    return (prediction(lab, lab.predict) if lab.predict else "") + "\n".join(part for part in parts if part)


TOOLS = {"link": "lab.copy_link"}  # the others are named like what they do


def tools(*names: str, more: tuple[str, ...] = ()) -> str:
    """Return a lab's row of quiet buttons, the rarer ones folded away."""

    def button(name: str) -> str:
        return f'<button type="button" data-do="{name}">{escape(say(TOOLS.get(name, f"lab.{name}")))}</button>'

    row = "".join(map(button, names))
    folded = "".join(map(button, more))
    rest = f'<details class="more"><summary>{escape(say("lab.more"))}</summary>{folded}</details>' if more else ""
    return f'<div class="tools">{row}{rest}</div>'


def presets(lab: Lab | Archive) -> str:
    """Return a button for each case, and its story, shown once the case is set."""
    if not lab.presets:
        return ""
    buttons = "".join(
        f'<button type="button" data-preset="{number}" aria-pressed="false" title="{escape(preset.story)}">'
        f"{escape(preset.name)}</button>"
        for number, preset in enumerate(lab.presets)
    )
    stories = "".join(
        f'<p class="story" data-story="{number}" hidden>{escape(preset.story)}</p>'
        for number, preset in enumerate(lab.presets)
    )
    return f'<div class="presets" role="group" aria-label="{escape(say("lab.cases"))}">{buttons}</div>{stories}'


def _figure(lab: Lab) -> str:
    if lab.bars:
        shown = f"<figcaption>{escape(lab.graph.symbol(lab.bars).meaning)}</figcaption>"
        return f'<figure class="bars">{shown}{"".join(_bar(lab, row) for row in lab.point())}</figure>'
    from coursekit.lab.charts.model_lab import still

    pictures = "".join(
        f'<div class="chart" role="img" aria-label="{escape(lab.question)}">{svg}</div>' for svg in still(lab)
    )
    return f"<figure>{pictures}</figure>"


def _bar(lab: Lab, row: Row) -> str:
    value, low, high = (row[f"{lab.bars}{end}"] for end in ("", "_low", "_high"))
    between = say("lab.bar_range", low=write(low, "%"), high=write(high, "%"))
    return (
        f'<div class="bar-row" data-series="{row["series"]}">'
        f'<span class="name">{escape(lab.labels[row["series"]])}</span>'
        f'<span class="track"><span class="fill" style="width:{100 * value:.2f}%"></span>'
        f'<span class="between" style="left:{100 * low:.2f}%;width:{100 * (high - low):.2f}%"></span></span>'
        f'<span class="value"><b>{write(value, "%")}</b> <span class="range">{between}</span></span></div>'
    )


def badges(lab: Lab | Archive) -> str:
    """Return the standing of what is shown."""
    worn = "".join(f'<span class="badge">{escape(say(f"lab.badge.{badge}"))}</span> ' for badge in lab.badges)
    return f'<p class="badges">{worn}</p>'


def _numbers(lab: Lab) -> str:
    symbol = lab.graph.symbol
    names = ([lab.x.name] if lab.x else []) + list(lab.show)
    heads = "".join(f'<th scope="col">{escape(symbol(name).meaning)}</th>' for name in names)
    named = [lab.labels[row["series"]] for row in (*lab.point(), *lab.curve())]
    body = "".join(
        f'<tr><th scope="row">{escape(name)}</th>{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'
        for name, cells in zip(named, numbers_of(lab), strict=True)
    )
    return (
        f'<details class="numbers"><summary>{escape(say("lab.numbers"))}</summary>'
        '<div class="scroll" tabindex="0" role="region"'
        f' aria-label="{escape(say("lab.numbers"))}"><table><caption>{escape(say("lab.numbers_caption"))}</caption>'
        f'<thead><tr><th scope="col">{escape(say("lab.series"))}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div></details>"
    )


def numbers_of(lab: Lab, **keys: Key) -> list[list[str]]:
    """Return the cells of the table of numbers at a state: first the point of each series, then its curve."""
    rows = []
    for row in (*lab.point(**keys), *lab.curve(**keys)):
        cells = [write(row[lab.x.name], ".2f")] if lab.x else []
        for name in lab.show:
            value, low, high = (write(row[f"{name}{end}"], ".3f") for end in ("", "_low", "_high"))
            cells.append(f"{value} ({low}–{high})")
        rows.append(cells)
    return rows
