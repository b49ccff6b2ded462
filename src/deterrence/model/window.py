"""The window of vulnerability: while guarantees are built, a challenger may prefer to strike first (Powell 2006)."""

from __future__ import annotations

from coursekit.model.composite import At, composite
from coursekit.model.graph import Graph
from coursekit.model.symbolic import Value, exp
from deterrence.model.forms import ENTRY
from deterrence.model.symbols import SYMBOLS, beside, declared
from deterrence.model.unguarded import CHAIN, NOTHING


@declared
def built_troops(troops: Value, buildup_years: Value = 2.0, troops_lag: Value = 0.7) -> Value:
    """Allied troops there by then. Source: exponential build-up, assumed."""
    return troops * (1 - exp(-buildup_years / troops_lag))


@declared
def built_strength(
    own_strength: Value,
    bare_strength: Value,
    buildup_years: Value = 2.0,
    industry_lag: Value = 3.0,
    army_lag: Value = 5.0,
) -> Value:
    """Protégé's strength by then; industry and army build at the mean of their two paces. Source: assumed."""
    built = 1 - (exp(-buildup_years / industry_lag) + exp(-buildup_years / army_lag)) / 2
    return bare_strength + (own_strength - bare_strength) * built


@beside("win_now")
def win_now_against_protege(
    built_strength: Value,
    built_troops: Value,
    mandate: Value = 1.0,
    heavy_share: Value = 0.5,
    strength_posted: Value = 0.06,
    heavy_factor: Value = 2.5,
    decisiveness: Value = 1.5,
) -> Value:
    """Challenger's chance to win if it attacks now and the guarantor stays out, with its troops.

    Source: as `win_against_protege`, with what has been built by then.
    """
    return 1 / (1 + built_strength**decisiveness)


@declared
@ENTRY.of(win_now_against_protege)
def win_now(
    built_strength: Value,
    built_troops: Value,
    mandate: Value = 1.0,
    heavy_share: Value = 0.5,
    strength_posted: Value = 0.06,
    heavy_factor: Value = 2.5,
    decisiveness: Value = 1.5,
) -> Value:
    """Challenger's chance to win if it attacks now, alone against the protégé and the troops there.

    Source: as `win_alone`, with what has been built by then.
    """
    local = mandate * strength_posted * (1 - heavy_share + heavy_share * heavy_factor) * built_troops / 10_000
    return 1 / (1 + (built_strength + local) ** decisiveness)


@declared
def win_later(win_alone: Value) -> Value:
    """Challenger's chance to win once all is built. Source: `win_alone` of the finished package."""
    return win_alone * 1.0


@declared
def shift(win_now: Value, win_later: Value) -> Value:
    """How much the challenger loses by waiting. Source: powell2006 on large and rapid shifts of power."""
    return win_now - win_later


@declared
def preventive_threshold(prize: Value = 1.0, cost_both: Value = 0.6) -> Value:
    """Shift above which attacking first pays: the cost of war over what is at stake.

    In a repeated game the threshold is far lower: this one-round form is the most cautious.
    Source: one-round bargaining, after powell2006; the formula is ours.
    """
    return cost_both / prize


def _built(at: At) -> Value:
    there = {"troops": at("built_troops"), "own_strength": at("built_strength")}
    return at("attack_probability", **NOTHING) - at("attack_probability", **there)


building_value = declared(
    composite(
        "building_value",
        Graph((*CHAIN, built_troops, built_strength), SYMBOLS).behind(
            "attack_probability", "built_troops", "built_strength"
        ),
        _built,
        fixed=(),
        doc="By how much the guarantee lowers the chance of attack with what is there by then; words bind at once."
        "\n\nSource: `deterrence_value` with the troops and the strength built by then.",
        latex=r"D \quad \text{with } n = n_y,\ M = M_y",
    )
)
