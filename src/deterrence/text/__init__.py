"""What the chapters' text takes from evidence and model: numbers to glue, still figures, and checks of its claims."""

from deterrence.text.figures import Figure
from deterrence.text.promises import promises_numbers

__all__ = ["Figure", "promises_numbers"]
