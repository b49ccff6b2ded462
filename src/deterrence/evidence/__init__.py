"""The evidence: small tables, each row with its source and its standing, and loaders that give pandas frames.

``standing`` says how far a row may be trusted: *measured* (counted in published data), *estimated* (computed from a
sample or a model), *claimed* (someone says so), *illustrative* (made for teaching), *unverified* (we have not seen
the source).
"""

from deterrence.evidence.cases import guarantee_cases
from deterrence.evidence.tables import (
    clauses,
    codebook,
    datasets,
    findings,
    honour_rates,
    promises_tested,
    read,
    texts,
)
from deterrence.evidence.validate import Fault, check

__all__ = [
    "Fault",
    "check",
    "clauses",
    "codebook",
    "datasets",
    "findings",
    "guarantee_cases",
    "honour_rates",
    "promises_tested",
    "read",
    "texts",
]
