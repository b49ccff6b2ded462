"""The tables of the page *Is the model rigged?*, and its worked cases in words."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

import pandas as pd

from deterrence.analysis import PACKAGES, single_flips
from deterrence.analysis.rigging import BUDGETS, no_rigging_cases
from deterrence.analysis.sobol import sobol_indices
from deterrence.model import SYMBOLS
from deterrence.text.no_rigging.numbers import FLIPS, SHORT, WORDS_OR_TROOPS, all_numbers, flip_at, rows_of

# Where the table of symbols says "of that", a table of its own must say of what.
CLEARER = {
    "industry_price": "Spending at which the industry is near its most",
    "army_price": "Spending at which the army is near its most",
}


def _say(parameter: str) -> str:
    return CLEARER.get(parameter, SYMBOLS[parameter].meaning)


@dataclass(frozen=True)
class Table:
    """A table that shows itself as a cell's last value, and scrolls sideways where it is too wide.

    Parameters
    ----------
    label : str
        What it shows, for readers who cannot see it.
    rows : DataFrame
        Cells and headings fit to read.
    width : int
        How narrow it may become before it scrolls, in rem.
    """

    label: str
    rows: pd.DataFrame
    width: int = 18

    def _repr_html_(self) -> str:
        inner = self.rows.to_html(index=False, border=0, justify="left")
        inner = inner.replace("<table", f'<table style="min-width:{self.width}rem"', 1)
        label = escape(self.label)
        return f'<div class="scroll" role="group" aria-label="{label}">{inner}</div>'


def _percent(share: float) -> str:
    """Return a share in per cent; nearly all must not read as all."""
    return f"{share:.2%}" if 0.9995 <= share < 1 else f"{share:.1%}"


def shares_table(*shorts: str, outcome: str = "attack", kind: str = "ahead") -> Table:
    """Return the shares of draws, one row a claim, one column a budget, at the default prize.

    Parameters
    ----------
    *shorts : str
        Claims by their short names in :data:`SHORT`.
    outcome : str
        ``attack`` or ``war``.
    kind : str
        ``ahead`` (by at least two points) or ``any`` (at all).
    """
    rows = [
        [SHORT[short].capitalize(), *(_percent(all_numbers()[f"{short}-{outcome}-{b:g}-{kind}"]) for b in BUDGETS)]
        for short in shorts
    ]
    heads = ["Share of the draws", *(f"€{budget:g} bn" for budget in BUDGETS)]
    return Table("Shares of the draws in which a claim holds, by budget", pd.DataFrame(rows, columns=heads))


def case_in_words(short: str) -> str:
    """Return one worked case as a sentence: which draw, and which values in it do most."""
    rows = no_rigging_cases().query("claim == @SHORT[@short]")
    values = "; ".join(
        f"{row.meaning[0].lower()}{row.meaning[1:]} is {row.value:g} (default {row.default:g}, band {row.low:g} to"
        f" {row.high:g}; at its default the margin would be {100 * row.margin_without:+.1f} points)"
        for row in rows_of(rows)
    )
    first = rows_of(rows)[0]
    return f"Draw {first.draw:,}, margin {100 * first.margin:+.1f} points: {values}.".replace(" -", " −")


def flips_table() -> Table:
    """Return who is ahead at the defaults, words or presence, and the smallest changes that turn it."""
    rows = []
    for budget in FLIPS:
        single = rows_of(single_flips(*WORDS_OR_TROOPS, budget=budget))[0]
        joint = flip_at(budget)
        moved = rows_of(joint.moves[joint.moves["shift"].abs() >= 0.02])
        together = "; ".join(f"{_say(m.parameter)}: {m.start:.3g} → {m.there:.3g}" for m in moved)
        rows.append(
            [
                f"€{budget:g} bn",
                f"{'words' if joint.margin > 0 else 'presence'} by {100 * abs(joint.margin):.1f} points",
                f"{_say(single.parameter)}: {single.start:.3g} → {single.there:.3g}"
                f" ({abs(single.shift):.0%} of its band)",
                f"{together} ({joint.distance:.0%} of a band in all)",
            ]
        )
    heads = ["Budget", "Ahead", "One assumption that turns it", "Several together (the largest)"]
    return Table("The smallest changes of assumptions that flip the ranking", pd.DataFrame(rows, columns=heads), 44)


def sobol_table(count: int = 3) -> Table:
    """Return for each package the unknowns that matter most for what it does against attack."""
    rows = []
    for name in PACKAGES:
        top = sobol_indices().query("outcome == 'attack' and package == @name").nlargest(count, "total")
        cells = [f"{_say(row.parameter)} ({row.total:.2f})" for row in rows_of(top)]
        rows.append([name.capitalize(), *cells])
    heads = ["Package", "Matters most", "second", "third"][: count + 1]
    return Table("The unknowns that matter most, with their total Sobol index", pd.DataFrame(rows, columns=heads), 34)
