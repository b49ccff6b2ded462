"""What the model says under all that nobody knows: rankings, how certain they are, and what would overturn them."""

from deterrence.analysis.ahead import Interval, interval, margins, probability_ahead
from deterrence.analysis.flips import Flip, joint_flip, single_flips
from deterrence.analysis.packages import BANDS, OUTCOMES, PACKAGES, TANGIBLE, Package, deterred, package
from deterrence.analysis.quasi import sample

__all__ = [
    "BANDS",
    "OUTCOMES",
    "PACKAGES",
    "TANGIBLE",
    "Flip",
    "Interval",
    "Package",
    "deterred",
    "interval",
    "joint_flip",
    "margins",
    "package",
    "probability_ahead",
    "sample",
    "single_flips",
]
