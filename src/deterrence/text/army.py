"""The numbers in the text of the chapter *army*, and the claims that rest on them."""

from __future__ import annotations

from deterrence.evidence import findings, interception_claims
from deterrence.labs.army import interoperability, killchain, lanchester, modern, salvo
from deterrence.text.states import States, at_states, hold

LANCHESTER: States = {
    "usual": {},
    "linear": {"lanchester_exponent": 1, "defender_effect": 8},
    "square": {"lanchester_exponent": 2, "defender_effect": 8},
    "mass": {"lanchester_exponent": 2, "defenders": 700, "defender_effect": 5},
}
KILLCHAIN: States = {
    "chain": {},
    "jam": {"outage": 0.4},
    "few": {"attempts": 80, "outage": 0.4},
    "weak": {"decide": 0.3},
}
SALVO: States = {"stock": {}, "double": {"resupply": 80, "salvos": 20}, "long": {"salvos": 20}}
TOGETHER: States = {
    "signed": {"training_years": 0},
    "ten": {"training_years": 10},
    "apart": {"interoperability_start": 0.4, "training_years": 10},
}
MODERN: States = {
    "proposed": {},
    "even": {"budget": 10},
    "strong": {"budget": 10, "protege_strength": 0.9},
    "small": {"budget": 10, "protege_strength": 0.1},
    "memo": {"equal_cost": "size", "commitment": "memorandum", "army_programme": 10},
}


def army_numbers() -> dict[str, float]:
    """Return every number that the chapter glues, by the name under which the text asks for it.

    Raises
    ------
    ValueError
        If evidence or model changed so far that a sentence of the chapter is no longer true; the message says which.
    """
    numbers: dict[str, float] = {row["finding"]: float(row["value"]) for row in findings().to_dict("records")}
    labs = (lanchester, LANCHESTER), (killchain, KILLCHAIN), (salvo, SALVO), (interoperability, TOGETHER)
    for module, states in (*labs, (modern, MODERN)):
        numbers |= at_states(module.LAB, states)
    numbers |= {f"{n}-points": 100 * v for n, v in numbers.items() if "deterrence_value" in n}
    numbers["ten-points"] = 100 * (numbers["ten-nothing-attack_probability"] - numbers["ten-mixed-attack_probability"])
    numbers["standards-share2024"] = numbers["standards-rubryka2024"] / numbers["standards-all2024"]
    numbers |= {row["claim"].replace("_", "-"): float(row["low"]) for row in interception_claims().to_dict("records")}
    _check(numbers)
    return numbers


def _check(n: dict[str, float]) -> None:
    hold(
        "army",
        {
            "under the linear law the modern hold": n["linear-tangible-battle_margin"] > 0,
            "under the square law the same arms fail": n["square-tangible-battle_margin"] < 0,
            "a mass can hold where the modern fail": n["mass-nothing-battle_margin"]
            > 0
            > n["mass-tangible-battle_margin"],
            "skill alone turns the outcome": n["linear-tangible-battle_margin-low"]
            < 0
            < n["linear-tangible-battle_margin-high"],
            "the chain fails more often than it holds": n["chain-tangible-kill_chance"] < 0.5,
            "failing together costs most where much is tried": n["jam-mixed-stopped_together"]
            < n["jam-tangible-stopped_together"] - 0.3,
            "with few attempts failing together is better": n["few-mixed-stopped_together"]
            > n["few-tangible-stopped_together"],
            "standards alone change nothing": n["signed-mixed-interoperability"]
            == n["signed-nothing-interoperability"],
            "ten years take few points off": 1 < n["ten-points"] < 6,
            "at the sizes proposed the army is ahead in most draws": n["proposed-ahead"] > 0.6,
            "at ten billion words are ahead of the army": n["even-symbolic-deterrence_value"]
            > n["even-tangible-deterrence_value"],
            "with 0.9 of the strength the army is ahead": n["strong-tangible-deterrence_value"]
            > n["strong-symbolic-deterrence_value"],
            "quality multiplies what is there": n["small-tangible-deterrence_value"] < 0.02,
            "the army beats a memorandum": n["memo-tangible-deterrence_value"] > n["memo-symbolic-deterrence_value"],
            "claims on missiles run from a fifth to more than four fifths": n["missiles-to-dec2023"] < 0.25
            and n["both-feb2024"] > 0.8,
        },
    )
