"""The instructor's key: everything that marking needs, and that the class edition of the site must not hold.

``key.json`` is complete in itself, so that the grading desk needs that one file. Beside it each exercise has a folder
with the same sources as files, for people to read. Keep the key: its ``secret`` decides which cases are drawn, and the
same secret draws the same cases again.
"""

from __future__ import annotations

import ast
import hashlib
import json
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from coursekit.classroom.answer_key.directives import exercise_pages, markdown_pages
from coursekit.classroom.answer_key.question_answers import answers
from coursekit.classroom.answer_key.rubrics import rubrics
from coursekit.classroom.answer_key.solutions_page import solutions_page
from coursekit.course import course
from coursekit.exercise.file.packages import needed
from coursekit.exercise.file.read import Exercise, read
from coursekit.exercise.file.variants import variants
from coursekit.exercise.file.version import version
from coursekit.exercise.mark.reference import case_seed

__all__ = ["FORMAT", "answers", "case_seed", "collected", "entry", "make"]
FORMAT = course().format("key")
SOURCES = ("varies", "setup", "starter", "solution", "tests", "cases", "mistakes")
README = """This folder marks the course's exercises: keep it from learners.

key.json    everything at once; the grading desk asks for it
questions/  every question with its feedback, as banks for Canvas, Moodle and others (QTI 1.2, QTI 2.1, Moodle XML)
solutions.html  solutions and answers as one page, for learners, after the deadline; no cases, no secret
<exercise>/ the same as files, to be read: {sources}

The cases are drawn with the secret in key.json. Keep the file as long as marks may be asked about: with another
secret other cases are drawn. `make key` keeps the secret of the key that it replaces; `make clean` does not.
Have a copy of key.json somewhere else.
The exercises of the public course are public with their solutions, in its repository. What must not be found there
goes into a folder of your own: `coursekit key --exercises FOLDER` lays its files over the course's.
"""


def collected(folders: list[Path]) -> dict[str, Exercise]:
    """Return the exercises of all folders by id; a later folder's file takes the place of an earlier one's.

    Raises
    ------
    Malformed
        If a file breaks the exercise's form.
    FileNotFoundError
        If a folder is missing, or none holds an exercise.
    """
    for folder in folders:
        if not folder.is_dir():
            raise FileNotFoundError(f"There is no folder {folder}. Name one that holds exercise files (*.py).")
    found = {id: read(path) for id, path in exercise_files(folders).items()}
    if not found:
        raise FileNotFoundError(f"No exercise file (*.py) is in {', '.join(map(str, folders))}.")
    return dict(sorted(found.items()))


def exercise_files(folders: list[Path]) -> dict[str, Path]:
    """Return the exercise files of all folders by id; a later folder's takes the place of an earlier one's."""
    return {path.stem: path for folder in folders for path in sorted(folder.glob("*.py"))}


def entry(exercise: Exercise, page: str | None = None) -> dict[str, Any]:
    """Return what the key says of one exercise.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    page : str, optional
        The page that it stands in, as ``chapters/presence.html``; None if it stands in no page of the course.

    Returns
    -------
    dict
        An entry of the key's ``exercises``: names, sources of the cells, how its answers are compared.
    """
    names = {name: getattr(exercise, {"mistakes": "mistakes_source"}.get(name, name)) for name in SOURCES}
    return {
        "id": exercise.id,
        "title": exercise.title,
        "page": page,
        "version": version(exercise),
        "subject": exercise.subject,
        "limit_s": exercise.limit_s,
        "packages": list(needed("\n".join((exercise.setup, exercise.solution, exercise.tests, exercise.cases)))),
        "tolerance": exercise.tolerance,
        "ordered": exercise.ordered,
        "compared": None if exercise.compared is None else list(exercise.compared),
        "test_names": list(exercise.test_names),
        "mistaken": exercise.mistakes,
        "feedback": feedback(exercise),
        "variants": [variant.code for variant in variants(exercise)],
        "sources": names,
    }


def feedback(exercise: Exercise) -> dict[str, str]:
    """Return what each test that catches a planned mistake tells the learner, on one line."""
    tests = {one.name: one for one in ast.parse(exercise.tests).body if isinstance(one, ast.FunctionDef)}
    caught = sorted(set(exercise.mistakes.values()))
    return {name: " ".join((ast.get_docstring(tests[name]) or "").split()) for name in caught}


def make(
    root: Path, out: Path, extra: list[Path] | None = None, tried: Callable[[dict[str, Path], str], None] | None = None
) -> Path:
    """Write the key of the course in ``root`` into ``out``, in place of a key that is there; its secret is kept.

    Parameters
    ----------
    root
        The course's folder, with ``exercises``, ``chapters``, ``lessons`` and ``book``.
    out
        Where the key goes.
    extra
        Folders of exercises that are laid over the course's own.
    tried
        Called with the exercise files by id and the key's secret before anything is written; what it raises ends it.

    Raises
    ------
    FileExistsError
        If ``out`` holds something that is no key: it is left as it is.
    Malformed, MalformedQuestionError, FileNotFoundError
        As :func:`collected` and :func:`~coursekit.classroom.answer_key.question_answers.answers`.
    """
    secret = _secret(out)
    pages = markdown_pages(root)
    stands = exercise_pages(root, pages)
    folders = [root / "exercises", *(extra or [])]
    exercises = [entry(one, stands.get(one.id)) for one in collected(folders).values()]
    if tried:
        tried(exercise_files(folders), secret)
    content = {"exercises": exercises, "questions": answers(pages, root), "reflections": rubrics(pages, root)}
    course = hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()[:16]
    shutil.rmtree(out, ignore_errors=True)
    for one in exercises:
        folder = out / one["id"]
        folder.mkdir(parents=True)
        for name, source in one["sources"].items():
            if source:
                (folder / f"{name}.py").write_text(source.rstrip("\n") + "\n", "utf-8")
    key = {"format": FORMAT, "version": 1, "course": course, "secret": secret, **content}
    (out / "key.json").write_text(json.dumps(key, ensure_ascii=False, indent=1) + "\n", "utf-8")
    (out / "solutions.html").write_text(solutions_page(key), "utf-8")
    (out / "README.txt").write_text(README.format(sources=", ".join(f"{name}.py" for name in SOURCES)), "utf-8")
    return out


def _secret(out: Path) -> str:
    """Return the secret of the key in ``out``, or a new one if nothing is there."""
    if not out.exists() or not any(out.iterdir()):
        return secrets.token_hex(32)
    try:
        key = json.loads((out / "key.json").read_text("utf-8"))
        if key["format"] == FORMAT and len(bytes.fromhex(key["secret"])) >= 16:
            return str(key["secret"])
    except (OSError, ValueError, KeyError, TypeError):
        pass
    raise FileExistsError(f"{out} holds something that is no key. Name another folder, or empty that one.")
