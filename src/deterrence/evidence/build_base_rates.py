"""Build-only: derive ``base_rates.csv`` and ``base_rate_differences.csv``.

Run it as ``python -m deterrence.evidence.build_base_rates FOLDER``. FOLDER holds the counts over politically relevant
directed dyad-years (ATOP 5 defence pacts, Gibler-Miller-Little disputes, Thompson-Dreyer rivals, all from the R package
peacesciencer, ``miller2022``) and, for the recount, the package's tables of wars and of rivalries and ATOP 4.01
(``atop2002``).

Why a recount: the counts say how often something happened, not in which dyads. Dyad-years of one rivalry, or of one
year, are not independent, so Wilson's interval is too narrow. From wars, rivalries and alliances we count wars begun
among rivals once more, dyad by dyad, and take from that by how much the variance grows (the design effect). No data on
disputes by dyad are at hand: their wider interval stays empty rather than guessed.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd

from deterrence.evidence.build_honour import TABLES, write
from deterrence.evidence.intervals import design_effect, newcombe, wilson

COUNTS = "derived_base_rates_prd_1816_2010.csv"
ERAS = {"1816-1944": (1816, 1944), "1946-2010": (1946, 2010)}
OUTCOMES = {"dispute": "mid_onsets", "force": "use_of_force", "war": "wars"}
SOURCE = "miller2022"
DIGITS = 6


def counts(folder: Path) -> pd.DataFrame:
    """Return events and dyad-years by era, rivalry, pact and outcome, as counted in the source.

    The year 1945 is left out (58 dyad-years of rivals, no event): the war's end belongs to neither era.
    """
    raw = pd.read_csv(folder / COUNTS).query("era in @ERAS")
    parts = [
        pd.DataFrame(
            {
                "era": raw["era"],
                "rival": raw["rival"],
                "pact": raw["target_has_outside_defence_pact"] == 1,
                "outcome": outcome,
                "events": raw[column],
                "dyad_years": raw["dyad_years"],
            }
        )
        for outcome, column in OUTCOMES.items()
    ]
    return pd.concat(parts, ignore_index=True)


def _protected(folder: Path) -> dict[tuple[int, int], set[int]]:
    """For each state and year, the states that share a defence pact with it (itself among them)."""
    members = pd.read_csv(folder / "atop-member-level.csv", usecols=["atopid", "member", "yrent", "yrexit", "defense"])
    allies: dict[tuple[int, int], set[int]] = {}
    for _, pact in members[members["defense"] == 1].groupby("atopid"):
        spans: list[list[int]] = pact[["member", "yrent", "yrexit"]].astype(int).to_numpy().tolist()
        for year in range(1816, 2011):
            inside = {state for state, begin, end in spans if begin <= year <= (end or year)}  # end 0: still in force
            for state in inside:
                allies.setdefault((state, year), set()).update(inside)
    return allies


def recount(folder: Path) -> pd.DataFrame:
    """Return one row per directed dyad-year of rivals: ``challenger``, ``target``, ``year``, and what happened.

    ``pact``: the target shares a defence pact with a third state (ATOP 4.01). ``began``: a war between the two broke
    out that year and the data name the challenger as an initiator (Correlates of War). Years in which one of the two
    was not a recognised state are not removed, so there are more dyad-years than in :func:`counts`.
    """
    rivalries = pd.read_csv(folder / "td_rivalries.csv")[["ccode1", "ccode2", "styear", "endyear"]].astype(int)
    wars = pd.read_csv(folder / "cow_war_inter_dyads.csv").query("cowinteronset == 1 and initiator1 == 1")
    begun = set(map(tuple, wars[["ccode1", "ccode2", "year"]].astype(int).to_numpy().tolist()))
    allies = _protected(folder)
    seen: dict[tuple[int, int, int], bool] = {}
    for one, other, begin, end in rivalries.to_numpy().tolist():
        for year in range(max(1816, begin), min(2010, end) + 1):
            for challenger, target in ((one, other), (other, one)):
                seen[challenger, target, year] = bool(allies.get((target, year), set()) - {challenger, target})
    table = pd.DataFrame([(*key, pact) for key, pact in seen.items()], columns=["challenger", "target", "year", "pact"])
    low, high = np.sort(table[["challenger", "target"]].to_numpy(), axis=1).T
    return table.assign(rivalry=low * 1000 + high, began=[key in begun for key in seen])


def rates(folder: Path) -> pd.DataFrame:
    """Return ``base_rates``: shares with Wilson's interval and, for wars among rivals, a wider one."""
    table = counts(folder)
    dyads, effects, again = recount(folder), {}, []
    for era, (first, last) in ERAS.items():
        for pact in (False, True):
            part = dyads[dyads["year"].between(first, last) & (dyads["pact"] == pact)]
            effects[era, True, pact] = design_effect(part["began"], part["rivalry"], part["year"])
            again.append((era, True, pact, "war begun (recount)", int(part["began"].sum()), len(part)))
    table = pd.concat([table, pd.DataFrame(again, columns=table.columns)], ignore_index=True)
    low, high = wilson(table["events"], table["dyad_years"])
    keys = table[["era", "rival", "pact"]].itertuples(index=False, name=None)
    effect = pd.Series([effects.get(key, np.nan) for key in keys]).where(table["outcome"].str.startswith("war"))
    known = effect.fillna(1.0)
    wide_low, wide_high = wilson(table["events"] / known, table["dyad_years"] / known)
    return table.assign(
        rate=(table["events"] / table["dyad_years"]).round(DIGITS),
        low=low.round(DIGITS),
        high=high.round(DIGITS),
        design_effect=effect.round(2),
        wide_low=pd.Series(wide_low).where(effect.notna()).round(DIGITS),
        wide_high=pd.Series(wide_high).where(effect.notna()).round(DIGITS),
        source=SOURCE,
        standing="measured",
    )


def differences(table: pd.DataFrame) -> pd.DataFrame:
    """Return ``base_rate_differences``: among rivals, the rate with an outside pact less the rate without."""
    rivals = table[table["rival"]]
    pairs = rivals[~rivals["pact"]].merge(rivals[rivals["pact"]], on=["era", "outcome"], suffixes=("", "_with"))
    columns = ["events", "dyad_years", "events_with", "dyad_years_with"]
    low, high = newcombe(*pairs[columns].to_numpy(dtype=float).T)
    effects = pairs[["design_effect", "design_effect", "design_effect_with", "design_effect_with"]].to_numpy(
        dtype=float
    )
    known = ~np.isnan(effects[:, 0])
    wide = np.full((2, len(pairs)), np.nan)
    wide[:, known] = newcombe(*(pairs[columns].to_numpy(dtype=float)[known] / effects[known]).T)
    exact = pairs["events_with"] / pairs["dyad_years_with"] - pairs["events"] / pairs["dyad_years"]
    return pd.DataFrame(
        {
            "era": pairs["era"],
            "outcome": pairs["outcome"],
            "rate_without": pairs["rate"],
            "rate_with": pairs["rate_with"],
            "difference": exact.round(DIGITS),
            "low": low.round(DIGITS),
            "high": high.round(DIGITS),
            "wide_low": wide[0].round(DIGITS),
            "wide_high": wide[1].round(DIGITS),
            "source": SOURCE,
            "standing": "estimated",
        }
    )


if __name__ == "__main__":
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / COUNTS).is_file():
        sys.exit(f"Say where {COUNTS} is: python -m deterrence.evidence.build_base_rates FOLDER")
    derived = rates(Path(sys.argv[1]))
    write(derived, TABLES / "rates" / "base_rates.csv")
    write(differences(derived), TABLES / "rates" / "base_rate_differences.csv")
    print(f"{len(derived)} rates written to {TABLES}")
