"""Symbols of the simulated population of dyads."""

from deterrence.model.symbols.entries import chance, given, made

SYMBOLS = {
    "dyad_credibility": given("q_j", "How credible the dyad's guarantor looks to everyone", "chance", 0, 1),
    "dyad_motive": given("V_j", "How much the dyad's challenger wants the prize", "default prizes", 0, 10),
    "dyad_news": given("n_j", "What the challenger learns in the crisis about the guarantor", "chance", -1, 1),
    "dyad_luck_enter": given("u_j", "Chance draw that decides whether the challenger tries", "chance", 0, 1),
    "dyad_luck_attack": given("v_j", "Chance draw that decides whether it attacks", "chance", 0, 1),
    "dyad_loss": given("c_j", "What the challenger loses if the guarantor fights", "default prizes", 0, 10),
    "probe_cost": given("c_e", "Cost of starting a crisis", "default prizes", 0, 10),
    "motive_spread": given("\\varsigma", "How much motives differ, as a multiple of the table's spread", "times", 0, 2),
    "news_weight": given("n_w", "How much of what the crisis could teach is learnt", "share", 0, 1),
    "by_lot": given("z_l", "1: crises break out by lot; 0: the challenger chooses", "switch", 0, 1),
    "lot_chance": given("P_l", "Chance of a crisis where they break out by lot", "chance", 0, 1),
    "entry_chance": chance("P_r", "Chance of a crisis, by choice or by lot"),
    "entry_utility": made("U_e", "What the challenger expects from starting a crisis", "default prizes"),
    "entry_probability": chance("P_e", "Chance that the challenger starts a crisis"),
    "crisis": chance("Z_e", "1 if there is a crisis, 0 if general deterrence held"),
    "crisis_utility": made("U_j", "What the challenger expects from attacking, in the crisis", "default prizes"),
    "crisis_attack": chance("Z_a", "1 if the crisis ends in attack, 0 if immediate deterrence held"),
}
