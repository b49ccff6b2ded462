"""Who would win: a contest success function of the two sides' strength (Slantchev 2005)."""

from __future__ import annotations

from coursekit.model.symbolic import Value, exp
from deterrence.model.forms import ENDURANCE, ENTRY
from deterrence.model.symbols import beside, declared


@beside("own_strength")
def strength_that_lasts(
    industry_spending: Value,
    army_spending: Value,
    protege_strength: Value = 0.45,
    industry_gain: Value = 0.4,
    industry_price: Value = 6.0,
    army_gain: Value = 0.45,
    army_price: Value = 6.0,
    sustained_share: Value = 0.51,
) -> Value:
    """Protégé's strength in a long war: what it has at the start, times the share that can be kept supplied.

    Source: assumed; aid alone supplies a share, and own industry the rest, as far as it is built.
    """
    built = 1 - exp(-industry_spending / industry_price)
    army = 1 + army_gain * (1 - exp(-army_spending / army_price))
    supplied = sustained_share + (1 - sustained_share) * built
    return protege_strength * (1 + industry_gain * built) * army * supplied


@declared
@ENDURANCE.of(strength_that_lasts)
def own_strength(
    industry_spending: Value,
    army_spending: Value,
    protege_strength: Value = 0.45,
    industry_gain: Value = 0.4,
    industry_price: Value = 6.0,
    army_gain: Value = 0.45,
    army_price: Value = 6.0,
    sustained_share: Value = 0.51,
) -> Value:
    """Protégé's strength with its army and industry; each gain saturates, and the two multiply.

    Source: assumed; that capability's parts multiply is a claim of the article that the labs test.
    """
    industry = 1 + industry_gain * (1 - exp(-industry_spending / industry_price))
    army = 1 + army_gain * (1 - exp(-army_spending / army_price))
    return protege_strength * industry * army


@declared
def usable_help(interoperability: Value, coalition_share: Value, help_strength: Value = 0.82) -> Value:
    """Help of the chosen providers that can fight alongside the protégé. Source: arithmetic."""
    return help_strength * coalition_share * interoperability


@beside("win_alone")
def win_against_protege(own_strength: Value, local_strength: Value, decisiveness: Value = 1.5) -> Value:
    """Challenger's chance to win if the guarantor stays out, and the troops already there with it.

    Source: the same contest success function, without the posted troops; after musgrave2023 and reiter2021.
    """
    return 1 / (1 + own_strength**decisiveness)


@declared
@ENTRY.of(win_against_protege)
def win_alone(own_strength: Value, local_strength: Value, decisiveness: Value = 1.5) -> Value:
    """Challenger's chance to win if the guarantor sends no one else; troops already there fight where they stand.

    Source: ratio form of the contest success function (tullock1980, hirshleifer1989); in war, slantchev2005.
    """
    return 1 / (1 + (own_strength + local_strength) ** decisiveness)


@declared
def win_joined(own_strength: Value, local_strength: Value, usable_help: Value, decisiveness: Value = 1.5) -> Value:
    """Challenger's chance to win if the guarantor fights; troops already there add to the help that arrives.

    Source: ratio form of the contest success function (tullock1980, hirshleifer1989); in war, slantchev2005.
    """
    return 1 / (1 + (own_strength + local_strength + usable_help) ** decisiveness)


@beside("bare_strength")
def bare_strength_that_lasts(protege_strength: Value = 0.45, sustained_share: Value = 0.51) -> Value:
    """Protégé's strength without the guarantee in a long war: what aid alone keeps supplied. Source: assumed."""
    return protege_strength * sustained_share


@declared
@ENDURANCE.of(bare_strength_that_lasts)
def bare_strength(protege_strength: Value = 0.45, sustained_share: Value = 0.51) -> Value:
    """Protégé's strength without the guarantee. Source: `own_strength` with nothing spent."""
    return protege_strength * 1.0
