"""What would happen with no guarantee: the same quantities, with every pillar of the package at zero."""

from __future__ import annotations

from coursekit.model.composite import composite
from coursekit.model.graph import Graph
from coursekit.model.symbolic import Value
from deterrence.model import (
    challenger,
    coalition,
    guarantor,
    package,
    presence,
    rung_chances,
    rungs,
    strength,
    together,
)
from deterrence.model.symbols import SYMBOLS, declared

CHAIN = (
    package.firmness,
    package.troops,
    package.industry_spending,
    package.army_spending,
    guarantor.audience_cost,
    guarantor.exposed,
    guarantor.tripwire,
    guarantor.fighting_cost,
    together.interoperability,
    coalition.coalition_share,
    presence.local_strength,
    strength.own_strength,
    strength.bare_strength,
    strength.usable_help,
    strength.win_alone,
    strength.win_joined,
    guarantor.resolve,
    guarantor.credibility,
    challenger.strength_cost,
    challenger.joined_cost,
    challenger.status_quo,
    challenger.attack_utility,
    challenger.critical_credibility,
    challenger.attack_probability,
    rungs.grey_utility,
    rungs.dispute_utility,
    rungs.best_option,
    rung_chances.logit_total,
    rung_chances.war_probability,
    rung_chances.dispute_probability,
    rung_chances.grey_probability,
    rung_chances.peace_probability,
)
"""From package to the challenger's choice."""

PATHS = Graph(CHAIN, SYMBOLS)

PILLARS = ("words_share", "troops_share", "industry_share", "army_share")
NOTHING = dict.fromkeys(PILLARS, 0.0)

# What sizes a package or says what its pillars do makes no difference to an empty one: it is not asked for.
_IDLE = (
    "equal_cost",
    "budget",
    "commitment",
    "contingent",
    "industry_programme",
    "army_programme",
    "words_price",
    "troops_price",
    "audience_ceiling",
    "tripwire_pull",
    "tripwire_half",
    "forward_share",
    "exposure_cost",
    "mandate",
    "heavy_share",
    "heavy_factor",
    "strength_posted",
    "provocation",
    "friction",
    "industry_gain",
    "industry_price",
    "army_gain",
    "army_price",
    "called_price",
    "form_words",
    "form_entry",
    "form_costs",
)
_EMPTY = {**NOTHING, **{name: PATHS.defaults[name] for name in _IDLE}}


def _without(name: str, output: str, meaning: str) -> Value:
    part = PATHS.behind(output)
    fixed = {key: value for key, value in _EMPTY.items() if key in part.defaults}
    made = composite(
        name,
        part,
        lambda at: at(output, **fixed),
        fixed=fixed,
        doc=f"{meaning}: a guarantor may still fight for its own stake.\n\nSource: `{output}` of an empty package.",
        latex=rf"{SYMBOLS[output].latex} \quad \text{{with }} s_w = s_t = s_i = s_a = 0",
    )
    return declared(made)


attack_unguarded = _without("attack_unguarded", "attack_probability", "Chance of attack with no guarantee")
war_unguarded = _without("war_unguarded", "war_probability", "Chance of war with no guarantee")
dispute_unguarded = _without("dispute_unguarded", "dispute_probability", "Chance of a lesser dispute with no guarantee")
grey_unguarded = _without("grey_unguarded", "grey_probability", "Chance of grey-zone pressure with no guarantee")
