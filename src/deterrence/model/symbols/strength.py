"""Symbols of strength and contest."""

from deterrence.model.symbols.entries import STRENGTHS, chance, given, made

SYMBOLS = {
    "protege_strength": given(
        "m",
        "Protégé's strength before the guarantee",
        STRENGTHS,
        0,
        10,
        (0.2, 0.7),
        "sarkees2010, sipri2019",
        "estimated",
    ),
    "help_strength": given("h", "Strength that a guarantor who fights can bring in time", STRENGTHS, 0, 10, (0.4, 1.2)),
    "decisiveness": given(
        r"\gamma",
        "How much an edge in strength decides",
        "exponent",
        0.1,
        10,
        (0.5, 2.5),
        "tullock1980, hirshleifer1989",
    ),
    "sustained_share": given(
        "f_M",
        "Share of a long war's demand that aid alone supplies, if strength counts as far as supplies keep it up",
        "share",
        0,
        1,
        None,
        "`demand_met` on aid alone, over 60 months",
    ),
    "own_strength": made("M", "Protégé's strength with its army and industry", STRENGTHS, 0),
    "bare_strength": made(r"M_{\varnothing}", "Protégé's strength without the guarantee", STRENGTHS, 0),
    "usable_help": made("H", "Help that can fight alongside the protégé", STRENGTHS, 0),
    "win_alone": chance("p_0", "Challenger's chance to win if the guarantor sends no one else"),
    "win_joined": chance("p_1", "Challenger's chance to win if the guarantor fights"),
}
