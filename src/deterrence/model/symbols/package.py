"""Symbols of packages of guarantees."""

from deterrence.model.symbols.entries import PRIZES, chance, given, made

DEFINED = "definition"
MONEY = "billion € a year"

SYMBOLS = {
    "words_share": given("s_w", "Share of the guarantee given as words", "share", 0, 1, None, DEFINED),
    "troops_share": given("s_t", "Share of the guarantee given as troops", "share", 0, 1, None, DEFINED),
    "industry_share": given("s_i", "Share of the guarantee given to industry", "share", 0, 1, None, DEFINED),
    "army_share": given("s_a", "Share of the guarantee given to the army", "share", 0, 1, None, DEFINED),
    "equal_cost": given("e", "1: packages cost the same; 0: each has its stated size", "switch", 0, 1, None, DEFINED),
    "budget": given("B", "What the guarantee may cost", MONEY, 0, 100),
    "commitment": given("w_0", "How firm the stated words are", "share", 0, 1),
    "contingent": given("n_0", "Stated number of allied troops", "troops", 0, 200_000),
    "industry_programme": given("B_i", "Stated programme for the industry", MONEY, 0, 100),
    "army_programme": given("B_a", "Stated programme for the army", MONEY, 0, 100),
    "words_price": given("b", "Spending at which words reach 63 % of their firmness", MONEY, 0.01, 100, (0.1, 0.6)),
    "called_price": given(
        "b_c",
        "Expected cost of words if called in, where they reach 63 % of their firmness, if that is counted",
        MONEY,
        0,
        100,
        None,
        "assumed: 1.2 wars in 100 years, € 100 billion for each year of one",
    ),
    "troops_price": given(
        "c_t", "Cost of 10,000 troops abroad", MONEY, 0.01, 100, (1.8, 3.5), "spiegel2024, deni2024", "claimed"
    ),
    "industry_gain": given("g_k", "Most that an own industry adds to strength", "share", 0, 10, (0.2, 0.7)),
    "industry_price": given("b_k", "Spending at which 63 % of that is reached", MONEY, 0.01, 100, (3.0, 10.0)),
    "army_gain": given("g_m", "Most that a high-tech army adds to strength", "share", 0, 10, (0.2, 0.8)),
    "army_price": given("b_m", "Spending at which 63 % of that is reached", MONEY, 0.01, 100, (3.0, 10.0)),
    "buildup_years": given("y_u", "Years since the building began", "years", 0, 50),
    "troops_lag": given("l_t", "Years in which 63 % of the troops arrive", "years", 0.05, 50, (0.3, 1.5)),
    "industry_lag": given("l_i", "Years in which 63 % of the industry is built", "years", 0.05, 50, (2.0, 5.0)),
    "army_lag": given("l_a", "Years in which 63 % of the army is rebuilt", "years", 0.05, 50, (3.0, 8.0)),
    "cost_both": given(
        "c_p", "Cost of war to challenger and protégé together", PRIZES, 0, 10, (0.4, 0.9), "powell2006"
    ),
    "firmness": made("w", "How firmly the words bind", "share", 0, 1),
    "troops": made("n", "Allied troops posted", "troops", 0),
    "industry_spending": made("C_K", "Spending on the industry", MONEY, 0),
    "army_spending": made("C_M", "Spending on the army", MONEY, 0),
    "words_idle": made("C_0", "Part of the budget for words that buys nothing", MONEY, 0),
    "guarantee_cost": made("C", "What the guarantee costs", MONEY, 0),
    "attack_unguarded": chance(r"P_{\varnothing}", "Chance of attack with no guarantee at all"),
    "war_unguarded": chance(r"P_{w\varnothing}", "Chance of war with no guarantee at all"),
    "dispute_unguarded": chance(r"P_{d\varnothing}", "Chance of a lesser dispute with no guarantee at all"),
    "grey_unguarded": chance(r"P_{g\varnothing}", "Chance of grey-zone pressure with no guarantee at all"),
    "deterrence_value": made("D", "By how much the guarantee lowers the chance of attack", "chance", -1, 1),
    "war_deterrence": made("D_w", "By how much it lowers the chance of war", "chance", -1, 1),
    "dispute_deterrence": made("D_d", "By how much it lowers the chance of a lesser dispute", "chance", -1, 1),
    "grey_deterrence": made("D_g", "By how much it lowers the chance of grey-zone pressure", "chance", -1, 1),
    "words_credit": made(r"\phi_w", "Words' share of the deterrence value (Shapley)", "chance", -1, 1),
    "troops_credit": made(r"\phi_t", "Presence's share of the deterrence value (Shapley)", "chance", -1, 1),
    "industry_credit": made(r"\phi_i", "Industry's share of the deterrence value (Shapley)", "chance", -1, 1),
    "army_credit": made(r"\phi_a", "The army's share of the deterrence value (Shapley)", "chance", -1, 1),
    "built_troops": made("n_y", "Allied troops there by then", "troops", 0),
    "built_strength": made("M_y", "Protégé's strength by then", "challenger's strengths", 0),
    "win_now": chance("p_n", "Challenger's chance to win if it attacks now, alone against the protégé"),
    "win_later": chance("p_l", "Challenger's chance to win once all is built"),
    "shift": made(r"\Delta p", "How much the challenger loses by waiting", "chance", -1, 1),
    "preventive_threshold": made(r"\Delta p^*", "Shift above which attacking first pays", "chance", 0),
}
