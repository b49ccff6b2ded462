"""The one table of symbols: what each name of the model means, in which unit, within which range.

Defaults stand in the functions' signatures alone. A band says within what a parameter plausibly
lies; labs draw their intervals from it. Nobody has measured these parameters for a real guarantee:
they are illustrative, and each says what was assumed.
"""

from __future__ import annotations

from coursekit.lab.quantity import Symbol, quantity

ASSUMED = "assumed for teaching; no one has measured it"

_CHALLENGER = {
    "prize": Symbol(
        "V", "How much the challenger wants the prize", "default prizes", 0, 5, None, "illustrative", ASSUMED
    ),
    "cost_alone": Symbol(
        "c_0",
        "Challenger's cost of fighting the protégé alone",
        "default prizes",
        0,
        5,
        (0.17, 0.45),
        "illustrative",
        ASSUMED,
    ),
    "cost_joined": Symbol(
        "c_1",
        "Challenger's cost of fighting protégé and guarantor",
        "default prizes",
        0,
        5,
        (0.55, 0.9),
        "illustrative",
        ASSUMED,
    ),
    "peace_value": Symbol(
        "s_0",
        "What the challenger gets from peace, if nobody provokes it",
        "default prizes",
        -5,
        5,
        (0.03, 0.25),
        "illustrative",
        ASSUMED,
    ),
    "provocation": Symbol(
        r"\rho",
        "Loss of peace's value for 10,000 troops posted next door",
        "default prizes",
        0,
        5,
        (0.0, 0.07),
        "illustrative",
        "omahony2018",
    ),
    "choice_noise": Symbol(
        r"\sigma_c",
        "How far the challenger's choice is from a certain one",
        "default prizes",
        0.01,
        5,
        (0.14, 0.28),
        "illustrative",
        "signorino1999, gartzke1999",
    ),
    "win_alone": Symbol("p_0", "Challenger's chance to win if the guarantor sends no one else", "chance", 0, 1),
    "win_joined": Symbol("p_1", "Challenger's chance to win if the guarantor fights", "chance", 0, 1),
    "status_quo": Symbol("s", "What the challenger gets from not attacking", "default prizes"),
    "attack_utility": Symbol("U", "What the challenger expects from attacking", "default prizes"),
    "critical_credibility": Symbol("q^*", "Credibility above which attack does not pay", "chance"),
    "attack_probability": Symbol(r"P_{\mathrm{attack}}", "Chance that the challenger attacks", "chance", 0, 1),
}

_STRENGTH = {
    "protege_strength": Symbol(
        "m", "Protégé's strength", "challenger's strengths", 0, 10, (0.35, 0.6), "illustrative", ASSUMED
    ),
    "help_strength": Symbol(
        "h",
        "Strength that a guarantor who fights brings in time",
        "challenger's strengths",
        0,
        10,
        (0.4, 1.0),
        "illustrative",
        ASSUMED,
    ),
    "strength_posted": Symbol(
        "g",
        "Strength of 10,000 allied troops already there",
        "challenger's strengths",
        0,
        10,
        (0.08, 0.3),
        "illustrative",
        "frederick2020",
    ),
    "decisiveness": Symbol(
        r"\gamma",
        "How much an edge in strength decides",
        "exponent",
        0.1,
        10,
        (1.0, 2.0),
        "illustrative",
        "slantchev2005",
    ),
}

_GUARANTOR = {
    "stake": Symbol(
        "W",
        "What the protégé's survival is worth to the guarantor",
        "guarantor's stakes",
        0,
        10,
        (0.35, 0.85),
        "illustrative",
        ASSUMED,
    ),
    "firmness": Symbol(
        "w",
        "How firmly the words bind: 0 none, 1 a ratified treaty that names the act",
        "share",
        0,
        1,
        None,
        "illustrative",
        ASSUMED,
    ),
    "audience_ceiling": Symbol(
        "A",
        "Cost at home and abroad of breaking the firmest promise",
        "guarantor's stakes",
        0,
        10,
        (0.05, 0.45),
        "illustrative",
        "fearon1997",
    ),
    "tripwire_pull": Symbol(
        "T",
        "Push to fight once many of one's own soldiers are hit",
        "guarantor's stakes",
        -5,
        10,
        (-0.05, 0.75),
        "illustrative",
        "musgrave2023, reiter2021",
    ),
    "tripwire_half": Symbol(
        "n_{1/2}",
        "Troops at which half of that push is reached",
        "troops",
        1,
        1e6,
        (1000, 7000),
        "illustrative",
        ASSUMED,
    ),
    "war_cost": Symbol(
        "k_0", "Guarantor's cost of fighting", "guarantor's stakes", 0, 10, (0.35, 0.65), "illustrative", ASSUMED
    ),
    "exposure_cost": Symbol(
        r"\kappa",
        "Extra cost of fighting for 10,000 troops exposed",
        "guarantor's stakes",
        0,
        10,
        (0.0, 0.06),
        "illustrative",
        "musgrave2023",
    ),
    "resolve_noise": Symbol(
        r"\sigma_g",
        "How unsure anyone is of the guarantor's resolve",
        "guarantor's stakes",
        0.01,
        5,
        (0.12, 0.28),
        "illustrative",
        ASSUMED,
    ),
    "audience_cost": Symbol("a", "Cost of breaking the promise that was made", "guarantor's stakes", 0),
    "tripwire": Symbol(r"\tau", "Push to fight from losses among troops posted", "guarantor's stakes"),
    "fighting_cost": Symbol("k", "Cost of fighting with the troops posted", "guarantor's stakes", 0),
    "resolve": Symbol("r", "What fighting is worth to the guarantor, net of its cost", "guarantor's stakes"),
    "credibility": Symbol("q", "Chance that the guarantor fights", "chance", 0, 1),
}

_PACKAGE = {
    "words_share": Symbol(
        "f_w", "Share of the guarantee given as words", "share", 0, 1, None, "illustrative", "definition"
    ),
    "troops_share": Symbol(
        "f_t", "Share of the guarantee given as troops", "share", 0, 1, None, "illustrative", "definition"
    ),
    "equal_cost": Symbol(
        "e",
        "1 if both packages cost the same, 0 if each has its stated size",
        "switch",
        0,
        1,
        None,
        "illustrative",
        "definition",
    ),
    "budget": Symbol("B", "What the guarantor spends", "billion € a year", 0, 100, None, "illustrative", ASSUMED),
    "commitment": Symbol("w_0", "How firm the stated words are", "share", 0, 1, None, "illustrative", ASSUMED),
    "contingent": Symbol("n_0", "Stated number of allied troops", "troops", 0, 200_000, None, "illustrative", ASSUMED),
    "words_price": Symbol(
        "b",
        "Spending at which words reach 63 % of their firmness",
        "billion € a year",
        0.01,
        100,
        (0.1, 0.6),
        "illustrative",
        ASSUMED,
    ),
    "troops_price": Symbol(
        "c_t", "Cost of 10,000 troops abroad", "billion € a year", 0.01, 100, (1.5, 5.0), "illustrative", ASSUMED
    ),
    "troops": Symbol("n", "Allied troops posted", "troops", 0),
    "attack_unguarded": Symbol(r"P_{\varnothing}", "Chance of attack with no guarantee at all", "chance", 0, 1),
    "deterrence_value": Symbol("D", "By how much the guarantee lowers the chance of attack", "chance", -1, 1),
}

SYMBOLS: dict[str, Symbol] = {**_CHALLENGER, **_STRENGTH, **_GUARANTOR, **_PACKAGE}

declared = quantity(SYMBOLS)
"""The decorator that makes a function a quantity of this model."""
