"""What the chapters' text takes from evidence and model: numbers to glue, still figures, and checks of its claims."""

from deterrence.text.figures import Figure, honour_figure
from deterrence.text.promises import promises_numbers

__all__ = ["Figure", "honour_figure", "promises_numbers"]
