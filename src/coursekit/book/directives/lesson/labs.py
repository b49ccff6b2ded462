"""A chapter's lab on a lesson's page: the same lab under the same id, opened in a state of the lesson's choice."""

from __future__ import annotations

import importlib
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from coursekit.book.directives.lab_scripts import faults_named
from coursekit.book.directives.labs import LAB
from coursekit.book.site.module_files import files_of_module
from coursekit.lab.collection import lab_in, modules_in
from coursekit.lab.compile.model_lab_script import describe_controls

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
            If there is no such lab, or it has no such control.
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
        return cls(OpenedLab(name, lab.title, state), lab, package)

    def html(self) -> str:
        """Return the lab's section, which says in what state it opens."""
        made = str(self.lab._repr_mimebundle_()["text/html"])  # type: ignore[union-attr]
        return LAB.sub(lambda found: f'{found[0]} data-opens="{escape(self.opened.state)}"', made, count=1)

    def files(self) -> Iterable[Path]:
        """Return the files of the course that the lab is made from."""
        course, _, _ = self.package.partition(".")
        root = Path(importlib.import_module(course).__path__[0])
        return sorted(files_of_module(modules_in(self.package)[self.opened.id], root.parent))


def _controls(lab: AnyLabSpec) -> set[str]:
    """Return the names of what a link can set in a lab."""
    return {str(control["name"]) for control in describe_controls(lab)}
