"""Allied presence: how strong, how fast, on whose consent (Frederick et al. 2020; Shlapak & Johnson 2016)."""

from __future__ import annotations

from coursekit.model.symbolic import Value, exp, logistic
from deterrence.model.symbols import declared


@declared
def local_strength(
    troops: Value,
    mandate: Value = 1.0,
    heavy_share: Value = 0.5,
    strength_posted: Value = 0.06,
    heavy_factor: Value = 2.5,
) -> Value:
    """Strength of the allied troops on the spot: their number, how heavy they are, and whether they may fight.

    Source: frederick2020 find that heavy forces deter and light ones hardly; the linear form is assumed.
    """
    return mandate * strength_posted * (1 - heavy_share + heavy_share * heavy_factor) * troops / 10_000


@declared
def seize_days(
    own_strength: Value,
    local_strength: Value,
    seize_distance: Value = 200.0,
    advance_rate: Value = 100.0,
    resistance: Value = 7.0,
) -> Value:
    """Days until the challenger holds what it wants.

    Source: shlapak2016 play 36 to 60 hours to Tallinn or Riga; the linear delay is assumed.
    """
    return seize_distance / advance_rate + resistance * (own_strength + local_strength)


@declared
def react_days(decision_days: Value = 2.0, deploy_days: Value = 12.0) -> Value:
    """Days until help stands in its way: first the allies decide, then they move. Source: arithmetic."""
    return decision_days + deploy_days


@declared
def fait_accompli(seize_days: Value, react_days: Value, clock_noise: Value = 1.5) -> Value:
    """Chance that a quick seizure is over before help comes.

    Source: altman2017 on faits accomplis; two clocks compared, the logistic form is assumed.
    """
    return logistic((react_days - seize_days) / clock_noise)


@declared
def presence_kept(
    presence_years: Value = 5.0, consent_need: Value = 0.0, consent_loss: Value = 0.012, giver_loss: Value = 0.02
) -> Value:
    """Chance that what was given is still there: giver or parties whose consent it needs may end it in any year.

    Source: assumed; UNEF's withdrawal in 1967 is the case in point for consent (garvey1970), Korea in 1949
    for a giver that goes home (allen2022).
    """
    return exp(-(consent_need * consent_loss + giver_loss) * presence_years)


@declared
def lasting_value(deterrence_value: Value, presence_kept: Value) -> Value:
    """What is left of a guarantee's deterrence value after some years: its value times the chance that it is there.

    Source: arithmetic.
    """
    return deterrence_value * presence_kept
