"""A simulated population of dyads whose challengers choose, so that learners can rediscover a selection effect."""

from __future__ import annotations

from importlib import resources

import numpy as np
import pandas as pd

from deterrence.model import SELECTION

SEED = 2002
FILE = "dyads.csv"
GIVEN = {
    "credibility": "dyad_credibility",
    "motive": "dyad_motive",
    "loss": "dyad_loss",
    "news": "dyad_news",
    "luck_enter": "dyad_luck_enter",
    "luck_attack": "dyad_luck_attack",
}


def population(count: int = 1000, seed: int = SEED, spread: float = 1.0) -> pd.DataFrame:
    """Make up dyads of a challenger and a guarantor, before anything happens.

    Parameters
    ----------
    count : int
        How many, at least 1.
    seed : int
        The same seed gives the same dyads.
    spread : float
        How much motives differ: standard deviation of their logarithm, 0 or more. At 0 all want the prize equally.

    Returns
    -------
    DataFrame
        ``credibility`` (chance, .1 to .9, what everyone believes beforehand), ``motive`` (worth of the prize, median 1,
        cut at 10), ``loss`` (if the guarantor fights, .5 to 1.5 prizes), ``news`` (what the crisis would add to
        the belief, 0 to .8), ``luck_enter`` and ``luck_attack`` (draws from 0 to 1).

    Raises
    ------
    ValueError
        If ``count`` is below 1 or ``spread`` below 0.

    Notes
    -----
    All is made up. In a crisis the guarantor answers with a threat. A weak one bluffs just as often as that lifts the
    challenger's belief to the level at which the bluff begins to work (drawn from .4 to .9, whatever was believed
    beforehand); a belief that is higher already stays. So what was known beforehand has done its work before the crisis
    begins: the idea of fearon2002, in a form of our own. Guarantors that would stay silent are left out, as in studies
    of immediate deterrence.
    """
    if count < 1 or spread < 0:
        raise ValueError(f"count must be 1 or more and spread 0 or more, not {count} and {spread}.")
    random = np.random.default_rng(seed)
    credibility = random.uniform(0.1, 0.9, count)
    return pd.DataFrame(
        {
            "credibility": credibility,
            "motive": np.minimum(10.0, np.exp(spread * random.standard_normal(count))),
            "loss": random.uniform(0.5, 1.5, count),
            "news": np.maximum(random.uniform(0.4, 0.9, count) - credibility, 0.0),
            "luck_enter": random.random(count),
            "luck_attack": random.random(count),
        }
    )


def simulate(dyads: pd.DataFrame, chosen: bool = True) -> pd.DataFrame:
    """Let every challenger choose: first whether to start a crisis, then whether to attack.

    Parameters
    ----------
    dyads : DataFrame
        From :func:`population`.
    chosen : bool
        If false, crises break out by lot, as often as they would by choice: ``luck_enter`` alone decides.

    Returns
    -------
    DataFrame
        The dyads with ``crisis`` and ``attack`` (0 or 1; an attack needs a crisis).

    Raises
    ------
    ValueError
        If a column is missing, or a value is out of the model's range.

    Notes
    -----
    Through the model's own quantities ``crisis`` and ``crisis_attack``.
    """
    missing = [column for column in GIVEN if column not in dyads]
    if missing:
        raise ValueError(f"The dyads lack {', '.join(missing)}; population() gives all columns.")
    given = {name: dyads[column].to_numpy(dtype=float) for column, name in GIVEN.items()}
    values = SELECTION.evaluate(**given)
    if not chosen:
        by_lot = np.full(len(dyads), float(np.mean(values["entry_probability"])))
        values = SELECTION.evaluate(**given, entry_probability=by_lot)
    return dyads.assign(crisis=values["crisis"].astype(int), attack=values["crisis_attack"].astype(int))


def attack_rates(dyads: pd.DataFrame) -> pd.DataFrame:
    """Compare attack on the less and on the more credible half, among all dyads and among crises only.

    Parameters
    ----------
    dyads : DataFrame
        From :func:`simulate` or :func:`dyads`, with both kinds of dyads among the crises.

    Returns
    -------
    DataFrame
        One row each for ``all dyads`` and ``crises``: ``dyads`` (number), ``low`` and ``high`` (share attacked where
        credibility is below .5, and from .5 on), ``slope`` (change of that share when credibility goes from 0 to 1, by
        least squares).
    """
    rows = []
    for among, part in (("all dyads", dyads), ("crises", dyads[dyads["crisis"] == 1])):
        credible = part["credibility"] >= 0.5
        attacked = part["attack"]
        slope = np.polyfit(part["credibility"], attacked, 1)[0]
        rows.append((among, len(part), attacked[~credible].mean(), attacked[credible].mean(), slope))
    return pd.DataFrame(rows, columns=["among", "dyads", "low", "high", "slope"])


def dyads() -> pd.DataFrame:
    """Return a thousand simulated dyads, ready for the page.

    Returns
    -------
    DataFrame
        Columns of :func:`population`, three decimals, and of :func:`simulate`. Simulated, not observed: *illustrative*.
        ``build_tables.py`` made the file with seed 2002.
    """
    with (resources.files(__package__) / FILE).open("r", encoding="utf-8") as file:
        return pd.read_csv(file)
