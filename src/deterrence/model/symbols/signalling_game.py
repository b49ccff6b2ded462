"""Symbols of the game of costly signals."""

from deterrence.model.symbols.entries import STAKES, chance, given, made

SYMBOLS = {
    "stand_chance": given("p_g", "Sender's chance to win if it fights", "chance", 0.05, 1, (0.4, 0.8)),
    "stand_cost": given("c_w", "What fighting costs the sender", STAKES, 0, 10, (0.15, 0.4)),
    "determined_share": given("d_c", "Share of challengers who attack whatever the sender would do", "share", 0, 1),
    "signal_errors": given(
        r"\epsilon", "How often a leader errs: signals without meaning it, or fails to", "share", 0, 0.5
    ),
    "fights_unbound": made("X_0", "Value from which a sender fights without any signal", STAKES, 0),
    "signals_from": made("X_1", "Value from which a sender signals in equilibrium", STAKES, 0),
    "signal_size": made("m_x", "Smallest signal with which nobody gains by bluffing", STAKES, 0),
    "senders_share": chance("F_m", "Share of senders who mean to signal"),
    "signals_sent": chance("F_x", "Share of senders that signal, errors included"),
    "bluffs_sent": chance("F_b", "Share of the signals that are bluffs"),
    "challenged_after": chance("P_m", "Chance that a sender is challenged after a signal"),
    "silent_fighters": chance(r"F_{\varnothing}", "Share of the silent who would fight"),
    "challenged_silent": chance(r"P_{m\varnothing}", "Chance that a silent sender is challenged"),
    "game_war": chance("P_{wg}", "Chance of war in the game"),
    "game_payoff": made("U_w", "What the game is worth to a sender on average", STAKES),
}
