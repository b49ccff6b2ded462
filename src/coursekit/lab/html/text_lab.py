"""A text lab as HTML: every passage stands in it, so that it can be read and printed without script."""

from __future__ import annotations

from coursekit.html import render
from coursekit.lab.declare.text_lab import TextLabSpec


def mount(lab: TextLabSpec) -> str:
    """Return the lab's section."""
    return str(render(__package__, "text_lab", lab=lab))
