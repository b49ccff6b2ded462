"""A small archive over the real table, for the tests of the kind of lab (and to show how one is made)."""

from html import escape

import pandas as pd

from coursekit.lab.declare import Case, Filter, Prediction, Preset, Say
from coursekit.lab.display import CaseLab
from deterrence.evidence import guarantee_cases


def _case(row) -> Case:
    challenged = None if pd.isna(row["challenge_year"]) else int(row["challenge_year"])
    return Case(
        key=row["slug"],
        name=row["case"],
        kind=row["kind"],
        start=int(row["year_made"]),
        end=challenged if row["attacked"] == "yes" else None,
        event=challenged,
        place=(float(row["lon"]), float(row["lat"])),
        html=f"<p>{escape(row['note'])}</p>",
        values={
            "kind": row["kind"],
            "era": "before" if row["year_made"] < 1945 else "since",
            "region": row["region"].lower().replace(" ", "_"),
            "attacked": row["attacked"],
        },
        cells=[row["case"], str(row["year_made"]), row["guarantors"], row["attacked"], row["standing"]],
    )


def example(**changes) -> CaseLab:
    """Return the archive, with some of its parts changed."""
    table = guarantee_cases("guarantee").astype(object)
    regions = sorted(set(table["region"]))
    given = {
        "id": "probe",
        "title": "the case archive",
        "question": "Which guarantees were tested, and what came of it?",
        "cases": [_case(row) for _, row in table.iterrows()],
        "filters": [
            Filter("kind", "Made of", {"symbolic": "words only", "mixed": "words and more", "tangible": "no words"}),
            Filter("era", "Made", {"before": "before 1945", "since": "since 1945"}),
            Filter("region", "Where", {name.lower().replace(" ", "_"): name for name in regions}),
            Filter("attacked", "Attacked", {"no": "no", "partial": "in part", "yes": "yes"}),
        ],
        "columns": ("Case", "Made", "By", "Attacked", "Standing"),
        "says": [
            [
                Say("{attacked.yes} of them were attacked.", lambda r: r("attacked.yes") > 0),
                Say("None of them was attacked.", lambda r: r("shown") > 0),
                Say("No case is like that."),
            ]
        ],
        "now": 2026,
        "timeline": "From the promise to the attack",
        "map": "Where it was to hold",
        "event": "challenged",
        "presets": [Preset("Words alone, since 1945", {"kind": "symbolic", "era": "since"}, "Nothing but paper.")],
        "predict": Prediction(
            id="probe",
            question="How many of the guarantees made of words alone were attacked?",
            state={"kind": "symbolic"},
            answer=lambda r: r["attacked.yes"],
            reason="Of {shown}, {attacked.yes} were.",
            high=20,
            start=5,
        ),
        "caption": "Drawn from fame and failure: no sample.",
    }
    return CaseLab(**given | changes)
