"""Symbols of promises of shells and their delivery."""

from deterrence.model.symbols.entries import given, made

ROUNDS = "thousand rounds"

SYMBOLS = {
    "promise_month": given("t_p", "Months since the promise", "months", 0, 240),
    "promised": given("A_p", "What was promised", ROUNDS, 1, 1e5, None, "yahoo2024", "claimed"),
    "due_months": given(r"t_{\circ}", "Months in which it was due", "months", 1, 120),
    "stocks_given": given("S_g", "What can be given out of stocks", ROUNDS, 0, 1e5, (150, 350), "eeas2023", "claimed"),
    "release_months": given(r"t_{\ast}", "Months in which 63 % of that is released", "months", 0.1, 60),
    "sent_share": given(
        "f_g", "Share of the givers' output that is sent", "share", 0, 1, (0.4, 0.9), "eeas2023", "claimed"
    ),
    "on_paper": given("o", "1: as the promise has it; 0: as stocks and factories allow", "switch", 0, 1),
    "made_so_far": made(r"K_{\Sigma}", "What the givers' industry has made since the promise", ROUNDS, 0),
    "delivered": made("A_t", "What has arrived", ROUNDS, 0),
}
