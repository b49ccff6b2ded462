"""Symbols of pillars together and apart, of coalitions, of the three seats and of the cost frontier."""

from coursekit.model.quantity import Symbol
from deterrence.model.symbols.entries import chance, given, made

CHOSEN = "for the reader to choose"


def _member(latex: str, who: str) -> Symbol:
    return given(f"u_{{{latex}}}", f"1: {who} in the coalition; 0: not", "switch", 0, 1, None, CHOSEN)


SYMBOLS = {
    "with_uk": _member("uk", "the United Kingdom"),
    "with_poland": _member("pl", "Poland"),
    "with_france": _member("fr", "France"),
    "with_nordics": _member("no", "the Nordic states"),
    "with_germany": _member("de", "Germany"),
    "with_others": _member("o", "the Netherlands, Italy, the Baltic states and Canada"),
    "with_us": _member("us", "the United States"),
    "by_spending": given(
        "u_s", "Help goes with 0: military aid given; 1: military spending", "switch", 0, 1, None, CHOSEN
    ),
    "seat": given("j", "Seat at the table: 0 challenger, 1 guarantor, 2 protégé", "seat", 0, 2, None, CHOSEN),
    "pillars_open": given("o_p", "What may be bought: 0 words, 1 things, 2 both", "choice", 0, 2, None, CHOSEN),
    "coalition_share": made(r"\bar{u}", "Share of the possible help that the coalition stands for", "share", 0, 1),
    "largest_member": made("u_1", "Largest provider's part of what the coalition brings", "share", 0, 1),
    "win_expected": chance(r"\bar{p}", "Challenger's chance to win if it attacks"),
    "help_matters": chance(r"\pi_h", "How much of the challenger's chance to win the guarantor's help takes away"),
    "drawn_in": chance("P_j", "Chance that the guarantor finds itself at war"),
    "overrun": chance(r"P_{\mathrm{fall}}", "Chance that the protégé is attacked and beaten"),
    "seat_fear": chance("F_j", "What the chosen seat looks at"),
    "apart_value": made(r"D_{\Sigma}", "Sum of what each pillar is worth alone", "sum of chances", -4, 4),
    "synergy": made(r"\Delta D", "What the pillars add by being together", "sum of chances", -5, 5),
    "building_value": made("D_y", "By how much the guarantee lowers the chance of attack by then", "chance", -1, 1),
    "best_words": made("s_w^*", "Words' share of the best split", "share", 0, 1),
    "best_troops": made("s_t^*", "Presence's share of the best split", "share", 0, 1),
    "best_industry": made("s_i^*", "Industry's share of the best split", "share", 0, 1),
    "best_army": made("s_a^*", "The army's share of the best split", "share", 0, 1),
    "best_value": made("D^*", "What the best split of the budget takes off the chance of attack", "chance", -1, 1),
}
