"""Making printed formulas easier to read, without changing what they say."""

from __future__ import annotations

import re

TIDY = {r"\mathrm{maximum}": r"\max", r"\mathrm{minimum}": r"\min", r"\mathopen{}": "", r"\mathclose{}": ""}


def tidy(latex: str) -> str:
    """Return a printed formula as a reader would write it: shorter names, whole numbers, no needless brackets."""
    for written, better in TIDY.items():
        latex = latex.replace(written, better)
    latex = re.sub(r"(?<![\d.])(\d+)\.0(?![\d.])", r"\1", latex)
    return _bare(re.sub(r"(?<![\d.])(\d{1,3})(000)(?!\d)", r"\1\\,\2", latex))


def _bare(latex: str) -> str:
    """Take away the brackets around a product or fraction that only a minus sign stands before."""
    opened = r"\left( -\left( "
    begin = latex.find(opened)
    while begin >= 0:
        start = begin + len(opened)
        depth, at, plain = 1, start, True
        while depth and at < len(latex):
            if latex[at - 1 : at + 1] not in (r"\{", r"\}"):  # a drawn brace comes with its own \left or \right
                depth += latex.startswith((r"\left", "{"), at) - latex.startswith((r"\right", "}"), at)
            plain = plain and not (depth == 1 and latex.startswith((" + ", " - "), at))
            at += 1
        close = at - 1
        if plain and latex.startswith(r"\right) \right)", close):
            latex = latex[:begin] + r"\left( -" + latex[start:close] + latex[close + len(r"\right) ") :]
        begin = latex.find(opened, begin + 1)
    return latex
