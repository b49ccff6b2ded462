"""Makes a walk that failed short: actions are left out for as long as it still fails."""

from __future__ import annotations

from collections.abc import Callable


def shrunk(numbers: list[int], fails: Callable[[list[int]], bool]) -> list[int]:
    """Leave out actions for as long as the walk still fails; return those that are needed.

    Parameters
    ----------
    numbers
        The actions of a walk that failed.
    fails
        Whether a walk of these actions fails.

    Returns
    -------
    list of int
        Actions of which none can be left out in the end.
    """
    size = len(numbers) // 2
    while size:
        start = 0
        while start < len(numbers):
            shorter = numbers[:start] + numbers[start + size :]
            if fails(shorter):
                numbers = shorter
            else:
                start += size
        size //= 2
    return numbers
