"""The controls of a lab: what a reader can move, each named after a parameter of the model."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

Key = float | str | bool


@dataclass(frozen=True)
class Slider:
    """A number within a range, moved in steps.

    Parameters
    ----------
    name : str
        The model's parameter.
    label : str
        What stands beside it.
    low, high, step : float
        The range, ends included, and the step.
    unit : str
        Shown after the value.
    form : str
        How the value is written: ``","`` thousands, ``".2f"`` decimals, ``"%"`` a share in per cent.
    when : tuple of str, optional
        Name and key of the control under which this one counts; moving this one sets that one.
    """

    name: str
    label: str
    low: float
    high: float
    step: float
    unit: str = ""
    form: str = ","
    when: tuple[str, str] | None = None
    kind: ClassVar[str] = "slider"

    def number(self, key: Key) -> float:
        """Return the parameter's value for what the reader set.

        Raises
        ------
        ValueError
            If it is no number, or outside the range.
        """
        try:
            value = float(key)
        except (TypeError, ValueError):
            raise ValueError(f"{self.name}: {key!r} is not a number.") from None
        if not self.low <= value <= self.high:
            raise ValueError(f"{self.name} is {value:g}; its range is {self.low:g} to {self.high:g}.")
        return value

    def key(self, number: float) -> Key:
        """Return what the reader would have set for a parameter's value."""
        return number


@dataclass(frozen=True)
class Choice:
    """One of a few named values.

    Parameters
    ----------
    name, label : str
        The model's parameter, and what stands beside it.
    options : mapping
        From key to (label, value); the key stands in links.
    when : tuple of str, optional
        Name and key of the control under which this one counts; moving this one sets that one.
    """

    name: str
    label: str
    options: Mapping[str, tuple[str, float]]
    when: tuple[str, str] | None = None
    kind: ClassVar[str] = "choice"

    def number(self, key: Key) -> float:
        """Return the parameter's value for an option's key.

        Raises
        ------
        ValueError
            If there is no such option.
        """
        if str(key) not in self.options:
            raise ValueError(f"{self.name}: there is no {key!r}; choose {', '.join(self.options)}.")
        return self.options[str(key)][1]

    def key(self, number: float) -> Key:
        """Return the key of the option with this value."""
        for key, (_, value) in self.options.items():
            if value == number:
                return key
        raise ValueError(f"{self.name}: no option has the value {number:g}; the default must be one of them.")


@dataclass(frozen=True)
class Toggle:
    """On (1) or off (0)."""

    name: str
    label: str
    when: tuple[str, str] | None = None
    kind: ClassVar[str] = "toggle"

    def number(self, key: Key) -> float:
        """Return 1 for on, 0 for off.

        Raises
        ------
        ValueError
            If it is neither.
        """
        spelled = {"1": 1.0, "true": 1.0, "on": 1.0, "0": 0.0, "false": 0.0, "off": 0.0}
        if str(key).lower().removesuffix(".0") not in spelled:
            raise ValueError(f"{self.name}: {key!r} is neither 1 nor 0.")
        return spelled[str(key).lower().removesuffix(".0")]

    def key(self, number: float) -> Key:
        """Return "1" for on, "0" for off, as links have it."""
        return "1" if number > 0.5 else "0"


Control = Slider | Choice | Toggle
