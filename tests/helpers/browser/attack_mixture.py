"""A class of any size in which some attack the marking: hand-ins with code, each with what may become of it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from attacks import ATTACKS
from hand_ins import key, receipt
from paths import ROOT

from coursekit.exercise.file.read import read

PLAIN, PANDAS = "symbiosis_credit", "promises_honour"
NOT_RIGHT = {"wrong", "partly", "error", "suspicious"}


@dataclass(frozen=True)
class Expected:
    """One hand-in.

    Parameters
    ----------
    file
        The name of its file.
    what
        What it is: right, starter, a planned mistake, or an attack by its name.
    text
        The receipt.
    outcomes
        What may become of it; *timeout* besides means that it may also run out of time, and nothing else is right.
    """

    file: str
    what: str
    text: str
    outcomes: frozenset[str]


def mixture_key(pandas: bool = False) -> dict[str, Any]:
    """Return the key that marks the mixture."""
    return key(*([PLAIN, PANDAS] if pandas else [PLAIN]))


def mixture(count: int, seed: int = 1, pandas: bool = False) -> list[Expected]:
    """Return so many hand-ins: a third right, a third starters and planned mistakes, a third attacks, shuffled.

    Parameters
    ----------
    count
        How many.
    seed
        Another one makes another order.
    pandas
        Whether each hand-in also answers, rightly, an exercise that needs pandas.
    """
    exercise, other = (read(ROOT / "exercises" / f"{id}.py") for id in (PLAIN, PANDAS))
    mistakes = {
        name: f"{exercise.solution}\n{exercise.mistakes_source}\n{exercise.subject} = {name}\n"
        for name in exercise.mistakes
    }
    unsound = [("starter", exercise.starter), *mistakes.items()]
    attacks = list(ATTACKS.items())
    made = []
    for n in range(count):
        which, turn = n % 3, n // 3
        if which == 0:
            what, code, outcomes = "right", exercise.solution, {"right"}
        elif which == 1:
            what, code = unsound[turn % len(unsound)]
            outcomes = NOT_RIGHT
        else:
            what, (code, outcomes, _) = attacks[turn % len(attacks)]
        # No two have the same code: what was marked once is not run again.
        codes = {PLAIN: f"{code}\n# {n}\n"} | ({PANDAS: f"{other.solution}\n# {n}\n"} if pandas else {})
        made.append((what, receipt(f"learner {n:05}", **codes), frozenset(outcomes)))
    Random(seed).shuffle(made)
    return [Expected(f"{n:05}.json", *one) for n, one in enumerate(made)]


def write_mixture(hand_ins: list[Expected], folder: Path) -> None:
    """Write the hand-ins' files into a folder, which is made.

    Parameters
    ----------
    hand_ins
        The hand-ins.
    folder
        Where their files go.
    """
    folder.mkdir(parents=True)
    for one in hand_ins:
        (folder / one.file).write_text(one.text, "utf-8")


def faults(hand_ins: list[Expected], marked: dict[str, dict[str, Any]]) -> list[str]:
    """Return what is amiss with marks, a line each: hand-ins lost, right ones without full marks, others with any.

    Parameters
    ----------
    hand_ins
        What was handed in.
    marked
        Rows of ``results.jsonl`` by file.
    """
    found = [f"{file}: nobody handed that in" for file in sorted(marked.keys() - {one.file for one in hand_ins})]
    for one in hand_ins:
        result = marked.get(one.file, {}).get("exercises", {}).get(PLAIN)
        if result is None:
            found.append(f"{one.file} ({one.what}): lost")
            continue
        full, some = result["share"] == 1, result["share"] > 0
        forged = (full if one.outcomes == NOT_RIGHT else some) and "right" not in one.outcomes
        if forged or result["outcome"] not in one.outcomes or full != ("right" in one.outcomes):
            found.append(f"{one.file} ({one.what}): {result['outcome']}, {result['share']}: {result['detail'][:200]}")
    return found
