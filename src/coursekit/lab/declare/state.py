"""What a reader has set and what a lab answers, as plain data."""

from __future__ import annotations

from typing import Any

TABLES = ("curve", "point", "people")
"""The tables over which a lab's charts are drawn, by name; the last for a population only."""

State = dict[str, float]
"""From the name of each control's parameter to its value."""

Row = dict[str, Any]
"""One row of a lab's tables: ``series``, the x, and of each quantity its value, ``_low`` and ``_high``."""
