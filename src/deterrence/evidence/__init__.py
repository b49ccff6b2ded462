"""The evidence: small tables, each row with its source and its standing, and loaders that give pandas frames.

``standing`` says how far a row may be trusted: *measured* (counted in published data), *estimated* (computed from a
sample or a model), *claimed* (someone says so), *illustrative* (made for teaching), *unverified* (we have not seen
the source).
"""

from deterrence.evidence.base_rates import base_rate_differences, base_rates
from deterrence.evidence.cases import guarantee_cases
from deterrence.evidence.industry import (
    aid_months,
    equipment_losses,
    interception_claims,
    production_claims,
    production_ranges,
    promise_delivery,
)
from deterrence.evidence.presence import battlegroups, troop_presence
from deterrence.evidence.providers import proposals, provider_profiles, provider_statements, providers
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
    "aid_months",
    "base_rate_differences",
    "base_rates",
    "battlegroups",
    "check",
    "clauses",
    "codebook",
    "datasets",
    "equipment_losses",
    "findings",
    "guarantee_cases",
    "honour_rates",
    "interception_claims",
    "production_claims",
    "production_ranges",
    "promise_delivery",
    "promises_tested",
    "proposals",
    "provider_profiles",
    "provider_statements",
    "providers",
    "read",
    "texts",
    "troop_presence",
]
