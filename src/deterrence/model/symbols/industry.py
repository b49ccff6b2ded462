"""Symbols of the arms industry."""

from deterrence.model.symbols.entries import chance, given, made

ROUNDS = "thousand rounds a month"

SYMBOLS = {
    "month": given("t", "Months since the war began", "months", 0, 240),
    "capacity_start": given("K_0", "Own production at the start", ROUNDS, 0, 1e4),
    "capacity_goal": given("K_1", "Own production once the programme is complete", ROUNDS, 0, 1e4),
    "ramp_midpoint": given("t_{1/2}", "Month at which half of the growth is reached", "months", 0, 240, (12.0, 30.0)),
    "ramp_rate": given(
        r"\lambda_r",
        "How steeply production grows",
        "per month",
        0.01,
        5,
        (0.025, 0.075),
        "reim2025, feddit2025",
        "claimed",
    ),
    "aid_level": given("F", "What allies send while they send", ROUNDS, 0, 1e4),
    "aid_stops": given("t_a", "Month in which aid stops", "months", 0, 240),
    "aid_gap": given("t_g", "How long aid stays away", "months", 0, 240),
    "stock_start": given("S_0", "Stock at the start", "thousand rounds", 0, 1e6),
    "demand": given("Q", "What the front asks for", ROUNDS, 0.1, 1e4, (60, 240), "kyivindependent2024b", "claimed"),
    "turnover": given(r"\theta", "Months' worth of stock that must stay in the pipeline", "months", 1, 24, (1.1, 3.0)),
    "held_share": given("f_e", "Share of the demand that must be met to hold", "share", 0, 1),
    "units_made": given("N", "Units made so far", "units", 1, 1e9),
    "first_cost": given("C_1", "Cost of the first unit", "thousand €", 0, 1e9),
    "learning_rate": given(
        r"\ell",
        "Fall in unit cost at each doubling of output",
        "share",
        0,
        0.9,
        (0.03, 0.25),
        "wright1936, hogan2020",
        "estimated",
    ),
    "safe_return": given(
        "i_0", "Return that the investor gets elsewhere without risk", "per year", -0.1, 1, (0.02, 0.05)
    ),
    "strike_chance": given("P_s", "Chance a year that the plant is hit or lost", "per year", 0, 1, (0.03, 0.2)),
    "strike_loss": given("f_l", "Share of the investment lost then", "share", 0, 1, (0.3, 0.9)),
    "insured_share": given("f_i", "Share of the loss that insurance pays", "share", 0, 1),
    "insurer_load": given(r"\lambda_i", "What the insurer adds to the expected loss", "share", 0, 5, (0.2, 0.8)),
    "public_share": given("f_p", "Share of the premium that the state pays", "share", 0, 1),
    "risk_aversion": given(
        r"\alpha_r", "How much an uninsured loss counts beyond its size", "times", 1, 20, (1.5, 4.0)
    ),
    "usual_return": given("i_1", "Return of the typical project", "per year", 0.01, 2, (0.15, 0.35)),
    "production": made("K", "Own production in a month", ROUNDS, 0),
    "aid": made("F_t", "Aid in a month", ROUNDS, 0),
    "stock": made("S", "Stock after some months", "thousand rounds", 0),
    "demand_met": chance("f_Q", "Share of all demand met so far"),
    "endurance": made("E", "Months that the front holds", "months", 0),
    "learning_exponent": made("b_w", "Exponent of the learning curve", "exponent", 0),
    "unit_cost": made("C_N", "Cost of the latest unit", "thousand €", 0),
    "insurance_fee": made("C_i", "What the insurance costs the investor", "per year", 0),
    "required_return": made("i", "Return at which the investment is worth its risk", "per year"),
    "projects_viable": chance("f_v", "Share of projects that would be worth it"),
}
