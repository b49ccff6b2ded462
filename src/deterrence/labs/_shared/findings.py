"""What the labs' pictures find, in a short sentence: which guarantee deters more, and by how much."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import permutations

from coursekit.lab.declare import Say
from coursekit.lab.declare.views import between, even

Names = Mapping[str, tuple[str, str]]
"""From each series to how a sentence about it begins ("Words deter"), and how it is named within one ("words")."""

WORDS, TROOPS = ("Words deter", "words"), ("Troops deter", "troops")
WORDS_TROOPS: Names = {"symbolic": WORDS, "tangible": TROOPS}


def ranked(quantity: str, names: Names, text: str, alike: str) -> list[Say]:
    """Return a sentence for every order in which the series can stand.

    Parameters
    ----------
    quantity : str
        The quantity by which they are ranked.
    names : mapping
        Two names of each series, for the highest and for the lowest.
    text : str
        The sentence, with places ``<first>``, ``<last>``, ``<high>`` and ``<low>``; the last two are filled with the
        names of the readings, so that a form can follow them: ``{<high>:points}``.
    alike : str
        The sentence where they differ by less than a reader sees, with the place ``<high>``.

    Returns
    -------
    list of Say
        One of them is said in any state.
    """
    readings = [f"{series}.{quantity}" for series in names]
    says = [Say(alike.replace("<high>", readings[0]), even(readings))]
    for first, last in permutations(names, 2):
        high, low = f"{first}.{quantity}", f"{last}.{quantity}"
        said = text.replace("<first>", names[first][0]).replace("<last>", names[last][1])
        says.append(Say(said.replace("<high>", high).replace("<low>", low), between(readings, high, low)))
    return [*says, Say("The values cannot be compared here.")]


def deters(names: Names = WORDS_TROOPS, quantity: str = "deterrence_value") -> list[Say]:
    """Return which series deters most, and by how many points of the chance of attack.

    Parameters
    ----------
    names : mapping
        Two names of each series; the first with its verb, as in "Words deter".
    quantity : str
        The deterrence value that is compared.

    Returns
    -------
    list of Say
        One of them is said in any state.
    """
    more = "more" if len(names) == 2 else "most"
    text = f"<first> {more}: {{<high>:points}} off the chance of attack, <last> {{<low>:points}}"
    return ranked(quantity, names, text, "None deters more than another: {<high>:points} off the chance of attack")
