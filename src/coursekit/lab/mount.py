"""A lab as HTML: everything that stands in the page before script runs, and in print."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from coursekit.lab.controls import Choice, Control, Key, Slider
from coursekit.lab.says import fill, write
from coursekit.words import say

if TYPE_CHECKING:
    from coursekit.lab.lab import Lab, Prediction
    from coursekit.lab.rows import Row


def mount(lab: Lab) -> str:
    """Return the lab's section, with its prediction before it."""
    parts = [
        f'<section class="lab" id="lab-{lab.id}" data-lab="{lab.id}" data-state="static">',
        f'<p class="label">{escape(say("lab.label", title=lab.title))}</p>',
        f'<h2 class="q">{escape(lab.question)}</h2>',
        _presets(lab),
        f'<form class="controls" aria-label="{escape(say("lab.controls"))}">',
        *(_control(lab, control) for control in lab.controls),
        "</form>",
        _figure(lab),
        f'<p class="says" role="status" aria-live="polite">{escape(lab.sentence())}</p>',
        '<p class="note" role="alert" hidden></p>',
        f'<div class="context">{lab.context()}</div>' if lab.context else "",
        _badges(lab),
        _numbers(lab),
        tools("reset", "undo", "link", "full", more=("python", "csv") if lab.bars else ("python", "png", "svg", "csv")),
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


def prediction(lab: Lab, asked: Prediction) -> str:
    """Return the section that asks for a guess before the lab answers."""
    readings = lab.readings(**asked.state)
    answer = asked.answer(readings)
    if asked.options is not None:
        shown, kind = asked.options[str(answer)], "choice"
        inputs = "".join(
            f'<label class="option"><input type="radio" name="guess" value="{escape(key)}" required>'
            f" {escape(label)}</label>"
            for key, label in asked.options.items()
        )
        inputs = f'<fieldset><legend class="label">{escape(say("lab.guess"))}</legend>{inputs}</fieldset>'
    else:
        shown, kind = f"{write(float(answer), ',')} {asked.unit}".strip(), "number"
        field = f"prediction-{asked.id}-guess"
        inputs = (
            f'<div class="row"><label for="{field}">{escape(say("lab.guess"))}</label>'
            f'<input type="range" id="{field}" name="guess" min="{asked.low:g}" max="{asked.high:g}"'
            f' value="{asked.start:g}">'
            f'<output for="{field}">{asked.start:g} {escape(asked.unit)}</output></div>'
        )
        answer = f"{float(answer):.6g}"
    return (
        f'<section class="prediction" id="prediction-{asked.id}" data-kind="{kind}" data-answer="{escape(str(answer))}"'
        f' data-shown="{escape(shown)}" data-unit="{escape(asked.unit)}" data-lab="{lab.id}">'
        f'<p class="label">{escape(say("lab.predict_first"))}</p><h2 class="q">{escape(asked.question)}</h2>'
        f'<form>{inputs}<div class="bar"><button class="main" type="submit">{escape(say("lab.guess_it"))}</button>'
        f'<button type="button" data-skip>{escape(say("lab.skip"))}</button></div></form>'
        f'<div class="reveal" hidden><p><b>{escape(say("lab.model_answer"))}: {escape(shown)}.</b> '
        f"{escape(fill(asked.reason, readings))}</p></div></section>\n"
    )


def _presets(lab: Lab) -> str:
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


def _control(lab: Lab, control: Control) -> str:
    field, value = f"{lab.id}-{control.name}", lab.defaults[control.name]
    when = f' data-when="{escape("=".join(control.when))}"' if control.when else ""
    if isinstance(control, Slider):
        return (
            f'<div class="row"{when}><label for="{field}">{escape(control.label)}</label>'
            f'<input type="range" id="{field}" name="{control.name}" min="{control.low:g}" max="{control.high:g}"'
            f' step="{control.step:g}" value="{value:g}" data-form="{escape(control.form)}"'
            f' data-unit="{escape(control.unit)}">'
            f'<output for="{field}">{escape(f"{write(value, control.form)} {control.unit}".strip())}</output></div>'
        )
    if isinstance(control, Choice):
        options = "".join(
            f'<option value="{escape(key)}"{" selected" if number == value else ""}>{escape(label)}</option>'
            for key, (label, number) in control.options.items()
        )
        return (
            f'<div class="row"{when}><label for="{field}">{escape(control.label)}</label>'
            f'<select id="{field}" name="{control.name}">{options}</select></div>'
        )
    checked = " checked" if value > 0.5 else ""
    return (
        f'<div class="row toggle"{when}><label><input type="checkbox" name="{control.name}" value="1"{checked}> '
        f"{escape(control.label)}</label></div>"
    )


def _figure(lab: Lab) -> str:
    if lab.bars:
        shown = f"<figcaption>{escape(lab.graph.symbol(lab.bars).meaning)}</figcaption>"
        return f'<figure class="bars">{shown}{"".join(_bar(lab, row) for row in lab.point())}</figure>'
    from coursekit.lab.picture import still

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


def _badges(lab: Lab) -> str:
    badges = "".join(f'<span class="badge">{escape(say(f"lab.badge.{badge}"))}</span> ' for badge in lab.badges)
    return f'<p class="badges">{badges}</p>'


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
