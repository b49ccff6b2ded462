"""Still figures of the text: drawn once at build time, coloured by the page, read out by their description."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd

from coursekit.lab.charts import theme

# The page's own colours stand behind these, so that a figure is right in light and dark.
VARIABLES = {theme.INK: "var(--ink)", theme.SOFT: "var(--soft)", theme.RULE: "var(--rule)"}


@dataclass(frozen=True)
class Figure:
    """A chart that shows itself as an inline picture, with the numbers it plots in a table beneath.

    Parameters
    ----------
    chart : altair chart
        What is drawn; draw it narrow (400 pixels), so that its text stays readable on a phone.
    description : str
        What a reader who cannot see it should know.
    table : DataFrame
        The numbers it plots, with headings fit to read.
    """

    chart: Any
    description: str
    table: pd.DataFrame

    def _repr_html_(self) -> str:
        import vl_convert

        spec = json.dumps(self.chart.configure(**{**theme.STYLE, "background": "transparent"}).to_dict())
        for colour, variable in VARIABLES.items():
            spec = spec.replace(colour, variable)
        svg = vl_convert.vegalite_to_svg(spec).replace(
            "<svg ", '<svg aria-hidden="true" focusable="false" style="width:100%;height:auto" ', 1
        )
        rows = self.table.to_html(index=False, border=0)
        return (
            f'<figure style="max-width:30rem;margin:1.5rem 0"><div role="img" aria-label="{escape(self.description)}">'
            f"{svg}</div><details><summary>Numbers</summary>{rows}</details></figure>"
        )
