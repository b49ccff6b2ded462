"""Symbols of the guarantor's credibility."""

from deterrence.model.symbols.entries import STAKES, chance, given, made

SYMBOLS = {
    "stake": given(
        "W", "What the protégé's survival is worth to the guarantor", STAKES, 0, 10, (0.35, 0.85), "huth1984"
    ),
    "success_weight": given("z_s", "How much success counts, where success is what counts", "share", 0, 10),
    "audience_ceiling": given(
        "A",
        "Cost at home and abroad of breaking the firmest promise",
        STAKES,
        0,
        10,
        (0.0, 0.45),
        "fearon1997, tomz2007, snyder2011",
    ),
    "tripwire_pull": given(
        "T", "Push to fight once many of one's own are hit", STAKES, -5, 10, (0.0, 0.45), "musgrave2023, reiter2021"
    ),
    "tripwire_half": given(
        r"n_{1/2}", "Exposed troops at which half of that push is reached", "troops", 1, 1e6, (1000, 7000)
    ),
    "war_cost": given("k_0", "Guarantor's cost of fighting", STAKES, 0, 10, (0.35, 0.7)),
    "exposure_cost": given(
        r"\kappa", "Extra cost of fighting for 10,000 troops exposed", STAKES, 0, 10, (0.0, 0.12), "gelpi2005"
    ),
    "resolve_noise": given(
        r"\sigma_g", "How unsure anyone is of the guarantor's resolve", STAKES, 0.01, 5, (0.1, 0.3), "fearon1997"
    ),
    "years_since": given("y", "Years since the guarantee was last renewed", "years", 0, 100),
    "credibility_decay": given(
        r"\delta", "Credibility lost a year without renewal", "per year", 0, 2, (0.009, 0.057), "atop2002", "estimated"
    ),
    "prior_resolve": given("b_0", "Belief in the guarantor's resolve before any signal", "chance", 0, 1),
    "signal_cost": given("x_s", "What the signal costs, whatever happens later", STAKES, 0, 10),
    "bluff_gain": given(
        "B_u",
        "What an irresolute guarantor gains if its bluff is believed",
        STAKES,
        0.01,
        10,
        (0.2, 0.6),
        "fearon1997, quek2021",
    ),
    "audience_cost": made("a", "Cost of breaking the promise that was made", STAKES, 0),
    "exposed": made("n_e", "Troops that the first blow would hit", "troops", 0),
    "tripwire": made(r"\tau", "Push to fight from losses among troops posted", STAKES),
    "fighting_cost": made("k", "Cost of fighting with the troops exposed", STAKES, 0),
    "resolve": made("r", "What fighting is worth to the guarantor, net of its cost", STAKES),
    "credibility": chance("q", "Chance that the guarantor fights"),
    "credibility_later": chance("q_y", "Chance that the guarantor fights, years after its promise"),
    "bluff_rate": chance("b_u", "Share of irresolute guarantors that would send the signal too"),
    "belief_after_signal": chance("b_1", "Belief in the guarantor's resolve after a costly signal"),
    "tied_cost": made("C_a", "What tied hands are expected to cost their owner", STAKES, 0),
    "hands_tied": given("h_t", "1: the signal is a word, paid for if broken; 0: it is paid at once", "switch", 0, 1),
    "belief_when_tied": chance("b_a", "Chance that the guarantor fights after tying its hands"),
    "signal_belief": chance("b_s", "Chance that the guarantor fights, after the signal"),
    "signal_attack": chance("P_x", "Chance of attack after the signal"),
    "silent_attack": chance(r"P_{x\varnothing}", "Chance of attack with no signal"),
    "signal_value": made("D_x", "By how much the signal lowers the chance of attack", "chance", -1, 1),
    "signal_price": made("C_x", "What the signal is expected to cost its sender", STAKES, 0),
    "signal_war": chance("P_y", "Chance that the guarantor finds itself at war"),
}
