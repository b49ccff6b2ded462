"""Random settings of a lab's controls, as a reader could make them."""

import numpy as np


def random_keys(lab, rng: np.random.Generator) -> dict[str, str]:
    """Return a key for every control; the parts of a budget never exceed it."""
    keys = {}
    for control in lab.fields:
        if control.kind == "slider":
            step = rng.integers(0, round((control.high - control.low) / control.step) + 1)
            keys[control.name] = f"{min(control.low + step * control.step, control.high):.10g}"
        elif control.kind == "choice":
            keys[control.name] = str(rng.choice(list(control.options)))
        else:
            keys[control.name] = str(rng.integers(0, 2))
    for budget in lab.budgets:
        parts = list(budget.parts)
        cuts = sorted(rng.integers(0, budget.steps + 1, len(parts) - budget.whole))
        units = np.diff([0, *cuts, *([budget.steps] if budget.whole else [])])
        keys |= {name: f"{unit * budget.step:.10g}" for name, unit in zip(parts, units, strict=True)}
    return keys
