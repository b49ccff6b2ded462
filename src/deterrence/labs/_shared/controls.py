"""Controls and sentences that several labs share, so that one thing has one name everywhere."""

from __future__ import annotations

from coursekit.lab.declare import Choice, Say, Slider

PRIZE = Slider("prize", "How much the challenger wants it", 0.2, 2.0, 0.05, form=".2f")
EQUAL_COST = Choice(
    "equal_cost", "Compare the packages", {"cost": ("at equal cost", 1.0), "size": ("each at its stated size", 0.0)}
)
BUDGET = Slider("budget", "What each may cost", 0.1, 40.0, 0.1, "billion € a year", ".1f", when=("equal_cost", "cost"))
WORDS = {
    "memorandum": ("a memorandum that promises to consult", 0.1),
    "agreement": ("an agreement between governments", 0.5),
    "treaty": ("a ratified treaty of mutual defence", 0.9),
}
COMMITMENT = Choice("commitment", "The words", WORDS, when=("equal_cost", "size"))
CONTINGENT = Slider("contingent", "The troops", 0, 60_000, 100, "troops", when=("equal_cost", "size"))
SIZES = (EQUAL_COST, BUDGET, COMMITMENT, CONTINGENT)
"""What the reader compares, and how large it is."""

LABELS = {"symbolic": "On paper", "tangible": "Troops"}
WORDS_ONLY = {"words_share": 1.0, "troops_share": 0.0}
TROOPS_ONLY = {"words_share": 0.0, "troops_share": 1.0}
NO_GUARANTEE = {"words_share": 0.0, "troops_share": 0.0}


def values(thing: str) -> Say:
    """Return what words and ``thing`` (such as "as troops") each take off the chance of attack, with intervals."""
    return Say(
        "On paper the guarantee lowers the chance of attack by {symbolic.deterrence_value:points}"
        " ({symbolic.deterrence_value.low:hundredths} to {symbolic.deterrence_value.high:hundredths}); "
        + thing
        + ", by {tangible.deterrence_value:points}"
        " ({tangible.deterrence_value.low:hundredths} to {tangible.deterrence_value.high:hundredths})."
    )


VALUES = values("as troops")
AHEAD = Say("In {ahead:%} of the draws troops do better than words.")
"""Where no control sets a guess that would else be drawn; where one does, :func:`ahead` names it."""


def ahead(fixed: str, things: str = "troops do") -> Say:
    """Return in how many draws ``things`` do better than words, given the guesses that the lab's controls set.

    Labs with other controls hold other guesses fixed, so their shares differ at one and the same state.

    Parameters
    ----------
    fixed : str
        What the lab's controls set that would else be drawn, such as "this pull".
    things : str
        What is compared with words, with its verb.

    Returns
    -------
    Say
        The sentence.
    """
    return Say(f"With {fixed}, {things} better than words in {{ahead:%}} of the draws.")
