"""Which course this is: the table ``[tool.coursekit]`` of its ``pyproject.toml``, read once.

coursekit itself names no course. What differs from course to course (its id, under which a browser keeps work and
files name their format; its packages; the names of its series) stands in that table. Where there is no
``pyproject.toml``, in the page's Python and in a wheel, the build has put the same table beside this module, as JSON.
"""

from __future__ import annotations

import json
import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

FILE = "pyproject.toml"
SHIPPED = "course.json"  # beside this module, in the page's Python and in wheels


class CourseError(ValueError):
    """The course's settings are missing or wrong; the message says where, and what would be right."""


@dataclass(frozen=True)
class Course:
    """The settings of a course.

    Parameters
    ----------
    id : str
        Names the course where it is told from others: browser storage, formats of receipts and keys, file names.
        Small letters, digits and hyphens.
    title : str
        The course's name for readers.
    labs : str
        The package whose modules are the labs.
    packages : tuple of str
        The course's own packages under ``src``; they go into the page's Python.
    model : str
        The package of the model; its quantities have an appendix. Empty if there is none.
    evidence : str
        The folder, from the course's root, that holds ``datapackage.json``. Empty if there is none.
    chapters : str
        The folder of the chapters.
    exercises : str
        The folder of the exercise files.
    series : tuple of str
        The names that a lab's series may have; empty: any.
    compared : tuple of str
        The two series of which a lab says in how many draws the first is ahead of the second; empty: none.
    """

    id: str
    title: str
    labs: str
    packages: tuple[str, ...] = ()
    model: str = ""
    evidence: str = ""
    chapters: str = "chapters"
    exercises: str = "exercises"
    series: tuple[str, ...] = ()
    compared: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not re.fullmatch(r"[a-z][a-z0-9-]*", self.id):
            raise CourseError(f"id = {self.id!r}: small letters, digits and hyphens only, beginning with a letter.")
        if self.compared and (len(self.compared) != 2 or not set(self.compared) <= set(self.series)):
            raise CourseError(f"compared = {list(self.compared)}: two of series ({', '.join(self.series)}).")

    def format(self, kind: str) -> str:
        """Return the name of one of the course's file formats: ``receipt``, ``work``, ``key``."""
        return f"{self.id}/{kind}"

    @property
    def in_notebook(self) -> str:
        """The name under which a notebook's metadata hold a receipt."""
        return self.id.replace("-", "_")

    def shipped(self) -> str:
        """Return the settings as JSON, as they go along where there is no ``pyproject.toml``."""
        return json.dumps({field.name: getattr(self, field.name) for field in fields(self)}, ensure_ascii=False)


def read_course(settings: Mapping[str, Any], where: str = f"[tool.coursekit] in {FILE}") -> Course:
    """Return the course that a table of settings describes.

    Parameters
    ----------
    settings : mapping
        Names and values, as TOML or JSON has them.
    where : str
        Where the table stands, for messages.

    Returns
    -------
    Course
        The settings, lists made tuples.

    Raises
    ------
    CourseError
        If a name is unknown, a needed one is missing, or a value is not text or a list of texts.
    """
    known = {field.name: field for field in fields(Course)}
    if unknown := [name for name in settings if name not in known]:
        raise CourseError(f"{where}: {unknown[0]!r} is no setting. There are: {', '.join(known)}.")
    if missing := [name for name in ("id", "title", "labs") if not settings.get(name)]:
        raise CourseError(f"{where}: {missing[0]} is missing.")
    made: dict[str, Any] = {}
    for name, value in settings.items():
        many = isinstance(known[name].default, tuple)
        if many and isinstance(value, list) and all(isinstance(one, str) for one in value):
            made[name] = tuple(value)
        elif not many and isinstance(value, str):
            made[name] = value
        else:
            raise CourseError(f"{where}: {name} = {value!r}; right would be {'a list of texts' if many else 'a text'}.")
    try:
        return Course(**made)
    except CourseError as error:
        raise CourseError(f"{where}: {error}") from None


def _table(path: Path) -> dict[str, Any] | None:
    try:
        read: dict[str, Any] | None = tomllib.loads(path.read_text("utf-8")).get("tool", {}).get("coursekit")
    except FileNotFoundError:
        return None
    except tomllib.TOMLDecodeError as error:
        raise CourseError(f"{path} is not TOML: {error}.") from error
    return read


@lru_cache
def find_root(start: Path | None = None) -> Path | None:
    """Return the folder of the course that ``start`` lies in, by default the current folder; None if in none.

    The environment's ``COURSEKIT_ROOT`` goes before all. An editable install is found from anywhere.

    Raises
    ------
    CourseError
        If a ``pyproject.toml`` on the way is not TOML.
    """
    if start is None and (named := os.environ.get("COURSEKIT_ROOT")):
        return Path(named).resolve()
    own = [] if start else [Path(__file__).resolve()]
    here = (start or Path.cwd()).resolve()
    for place in (here, *here.parents, *(parent for path in own for parent in path.parents)):
        if _table(place / FILE) is not None:
            return place
    return None


@lru_cache
def course() -> Course:
    """Return the settings of the course at hand.

    Raises
    ------
    CourseError
        If there are none, or they are wrong; the message says where and what would be right.
    """
    file = resources.files(__package__) / SHIPPED
    if file.is_file():
        return read_course(json.loads(file.read_text("utf-8")), SHIPPED)
    root = find_root()
    if root is None:
        raise CourseError(f"No folder from here upwards has a {FILE} with a table [tool.coursekit].")
    return read_course(_table(root / FILE) or {}, f"{root / FILE}, [tool.coursekit]")
