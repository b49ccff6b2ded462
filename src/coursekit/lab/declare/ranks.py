"""The ranks of a lab's controls: those beside the picture, those folded away, and those that choose a mode."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coursekit.lab.declare.budget import Budget
from coursekit.lab.declare.controls import Control

MOST = 2
"""As many main controls as a phone has room for under the picture."""


@dataclass(frozen=True)
class Ranks:
    """The names of a lab's main controls and of its modes.

    Parameters
    ----------
    main : tuple of str
        The controls that stand beside the picture.
    modes : tuple of str
        The choices under whose settings other controls count: the page shows them as tabs, and of the others those
        that count.
    """

    main: tuple[str, ...]
    modes: tuple[str, ...]

    @classmethod
    def of(cls, controls: Sequence[Control | Budget], named: Sequence[str]) -> Ranks:
        """Return the ranks of controls.

        Parameters
        ----------
        controls : sequence
            The lab's controls, in order.
        named : sequence of str
            The main ones, by name; if there are none, the first two that always count and choose no mode.

        Returns
        -------
        Ranks
            Their ranks.

        Raises
        ------
        ValueError
            If a name is no control's, or more than two main controls count at a time.
        """
        modes = tuple(dict.fromkeys(one.when[0] for one in controls if one.when))
        if not named:
            always = [one.name for one in controls if one.when is None and one.name not in modes]
            return cls(tuple(always[:MOST]), modes)
        by_name = {one.name: one for one in controls}
        for name in named:
            if name not in by_name:
                raise ValueError(f"main names {name!r}; controls are {', '.join(by_name)}.")
        conditions = {by_name[name].when for name in named} - {None}
        for condition in conditions or {None}:
            count = [name for name in named if by_name[name].when in (None, condition)]
            if len(count) > MOST:
                raise ValueError(f"main has {', '.join(count)}, which count at once; a phone has room for {MOST}.")
        return cls(tuple(named), modes)
