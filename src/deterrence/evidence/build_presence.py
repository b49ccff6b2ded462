"""Build-only: derive ``troop_presence.csv`` from two series of US personnel by host and year.

Run it as ``python -m deterrence.evidence.build_presence FOLDER``. Both series go back to the same reports of the US
Department of Defense: the older one begun by Kane and continued by Allen, Flynn and Martinez Machain (``allen2022``),
and Flynn's rebuild from the reports (``flynn2025``). Where they part, we keep both and say why, if we know.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd

from deterrence.evidence.build_honour import TABLES, write

FILE = "us_troops_selected_hosts_two_series_1950_2024.csv"
# A selection, not the file: allies with large garrisons, allies with small ones, and states that got words or arms.
HOSTS = {
    "KOR": "South Korea", "JPN": "Japan", "DEU": "Germany", "GBR": "United Kingdom", "ITA": "Italy", "TUR": "Türkiye",
    "POL": "Poland", "EST": "Estonia", "LVA": "Latvia", "LTU": "Lithuania", "PHL": "Philippines", "TWN": "Taiwan",
    "VNM": "Vietnam", "SAU": "Saudi Arabia", "KWT": "Kuwait", "ISR": "Israel", "GEO": "Georgia", "UKR": "Ukraine",
}  # fmt: skip
# The older series shows 0 for Vietnam from 1954 on: it files South Vietnam as "Republic of Vietnam", without the ISO
# code by which our source was cut. Its numbers, as we read them in the authors' public file, before the rebuild:
SOUTH_VIETNAM = dict(
    enumerate(
        [4628, 427, 752, 751, 846, 819, 794, 959, 8498, 15620, 17280, 129611, 317007, 451752, 537377, 510054, 390278,
         212925, 35292, 265, 130, 0],
        start=1954,
    )
)  # fmt: skip
APART = 0.25  # of the larger: from here on we say that the series differ
FEW = 100  # and only if the larger has at least so many


def fault(row: pd.Series) -> str:
    """Say what is known to be wrong with one host-year, in one word of the codebook; empty if nothing."""
    older, rebuilt, year = row["older"], row["rebuilt"], row["year"]
    if row["flag"] == "imputed_by_source":
        return "imputed"
    if row["host"] == "Vietnam" and year in SOUTH_VIETNAM:
        return "filed elsewhere"
    if row["host"] == "Kuwait" and 2003 <= year <= 2005:
        return "rebuilt lacks it"
    if year == 2008 and rebuilt > older * (1 + APART):
        return "rebuilt counts twice"
    larger = np.nanmax([older, rebuilt]) if not np.isnan([older, rebuilt]).all() else 0.0
    return "series differ" if larger >= FEW and abs(older - rebuilt) > APART * larger else ""


def presence(folder: Path) -> pd.DataFrame:
    """Return ``troop_presence``: both series, what is wrong, and the span of what can be used."""
    raw = pd.read_csv(folder / FILE).query("iso3c in @HOSTS")
    table = pd.DataFrame(
        {
            "host": raw["iso3c"].map(HOSTS),
            "iso3": raw["iso3c"],
            "year": raw["year"],
            "older": raw["troops_kane_series"],
            "rebuilt": raw["troops_rebuild_csv"],
            "flag": raw["flag"].fillna(""),
        }
    ).dropna(subset=["older", "rebuilt"], how="all")
    table["fault"] = table.apply(fault, axis=1)
    there = table["fault"] == "filed elsewhere"
    table["older"] = table["older"].mask(there, table["year"].map(SOUTH_VIETNAM))
    older = table["older"].mask(table["fault"] == "imputed")
    rebuilt = table["rebuilt"].mask(table["fault"].isin(["imputed", "rebuilt lacks it", "rebuilt counts twice"]))
    usable = pd.concat([older, rebuilt], axis=1)
    table = table.assign(low=usable.min(axis=1), high=usable.max(axis=1))
    table["source"] = np.where(table["older"].notna(), "allen2022", "flynn2025")
    table["standing"] = np.where(table["fault"] == "imputed", "estimated", "measured")
    numbers = ["older", "rebuilt", "low", "high"]
    table[numbers] = table[numbers].astype("Int64")
    order = {name: place for place, name in enumerate(HOSTS.values())}
    return table.drop(columns="flag").sort_values(
        ["host", "year"], key=lambda c: c.map(order) if c.name == "host" else c
    )


if __name__ == "__main__":
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / FILE).is_file():
        sys.exit(f"Say where {FILE} is: python -m deterrence.evidence.build_presence FOLDER")
    derived = presence(Path(sys.argv[1]))
    write(derived, TABLES / "provision" / "troop_presence.csv")
    print(f"{len(derived)} host-years written to {TABLES}")
