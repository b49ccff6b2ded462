"""One budget split over several shares: what one part gains, the unspent rest or the others lose."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from coursekit.lab.declare.controls import Key, Slider


@dataclass(frozen=True)
class Budget:
    """A control that splits one total over several parameters, each a share of it.

    In the page it is a labelled group with one slider a part, each named after its parameter: links, presets and
    ``lab.state()`` set the parts by those names. A part that is moved up takes first what is unspent, then from the
    others in proportion to what they have; moved down it gives to the unspent rest (with ``whole`` to the others).

    Parameters
    ----------
    name : str
        Its name, for scripts; none of the model's parameters.
    label : str
        What stands above the group.
    parts : mapping
        From the model's parameter to what stands beside its slider, in order; at least two.
    total : float
        What the parts may add up to.
    step : float
        The smallest share that is moved; ``total`` is a whole number of steps.
    whole : bool
        Whether all of it is always spent.
    words : collection of str
        The parts that are only words: drawn hollow, as all that is symbolic.
    form, unit : str
        How a part is written, as for :class:`~coursekit.lab.declare.controls.Slider`.
    when : tuple of str, optional
        Name and key of the control under which this one counts; moving this one sets that one.

    Raises
    ------
    ValueError
        If there are fewer than two parts, or ``total`` is no whole number of steps.
    """

    name: str
    label: str
    parts: Mapping[str, str]
    total: float = 1.0
    step: float = 0.01
    whole: bool = False
    words: Collection[str] = ()
    form: str = "%"
    unit: str = ""
    when: tuple[str, str] | None = None
    kind: ClassVar[str] = "budget"

    def __post_init__(self) -> None:
        if len(self.parts) < 2:
            raise ValueError(f"The budget {self.name!r} has {len(self.parts)} parts; it needs two or more to split.")
        if self.total <= 0 or self.step <= 0 or abs(self.total / self.step - self.steps) > 1e-6:
            raise ValueError(
                f"The budget {self.name!r}: total {self.total:g} must be a whole number of steps of {self.step:g}."
            )
        if unknown := set(self.words) - set(self.parts):
            raise ValueError(f"The budget {self.name!r} has no part {', '.join(sorted(unknown))}, named in words.")

    @property
    def steps(self) -> int:
        """How many steps the total has."""
        return round(self.total / self.step)

    @property
    def sliders(self) -> list[Slider]:
        """Each part as a slider of its own, from nothing to the total."""
        return [
            Slider(name, label, 0.0, self.total, self.step, self.unit, self.form, self.when)
            for name, label in self.parts.items()
        ]

    def split(self, start: Mapping[str, float], fixed: Mapping[str, Key]) -> dict[str, float]:
        """Return all parts when those in ``fixed`` are set and the others start from ``start``.

        Parameters
        ----------
        start : mapping
            From each part to the value that it starts from; read for the parts that are not fixed.
        fixed : mapping
            From the parts that are set to their values, as text or number.

        Returns
        -------
        dict
            From each part to its value, a multiple of the budget's step.

        Raises
        ------
        ValueError
            If a fixed part is out of range, or the fixed parts add up to more than the total (or, where all is to be
            spent and none is left free, to less).
        """
        sliders = {slider.name: slider for slider in self.sliders}
        set_to = {name: self._steps(sliders[name].number(key)) for name, key in fixed.items()}
        spent = sum(set_to.values())
        others = [name for name in self.parts if name not in fixed]
        if spent > self.steps or (self.whole and not others and spent < self.steps):
            bound = "must" if self.whole and not others else "may"
            raise ValueError(
                f"{', '.join(fixed)} add up to {spent * self.step:.10g}; they {bound} add up to {self.total:g}."
            )
        left = share_out([self._steps(start[name]) for name in others], self.steps - spent, self.whole)
        units = set_to | dict(zip(others, left, strict=True))
        return {name: round(units[name] * self.step, 10) for name in self.parts}

    def _steps(self, value: float) -> int:
        return int(value / self.step + 0.5)


def share_out(units: Sequence[int], room: int, whole: bool) -> list[int]:
    """Return whole numbers in proportion to ``units`` that fit into ``room``, or fill it if ``whole``.

    What rounding leaves over goes to those that lost most by it, the first first; the page does so too
    (`web/src/lab/evaluate/budget.ts`).

    Parameters
    ----------
    units : sequence of int
        What each part has, 0 or more, in steps.
    room : int
        What all may have together, in steps.
    whole : bool
        Whether all of it is to be filled.

    Returns
    -------
    list of int
        As many as ``units``; together at most ``room``.
    """
    total = sum(units)
    target = room if whole else min(total, room)
    if not units or target == total:
        return list(units)
    weights, total = (units, total) if total else ([1] * len(units), len(units))
    made = [weight * target // total for weight in weights]
    lost = sorted(range(len(units)), key=lambda i: (-(weights[i] * target % total), i))
    for i in lost[: target - sum(made)]:
        made[i] += 1
    return made
