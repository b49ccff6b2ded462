"""The one table of symbols: what each name of the model means, in which unit, within which range.

Defaults stand in the functions' signatures alone. A band says within what a parameter plausibly
lies; labs draw their intervals from it. Hardly any of these parameters has been measured for a real
guarantee: they are illustrative, and each says what it leans on or that it was assumed.
"""

from __future__ import annotations

from coursekit.model.quantity import Symbol, alternative, quantity
from deterrence.model.symbols import (
    army,
    challenger,
    delivery,
    forms,
    guarantor,
    industry,
    package,
    presence,
    protege,
    selection,
    signalling_game,
    strength,
    together,
)

WINGS = (
    challenger,
    strength,
    guarantor,
    presence,
    industry,
    delivery,
    army,
    package,
    selection,
    together,
    forms,
    signalling_game,
    protege,
)

SYMBOLS: dict[str, Symbol] = {name: symbol for wing in WINGS for name, symbol in wing.SYMBOLS.items()}

declared = quantity(SYMBOLS)
"""The decorator that makes a function a quantity of this model."""

beside = alternative(SYMBOLS)
"""Takes a quantity's name; makes the decorator of a formula that is another form of that quantity."""
