"""Build-only: derive ``providers.csv`` and ``equipment_losses.csv``.

Run it as ``python -m deterrence.evidence.build_providers FOLDER``. FOLDER holds military expenditure (SIPRI), aid to
Ukraine (Kiel Institute, release 28, as republished) and equipment losses (Oryx, as tabulated by a third party). We take
few figures of each, with attribution: SIPRI asks that its data not be redistributed in bulk, and the reuse terms of the
Kiel file are unverified.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pandas as pd

from deterrence.evidence.build_honour import TABLES, write

SPENDING = "sipri-milex-data.csv"
AID = "kiel-spending_release28_2026-04-21.json"
LOSSES = "russia_losses_equipment_oryx.json"
YEARS = ("2008", "2013", "2018")  # 2018 is the file's last; current US dollars, so years are not comparable
PROVIDERS = {
    "United Kingdom": "UK", "Poland": "Poland", "France": "France", "Denmark": "Denmark", "Norway": "Norway",
    "Sweden": "Sweden", "Finland": "Finland", "Germany": "Germany", "Netherlands": "Netherlands", "Türkiye": "Turkey",
    "Italy": "Italy", "Canada": "Canada", "United States": "USA", "Estonia": "Estonia", "Latvia": "Latvia",
    "Lithuania": "Lithuania",
}  # fmt: skip
# NATO's figures of defence expenditure in 2025 as a share of gross domestic product, %, as the press reports them: to
# one decimal from NATO's annual report; for Poland and Lithuania the estimate of August 2025.
SHARES = {
    "United Kingdom": 2.3, "France": 2.1, "Denmark": 3.3, "Norway": 3.2, "Sweden": 2.5, "Finland": 2.9, "Germany": 2.4,
    "Netherlands": 2.6, "Türkiye": 2.3, "Italy": 2.0, "Canada": 2.0, "United States": 3.2, "Estonia": 3.4,
    "Latvia": 3.7, "Poland": 4.48, "Lithuania": 4.00,
}  # fmt: skip
AUGUST = ("Poland", "Lithuania")


def providers(folder: Path) -> pd.DataFrame:
    """Return ``providers``: one row per provider, measure and date; spending, aid to Ukraine, effort."""
    spending = pd.read_csv(folder / SPENDING, encoding="latin-1", skipinitialspace=True).set_index("Country")
    aid = {donor["country"]: donor for donor in json.loads((folder / AID).read_text("utf-8"))["byCountry"]}
    rows: list[tuple[str, str, str, float, str, str, str]] = []
    for name, theirs in PROVIDERS.items():
        for year in YEARS:
            value = float(pd.to_numeric(spending[year], errors="coerce")[theirs])
            rows.append(
                (name, "military spending", f"{year}-12-31", value, "million US dollars", "sipri2019", "measured")
            )
        source = "forces2025" if name in AUGUST else "politico2026"
        rows.append((name, "military spending share", "2025-12-31", SHARES[name], "% of GDP", source, "estimated"))
        if name in aid:  # Türkiye is not among the Kiel file's donors
            rows += [
                (name, f"{kind} aid", "2026-01-31", aid[name][kind], "billion euros", "kiel2026", "measured")
                for kind in ("military", "financial", "humanitarian")
            ]
    return pd.DataFrame(rows, columns=["provider", "measure", "as_of", "value", "unit", "source", "standing"])


def losses(folder: Path) -> pd.DataFrame:
    """Return ``equipment_losses``: Russian equipment seen lost in pictures, by class: a lower bound."""
    raw = pd.DataFrame(json.loads((folder / LOSSES).read_text("utf-8")))
    total = raw.groupby("equipment_oryx")["losses_total"].sum().sort_values(ascending=False)
    table = total.rename_axis("equipment").rename("documented").reset_index()
    return table.assign(side="Russia", as_of="2023-02", source="ivaniuk2023", standing="measured")


if __name__ == "__main__":
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / AID).is_file():
        sys.exit(f"Say where {AID} is: python -m deterrence.evidence.build_providers FOLDER")
    write(providers(Path(sys.argv[1])), TABLES / "provision" / "providers.csv")
    write(losses(Path(sys.argv[1])), TABLES / "arms" / "equipment_losses.csv")
    print(f"Two tables written to {TABLES}")
