"""The numbers in the text of the chapter *presence*, and the claims that rest on them."""

from __future__ import annotations

import numpy as np

from deterrence.evidence import battlegroups, troop_presence
from deterrence.labs.presence.clock import LAB as CLOCK
from deterrence.labs.presence.consent import LAB as CONSENT
from deterrence.labs.presence.provocation import LAB as PROVOCATION
from deterrence.labs.presence.tripwire import LAB as TRIPWIRE
from deterrence.model import GRAPH, draws
from deterrence.text.lab_numbers import States, found_numbers, lab_numbers
from deterrence.text.states import hold

SIZE = {"equal_cost": "size"}
TRIPPED: States = {
    "start": {},
    "five": SIZE | {"contingent": 5000},
    "no-pull": SIZE | {"contingent": 5000, "tripwire_pull": 0.0},
    "strong-pull": SIZE | {"contingent": 5000, "tripwire_pull": 0.45},
    "many": SIZE | {"contingent": 40_000},
    "watchers": SIZE | {"contingent": 5000, "mandate": "observe"},
    "budget": {"budget": 6.0},
}
TIMED: States = {
    "clock": {"contingent": 10_000},
    "game": {"protege_strength": 0.05, "seize_distance": 200, "contingent": 1500, "heavy_share": 0.2},
    "quick": {"decision_days": 0.5, "deploy_days": 4},
}
KEPT: States = {"decades": {"presence_years": 35, "giver_loss": 0.02}}
PROVOKED: States = {
    "twenty": {"contingent": 20_000},
    "smooth": {"contingent": 20_000, "friction": 0, "provocation": 0},
}
BALTIC = ["Estonia", "Latvia", "Lithuania"]
SURVEYED = ("many-musgrave2018", "treaty-musgrave2018", "success-musgrave2018")


def presence_numbers() -> dict[str, float]:
    """Return every number that the chapter glues, by the name under which the text asks for it.

    Raises
    ------
    ValueError
        If evidence or model changed so far that a sentence of the chapter is no longer true; the message says which.
    """
    numbers = found_numbers()
    for lab, states in ((TRIPWIRE, TRIPPED), (CLOCK, TIMED), (CONSENT, KEPT), (PROVOCATION, PROVOKED)):
        numbers |= lab_numbers(lab, states)
    numbers |= _turn() | _history()
    numbers |= {f"{name}-points": 100 * numbers[name] for name in SURVEYED}
    numbers["game-hours"] = 24 * numbers["game-symbolic-seize-days"]
    numbers["bought-days"] = numbers["clock-tangible-seize-days"] - numbers["clock-symbolic-seize-days"]
    _check(numbers)
    return {name: float(value) for name, value in numbers.items()}


def _turn() -> dict[str, float]:
    """Where the guarantor's resolve is highest along the number of troops, and where it falls below that of none."""
    troops = np.arange(0, 60_001, 100.0)
    part, given = GRAPH.behind("credibility"), {"troops_share": 1.0, "words_share": 0.0, "equal_cost": 0.0}
    credibility = part.evaluate(**given, contingent=troops)["credibility"]
    drawn = part.draws(draws(), given, 512)
    spread = part.evaluate(**given, **drawn, contingent=troops[:, None])["credibility"]
    peaks = troops[np.argmax(spread, axis=0)]
    top = int(np.argmax(credibility))
    below = top + int(np.argmax(credibility[top:] < credibility[0]))
    return {
        "peak-troops": troops[top],
        "peak-credibility": credibility[top],
        "none-credibility": credibility[0],
        "below-troops": troops[below],
        "peak-troops-low": float(np.quantile(peaks, 0.05)),
        "peak-troops-high": float(np.quantile(peaks, 0.95)),
        "many-below": float(np.mean(spread[troops == 40_000] < spread[0])),
    }


def _history() -> dict[str, float]:
    groups = battlegroups()
    there = groups[groups["as_of"].astype(str) == "2022-06-28"].set_index("host")["troops"].astype(float)
    troops = troop_presence()
    korea = troops[troops["host"] == "South Korea"].set_index("year")["low"].astype(float)
    numbers = {f"{host.lower()}-2022": there[host] for host in [*BALTIC, "Poland"]}
    numbers["baltic-most"] = max(there[host] for host in BALTIC)
    numbers["four-2022"] = sum(there[host] for host in [*BALTIC, "Poland"])
    return numbers | {f"korea-{year}": korea[year] for year in (1950, 1960, 1968, 2024)}


def _check(n: dict[str, float]) -> None:
    none, five = n["five-nothing-win-alone"], n["five-tangible-win-alone"]
    hold(
        "presence",
        {
            "five thousand troops are a tripwire: they move resolve more than the balance": n[
                "five-tangible-credibility"
            ]
            - n["five-nothing-credibility"]
            > none - five,
            "forty thousand are a shield: they move the balance and lower resolve": none - n["many-tangible-win-alone"]
            > 0.15
            and n["many-tangible-credibility"] < n["many-nothing-credibility"],
            "without a pull less than half of their value is left": 2 * n["no-pull-tangible-deterrence-value"]
            < n["five-tangible-deterrence-value"],
            "with a strong pull they are worth more than the words": n["strong-pull-tangible-deterrence-value"]
            > n["strong-pull-symbolic-deterrence-value"],
            "five thousand who only watch are worth less than nothing": n["watchers-tangible-deterrence-value"] < 0,
            "ten thousand soldiers buy less than a day": n["bought-days"] < 1,
            "the games' case gives less than sixty hours": n["game-hours"] < n["hours-shlapak2016"],
            "quick help is there first": n["quick-symbolic-react-days"] < n["quick-symbolic-seize-days"],
            "after 35 years it is a coin's toss": abs(n["decades-tangible-presence-kept"] - 0.5) < 0.02,
            "disputes rise even without friction": n["smooth-tangible-dispute-probability"]
            > n["smooth-nothing-dispute-probability"],
            "in each Baltic state there were fewer than 2,000": n["baltic-most"] < 2000,
            "up to how many days help may take, with 5,000 troops: 3.5": abs(
                CLOCK.readings()["tangible.seize_days"] - 2 - 3.5
            )
            < 0.05,
        },
    )
