"""Which exercises are exported: those of chapters, single ones, or all; each with its cases for marking."""

from __future__ import annotations

import contextlib
import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from coursekit.classroom.answer_key.directives import exercise_pages, markdown_pages
from coursekit.classroom.answer_key.key import case_seed, entry, exercise_files
from coursekit.classroom.assignment.item import BadAssignmentError, check_points
from coursekit.exercise import trial
from coursekit.exercise.file.cells import split
from coursekit.exercise.file.read import Exercise, read
from coursekit.exercise.file.variants import Variant, variant
from coursekit.exercise.helpers.nowhere import Nowhere
from coursekit.exercise.mark.reference import Marks, UnusableError
from coursekit.exercise.notebook.drawn_cases import Held, held_cases


@dataclass(frozen=True)
class Selected:
    """One exercise that is exported.

    Parameters
    ----------
    exercise
        The exercise.
    marked_solution
        Its solution as its file has it, with the markers around what learners write.
    chapter
        The page that it stands in, without folder and suffix; else the first part of its id.
    points
        What it counts.
    variant
        The values of everybody's variant, where they vary in the course.
    """

    exercise: Exercise
    marked_solution: str
    chapter: str
    points: float
    variant: Variant

    @property
    def setup(self) -> str:
        """What runs before the learner's code."""
        return self.variant.code + self.exercise.setup

    @property
    def tests(self) -> str:
        """The exercise's tests, the values that vary before them."""
        return self.variant.code + self.exercise.tests


def select(root: Path, own: list[Path], chapters: Iterable[str], ids: Iterable[str], points: float) -> list[Selected]:
    """Return the exercises that are asked for, in the order of their pages.

    Parameters
    ----------
    root : Path
        The course's folder.
    own : list of Path
        Folders of exercises that are laid over the course's.
    chapters, ids : iterable of str
        Names of chapters or lessons, and ids of exercises, each with its own points if it ends in ``=POINTS``. If
        there are none, all exercises are meant.
    points : float
        What an exercise counts otherwise.

    Returns
    -------
    list of Selected
        Each exercise once; what is said of it alone goes before what is said of its chapter.

    Raises
    ------
    BadAssignmentError
        If there is no such chapter or exercise, or no such number of points.
    Malformed
        If an exercise's file breaks the form.
    """
    for folder in own:
        if not folder.is_dir():
            raise BadAssignmentError(f"There is no folder {folder}. To name an exercise of the course, use --exercise.")
    files = exercise_files([root / "exercises", *own])
    pages = {id: Path(page).stem for id, page in exercise_pages(root, markdown_pages(root)).items()}
    order = [*(id for id in pages if id in files), *sorted(files.keys() - pages.keys())]
    stands = {id: pages.get(id, id.partition("_")[0]) for id in order}
    by_chapter, by_id = _pointed(chapters, points), _pointed(ids, points)
    _known("chapter with exercises", by_chapter, stands.values())
    _known("exercise", by_id, files)
    counts = {id: by_chapter[chapter] for id, chapter in stands.items() if chapter in by_chapter} | by_id
    wanted = counts or dict.fromkeys(order, points)
    return [_selected(files[id], stands[id], wanted[id]) for id in order if id in wanted]


def _pointed(texts: Iterable[str], usual: float) -> dict[str, float]:
    """Return the points by name, of texts such as ``army`` or ``army=2``, which commas may part."""
    found: dict[str, float] = {}
    for text in (one.strip() for several in texts for one in several.split(",") if one.strip()):
        name, mark, number = text.partition("=")
        try:
            found[name] = float(number) if mark else usual
        except ValueError:
            raise BadAssignmentError(f"{text!r}: {number!r} is no number of points.") from None
        check_points(found[name], name)
    return found


def _known(kind: str, asked: Mapping[str, float], there: Iterable[str]) -> None:
    names = list(dict.fromkeys(there))
    for name in asked:
        if name not in names:
            close = difflib.get_close_matches(name, names, 3, 0.5)
            hint = f"Did you mean {' or '.join(close)}?" if close else f"There are: {', '.join(names)}."
            raise BadAssignmentError(f"The course has no {kind} {name!r}. {hint}")


def _selected(path: Path, chapter: str, points: float) -> Selected:
    exercise = read(path)
    _, cells = split(path.read_text("utf-8"), f"{path.parent.name}/{path.name}")
    return Selected(exercise, cells["solution"].source.strip("\n"), chapter, points, variant(exercise, 0))


def cases_of(one: Selected, secret: str) -> Held:
    """Return an exercise's cases for marking, as a secret draws them, with the solution's answers.

    Parameters
    ----------
    one : Selected
        The exercise.
    secret : str
        In hexadecimal digits. The same secret draws the same cases, in the grading desk too.

    Raises
    ------
    BadAssignmentError
        If nothing can be marked by them; the message says why.
    """
    exercise, nowhere = one.exercise, Nowhere()
    with contextlib.redirect_stdout(nowhere), contextlib.redirect_stderr(nowhere):
        try:
            marks = Marks(entry(exercise), 0, case_seed(secret, exercise.id))
            return held_cases(marks, trial.world(exercise, exercise.starter))
        except (UnusableError, ValueError) as error:
            raise BadAssignmentError(f"{exercise.id} cannot be exported. {error}") from error
