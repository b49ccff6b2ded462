"""How every chart of the course looks: colours, type, and a specification drawn as SVG in the page's own colours."""

from __future__ import annotations

import json
from typing import Any

INK, SOFT, RULE, PAPER = "#1d2530", "#56616f", "#dcd8ce", "#ffffff"
SYMBOLIC, TANGIBLE, CHALLENGER, MIXED = "#9a5b00", "#17509e", "#a3342a", "#56616f"

# In the page colours follow the theme, so each stands for a variable of the style sheet.
_VARIABLES = {
    INK: "var(--ink)",
    SOFT: "var(--soft)",
    RULE: "var(--rule)",
    PAPER: "var(--card)",
    SYMBOLIC: "var(--symbolic)",
    TANGIBLE: "var(--tangible)",
    CHALLENGER: "var(--challenger)",
}

WIDTH = 640  # until the page gives the chart its own
FONT = "'Source Sans 3', system-ui, sans-serif"
STYLE: dict[str, Any] = {
    "background": PAPER,
    "font": FONT,
    "view": {"stroke": None},
    "title": {"anchor": "start", "color": INK, "fontSize": 15, "fontWeight": 600, "offset": 10},
    "axis": {
        "domainColor": SOFT,
        "gridColor": RULE,
        "labelColor": SOFT,
        "labelFontSize": 13,
        "tickColor": RULE,
        "titleColor": SOFT,
        "titleFontSize": 13,
        "titleFontWeight": 400,
        "labelOverlap": True,
        # Labels that almost touch are thinned out too: a low plot on a narrow phone has room for every second one.
        "labelSeparation": 4,
    },
    "text": {"color": INK, "fontSize": 13},
}

Spec = dict[str, Any]


def render_svg(spec: Spec) -> str:
    """Return any Vega-Lite specification as SVG in the course's colours, on no ground of its own."""
    import vl_convert  # heavy, and absent from the page's Python

    config = {**STYLE, "background": "transparent", **spec.get("config", {})}
    config.pop("font", None)
    svg = vl_convert.vegalite_to_svg(with_css_variables({**spec, "config": {**config, "font": FONT}}))
    return svg.replace("<svg ", '<svg aria-hidden="true" focusable="false" style="max-width:100%;height:auto" ', 1)


def with_css_variables(spec: Spec) -> Spec:
    """Return a specification whose colours are the style sheet's variables, so that they follow the theme."""
    text = json.dumps(spec)
    for colour, variable in _VARIABLES.items():
        text = text.replace(colour, variable)
    themed: Spec = json.loads(text)
    return themed
