"""Symbols of allied presence."""

from deterrence.model.symbols.entries import STRENGTHS, chance, given, made

SYMBOLS = {
    "strength_posted": given(
        "g", "Strength of 10,000 light troops already there", STRENGTHS, 0, 10, (0.017, 0.14), "shlapak2016"
    ),
    "heavy_share": given("f_h", "Share of the troops that is heavy: armour, artillery, air defence", "share", 0, 1),
    "heavy_factor": given(
        r"\eta",
        "Strength of a heavy unit, as a multiple of a light one",
        "times",
        1,
        20,
        (1.5, 4.0),
        "frederick2020, shlapak2016",
    ),
    "mandate": given("d", "How far the mandate lets the troops fight: 0 observe, 1 defend", "share", 0, 1),
    "forward_share": given("f_f", "Share of the troops placed where the attack would come", "share", 0, 1),
    "seize_distance": given(
        "D_s", "Distance to what the challenger wants to seize", "km", 1, 2000, None, "shlapak2016"
    ),
    "advance_rate": given(
        "v_a", "Advance where nobody resists", "km a day", 1, 500, (40, 150), "shlapak2016, gentile2023", "claimed"
    ),
    "resistance": given(r"\zeta", "Days gained for one challenger's strength in the way", "times", 0, 100, (4.0, 12.0)),
    "decision_days": given("t_d", "Days until the allies decide", "days", 0, 365, (0.5, 5.0)),
    "deploy_days": given("t_m", "Days until help has moved", "days", 0, 365, (4.0, 50.0), "shape2024", "claimed"),
    "clock_noise": given(r"\sigma_t", "How unsure both clocks are", "days", 0.1, 60, (0.7, 2.5)),
    "consent_need": given(
        "f_c", "How far staying needs the consent of others: 0 host only, 1 every party", "share", 0, 1
    ),
    "consent_loss": given(
        r"\omega",
        "Chance a year that someone whose consent is needed withdraws it",
        "per year",
        0,
        5,
        (0.004, 0.03),
        "garvey1970, mali2023",
    ),
    "giver_loss": given(r"\omega_g", "Chance a year that the giver itself ends it", "per year", 0, 5),
    "presence_years": given("y_p", "Years that the presence has lasted", "years", 0, 100),
    "local_strength": made("G", "Strength of the allied troops on the spot", STRENGTHS, 0),
    "seize_days": made("t_s", "Days until the challenger holds what it wants", "days", 0),
    "react_days": made("t_r", "Days until help stands in its way", "days", 0),
    "fait_accompli": chance("P_f", "Chance that a quick seizure is over before help comes"),
    "presence_kept": chance("P_k", "Chance that what was given is still there"),
    "lasting_value": made("D_k", "Deterrence value left after some years", "chance", -1, 1),
}
