"""One exercise, one file: an ordinary Python module in cells, read into an :class:`Exercise`."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from pathlib import Path

from coursekit.exercise.file import contents
from coursekit.exercise.file.cells import Malformed, split
from coursekit.exercise.file.contents import LIMIT_S, TOLERANCE
from coursekit.exercise.file.starter import cut

REQUIRED = {
    "solution": "the function to be written, its body between `### BEGIN SOLUTION` and `### END SOLUTION`",
    "hints": '`HINTS = ["…", "…"]`, from a nudge to nearly there',
    "tests": "functions `test_…`, each with the feedback as its docstring",
    "cases": "`def cases(rng)`, which returns a list of keyword arguments for marking",
}


@dataclass(frozen=True)
class Exercise:
    """What one exercise file says. Sources are Python text; ``limit_s`` is in seconds.

    ``subject`` is the function that the learner writes; ``mistakes`` maps each planned mistake's function to the
    test that must catch it first. ``varies`` draws the values that differ from learner to learner; "" if none does.
    Of the cases, ``tolerance`` and ``ordered`` say how answers are compared
    (:mod:`coursekit.exercise.mark.compare`), and ``compared`` which of a case's values go to the
    cell's function of that name; None if it has no such function.
    """

    id: str
    title: str
    prompt: str
    setup: str
    solution: str
    starter: str
    subject: str
    hints: tuple[str, ...]
    tests: str
    test_names: tuple[str, ...]
    cases: str
    mistakes_source: str
    mistakes: dict[str, str]
    limit_s: float
    varies: str = ""
    tolerance: float = TOLERANCE
    ordered: bool = False
    compared: tuple[str, ...] | None = None


def read(path: Path) -> Exercise:
    """Read the exercise in ``path``; its id is the file's stem.

    Raises
    ------
    Malformed
        If the file breaks the form; the message names file, line and remedy.
    """
    name = f"{path.parent.name}/{path.name}"
    if not re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)+", path.stem):
        raise Malformed(name, 1, f"{path.stem!r} cannot be an exercise's id.", "Call it chapter_task, in lower case.")
    try:
        text = path.read_text("utf-8")
    except UnicodeDecodeError as error:
        line = path.read_bytes()[: error.start].count(b"\n") + 1
        raise Malformed(name, line, "The file is not UTF-8 text.", "Save it as UTF-8.") from error
    return parse(text, path.stem, name)


def parse(text: str, id: str, path: str) -> Exercise:
    """Read an exercise from the text of its file.

    Parameters
    ----------
    text : str
        The whole file.
    id : str
        The exercise's id.
    path : str
        What errors call the file.

    Returns
    -------
    Exercise
        The exercise.

    Raises
    ------
    Malformed
        If the text breaks the form.
    """
    docstring, cells = split(text, path)
    title, _, prompt = inspect.cleandoc(docstring).partition("\n")
    if not title.strip() or not prompt.strip():
        what = "The docstring lacks a title or a prompt."
        raise Malformed(path, 1, what, "First line: the title. Then an empty line, then the prompt in Markdown.")
    for name, content in REQUIRED.items():
        if name not in cells:
            last = text.count("\n") + 1
            raise Malformed(path, last, f"The cell {name!r} is missing.", f"Add `# %% {name}` with {content}.")
    parts = cut(cells["solution"], path)
    tests = contents.tests(cells["tests"], path)
    comparing = contents.cases(cells["cases"], path)
    setup, mistakes, varies = cells.get("setup"), cells.get("mistakes"), cells.get("varies")
    if varies:
        contents.varies(varies, path)
    return Exercise(
        id=id,
        title=title.strip(),
        prompt=prompt.strip(),
        setup=contents.text(setup),
        solution=parts.solution,
        starter=parts.starter,
        subject=parts.subject,
        hints=contents.hints(cells["hints"], path),
        tests=contents.text(cells["tests"]),
        test_names=tests,
        cases=contents.text(cells["cases"]),
        mistakes_source=contents.text(mistakes),
        mistakes=contents.mistakes(mistakes, tests, path) if mistakes else {},
        limit_s=contents.limit(setup, path) if setup else LIMIT_S,
        varies=contents.text(varies),
        **comparing,
    )
