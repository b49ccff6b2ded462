"""A text lab as HTML: every passage stands in it, so that it can be read and printed without script."""

from __future__ import annotations

from html import escape

from coursekit.lab.declare.text_lab import TextLabSpec
from coursekit.lab.html.shared_parts import tools
from coursekit.words import say


def mount(lab: TextLabSpec) -> str:
    """Return the lab's section."""
    field = f"{lab.id}-{lab.name}"
    keys = list(lab.passages)
    options = "".join(
        f'<option value="{escape(key)}">{escape(passage.label)}</option>' for key, passage in lab.passages.items()
    )
    passages = "".join(
        f'<div class="passage" data-key="{escape(key)}" data-says="{escape(passage.sentence)}">{passage.html}</div>'
        for key, passage in lab.passages.items()
    )
    heads = "".join(f'<th scope="col">{escape(column)}</th>' for column in lab.columns)
    rows = "".join(
        f'<tr data-key="{escape(key)}">{"".join(f"<td>{escape(cell)}</td>" for cell in row)}</tr>'
        for key in keys
        for row in lab.passages[key].rows
    )
    badges = " ".join(f'<span class="badge">{escape(say(f"lab.badge.{badge}"))}</span>' for badge in lab.badges)
    return (
        f'<section class="lab" id="lab-{lab.id}" data-lab="{lab.id}" data-kind="reader" data-state="static">'
        f'<p class="label">{escape(say("lab.label", title=lab.title))}</p>'
        f'<h2 class="q">{escape(lab.question)}</h2>'
        f'<form class="controls" aria-label="{escape(say("lab.controls"))}"><div class="row">'
        f'<label for="{field}">{escape(lab.label)}</label>'
        f'<select id="{field}" name="{lab.name}">{options}</select></div></form>'
        f'<div class="passages">{passages}</div>'
        f'<p class="says" role="status" aria-live="polite">{escape(lab.passages[keys[0]].sentence)}</p>'
        f'<p class="note" role="alert" hidden></p><p class="badges">{badges}</p>'
        f'<details class="numbers"><summary>{escape(say("lab.table"))}</summary><div class="scroll" tabindex="0"'
        f' role="region" aria-label="{escape(say("lab.table"))}"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div></details>"
        f"{tools('reset', 'undo', 'link', 'full')}"
        f'<p class="caption">{escape(lab.caption)}</p></section>'
    )
