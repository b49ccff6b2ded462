"""The page *Is the model rigged?*: its numbers, its tables, its cases in words, and the claims of its text."""

from deterrence.text.no_rigging.multiverse import forms_table, multiverse_numbers, multiverse_table, variance_table
from deterrence.text.no_rigging.numbers import no_rigging_numbers
from deterrence.text.no_rigging.openings import openings_numbers, openings_table
from deterrence.text.no_rigging.specification_curve import specification_curve
from deterrence.text.no_rigging.tables import case_in_words, flips_table, shares_table, sobol_table

__all__ = [
    "case_in_words",
    "flips_table",
    "forms_table",
    "multiverse_numbers",
    "multiverse_table",
    "no_rigging_numbers",
    "openings_numbers",
    "openings_table",
    "shares_table",
    "sobol_table",
    "specification_curve",
    "variance_table",
]
