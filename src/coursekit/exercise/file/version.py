"""Which version of an exercise a learner worked on: a short hash that page, receipt and key share."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coursekit.exercise.file.read import Exercise


def version(exercise: Exercise) -> str:
    """Return a hash of what decides how work on the exercise fares: not of its title, prompt and hints."""
    parts = (exercise.varies, exercise.setup, exercise.starter, exercise.tests, exercise.solution, exercise.cases)
    return hashlib.sha256(json.dumps([*parts, exercise.limit_s]).encode()).hexdigest()[:12]
