"""A chapter's lab on a lesson's page: the same lab under the same id, opened in a state of the lesson's choice."""

from __future__ import annotations

import importlib
from dataclasses import dataclass, replace
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from coursekit.book.directives.lab_scripts import faults_named
from coursekit.book.directives.labs import LAB
from coursekit.book.site.module_files import files_of_module
from coursekit.lab.collection import lab_in, modules_in
from coursekit.lab.compile.model_lab_script import describe_controls
from coursekit.lab.declare import ModelLabSpec, TextLabSpec

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.lab.declare import AnyLabSpec


class MalformedLabError(ValueError):
    """A lab that is not there, or a state that it cannot be in: what would be right."""


@dataclass(frozen=True)
class OpenedLab:
    """A lab and the state in which a lesson opens it.

    Attributes
    ----------
    id, title
        The lab's own.
    state
        As after the ``?`` of its link; empty for the state in which it stands in its chapter.
    """

    id: str
    title: str
    state: str

    @property
    def anchor(self) -> str:
        """What leads to it on the page, without the ``#``."""
        return f"lab-{self.id}?{self.state}" if self.state else f"lab-{self.id}"


@dataclass(frozen=True)
class LabInLesson:
    """A lab as a lesson shows it."""

    opened: OpenedLab
    lab: AnyLabSpec
    package: str

    @classmethod
    def parse(cls, link: str, package: str) -> LabInLesson:
        """Return the lab that a link's end names.

        Parameters
        ----------
        link : str
            The lab's id, with a state if it is to open in one: ``promise?budget=5``.
        package : str
            The package of the course's labs.

        Raises
        ------
        MalformedLabError
            If there is no such lab, it has no such control, or the control cannot be set so.
        """
        name, _, state = link.partition("?")
        if name not in modules_in(package):
            raise MalformedLabError(f"There is no lab {name!r}. There are: {', '.join(modules_in(package))}.")
        with faults_named(package):
            lab: AnyLabSpec = lab_in(package, name)
        known = _controls(lab)
        for control, _ in parse_qsl(state, keep_blank_values=True):
            if control not in known:
                raise MalformedLabError(f"The lab {name!r} has no {control!r}. It has: {', '.join(sorted(known))}.")
        try:
            _in_state(lab, state)
        except ValueError as error:
            raise MalformedLabError(f"The lab {name!r} cannot open so: {error}") from None
        return cls(OpenedLab(name, lab.title, state), lab, package)

    def html(self) -> str:
        """Return the lab as it stands on the page: its guess as in its chapter, its section as the lesson opens it.

        So the section shows, before any script runs and on paper, what the script will show. What the guess is about,
        the lab itself says: its answer does not change with what the lesson opens.
        """
        opened, own = _in_state(self.lab, self.opened.state), _html(self.lab)
        there = own if opened is self.lab else _html(opened)  # to draw a lab's pictures takes seconds
        guess, section = own[: _section_at(own)], there[_section_at(there) :]
        opening = f' data-opens="{escape(self.opened.state)}"'
        return guess + LAB.sub(lambda found: found[0] + opening, section, count=1)

    def files(self) -> Iterable[Path]:
        """Return the files of the course that the lab is made from."""
        course, _, _ = self.package.partition(".")
        root = Path(importlib.import_module(course).__path__[0])
        return sorted(files_of_module(modules_in(self.package)[self.opened.id], root.parent))


def _controls(lab: AnyLabSpec) -> set[str]:
    """Return the names of what a link can set in a lab."""
    return {str(control["name"]) for control in describe_controls(lab)}


def _in_state(lab: AnyLabSpec, state: str) -> AnyLabSpec:
    """Return the lab with other settings to open at; one over cases, whose filters all stand open, as it is.

    Raises
    ------
    ValueError
        If a control cannot be set so.
    """
    asked = dict(parse_qsl(state, keep_blank_values=True))
    match lab:
        case ModelLabSpec() if asked:
            numbers = lab.state(**asked)
            return replace(lab, opens={one.name: one.key(numbers[one.name]) for one in lab.fields})
        case TextLabSpec() if asked:
            return replace(lab, opens=asked[lab.name])
    return lab


def _html(lab: AnyLabSpec) -> str:
    return str(lab._repr_mimebundle_()["text/html"])  # type: ignore[union-attr]


def _section_at(html: str) -> int:
    """Return where the lab's own section begins, after its guess."""
    found = LAB.search(html)
    return found.start() if found else 0
