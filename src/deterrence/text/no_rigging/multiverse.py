"""The multiverse of the page *Is the model rigged?*: its numbers, checked, and its tables."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import pandas as pd

from deterrence.analysis.multiverse import (
    BUDGETS,
    CONTESTED,
    DRAWS,
    UNIVERSES,
    VARIED,
    multiverse,
    multiverse_variance,
)
from deterrence.text.no_rigging.tables import Table

SELECTORS = [forms.name for forms in CONTESTED]
HEADLINES = {
    "words": ("words lead", "ahead", "Words lead presence by two points or more"),
    "presence": ("presence leads", "ahead", "Presence leads words by two points or more"),
    "three": ("three pillars beat their best member", "any", "The three pillars beat their best member"),
    "disputes": ("presence raises disputes", "any", "Presence raises disputes"),
}
"""From a short name to the claim, the column that counts it, and how the page calls it."""

NAMES = {forms.name: forms.question for forms in CONTESTED} | {DRAWS: "All parameters together (which draw)"}
ONE_BUDGET = 10.0


def of_claim(short: str, budget: float) -> pd.DataFrame:
    """Return one row a universe: the selectors and ``share``, in which part of the draws the claim holds.

    Parameters
    ----------
    short : str
        The claim, by its name in :data:`HEADLINES`.
    budget : float
        Billion € a year, one of those computed.

    Returns
    -------
    DataFrame
        In the order of the universes, the default first.
    """
    claim, column, _ = HEADLINES[short]
    table = multiverse()
    rows = table[(table["claim"] == claim) & (table["budget"] == budget)]
    return rows[SELECTORS].assign(share=rows[column]).reset_index(drop=True)


def with_one_form(short: str, budget: float, selector: str | None) -> float:
    """Return the share of the draws in which a claim holds, with one form flipped and the others at their defaults.

    Parameters
    ----------
    short : str
        The claim.
    budget : float
        Billion € a year.
    selector : str or None
        The form that is flipped; None for the default universe.

    Returns
    -------
    float
        A share, 0 to 1.
    """
    rows = of_claim(short, budget)
    wanted = [int(name == selector) for name in SELECTORS]
    return float(rows.loc[(rows[SELECTORS] == wanted).all(axis=1), "share"].item())


@lru_cache
def all_multiverse_numbers() -> dict[str, float]:
    """Return every number that the page may glue, unchecked."""
    numbers: dict[str, float] = {"mv-universes": len(UNIVERSES), "mv-forms": len(CONTESTED)}
    for short in HEADLINES:
        for budget in BUDGETS:
            share = of_claim(short, budget)["share"]
            numbers[f"mv-{short}-{budget:g}"] = float(share.mean())
            numbers[f"mv-{short}-{budget:g}-least"] = float(share.min())
            numbers[f"mv-{short}-{budget:g}-most"] = float(share.max())
            for selector in (None, *SELECTORS):
                key = "usual" if selector is None else selector.removeprefix("form_")
                numbers[f"mv-{short}-{budget:g}-{key}"] = with_one_form(short, budget, selector)
    for budget in BUDGETS:
        lead = of_claim("presence", budget)["share"] > of_claim("words", budget)["share"]
        numbers[f"mv-universes-presence-{budget:g}"] = float(lead.mean())
    table = multiverse_variance()
    for short in ("presence", "three", "disputes"):
        rows = table[(table["claim"] == HEADLINES[short][0]) & (table["budget"] == ONE_BUDGET)].set_index("factor")
        for factor in (*SELECTORS, DRAWS):
            for kind in ("first", "total"):
                numbers[f"mv-{short}-{factor.removeprefix('form_')}-{kind}"] = float(rows[kind][factor])
    return numbers


def multiverse_numbers() -> dict[str, float]:
    """Return every number of the multiverse that the page glues, by name.

    Raises
    ------
    ValueError
        If a sentence of the page is no longer true; the message says which.
    """
    numbers = dict(all_multiverse_numbers())
    check_multiverse(numbers)
    return numbers


def check_multiverse(n: dict[str, float]) -> None:
    """Check what the page says of the multiverse.

    Raises
    ------
    ValueError
        If a sentence of the page is no longer true; the message says which.
    """
    claims = {
        "words lead in more universes and draws at one billion": n["mv-words-1"] > n["mv-presence-1"] + 0.02,
        "presence leads in more at ten": n["mv-presence-10"] > n["mv-words-10"] + 0.02,
        "with entry words lead in more draws at ten": n["mv-words-10-entry"] > n["mv-presence-10-entry"],
        "with their price if called in, words no longer lead at one": n["mv-words-1-words"] < n["mv-presence-1-words"],
        "with growing costs three pillars beat the best in most draws": n["mv-three-10-costs"] > 0.7,
        "with the threshold they seldom do": n["mv-three-10-choice"] < 0.35,
        "under neither form does presence raise disputes as often at three": max(
            n["mv-disputes-3-choice"], n["mv-disputes-3-rungs"]
        )
        < n["mv-disputes-3-usual"],
        "at three the threshold takes more than half of them": n["mv-disputes-3-choice"] < 0.5,
        "parameters move the answer most": n["mv-presence-draw-first"] > 0.5,
        "of the forms, entry moves it most": n["mv-presence-entry-total"]
        == max(n[f"mv-presence-{name.removeprefix('form_')}-total"] for name in SELECTORS),
        "for the pillars it is the costs": n["mv-three-costs-total"]
        == max(n[f"mv-three-{name.removeprefix('form_')}-total"] for name in SELECTORS),
    }
    for claim, holds in claims.items():
        if not holds:
            raise ValueError(f"book/no_rigging.md says that {claim}. It no longer does: rewrite that passage.")


def _percent(share: float) -> str:
    return f"{share:.0%}"


def multiverse_table() -> Table:
    """Return for each headline the share of universes and draws, with the lowest and the highest universe."""
    n = all_multiverse_numbers()
    rows = [
        [
            said,
            *(
                f"{_percent(n[f'mv-{short}-{b:g}'])} ({_percent(n[f'mv-{short}-{b:g}-least'])} to"
                f" {_percent(n[f'mv-{short}-{b:g}-most'])})"
                for b in BUDGETS
            ),
        ]
        for short, (_, _, said) in HEADLINES.items()
    ]
    heads = ["Share of all universes and draws (lowest to highest universe)", *(f"€{b:g} bn" for b in BUDGETS)]
    return Table(
        "Shares of universes and draws in which a claim holds, by budget", pd.DataFrame(rows, columns=heads), 40
    )


def forms_table() -> Table:
    """Return every form with what it assumes and what it alone does to the headline shares, at ten billion."""
    rows: list[list[Any]] = []
    usual = [_percent(with_one_form(short, ONE_BUDGET, None)) for short in HEADLINES]
    rows.append(["As the labs open", "All forms at their defaults.", *usual])
    for forms in CONTESTED:
        other = forms.options[1]
        flipped = [_percent(with_one_form(short, ONE_BUDGET, forms.name)) for short in HEADLINES]
        rows.append([f"{forms.question}: {other.label}", other.sentence, *flipped])
    heads = ["Form", "What it assumes", *(said for _, _, said in HEADLINES.values())]
    return Table(f"What one form alone changes, at €{ONE_BUDGET:g} bn", pd.DataFrame(rows, columns=heads), 56)


def variance_table() -> Table:
    """Return the split of the variance by form and draw, first order and total, at ten billion."""
    table = multiverse_variance().query("budget == @ONE_BUDGET")
    rows = []
    for factor, name in NAMES.items():
        row = [name]
        for claim in VARIED:
            found = table[(table["claim"] == claim) & (table["factor"] == factor)]
            row.append(f"{found['first'].item():.1%}; {found['total'].item():.1%}")
        rows.append(row)
    heads = ["Settled: first order; total", *(claim.capitalize() for claim in VARIED)]
    return Table(f"Shares of the variance, at €{ONE_BUDGET:g} bn", pd.DataFrame(rows, columns=heads), 48)
