"""The protégé's own move: whether a guarantee makes it bolder, and whose war it is then (Benson 2012; Leeds 2003)."""

from __future__ import annotations

from coursekit.model.symbolic import Value, logistic
from deterrence.model.forms import PROTEGE
from deterrence.model.symbols import beside, declared


@beside("crisis_begun")
def crisis_begun_alone(
    credibility: Value,
    win_alone: Value,
    win_joined: Value,
    claim: Value = 0.6,
    crisis_cost: Value = 0.5,
    choice_noise: Value = 0.2,
) -> Value:
    """Chance that the protégé begins a crisis, if it knows that no help comes to one who begins.

    Source: benson2011 and benson2012, commitments on the condition that the other side attacks; the sum is assumed.
    """
    return logistic((claim * (1 - win_alone) - crisis_cost) / choice_noise)


@beside("crisis_begun")
def crisis_begun_never(
    credibility: Value,
    win_alone: Value,
    win_joined: Value,
    claim: Value = 0.6,
    crisis_cost: Value = 0.5,
    choice_noise: Value = 0.2,
) -> Value:
    """Chance that the protégé begins a crisis: none, the guarantee changes the challenger's conduct alone.

    Source: leedsdeter2003 on the challenger; johnson2011 find no evidence that states with defensive allies begin
    more disputes.
    """
    return credibility * 0.0


@declared
@PROTEGE.of(crisis_begun_alone, crisis_begun_never)
def crisis_begun(
    credibility: Value,
    win_alone: Value,
    win_joined: Value,
    claim: Value = 0.6,
    crisis_cost: Value = 0.5,
    choice_noise: Value = 0.2,
) -> Value:
    """Chance that the protégé begins a crisis: it counts on help as far as it believes in it.

    Source: benson2012, who is insured bargains harder; the sum of gain, cost and chance to hold out is assumed.
    """
    win = (1 - credibility) * win_alone + credibility * win_joined
    return logistic((claim * (1 - win) - crisis_cost) / choice_noise)


@beside("entrapped")
def entrapped_if_conditional(crisis_begun: Value, credibility: Value) -> Value:
    """Chance that the guarantor fights in a war that its protégé began: none, it has promised help in defence only.

    Source: benson2012; that the condition always holds is assumed.
    """
    return crisis_begun * 0.0


@declared
@PROTEGE.of(entrapped_if_conditional, None)
def entrapped(crisis_begun: Value, credibility: Value) -> Value:
    """Chance that the guarantor fights in a war that its protégé began: begun, and the guarantor comes.

    Source: arithmetic; snyder1984 on entrapment.
    """
    return crisis_begun * credibility


@declared
def war_either_way(drawn_in: Value, entrapped: Value) -> Value:
    """Chance that the guarantor finds itself at war, whoever began it. Source: arithmetic; the two are independent."""
    return 1 - (1 - drawn_in) * (1 - entrapped)
