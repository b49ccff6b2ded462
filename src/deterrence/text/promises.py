"""The numbers in the text of the chapter *promises*, and the claims that rest on them."""

from __future__ import annotations

from collections.abc import Mapping
from math import isnan

import numpy as np
import numpy.typing as npt

from deterrence.evidence import findings, honour_rates, promises_tested
from deterrence.labs._shared.crossover import budgets, crossover
from deterrence.labs.promises.hands import LAB as HANDS
from deterrence.labs.promises.promise import LAB
from deterrence.labs.promises.signalling import LAB as GAME
from deterrence.text.lab_numbers import cost_of
from deterrence.text.states import hold

# The lab's states that the text speaks of.
STATES: dict[str, dict[str, float | str]] = {
    "proposed": {},
    "start": {"budget": 1.0},
    "rich": {"budget": 5.0},
    "small": {"prize": 0.8, "budget": 1.0},
    "tiny": {"prize": 0.5, "budget": 1.0},
    "large": {"prize": 2.0, "budget": 1.0},
    "memo": {"equal_cost": "size", "commitment": "memorandum"},
}
GAME_STATES: dict[str, dict[str, float | str]] = {
    "game": {},
    "game-erring": {"signal_errors": 0.1},
    "game-few-erring": {"signal_errors": 0.1, "determined_share": 0.05},
}


def promises_numbers() -> dict[str, float]:
    """Return every number that the chapter glues, by the name under which the text asks for it.

    Raises
    ------
    ValueError
        If evidence or model changed so far that a sentence of the chapter is no longer true; the message says which.
    """
    numbers: dict[str, float] = {}
    for row in honour_rates().to_dict("records"):
        for column in ("honoured", "tested", "wars", "rate", "low", "high"):
            numbers[f"{row['obligation']}-{row['era']}-{column}"] = row[column]
    in_world_wars = promises_tested()["war"].isin(["World War I", "World War II"])
    numbers["world-wars"] = int(in_world_wars.sum())
    for finding in findings().to_dict("records"):
        numbers[finding["finding"]] = abs(finding["value"])  # the text says "fewer" or "more" itself
    for name, state in STATES.items():
        readings = LAB.readings(**state)
        for series in ("symbolic", "tangible"):
            numbers[f"{name}-{series}-points"] = 100 * readings[f"{series}.deterrence_value"]
            numbers[f"{name}-{series}-points-low"] = 100 * readings[f"{series}.deterrence_value.low"]
            numbers[f"{name}-{series}-points-high"] = 100 * readings[f"{series}.deterrence_value.high"]
            numbers[f"{name}-{series}-q"] = readings[f"{series}.credibility"]
            numbers[f"{name}-{series}-needed"] = readings[f"{series}.critical_credibility"]
    enough = {series: _enough(series, STATES["small"]) for series in ("symbolic", "tangible")}
    numbers["small-only-words"] = float(np.mean(enough["symbolic"] & ~enough["tangible"]))
    numbers["small-only-troops"] = float(np.mean(enough["tangible"] & ~enough["symbolic"]))
    numbers["words-price"] = LAB.graph.defaults["words_price"]
    numbers |= _turn()
    numbers["proposed-cost-times"] = cost_of(LAB, "tangible") / cost_of(LAB, "symbolic")
    unguarded = LAB.graph.evaluate(words_share=0.0, troops_share=0.0, prize=STATES["small"]["prize"])
    numbers["no-guarantee-q"] = float(unguarded["credibility"])
    for name, size in (("hands", 0.1), ("hands-large", 0.4)):
        signal = HANDS.readings(signal_cost=size)
        for short, series in (("tied", "symbolic"), ("sunk", "tangible")):
            for end in ("", "-low", "-high"):
                numbers[f"{name}-{short}{end}"] = 100 * signal[f"{series}.signal_value{end.replace('-', '.')}"]
        numbers[f"{name}-size"] = size
        numbers[f"{name}-price"] = signal["tangible.signal_price"] / signal["symbolic.signal_price"]
    numbers["hands-below"] = HANDS.readings(signal_cost=0.39)["tangible.signal_belief"]
    numbers["hands-sure"] = HANDS.readings(signal_cost=0.4)["tangible.signal_belief"]
    for name, state in GAME_STATES.items():
        made = GAME.readings(**state)
        for short, series in (("tied", "symbolic"), ("sunk", "tangible")):
            numbers[f"{name}-{short}-senders"] = made[f"{series}.senders_share"]
            numbers[f"{name}-{short}-payoff"] = made[f"{series}.game_payoff"]
            for end in ("", "-low", "-high"):
                numbers[f"{name}-{short}-war{end}"] = made[f"{series}.game_war{end.replace('-', '.')}"]
            numbers[f"{name}-{short}-bluffs"] = made[f"{series}.bluffs_sent"]
    _check(numbers)
    return {name: value if isinstance(value, int) else float(value) for name, value in numbers.items()}


def _turn() -> dict[str, float]:
    """Return the budget at which troops pass words, and in how many draws they do so early or never."""
    found = crossover(LAB)
    return {
        "turn-budget": found.usual,
        "turn-before": LAB.readings(budget=1.0)["ahead"],  # as the lab itself says it there
        "turn-never": found.never,
        "turn-largest": float(budgets(LAB)[-1]),
    }


def _enough(series: str, state: Mapping[str, float | str]) -> npt.NDArray[np.bool_]:
    """Return, draw by draw, whether the credibility that a side of the lab has is above the one that deters."""
    graph = LAB.graph
    given = {**LAB.state(**state), **LAB.compare[series]}
    drawn = graph.draws(LAB.draws, given, len(next(iter(LAB.draws.values()))))
    values = graph.evaluate(**{name: value for name, value in given.items() if name in graph.defaults}, **drawn)
    return np.asarray(values["credibility"] > values["critical_credibility"], dtype=np.bool_)


def _check(n: dict[str, float]) -> None:
    claims = {
        "at the sizes proposed the troops do more": n["proposed-tangible-points"] > n["proposed-symbolic-points"]
        and n["proposed-cost-times"] > 10,
        "at a billion the words do more than the troops": n["start-symbolic-points"] > n["start-tangible-points"],
        "at five billion the troops do more": n["rich-tangible-points"] > n["rich-symbolic-points"],
        "troops pass words between one and five billion": 1 < n["turn-budget"] < 5,
        "in many draws they pass them before, or never": min(n["turn-before"], n["turn-never"]) > 0.1,
        "raising the budget hardly helps the words": n["rich-symbolic-points"] - n["start-symbolic-points"] < 2,
        "at prize 0.8 words are enough": n["small-symbolic-q"] > n["small-symbolic-needed"],
        "words alone being enough at prize 0.8 holds in a minority of draws": 0 < n["small-only-words"] < 0.5,
        "at prize 0.8 no guarantee is not enough": n["no-guarantee-q"] < n["small-symbolic-needed"],
        "at prize 2 no credibility is enough": isnan(n["large-symbolic-needed"]),
        "at a smaller prize attack does not pay": n["tiny-symbolic-needed"] <= 0,
        "a memorandum does next to nothing": 0 < n["memo-symbolic-points"] < 5,
        "a small promise convinces more than a small sunk cost": n["hands-tied"] > n["hands-sunk"],
        "a large sunk cost convinces more than a large promise": n["hands-large-sunk"] > n["hands-large-tied"],
        "at many times the expected price": n["hands-large-price"] > 5,
        "a signal of 0.4, and no smaller one, leaves no doubt": n["hands-below"] < 0.995 and n["hands-sure"] == 1,
        "nobody bluffs in equilibrium": n["game-tied-bluffs"] == n["game-sunk-bluffs"] == 0,
        "tied hands pay better": n["game-tied-payoff"] > n["game-sunk-payoff"],
        "with tied hands the chance of war hardly moves": n["game-tied-war-high"] - n["game-tied-war-low"] < 0.01,
        "tied hands bring more war": n["game-tied-war"] > n["game-sunk-war"],
        "with errors and few determined challengers sunk costs bring more war": n["game-few-erring-sunk-war"]
        > n["game-few-erring-tied-war"],
        "two in three before 1945": abs(n["any-1816-1944-rate"] - 2 / 3) < 0.02,
    }
    hold("promises", claims)
