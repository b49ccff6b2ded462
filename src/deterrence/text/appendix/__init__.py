"""The appendix pages, written from the code itself: the model, the evidence and the functions.

Each function returns a :class:`Part` that shows itself as a cell's last value. Nothing here is written twice: what a
page says is read from signatures, symbols, docstrings and codebooks when the book is built.
"""

from deterrence.text.appendix.api import function_list, functions_of
from deterrence.text.appendix.coders import coders
from deterrence.text.appendix.contested import contested, contested_list
from deterrence.text.appendix.drawing import drawing, needs_list
from deterrence.text.appendix.entries import entries
from deterrence.text.appendix.evidence import all_tables, contents
from deterrence.text.appendix.html import Part
from deterrence.text.appendix.parameters import counts, parameter_list, parameters

__all__ = [
    "Part",
    "all_tables",
    "coders",
    "contents",
    "contested",
    "contested_list",
    "counts",
    "drawing",
    "entries",
    "function_list",
    "functions_of",
    "needs_list",
    "parameter_list",
    "parameters",
]
