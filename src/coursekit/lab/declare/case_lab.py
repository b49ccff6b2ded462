"""An archive: a lab over cases. Filters, what is selected in a sentence, a timeline, a map, and a table.

A lab's file makes one from a table, a :class:`Case` a row::

    LAB = Archive(
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

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from coursekit.lab.declare.budget import Budget
from coursekit.lab.declare.controls import Choice, Key
from coursekit.lab.declare.parts import Prediction, Preset
from coursekit.lab.declare.sentences import Readings, Sentences, narrate
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
    """One row.

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
class Archive:
    """What `LAB` is in the file of a lab over cases; it shows itself in book and notebook.

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
    presets, predict, caption, badges
        As for :class:`coursekit.lab.declare.model_lab.Lab`.

    Raises
    ------
    ValueError
        If a case does not fit the filters, the columns or the years; the message says which and how.
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

    def __post_init__(self) -> None:
        from coursekit.lab.evaluate.check_case_lab import check

        check(self)

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
        """The same."""
        return self.fields

    @property
    def budgets(self) -> list[Budget]:
        """None: cases are not bought."""
        return []

    @property
    def defaults(self) -> dict[str, float]:
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

    def state(self, **keys: Key) -> dict[str, float]:
        """Return the whole state as numbers, as for every lab."""
        return {field.name: field.number(self.chosen(**keys)[field.name]) for field in self.fields}

    def shown(self, **keys: Key) -> list[Case]:
        """Return the cases that the filters let through."""
        chosen = self.chosen(**keys)
        wanted = {one.name: chosen[one.name] for one in self.filters if chosen[one.name] != ANY}
        return [case for case in self.cases if all(case.values[name] == key for name, key in wanted.items())]

    def readings(self, **keys: Key) -> Readings:
        """Return the counts that sentences name."""
        shown = self.shown(**keys)
        counts = {
            f"{one.name}.{key}": float(sum(case.values[one.name] == key for case in shown))
            for one in self.filters
            for key in one.options
        }
        return {"shown": float(len(shown)), "all": float(len(self.cases))} | counts

    def sentence(self, **keys: Key) -> str:
        """Return what is selected, and what the counts make the sentences say."""
        chosen, readings = self.chosen(**keys), self.readings(**keys)
        named = [
            say("archive.filter", label=one.label, option=one.options[chosen[one.name]])
            for one in self.filters
            if chosen[one.name] != ANY
        ]
        counts = {"shown": f"{readings['shown']:.0f}", "all": f"{readings['all']:.0f}"}
        first = say("archive.some", filters="; ".join(named), **counts) if named else say("archive.all", **counts)
        return f"{first} {narrate(self.says, readings)}".strip()

    def figure(self, **keys: Key) -> Any:
        """Return timeline and map of what is selected as one Altair chart: what *Copy as Python* copies gives this."""
        from coursekit.lab.charts.case_lab import figure

        return figure(self, self.shown(**keys))

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        from coursekit.lab.html.case_lab import mount, view

        bundle: dict[str, Any] = {"text/plain": f"{self.title}: {self.sentence()}", "text/html": mount(self)}
        if os.environ.get("COURSEKIT_MOUNT") != "page":
            bundle |= view(self)._repr_mimebundle_()
        return bundle
