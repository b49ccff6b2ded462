"""The numbers in the text of the chapter *symbiosis*, and the claims that rest on them."""

from __future__ import annotations

import numpy as np

from deterrence.labs.symbiosis.frontier import LAB as FRONTIER
from deterrence.labs.symbiosis.shapley import CREDITS
from deterrence.labs.symbiosis.shapley import LAB as SHAPLEY
from deterrence.labs.symbiosis.together import LAB as TOGETHER
from deterrence.labs.symbiosis.window import LAB as WINDOW
from deterrence.model import GRAPH, draws
from deterrence.model.frontier import table
from deterrence.model.unguarded import NOTHING, PILLARS
from deterrence.text.states import hold

LITTLE = {"prize": 0.5, "budget": 20.0}
MUCH = {"prize": 1.6, "budget": 20.0}
SUDDEN = {"buildup_years": 0, "budget": 40.0, "prize": 2.5, "cost_both": 0.4}
THREE = {"words_share": 0.0, "troops_share": 1 / 3, "industry_share": 1 / 3, "army_share": 1 / 3}


def symbiosis_numbers() -> dict[str, float]:
    """Return every number that the chapter glues, by the name under which the text asks for it.

    Raises
    ------
    ValueError
        If the model changed so far that a sentence of the chapter is no longer true; the message says which.
    """
    n: dict[str, float] = {}
    for name, state in {"start": {"budget": 20.0}, "little": LITTLE, "much": MUCH}.items():
        r = TOGETHER.readings(**state)
        for end in ("", ".low", ".high"):
            n[f"{name}-whole{end.replace('.', '-')}"] = 100 * r[f"tangible.deterrence_value{end}"]
        n[f"{name}-parts"] = 100 * r["tangible.apart_value"]
        n[f"{name}-more"] = _share_of_draws(**state)
        n[f"{name}-whole-odds"], n[f"{name}-parts-odds"] = _odds(**state)
    weak, strong = (TOGETHER.readings(budget=6.0, protege_strength=m) for m in (0.45, 1.2))
    for name, r in (("weak", weak), ("strong", strong)):
        n[f"{name}-help"] = 100 * r["symbolic.help_matters"]
        for end in ("", ".low", ".high"):
            n[f"{name}-q{end.replace('.', '-')}"] = r[f"symbolic.credibility{end}"]
        n[f"{name}-needed"] = r["symbolic.critical_credibility"]
        n[f"{name}-attack"] = _attack(0.45 if name == "weak" else 1.2)
        n[f"{name}-q-success"] = TOGETHER.readings(
            budget=6.0, protege_strength=0.45 if name == "weak" else 1.2, form_help="success"
        )["symbolic.credibility"]
    n["less-credible"] = _share_less_credible()
    for name, budget in (("small", 1.0), ("large", 30.0)):
        r = SHAPLEY.readings(budget=budget)
        for credit in CREDITS:
            n[f"{name}-{credit.removesuffix('_credit')}"] = 100 * r[f"mixed.{credit}"]
            n[f"{name}-{credit.removesuffix('_credit')}-high"] = 100 * r[f"mixed.{credit}.high"]
            n[f"{name}-{credit.removesuffix('_credit')}-low"] = 100 * r[f"mixed.{credit}.low"]
    for name, budget in (("one", 1.0), ("ten", 10.0), ("thirty", 30.0)):
        r = FRONTIER.readings(budget=budget)
        for short, series in (("best", "mixed"), ("things", "tangible")):
            for end in ("", ".low", ".high"):
                n[f"{name}-{short}{end.replace('.', '-')}"] = 100 * r[f"{series}.best_value{end}"]
        for share in ("words", "troops", "industry", "army"):
            n[f"{name}-{share}-share"] = r[f"mixed.best_{share}"]
    for name, year in (("sudden", 0), ("later", 1)):
        r = WINDOW.readings(**SUDDEN | {"buildup_years": year})
        n |= {f"{name}-shift{end.replace('.', '-')}": 100 * r[f"tangible.shift{end}"] for end in ("", ".low", ".high")}
        n["threshold"] = 100 * r["tangible.preventive_threshold"]
    r = WINDOW.readings(budget=10.0, buildup_years=2)
    n["two-years"] = r["tangible.building_value"] / r["tangible.deterrence_value"]
    r = WINDOW.readings(budget=10.0, buildup_years=0)
    n["ten-shift"], n["ten-threshold"] = 100 * r["tangible.shift"], 100 * r["tangible.preventive_threshold"]
    _check(n)
    return {name: float(value) for name, value in n.items()}


def _share_of_draws(**state: float) -> float:
    """Return the share of draws in which the three pillars are worth more than their sum."""
    part = GRAPH.behind("synergy")
    drawn = part.draws(draws(), {**THREE, **state}, 512)
    return float(np.mean(part.evaluate(**THREE, **state, **drawn)["synergy"] > 0))


def _odds(**state: float) -> tuple[float, float]:
    """Return what the three take off the logarithm of the odds of attack: together, and one by one added up."""
    part = GRAPH.behind("attack_probability")

    def log_odds(**shares: float) -> float:
        chance = float(part.evaluate(**NOTHING | shares, **state)["attack_probability"])
        return float(np.log(chance / (1 - chance)))

    none = log_odds()
    apart = sum(none - log_odds(**{pillar: THREE[pillar]}) for pillar in PILLARS[1:])
    return none - log_odds(**{pillar: THREE[pillar] for pillar in PILLARS[1:]}), apart


def _share_less_credible() -> float:
    """Return the share of draws in which the promise is less credible for the stronger of the two protégés."""
    part = GRAPH.behind("credibility")
    given = {"words_share": 1.0, "budget": 6.0}
    drawn = {k: v for k, v in part.draws(draws(), given, 512).items() if k != "protege_strength"}
    weak, strong = (part.evaluate(**given, **drawn, protege_strength=m)["credibility"] for m in (0.45, 1.2))
    return float(np.mean(strong < weak))


def _attack(m: float) -> float:
    """Return the chance of attack against words alone, at six billion a year and a protégé of strength ``m``."""
    part = GRAPH.behind("attack_probability")
    return float(part.evaluate(words_share=1.0, budget=6.0, protege_strength=m)["attack_probability"])


def _check(n: dict[str, float]) -> None:
    claims = {
        "with little at stake the whole is less than its parts": n["little-whole"] < n["little-parts"] - 1,
        "with much at stake it is more": n["much-whole"] > n["much-parts"] + 1,
        "in between it is about their sum": abs(n["start-whole"] - n["start-parts"]) < 1,
        "most draws agree with little at stake": n["little-more"] < 0.35,
        "most draws agree with much at stake": n["much-more"] > 0.65,
        "on the scale of odds the three never reach their sum at small prizes": n["little-whole-odds"]
        < n["little-parts-odds"],
        "a strong protégé has a less credible guarantor": n["strong-q"] < n["weak-q"],
        "if success is what counts, a more credible one": n["strong-q-success"] > n["weak-q-success"] + 0.05,
        "every draw agrees that the usual form makes it less credible": n["less-credible"] == 1,
        "and is attacked less all the same": n["strong-attack"] < n["weak-attack"],
        "and needs none": not n["strong-needed"] > 0,
        "words have most credit when money is short": n["small-words"] > n["small-troops"],
        "presence has most when there is much": n["large-troops"] > n["large-words"],
        "industry and army come last": max(n["large-industry"], n["large-army"]) < n["large-words"],
        "the first billion has nothing for industry": n["one-industry-share"] == 0,
        "the frontier never buys industry or army without presence": all(
            troops > 0 or industry == army == 0 for rows in table().values() for _, troops, industry, army in rows
        ),
        "of ten billion both get something": min(n["ten-industry-share"], n["ten-army-share"]) > 0,
        "things only are worth less than the best of both": n["ten-things"] < n["ten-best"],
        "the sudden shift opens the window": n["sudden-shift"] > n["threshold"],
        "and a year shuts it": n["later-shift"] < n["threshold"],
        "ten billion open none": n["ten-shift"] < n["ten-threshold"] / 2,
    }
    hold("symbiosis", claims)
