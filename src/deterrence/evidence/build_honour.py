"""Build-only: derive ``promises_tested.csv`` and ``honour_rates.csv`` from the replication data.

Run it as ``python -m deterrence.evidence.build_honour FOLDER``, where FOLDER holds the replication file of Berkemeier
and Fuhrmann (2018). The course ships what it writes; no page and no learner runs it.

Why a bootstrap by war: the 146 promises come from 45 wars, and promises tested in the same war succeed or fail
together. An interval that treats them as 146 separate trials (Wilson's) would be too narrow. We draw wars with
replacement, take all promises of each war drawn, and repeat.
"""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pandas as pd

SOURCE = "berkemeier2018"
FILE = "BerkemeierFuhrmannRAP2018_0303.dta"
TABLES = Path(__file__).parent / "tables"
SEED, RESAMPLES = 1994, 20_000
TYPES = {
    "defence": "defense",
    "offence": "offense",
    "neutrality": "neutral",
    "nonaggression": "nonagg",
    "consultation": "consul",
}

# The war's number in the replication data: our name for it, and the year in which it began (Correlates of War).
WARS = {
    4: ("Austro-Sardinian", 1848), 8: ("Crimean", 1853), 10: ("Italian Unification", 1859),
    16: ("Second Schleswig-Holstein", 1864), 17: ("Paraguayan", 1864), 18: ("Spanish-Peruvian Naval", 1865),
    19: ("Seven Weeks", 1866), 20: ("Franco-Prussian", 1870), 22: ("Russo-Turkish", 1877),
    23: ("War of the Pacific", 1879), 27: ("First Sino-Japanese", 1894), 30: ("Boxer Rebellion", 1900),
    31: ("Russo-Japanese", 1904), 35: ("Italo-Turkish", 1911), 36: ("First Balkan", 1912),
    37: ("Second Balkan", 1913), 38: ("World War I", 1914), 44: ("Franco-Turkish", 1919), 45: ("Sino-Soviet", 1929),
    47: ("Chaco", 1932), 49: ("Italo-Ethiopian", 1935), 52: ("Russo-Finnish", 1939), 53: ("World War II", 1939),
    56: ("Korean", 1950), 57: ("Offshore Islands", 1954), 58: ("Sinai (Suez)", 1956), 59: ("Soviet-Hungarian", 1956),
    60: ("Taiwan Straits", 1958), 64: ("Six Day", 1967), 67: ("Football", 1969), 69: ("Bangladesh", 1971),
    70: ("Yom Kippur", 1973), 73: ("Second Ogaden", 1977), 75: ("Ugandan-Tanzanian", 1978), 79: ("Lebanon", 1982),
    80: ("Aouzou Strip", 1986), 82: ("Gulf", 1990), 83: ("Azeri-Armenian", 1993), 84: ("Badme", 1998),
    85: ("Kosovo", 1999), 86: ("Kargil", 1999), 88: ("Iraq", 2003), 90: ("Italo-Albanian", 1939),
    93: ("Bizerte", 1961), 94: ("Malaysia Confrontation", 1963),
}  # fmt: skip


def promises(folder: Path) -> pd.DataFrame:
    """Return one row per promise tested: an alliance whose duties a war called up, coded as by Leeds et al."""
    raw = pd.read_stata(folder / FILE, convert_categoricals=False)
    tested = raw[(raw["honorLLM"] == 1) | (raw["violateLLM"] == 1)].sort_values(["warid", "atopid"])
    table = pd.DataFrame({"war_id": tested["warid"].astype(int), "atop_id": tested["atopid"].astype(int)})
    table["war"] = [WARS[number][0] for number in table["war_id"]]
    table["year"] = [WARS[number][1] for number in table["war_id"]]
    table["era"] = np.where(tested["sample"] == 1, "1816-1944", "1945-2003")
    for ours, theirs in TYPES.items():
        table[ours] = tested[theirs] == 1
    table["honoured"] = tested["honorLLM"] == 1
    return table.assign(source=SOURCE, standing="measured")


def interval(table: pd.DataFrame, seed: int = SEED, resamples: int = RESAMPLES) -> tuple[float, float]:
    """Return the 95 % percentile interval of the share honoured, from drawing whole wars with replacement.

    Parameters
    ----------
    table : pandas.DataFrame
        A row for each promise tested, with ``war_id`` and ``honoured``.
    seed : int
        What the drawing begins with.
    resamples : int
        How often as many wars are drawn as there are.

    Returns
    -------
    tuple of float
        Lower and upper end, as shares from 0 to 1.
    """
    by_war = table.groupby("war_id")["honoured"].agg(["sum", "size"]).to_numpy()
    drawn = np.random.default_rng(seed).integers(len(by_war), size=(resamples, len(by_war)))
    honoured, tested = by_war[drawn].sum(axis=1).T
    low, high = np.quantile(honoured / tested, [0.025, 0.975])
    return float(low), float(high)


def rates(table: pd.DataFrame) -> pd.DataFrame:
    """Share of promises honoured, by era and type of obligation, with intervals clustered by war."""
    early, late = table["era"] == "1816-1944", table["era"] == "1945-2003"
    anything = pd.Series(True, index=table.index)
    groups = {("any", "1816-2003"): anything, ("any", "1816-1944"): early, ("any", "1945-2003"): late}
    for kind in TYPES:
        groups[kind, "1816-2003"] = table[kind]
    for kind in TYPES:
        groups[kind, "1816-1944"] = table[kind] & early
        groups[kind, "1945-2003"] = table[kind] & late
    rows = []
    for (kind, era), members in groups.items():
        part = table[members]
        low, high = interval(part)
        rows.append(
            {
                "obligation": kind,
                "era": era,
                "honoured": int(part["honoured"].sum()),
                "tested": len(part),
                "wars": part["war_id"].nunique(),
                "rate": round(part["honoured"].mean(), 4),
                "low": round(low, 4),
                "high": round(high, 4),
            }
        )
    return pd.DataFrame(rows).assign(interval="war-clustered bootstrap", source=SOURCE, standing="measured")


def write(table: pd.DataFrame, path: Path) -> None:
    """Write a table as CSV with lower-case booleans, as Frictionless reads them by default.

    Parameters
    ----------
    table : pandas.DataFrame
        The table.
    path : Path
        The file; one that is there is written over.
    """
    flags = table.select_dtypes("bool").columns
    table.assign(**{c: table[c].map({True: "true", False: "false"}) for c in flags}).to_csv(path, index=False)


if __name__ == "__main__":
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / FILE).is_file():
        sys.exit(f"Say where {FILE} is: python -m deterrence.evidence.build_honour FOLDER")
    derived = promises(Path(sys.argv[1]))
    write(derived, TABLES / "guarantees" / "promises_tested.csv")
    write(rates(derived), TABLES / "guarantees" / "honour_rates.csv")
    print(f"{len(derived)} promises from {derived['war_id'].nunique()} wars written to {TABLES}")
