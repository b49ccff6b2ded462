"""A population: the rows that a lab's model is computed for, one by one, and the groups among them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coursekit.model.symbolic import Numbers


@dataclass(frozen=True)
class Population:
    """Many rows that the model is computed for at each setting of the controls.

    The lab's first shown quantity is the outcome (0 or 1, or any number); its ``x`` is the column that the outcome is
    plotted against: its range is cut into ``x.steps`` bins. The rows of *curve* are the bins of each group, with the
    columns ``series`` (the group), the x, the outcome's mean with ``_low`` and ``_high``, ``count`` and ``fit`` (the
    straight line through all rows of the group); *point* has one row a group, over all its bins. The chart's third
    argument, ``people``, has the first ``dots`` rows one by one: the x, the outcome, each group's quantity, and
    ``jitter`` (0 to 1).

    Parameters
    ----------
    columns : mapping
        From the model's parameter to its value in each row.
    among : mapping
        From a group's name to the quantity that is above 0.5 for the rows in it, or None for all rows.
    dots : int
        How many rows are plotted one by one.

    Notes
    -----
    Readings, for a group ``g`` and outcome ``y``: ``g.y`` (mean, with ``.low`` and ``.high``), ``g.count``, and
    ``g.slope`` (by how much ``y`` changes when x rises by one; least squares, with ``.low`` and ``.high``).
    Intervals hold nine in ten: Wilson's for a mean of zeros and ones, normal for a slope.
    """

    columns: Mapping[str, Numbers]
    among: Mapping[str, str | None]
    dots: int = 200
