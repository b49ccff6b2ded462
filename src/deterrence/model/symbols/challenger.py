"""Symbols of the challenger's decision."""

from deterrence.model.symbols.entries import PRIZES, chance, given, made

NOISE = "signorino1999, gartzke1999"

SYMBOLS = {
    "prize": given("V", "How much the challenger wants the prize", PRIZES, 0, 5),
    "cost_alone": given("c_0", "Challenger's cost of fighting the protégé alone", PRIZES, 0, 5, (0.15, 0.45)),
    "cost_joined": given(r"\bar{c}_1", "Challenger's cost of fighting protégé and guarantor", PRIZES, 0, 5, (0.5, 0.9)),
    "punishment": given("z", "Extra cost that allies can impose from afar", PRIZES, 0, 5),
    "peace_value": given("s_0", "What peace gives the challenger, if nobody provokes it", PRIZES, -5, 5, (0.0, 0.3)),
    "provocation": given(
        r"\rho", "Loss of peace's value for 10,000 troops posted next door", PRIZES, 0, 5, (0.0, 0.03), "omahony2018"
    ),
    "choice_noise": given(
        r"\sigma_c", "How far the challenger's choice is from a certain one", PRIZES, 0.01, 5, (0.1, 0.3), NOISE
    ),
    "grey_gain": given(
        "g_g", "Share of the prize within reach of grey-zone pressure", "share", 0, 1, (0.02, 0.15), "altman2020"
    ),
    "grey_cost": given("c_g", "Challenger's cost of grey-zone pressure", PRIZES, 0, 5, (0.01, 0.08)),
    "grey_response": given(
        r"\beta_g",
        "Share of its resolve that a guarantor shows in the grey zone",
        "share",
        0,
        1,
        (0.0, 0.3),
        "omahony2018",
    ),
    "dispute_gain": given(
        "g_d", "Share of the prize within reach of a lesser dispute", "share", 0, 1, (0.1, 0.4), "altman2020"
    ),
    "dispute_cost": given("c_d", "Challenger's cost of a lesser dispute", PRIZES, 0, 5, (0.05, 0.25)),
    "dispute_response": given(
        r"\beta_d", "Share of its resolve that a guarantor shows in a lesser dispute", "share", 0, 1, (0.2, 0.8)
    ),
    "friction": given(
        r"\varphi",
        "Use of a show of force against 10,000 troops next door",
        PRIZES,
        0,
        5,
        (0.0, 0.07),
        "frederick2020, omahony2018",
    ),
    "status_quo": made("s", "What the challenger gets from not attacking", PRIZES),
    "strength_cost": made("c_M", "Cost that a stronger protégé adds to any war", PRIZES, 0),
    "joined_cost": made("c_1", "Cost of fighting both, with what allies impose from afar", PRIZES),
    "attack_utility": made("U", "What the challenger expects from attacking", PRIZES),
    "grey_utility": made("U_g", "What the challenger expects from grey-zone pressure", PRIZES),
    "dispute_utility": made("U_d", "What the challenger expects from a lesser dispute", PRIZES),
    "best_option": made(r"U_{\max}", "What the challenger's best option is worth", PRIZES),
    "logit_total": made(r"\Sigma", "Weights of all the challenger's options together", "weights", 0),
    "critical_credibility": made("q^*", "Credibility above which attack does not pay", "chance"),
    "attack_probability": chance(r"P_{\mathrm{attack}}", "Chance of attack"),
    "war_probability": chance("P_w", "Chance of war, when lesser steps are open too"),
    "dispute_probability": chance("P_d", "Chance of a lesser dispute"),
    "grey_probability": chance("P_g", "Chance of grey-zone pressure"),
    "peace_probability": chance("P_0", "Chance that the challenger does nothing"),
}
