"""Parts that every kind of lab has in the page: its buttons, its named states, its badges."""

from __future__ import annotations

from html import escape

from coursekit.lab.declare import CaseLabSpec, ModelLabSpec
from coursekit.words import say

TOOLS = {"link": "lab.copy_link"}  # the others are named like what they do


def tools(*names: str, more: tuple[str, ...] = ()) -> str:
    """Return a lab's row of quiet buttons, the rarer ones folded away.

    Parameters
    ----------
    *names : str
        What the buttons do, in order.
    more : tuple of str
        What the folded ones do.

    Returns
    -------
    str
        HTML.
    """

    def button(name: str) -> str:
        return f'<button type="button" data-do="{name}">{escape(say(TOOLS.get(name, f"lab.{name}")))}</button>'

    row = "".join(map(button, names))
    folded = "".join(map(button, more))
    rest = f'<details class="more"><summary>{escape(say("lab.more"))}</summary>{folded}</details>' if more else ""
    return f'<div class="tools">{row}{rest}</div>'


def presets(lab: ModelLabSpec | CaseLabSpec) -> str:
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


def badges(lab: ModelLabSpec | CaseLabSpec) -> str:
    """Return the standing of what is shown."""
    worn = "".join(f'<span class="badge">{escape(say(f"lab.badge.{badge}"))}</span> ' for badge in lab.badges)
    return f'<p class="badges">{worn}</p>'
