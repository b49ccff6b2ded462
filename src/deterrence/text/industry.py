"""The numbers in the text of the chapter *industry*, and the claims that rest on them."""

from __future__ import annotations

from deterrence.evidence import aid_months, findings, production_claims, production_ranges, promise_delivery
from deterrence.labs.industry import arms, delivery, endurance, investor, learning
from deterrence.model.industry import production
from deterrence.text.states import States, at_states, hold

ENDURANCE: States = {
    "five": {"month": 60},
    "sheds": {"month": 60, "stock_start": 2000},
    "never": {"month": 60, "aid_gap": 0},
    "bridge": {"month": 60, "aid_gap": 36, "capacity_goal": 160},
}
DELIVERY: States = {"due": {}, "sent": {"sent_share": 1}, "early": {"ramp_midpoint": 8}}
LEARNING: States = {
    "usual": {"units_made": 10_000, "idle_months": 0},
    "slow": {"units_made": 10_000, "learning_rate": 0.03},
    "fast": {"units_made": 10_000, "learning_rate": 0.25},
    "pause": {"idle_months": 24},
}
INVESTOR: States = {
    "insured": {},
    "helped": {"public_share": 0.65},
    "rules": {"insured_share": 0, "rule_loss": 0, "uptime": 1},
}
ARMS: States = {
    "proposed": {},
    "even": {"budget": 5},
    "costless": {"budget": 5, "audience_ceiling": 0},
    "rich": {"budget": 20},
    "memo": {"equal_cost": "size", "commitment": "memorandum", "industry_programme": 5},
}


def industry_numbers() -> dict[str, float]:
    """Return every number that the chapter glues, by the name under which the text asks for it.

    Raises
    ------
    ValueError
        If evidence or model changed so far that a sentence of the chapter is no longer true; the message says which.
    """
    numbers: dict[str, float] = {row["finding"]: float(row["value"]) for row in findings().to_dict("records")}
    labs = (endurance, ENDURANCE), (delivery, DELIVERY), (learning, LEARNING), (investor, INVESTOR), (arms, ARMS)
    for module, states in labs:
        numbers |= at_states(module.LAB, states)
    numbers |= {f"{n}-points": 100 * v for n, v in numbers.items() if "deterrence_value" in n}
    numbers |= {"made-first": float(production(0.0)), "made-last": float(production(60.0)), "growth": endurance.GROWTH}
    numbers |= _evidence()
    _check(numbers)
    return numbers


def _evidence() -> dict[str, float]:
    aid = aid_months()["military"]
    usual = aid.rolling(12).median().shift()
    shells = promise_delivery().query("promise == 'eu_shells' and standing == 'claimed'").set_index("kind")
    came = shells.loc["delivered"]
    at_due = came[came["as_of"].between("2024-01-31", "2024-03-31")]["low"] / 1000
    met = came[came["share_low"] >= 1]["as_of"].min()
    eu = production_ranges().query("item == '155 mm shells' and measure == 'capacity' and year == 2024").iloc[0]
    claim = production_claims().set_index("claim")["low"]
    return {
        "aid-months": float(usual.notna().sum()),
        "aid-thin": float((aid < usual / 2).sum()),
        "due-claim-low": float(at_due.min()),
        "due-claim-high": float(at_due.max()),
        "months-late": float((met - came["due"].iloc[0]).days / 30.44),
        "eu-low": float(eu["low"]) / 1000,
        "eu-high": float(eu["high"]) / 1000,
        "eu-claims": float(eu["claims"]),
        "ua-fire": float(claim["ua_fire_cnn"]),
        "ru-fire": float(claim["ru_fire_cnn"]),
        "korea-2021": float(claim["kr_exports_2021"]),
        "korea-2022": float(claim["kr_exports_2022"]),
        "turkey-high": float(claim["tr_exports_2024_ssb"]),
        "turkey-low": float(claim["tr_exports_2024_tim"]),
    }


def _check(n: dict[str, float]) -> None:
    hold(
        "industry",
        {
            "own production alone fails within months": n["five-tangible-endurance"] <= 3,
            "aid alone lasts until it stops": 24 <= n["five-nothing-endurance"] <= 26,
            "so it does in nine draws of ten": n["five-nothing-endurance-low"] == n["five-nothing-endurance-high"],
            "both together hardly outlast the gap": n["five-mixed-endurance"] - n["five-nothing-endurance"] <= 2,
            "with full sheds both together hold throughout": n["sheds-mixed-endurance"] >= 60,
            "even with full sheds neither alone holds": max(n["sheds-tangible-endurance"], n["sheds-nothing-endurance"])
            < 60,
            "with aid that never stops no factory is needed": n["never-nothing-endurance"] >= 60,
            "as a bridge aid is enough": n["bridge-mixed-endurance"] >= 60,
            "without the bridge the same factories come too late": n["bridge-tangible-endurance"] <= 3,
            "Ukraine fired a fifth of what Russia did": abs(n["ua-fire"] / n["ru-fire"] - 0.2) < 0.02,
            "full sheds let own production hold for the 20 months of the exercise": n["sheds-tangible-endurance"] == 20,
            "in the model about half is late": 500 < n["due-tangible-delivered"] < 650,
            "to send everything is not enough": n["sent-tangible-delivered"] < 1000,
            "to order earlier is not enough": n["early-tangible-delivered"] < 1000,
            "claims differ more than threefold": n["eu-high"] > 3 * n["eu-low"],
            "insurance brings projects": n["insured-mixed-projects_viable"] > n["insured-nothing-projects_viable"],
            "rules and power bring more than insurance": n["rules-nothing-projects_viable"]
            > n["insured-mixed-projects_viable"],
            "insured capital shows less trust": n["insured-mixed-trust_shown"] < n["insured-nothing-trust_shown"] - 0.1,
            "at the sizes proposed the industry is ahead in most draws": n["proposed-ahead"] > 0.7,
            "at five billion words do more": n["even-symbolic-deterrence_value"] > n["even-tangible-deterrence_value"],
            "at twenty billion words do more": n["rich-symbolic-deterrence_value"]
            > n["rich-tangible-deterrence_value"],
            "a costless word does nothing": abs(n["costless-symbolic-deterrence_value"]) < 0.005,
            "industry beats a memorandum": n["memo-tangible-deterrence_value"] > n["memo-symbolic-deterrence_value"],
            "industry makes help less likely": n["even-tangible-credibility"] < n["even-symbolic-credibility"],
        },
    )
