"""What a lab is made of, as its file declares it: controls, sentences, cases, predictions; no numbers, no display.

A lab's file imports these from here, and the class that puts them together from :mod:`coursekit.lab.display`.
"""

from __future__ import annotations

from coursekit.lab.declare.budget import Budget
from coursekit.lab.declare.case_lab import Case, CaseLabSpec, Filter
from coursekit.lab.declare.controls import Choice, Control, Key, Slider, Toggle
from coursekit.lab.declare.model_lab import SERIES, ModelLabSpec
from coursekit.lab.declare.parts import Axis, CurvePrediction, Prediction, Preset
from coursekit.lab.declare.population import Population
from coursekit.lab.declare.sentences import Readings, Say, Sentences
from coursekit.lab.declare.state import Row, State
from coursekit.lab.declare.text_lab import Passage, TextLabSpec
from coursekit.lab.declare.views import View

AnyLabSpec = ModelLabSpec | CaseLabSpec | TextLabSpec

__all__ = [
    "SERIES",
    "AnyLabSpec",
    "Axis",
    "Budget",
    "Case",
    "CaseLabSpec",
    "Choice",
    "Control",
    "CurvePrediction",
    "Filter",
    "Key",
    "ModelLabSpec",
    "Passage",
    "Population",
    "Prediction",
    "Preset",
    "Readings",
    "Row",
    "Say",
    "Sentences",
    "Slider",
    "State",
    "TextLabSpec",
    "Toggle",
    "View",
]
