"""The numbers in the text of the chapter *design*, and the claims that rest on them."""

from __future__ import annotations

import pandas as pd

from deterrence.evidence import provider_profiles, provider_statements
from deterrence.labs.design.design import ABSENT, EVEN, LAB
from deterrence.labs.design.restraint import LAB as RESTRAINT
from deterrence.model.coalition import MEMBERS
from deterrence.text.states import hold

FOUR = {**ABSENT, "with_poland": "1", "with_nordics": "1"}
STATES: dict[str, dict[str, float | str]] = {
    "even": {**EVEN, "budget": 5.0},
    "arms": {"words_share": 0, "troops_share": 0, "industry_share": 0.5, "army_share": 0.5, "budget": 5.0},
    "words": {"words_share": 1, "troops_share": 0, "industry_share": 0, "army_share": 0, "budget": 5.0},
    "all": {**EVEN, "budget": 10.0},
    "four": {**EVEN, **FOUR, "budget": 10.0},
    "four-spent": {**EVEN, **FOUR, "budget": 10.0, "by_spending": "spent"},
    "no-us": {**EVEN, "with_us": "0", "budget": 10.0},
}


def design_numbers() -> dict[str, float]:
    """Return every number that the chapter glues, by the name under which the text asks for it.

    Raises
    ------
    ValueError
        If evidence or model changed so far that a sentence of the chapter is no longer true; the message says which.
    """
    n: dict[str, float] = {}
    for name, state in STATES.items():
        r = LAB.readings(**state)
        for end in ("", ".low", ".high"):
            n[f"{name}-points{end.replace('.', '-')}"] = 100 * r[f"mixed.deterrence_value{end}"]
        for fear in ("win_expected", "drawn_in", "overrun", "coalition_share", "largest_member"):
            for end in ("", ".low", ".high"):
                n[f"{name}-{fear.replace('_', '-')}{end.replace('.', '-')}"] = r[f"mixed.{fear}{end}"]
            n[f"{name}-{fear.replace('_', '-')}-none"] = r[f"nothing.{fear}"]
    bold = RESTRAINT.readings(claim=1.0)
    for end in ("", ".low", ".high"):
        short = end.replace(".", "-")
        n |= {f"bold-{series}{short}": bold[f"{series}.crisis_begun{end}"] for series in RESTRAINT.compare}
        n[f"bold-entrapped{short}"] = bold[f"tangible.entrapped{end}"]
    n["bold-conditional"] = RESTRAINT.readings(claim=1.0, form_protege="conditional")["tangible.entrapped"]
    profiles = provider_profiles()
    aid = profiles["military aid"].dropna()
    n["aid-all"], n["aid-us"] = aid.sum(), aid["United States"]
    nordics = aid[list(MEMBERS["with_nordics"])].sum()
    n["aid-nordics"], n["aid-germany"], n["aid-uk"] = nordics, aid["Germany"], aid["United Kingdom"]
    n["aid-france"], n["aid-poland"] = aid["France"], aid["Poland"]
    n["share-poland"] = float(profiles["military spending share"]["Poland"])
    words = latest_words()
    n["said-yes"] = int((words == "troops in Ukraine after a ceasefire").sum())
    n["said-open"] = int((words == "open, on conditions").sum())
    n["said-no"] = int((words == "no troops in Ukraine").sum())
    n["said-outside"] = int((words == "support from outside Ukraine").sum())
    n["said"] = len(words)
    _check(n, words)
    return {name: value if isinstance(value, int) else float(value) for name, value in n.items()}


def latest_words() -> pd.Series[str]:
    """Return what each provider said last about troops, by our sorting."""
    latest: pd.Series[str] = provider_statements().sort_values("as_of").groupby("provider")["stance"].last()
    return latest


def _check(n: dict[str, float], words: pd.Series[str]) -> None:
    claims = {
        "a protégé that counts on help begins more crises, most with troops": n["bold-nothing"]
        < n["bold-symbolic"]
        < n["bold-tangible"],
        "with help in defence only nobody is entrapped": n["bold-conditional"] == 0 < n["bold-entrapped"],
        "an even package draws the guarantor in": n["even-drawn-in"] > n["even-drawn-in-none"] + 0.03,
        "arms alone do not": n["arms-drawn-in"] <= n["arms-drawn-in-none"] + 0.005,
        "and protect less": n["arms-overrun"] > n["even-overrun"],
        "words draw it in most": n["words-drawn-in"] > n["even-drawn-in"],
        "the four stand for about a third of the aid": 0.3 < n["four-coalition-share"] < 0.37,
        "and for far less of the spending": n["four-spent-coalition-share"] < 0.2,
        "the Nordic states gave more than Germany": n["aid-nordics"] > n["aid-germany"],
        "they gave most in Europe": n["aid-nordics"]
        > max(n["aid-germany"], n["aid-uk"], n["aid-france"], n["aid-poland"]),
        "Poland said no": words["Poland"] == "no troops in Ukraine",
        "Britain and France said yes": bool(
            (words[["United Kingdom", "France"]] == "troops in Ukraine after a ceasefire").all()
        ),
        "Norway, Sweden and Denmark are open": bool(
            (words[["Norway", "Sweden", "Denmark"]] == "open, on conditions").all()
        ),
        "Finland would help from outside": words["Finland"] == "support from outside Ukraine",
        "Germany would help from outside": words["Germany"] == "support from outside Ukraine",
        "the four deter less than all": n["four-points"] < n["all-points"],
    }
    hold("design", claims)
