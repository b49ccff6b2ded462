"""A case lab, declared: cases in rows, filters that choose among them, and sentences about what is chosen.

A lab's file makes one from a table, a :class:`Case` a row::

    LAB = CaseLab(
        id="cases", title="the case archive", question="Which guarantees were tested, and what came of it?",
        cases=[Case(row.slug, row.case, row.kind, row.year_made, end, html, {"kind": row.kind, "era": era}, cells)],
        filters=[
            Filter("kind", "Made of", {"symbolic": "words only", "mixed": "words and more", "tangible": "no words"}),
            Filter("era", "Made", {"before": "before 1945", "since": "since 1945"}),
        ],
        columns=("Case", "Made", "Attacked", "Source"),
        says=[
            [Say("{kind.symbolic} of them are words only.", lambda r: r("shown") > 0), Say("No case is like that.")]
        ],
        now=2026,
    )

Readings that sentences and predictions may name: ``shown`` and ``all`` (how many cases), and ``FILTER.OPTION`` for how
many of the shown cases have that option. The sentence of what is selected is put before by itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from coursekit.lab.declare.budget import Budget
from coursekit.lab.declare.controls import Choice, Key
from coursekit.lab.declare.parts import Prediction, Preset
from coursekit.lab.declare.ranks import Ranks
from coursekit.lab.declare.sentences import Sentences
from coursekit.lab.declare.state import State
from coursekit.words import say

ANY = "any"
KINDS = ("symbolic", "mixed", "tangible")


@dataclass(frozen=True)
class Filter:
    """A column by which cases are chosen: its name in links, its label, and from each option's key to its label."""

    name: str
    label: str
    options: Mapping[str, str]


@dataclass(frozen=True)
class Case:
    """One case: a bar of the timeline, and a mark on the map if it has a place.

    Parameters
    ----------
    key, name : str
        Its name in links (letters, digits, - and _) and its name for readers.
    kind : str
        symbolic (hollow marks), mixed (half filled) or tangible (filled).
    start : int
        The year in which its bar starts.
    end : int or None
        The year in which its bar ends; None for one that is still open.
    html : str
        What is shown when it is picked, already escaped.
    values : mapping
        From each filter's name to the key of its option.
    cells : sequence of str
        Its row in the table.
    place : tuple of float, optional
        Longitude and latitude of its mark on the map.
    event : int, optional
        A year that gets a mark on its bar.
    """

    key: str
    name: str
    kind: str
    start: int
    end: int | None
    html: str
    values: Mapping[str, str]
    cells: Sequence[str]
    place: tuple[float, float] | None = None
    event: int | None = None


@dataclass(frozen=True)
class CaseLabSpec:
    """What makes a lab over cases; :class:`coursekit.lab.display.CaseLab` adds the checks, the counts and the display.

    Parameters
    ----------
    id, title, question : str
        Its name in links, a short title, and the one question it answers.
    cases, filters, columns : sequence
        The rows, what they can be chosen by, and the table's headings. Besides the filters there is always a control
        ``case`` that picks one case.
    says : sequence
        The sentences.
    now : int
        The year to which bars that are still open are drawn.
    timeline, map : str
        Titles that say what is to be seen.
    event : str
        What the mark on a bar means.
    presets, predict, caption, badges, main
        As for :class:`coursekit.lab.declare.model_lab.ModelLabSpec`.
    """

    id: str
    title: str
    question: str
    cases: Sequence[Case]
    filters: Sequence[Filter]
    columns: Sequence[str]
    says: Sentences
    now: int
    timeline: str = ""
    map: str = ""
    event: str = ""
    presets: Sequence[Preset] = ()
    predict: Prediction | None = None
    caption: str = ""
    badges: Sequence[str] = ("measured",)
    main: Sequence[str] = ()

    @cached_property
    def ranks(self) -> Ranks:
        """Which controls stand beside the picture; none chooses a mode for others."""
        return Ranks.of(self.controls, self.main)

    @cached_property
    def fields(self) -> list[Choice]:
        """A choice for each filter, and one that picks a case."""
        asked = [Filter("case", say("archive.case"), {case.key: case.name for case in self.cases}), *self.filters]
        return [
            Choice(
                one.name,
                one.label,
                {ANY: (say("archive.no_case" if one.name == "case" else "archive.any"), 0.0)}
                | {key: (label, float(i)) for i, (key, label) in enumerate(one.options.items(), 1)},
            )
            for one in [*asked[1:], asked[0]]
        ]

    @property
    def controls(self) -> list[Choice]:
        """The same as ``fields``: no control of a case lab has parts of its own."""
        return self.fields

    @property
    def budgets(self) -> list[Budget]:
        """None: cases are not bought."""
        return []

    @property
    def defaults(self) -> State:
        """Everything is shown at first, and no case is picked."""
        return {field.name: 0.0 for field in self.fields}

    def chosen(self, **keys: Key) -> dict[str, str]:
        """Return every control's key, with what is given set and the rest at *any*.

        Raises
        ------
        ValueError
            If there is no such control, or it has no such option.
        """
        fields = {field.name: field for field in self.fields}
        for name, key in keys.items():
            if name not in fields:
                raise ValueError(f"The lab {self.id!r} has no control {name!r}; it has {', '.join(fields)}.")
            fields[name].number(key)
        return {name: str(keys.get(name, ANY)) for name in fields}

    def state(self, **keys: Key) -> State:
        """Return the whole state as numbers, as for every lab."""
        return {field.name: field.number(self.chosen(**keys)[field.name]) for field in self.fields}
