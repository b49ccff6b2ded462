"""A model lab, declared: one question, the part of the model that answers it, and what a reader can move."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from coursekit.course import course
from coursekit.lab.declare.budget import Budget
from coursekit.lab.declare.controls import Choice, Control, Key
from coursekit.lab.declare.opening import settings
from coursekit.lab.declare.otherwise import form_choice, otherwise_sentences
from coursekit.lab.declare.parts import Axis, CurvePrediction, Prediction, Preset
from coursekit.lab.declare.population import Population
from coursekit.lab.declare.ranks import Ranks
from coursekit.lab.declare.sentences import Sentences, places
from coursekit.lab.declare.state import State
from coursekit.lab.declare.views import View, finding, form_of
from coursekit.model.forms import Forms
from coursekit.model.graph import Graph
from coursekit.model.symbolic import Numbers

SERIES = course().series
"""The names that a series may have, as the course's settings list them; any name, if they list none."""


@dataclass(frozen=True)
class ModelLabSpec:
    """What makes a lab over a model; :class:`coursekit.lab.display.Lab` adds the checks, the numbers and the display.

    Parameters
    ----------
    id, title, question : str
        Its name in links, a short title, and the one question it answers.
    model : Graph
        The graph of quantities; only what ``show`` rests on is used.
    show : sequence of str
        The quantities that are computed; the first is the one compared by ``ahead``.
    compare : mapping
        From series (one of :data:`SERIES`) to the parameters that make it what it is.
    controls : sequence
        What a reader can move; defaults come from the model's signatures, or from ``opens``.
    opens : mapping
        What controls are set to at first where that is not the model's default, such as a proposal from the evidence.
    draws : mapping
        The draws of uncertain parameters, by name.
    says : sequence
        The sentences.
    labels : mapping
        What each series is called here.
    x : Axis, optional
        The parameter along the curve.
    chart : callable, optional
        Takes ``curve`` and ``point`` (data for Altair; of a population ``people`` too) and returns a chart or a list
        of charts.
    along : sequence of str, optional
        Those of ``show`` that are computed along the curve, where not all are drawn there: it saves time.
    bars : str, optional
        Instead of charts: the quantity shown as plain bars, without Vega.
    forms : sequence of Forms
        The contested forms of the model that a reader can choose otherwise.
    main : sequence of str
        The controls that stand beside the picture, by name: two at most count at a time. The others are folded under
        *More assumptions*. By default the first two that always count.
    views : sequence of View
        The pictures, in the order of the charts; by default one a chart.
    population : Population, optional
        Instead of ``compare``: the rows that the model is computed for, and their groups; ``labels`` names these.
    presets : sequence
        Named states, each with a sentence on what happened.
    predict : Prediction or CurvePrediction, optional
        A guess that is asked for before the lab answers.
    caption : str
        What the lab leaves out.
    badges : sequence of str
        How far its numbers can be trusted: measured, estimated, claimed, illustrative.
    context : callable, optional
        Returns HTML that stands under the sentence: data beside the model.
    """

    id: str
    title: str
    question: str
    model: Graph
    show: Sequence[str]
    compare: Mapping[str, Mapping[str, float]]
    controls: Sequence[Control | Budget]
    draws: Mapping[str, Numbers]
    says: Sentences
    labels: Mapping[str, str]
    x: Axis | None = None
    chart: Callable[..., Any] | None = None
    along: Sequence[str] = ()
    bars: str | None = None
    presets: Sequence[Preset] = ()
    predict: Prediction | CurvePrediction | None = None
    caption: str = ""
    badges: Sequence[str] = ("illustrative",)
    context: Callable[[], str] | None = None
    population: Population | None = None
    forms: Sequence[Forms] = ()
    main: Sequence[str] = ()
    views: Sequence[View] = ()
    opens: Mapping[str, Key] = field(default_factory=dict)

    @cached_property
    def graph(self) -> Graph:
        """The part of the model that this lab needs."""
        return self.model.behind(*self.needed)

    @property
    def needed(self) -> tuple[str, ...]:
        """The quantities that are shown, and those that make the groups of a population."""
        groups = self.population.among.values() if self.population else ()
        return tuple(dict.fromkeys([*self.show, *(name for name in groups if name)]))

    @cached_property
    def graph_along(self) -> Graph:
        """The part of it that the curve needs."""
        return self.graph.behind(*(self.along or self.show))

    @cached_property
    def fields(self) -> list[Control]:
        """The controls, of a split budget each part, and the choices among forms: one a parameter."""
        return [
            one
            for control in (*self.controls, *self.form_choices)
            for one in (control.sliders if isinstance(control, Budget) else [control])
        ]

    @cached_property
    def form_choices(self) -> list[Choice]:
        """The controls that choose among contested forms."""
        return [form_choice(forms) for forms in self.forms]

    @cached_property
    def sentences(self) -> Sentences:
        """All that the lab says: its own sentences, and what changed where another form is chosen."""
        first = self.show[0]
        return [
            *self.says,
            *otherwise_sentences(self.forms, first, self.graph.symbol(first), self.labels, list(self.compare)),
        ]

    @cached_property
    def ranks(self) -> Ranks:
        """Which controls stand beside the picture, and which choose a mode for others."""
        return Ranks.of(self.controls, self.main)

    @property
    def series(self) -> Mapping[str, str]:
        """What is compared, each by its name: series of the model, or groups of a population."""
        names = self.population.among if self.population else self.compare
        return {name: self.labels[name] for name in names}

    def value_form(self, view: View) -> str:
        """Return how the values of a picture's quantity are written."""
        return view.form or form_of(self.graph.symbol(view.of or self.show[0]))

    @cached_property
    def findings(self) -> list[Sentences]:
        """What each declared picture finds, or the lab as a whole: the title above it, in one sentence."""
        found: list[Sentences] = []
        for view in self.views or (View("", self.show[0]),):
            of = view.of or self.show[0]
            labels = {name: label for name, label in self.series.items() if name in (view.series or self.series)}
            found.append([view.says or finding(of, labels, self.value_form(view))])
        return found

    @property
    def budgets(self) -> list[Budget]:
        """The controls that split a budget."""
        return [control for control in self.controls if isinstance(control, Budget)]

    @cached_property
    def defaults(self) -> State:
        """What each control is set to at first: from ``opens``, else from the model's signature."""
        opens, known = settings(self.id, self.fields, self.opens), self.graph.defaults
        return {one.name: one.number(opens[one.name]) if one.name in opens else known[one.name] for one in self.fields}

    def state(self, **keys: Key) -> State:
        """Return the whole state, with what is given set, its mode too, and the rest as at first.

        Raises
        ------
        ValueError
            If there is no such control, the value is not one it can take, or the parts of a budget exceed it.
        """
        given = settings(self.id, self.fields, keys)
        state = self.defaults | {one.name: one.number(given[one.name]) for one in self.fields if one.name in given}
        for budget in self.budgets:
            state |= budget.split(self.defaults, {name: given[name] for name in budget.parts if name in given})
        return state

    def named_in_sentences(self) -> set[str]:
        """Return every reading that some sentence has a place for."""
        groups = [*self.sentences, *(group for found in self.findings for group in found)]
        return {name for group in groups for say in group for name in places(say.text)}
