"""An archive as HTML: filters, timeline, map, the picked case, and the table; all of it there without script."""

from __future__ import annotations

from html import escape
from typing import Any

from coursekit.lab.declare.case_lab import ANY, KINDS, Archive, Case
from coursekit.lab.html.controls import control_html
from coursekit.lab.html.model_lab import badges, presets, tools
from coursekit.lab.html.prediction import prediction
from coursekit.lab.html.timeline_and_map import timeline, world
from coursekit.words import say


def mount(archive: Archive) -> str:
    """Return the archive's section, with its prediction before it."""
    controls = "\n".join(control_html(archive, field) for field in archive.fields)
    parts = [
        f'<section class="lab" id="lab-{archive.id}" data-lab="{archive.id}" data-kind="archive" data-state="static">',
        f'<p class="label">{escape(say("lab.label", title=archive.title))}</p>',
        f'<h2 class="q">{escape(archive.question)}</h2>',
        presets(archive),
        f'<form class="controls" aria-label="{escape(say("lab.controls"))}">{controls}</form>',
        f'<p class="says" role="status" aria-live="polite">{escape(archive.sentence())}</p>',
        '<p class="note" role="alert" hidden></p>',
        *(_picked(case) for case in archive.cases),
        _key(archive),
        figures(archive, archive.cases),
        badges(archive),
        _table(archive),
        tools("reset", "undo", "link", "editor", "full", more=("python", "png", "svg", "csv")),
        f'<p class="caption">{escape(archive.caption)}</p>' if archive.caption else "",
        f"<noscript><p>{escape(say('archive.no_script'))}</p></noscript>",
        "</section>",
    ]
    return (prediction(archive, archive.predict) if archive.predict else "") + "\n".join(part for part in parts if part)


def figures(archive: Archive, cases: Any) -> str:
    """Return timeline and map of some cases."""
    drawn = [
        f'<figure class="time"><figcaption>{escape(archive.timeline)}</figcaption>{timeline(archive, cases)}</figure>'
    ]
    if any(case.place for case in cases):
        drawn.append(f"<figure><figcaption>{escape(archive.map)}</figcaption>{world(archive, cases)}</figure>")
    return "\n".join(drawn)


def _picked(case: Case) -> str:
    """Return what stands behind one case; hidden until it is picked, since the table has them all."""
    name = escape(case.name)
    return f'<div class="passage picked" data-case="{escape(case.key)}" hidden><h3>{name}</h3>{case.html}</div>'


def _key(archive: Archive) -> str:
    """Return the legend: what hollow, half filled and filled mean, and the mark of an event."""
    used = [kind for kind in KINDS if any(case.kind == kind for case in archive.cases)]
    swatches = "".join(
        f'<li><span class="swatch {kind}" aria-hidden="true"></span>{escape(say(f"archive.{kind}"))}</li>'
        for kind in used
    )
    if archive.event:
        swatches += f'<li><span class="swatch event" aria-hidden="true"></span>{escape(archive.event)}</li>'
    return f'<ul class="key">{swatches}</ul>'


def _table(archive: Archive) -> str:
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in archive.columns)
    rows = "".join(
        f'<tr data-row="{escape(case.key)}"><th scope="row">{escape(case.cells[0])}</th>'
        f"{''.join(f'<td>{escape(cell)}</td>' for cell in case.cells[1:])}</tr>"
        for case in archive.cases
    )
    named = escape(say("lab.table"))
    return (
        f'<details class="numbers words"><summary>{named}</summary>'
        f'<div class="scroll" tabindex="0" role="region" aria-label="{named}">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div></details>"
    )


def view(archive: Archive) -> Any:
    """Return the archive as ipywidgets: its filters, the sentence, the case that is picked, timeline and map."""
    import ipywidgets as widgets

    chosen = {
        field.name: widgets.Dropdown(
            options=[(label, key) for key, (label, _) in field.options.items()],
            description=field.label,
            style={"description_width": "45%"},
            layout=widgets.Layout(width="100%", max_width="640px"),
        )
        for field in archive.fields
    }
    sentence, picked, drawn = widgets.HTML(), widgets.HTML(), widgets.HTML()

    def show(_change: Any = None) -> None:
        keys = {name: widget.value for name, widget in chosen.items()}
        sentence.value = f"<p>{escape(archive.sentence(**keys))}</p>"
        case = next((case for case in archive.cases if case.key == keys["case"]), None)
        picked.value = f"<h4>{escape(case.name)}</h4>{case.html}" if case else ""
        drawn.value = figures(archive, archive.shown(**keys))

    def set_case(state: dict[str, Any]) -> None:
        for name, widget in chosen.items():
            widget.value = state.get(name, ANY)

    buttons = []
    for preset in archive.presets:
        button = widgets.Button(description=preset.name, tooltip=preset.story)
        button.on_click(lambda _button, state=dict(preset.state): set_case(state))
        buttons.append(button)
    for widget in chosen.values():
        widget.observe(show, names="value")
    show()
    heading = widgets.HTML(f"<h3>{escape(archive.question)}</h3>")
    return widgets.VBox([heading, widgets.HBox(buttons), *chosen.values(), sentence, picked, drawn])
