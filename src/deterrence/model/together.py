"""Fighting together: what share of the help can be used."""

from __future__ import annotations

from coursekit.model.symbolic import Value, exp
from deterrence.model.symbols import declared


@declared
def interoperability(
    standards: Value = 0.0,
    training_years: Value = 0.0,
    interoperability_start: Value = 0.85,
    training_scale: Value = 4.0,
) -> Value:
    """Share of help that can fight alongside: shared standards, once they are trained together.

    Source: assumed; standards without training, and training without standards, add nothing here.
    """
    learnt = 1 - exp(-training_years / training_scale)
    return interoperability_start + (1 - interoperability_start) * standards * learnt
