"""Symbols of the protégé's own move."""

from deterrence.model.symbols.entries import PRIZES, chance, given

SYMBOLS = {
    "claim": given("v_p", "What the protégé would gain by a crisis that it wins", PRIZES, 0, 10),
    "crisis_cost": given(r"c_{\mathrm{cr}}", "What a crisis costs the protégé", PRIZES, 0, 10),
    "crisis_begun": chance(r"P_{\mathrm{cr}}", "Chance that the protégé begins a crisis"),
    "entrapped": chance(r"P_{\mathrm{en}}", "Chance that the guarantor fights in a war that its protégé began"),
    "war_either_way": chance(r"P_{j+}", "Chance that the guarantor finds itself at war, whoever began it"),
}
