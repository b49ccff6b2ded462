"""The pillars apart: what each would be worth alone, and what being together adds."""

from __future__ import annotations

from coursekit.model.composite import At, composite
from coursekit.model.symbolic import Value
from deterrence.model.symbols import declared
from deterrence.model.unguarded import NOTHING, PATHS, PILLARS

OUTPUT = "attack_probability"


def _apart(at: At) -> Value:
    none = at(OUTPUT, **NOTHING)
    total: Value = 0.0
    for pillar in PILLARS:
        alone = {other: 0.0 for other in PILLARS if other != pillar}
        total = total + (none - at(OUTPUT, **alone))
    return total


apart_value = declared(
    composite(
        "apart_value",
        PATHS.behind(OUTPUT),
        _apart,
        fixed=(),
        doc="Sum of what each pillar is worth alone, with the same money or size as in the package."
        "\n\nSource: definition.",
        latex=r"\sum_{j} D_{\{j\}}",
    )
)


@declared
def synergy(deterrence_value: Value, apart_value: Value) -> Value:
    """What the pillars add by being together; below zero, each takes work off the others.

    Source: definition; the sign depends on the scale on which one counts (berry2010).
    """
    return deterrence_value - apart_value
