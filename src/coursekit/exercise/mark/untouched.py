"""What an untouched starter earns: nothing. One rule, for the desk, the command line, trials and exported notebooks.

To some cases the right answer is what the starter answers too, such as None. Such a case is idle: it counts only once
another case is answered otherwise than the starter answers it, right or wrong.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any


def counted(agreed: Sequence[bool], given: Sequence[Any], untouched: Sequence[Any], idle: Sequence[bool]) -> list[bool]:
    """Return for each case whether it counts as answered right.

    Parameters
    ----------
    agreed : sequence of bool
        Whether the answer is the right one.
    given : sequence
        The answers, in plain form.
    untouched : sequence
        What the starter answers, in plain form.
    idle : sequence of bool
        Whether the starter's answer is the right one. Where it is to every case, nothing tells work from none, and all
        cases count.

    Raises
    ------
    ValueError
        If they are not of one length.
    """
    rows = list(zip(agreed, given, untouched, idle, strict=True))
    begun = all(idle) or any(answer != before for _, answer, before, still in rows if not still)
    return [right and (begun or not still) for right, _, _, still in rows]
