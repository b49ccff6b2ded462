"""The case archive: who promised what to whom, with how much on the ground, and what came of it."""

from __future__ import annotations

from html import escape
from typing import Any

import pandas as pd

from coursekit.lab.declare import Case, Filter, Prediction, Preset, Say
from coursekit.lab.display import CaseLab
from deterrence.evidence import guarantee_cases

KINDS = {"symbolic": "words only", "mixed": "words and more", "tangible": "no words"}
PRESENCE = {"none": "none", "token": "token: under 1,000", "tripwire": "tripwire: 1,000 to 10,000",
            "shield": "shield: over 10,000"}  # fmt: skip
ATTACKED = {"no": "no", "partial": "in part", "yes": "yes"}
RESPONSE = {"fought": "fought", "help_without_fighting": "helped without fighting", "diplomacy": "talked",
            "none": "nothing", "not_tested": "not tested"}  # fmt: skip
TABLE = guarantee_cases("guarantee").astype(object)
NEVER = int(((TABLE["kind"] == "symbolic") & (TABLE["challenged"] == "no")).sum())
REGIONS = {name.lower().replace(" ", "_"): name for name in sorted(set(TABLE["region"]))}


def _case(row: Any) -> Case:
    response, year = row["response"].replace(" ", "_"), row["challenge_year"]
    tested = None if pd.isna(year) else int(year)
    challenge = f"{row['challenge']} ({tested})." if row["challenge"] else "No challenge on record."
    lapsed = None if pd.isna(row["year_ended"]) else int(row["year_ended"])
    ended = f" It lapsed in {lapsed}." if lapsed else ""
    unseen = f" No source seen for: {row['unseen']}." if row["unseen"] else ""
    facts = (f"Promised by {row['guarantors']} in {row['year_made']}; {row['form']}. Troops there: {row['presence']}."
             f" {challenge} Response: {RESPONSE[response]}.{ended}")  # fmt: skip
    source = f"{row['source']}; on its end: {row['ended_source']}" if lapsed else row["source"]
    html = f"<p>{escape(facts)}</p><p>{escape(row['note'])}</p>"
    html += f'<p class="remark">Source: {escape(source)}; {escape(row["standing"])}.{escape(unseen)}</p>'
    values = {"kind": row["kind"], "presence": row["presence"], "era": "early" if row["year_made"] < 1945 else "late",
              "region": row["region"].lower().replace(" ", "_"), "attacked": row["attacked"], "response": response,
              "article": "yes" if row["article_uses"] else "no"}  # fmt: skip
    cells = [row["case"], str(row["year_made"]), row["guarantors"], KINDS[row["kind"]], row["presence"],
             str(lapsed or ""), str(tested or ""), ATTACKED[row["attacked"]], RESPONSE[response], row["confidence"],
             row["unseen"], row["source"], row["standing"]]  # fmt: skip
    end = tested if row["attacked"] == "yes" else lapsed
    place = (float(row["lon"]), float(row["lat"]))
    return Case(row["slug"], row["case"], row["kind"], int(row["year_made"]), end, html, values, cells, place, tested)


# fmt: off
LAB = CaseLab(
    id="cases",
    title="the case archive",
    question="Which guarantees were tested, and what came of them?",
    cases=[_case(row) for _, row in TABLE.iterrows()],
    filters=[
        Filter("kind", "Made of", KINDS), Filter("presence", "Troops on the spot", PRESENCE),
        Filter("era", "Made", {"early": "before 1945", "late": "since 1945"}), Filter("region", "Where", REGIONS),
        Filter("attacked", "Attacked", ATTACKED), Filter("response", "What the guarantor did", RESPONSE),
        Filter("article", "Named in the article", {"yes": "yes", "no": "no"}),
    ],
    columns=("Case", "Made", "By", "Made of", "Troops", "Lapsed", "Challenged", "Attacked", "Response",
             "Coder’s confidence", "No source seen for", "Source", "Standing"),
    says=[
        [Say("Attacked: {attacked.yes}, and {attacked.partial} in part. Fought for: {response.fought}.",
             lambda r: r("shown") > 0), Say("No case is like that.")],
        [Say("No share of these is a rate: famous failures are remembered, quiet successes are not.")],
    ],
    now=2026,
    timeline="From the promise to its end, by attack or by lapse",
    map="Where it was to hold",
    event="challenged",
    presets=[
        Preset("Words alone", {"kind": "symbolic"}, f"A text and no more. {NEVER} were never challenged."),
        Preset("Shields attacked", {"presence": "shield", "attacked": "yes"}, "In both, the guarantor attacked."),
        Preset("Never attacked", {"attacked": "no"}, "Did these deter, or did nobody want to attack?"),
        Preset("Named in the article", {"article": "yes"}, "What the article offers as proof or as warning."),
    ],
    predict=Prediction(
        id="cases", question="Of the guarantees with more than ten thousand troops on the spot, how many were attacked,"
        " wholly or in part?", state={"presence": "shield"}, high=20, start=2,
        answer=lambda r: r["attacked.yes"] + r["attacked.partial"],
        reason="Of {shown} in this list, {attacked.yes} were attacked and {attacked.partial} in part. That does not"
        " show that shields fail: they stand where attack is likely, and lists like this one are drawn from trouble.",
    ),
    caption="Coded by an AI working for this course; a second AI coded 45 of them blind. A bar ends with an attack, or"
    " in the year in which a source says that the promise lapsed; where none was seen, it runs on. Three rows that are"
    " for comparison only are left out.",
    badges=("measured", "claimed"),
)
