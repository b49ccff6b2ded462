"""``coursekit new``: files of a new lab, exercise or chapter, that build and pass as they are.

Templates stand in ``templates`` beside this module; a course lays its own over them in ``book/templates``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from string import Template

from coursekit.course import Course, course
from coursekit.tasks.steps import ROOT, Failed
from coursekit.tasks.toc_entry import TOC, add_to_toc

TEMPLATES = Path(__file__).with_name("templates")
OWN = Path("book") / "templates"
KINDS = ("lab", "exercise", "chapter")


def _fail(what: str, right: str) -> Failed:
    return Failed(f"{what} Right would be {right}.")


def _check(kind: str, name: str) -> None:
    if not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise _fail(
            f"{name!r} can't name a {kind}.", "a small letter, then small letters, digits and _, as in bread_queue"
        )


def _free(path: Path, root: Path) -> Path:
    if path.exists():
        raise Failed(f"{path.relative_to(root)} is there already. Choose another name, or change that file.")
    return path


def labs_folder(root: Path, settings: Course) -> Path:
    """Return the folder of the course's labs, from the package that its settings name.

    Parameters
    ----------
    root : Path
        The course's folder.
    settings : Course
        Its settings; ``labs`` is the dotted name of the package of labs.

    Returns
    -------
    Path
        The package's folder: below ``src`` if it lies there, else below the course's folder.
    """
    place = root / "src" / Path(*settings.labs.split("."))
    return place if place.is_dir() else root / Path(*settings.labs.split("."))


def fill(root: Path, settings: Course, template: str, name: str, title: str) -> str:
    """Return a template with names filled in: the course's own if it has one, else coursekit's.

    Parameters
    ----------
    root : Path
        The course's folder.
    settings : Course
        Its settings.
    template : str
        ``lab.py``, ``exercise.py``, ``chapter.md`` or ``scene.svg``.
    name, title : str
        What the new thing is called, in files and for readers.

    Returns
    -------
    str
        The new file's text.
    """
    own = root / OWN / f"{template}.txt"
    text = (own if own.is_file() else TEMPLATES / f"{template}.txt").read_text("utf-8")
    first, second = settings.compared or settings.series[:2] or ("one", "other")
    return Template(text).substitute(name=name, title=title, labs=settings.labs, first=first, second=second)


def _lab(root: Path, settings: Course, name: str, title: str) -> dict[Path, str]:
    folder = labs_folder(root, settings)
    path = _free(next(folder.rglob(f"{name}.py"), folder / f"{name}.py"), root)
    return {path: fill(root, settings, "lab.py", name, title)}


def _exercise(root: Path, settings: Course, name: str, title: str) -> dict[Path, str]:
    path = _free(root / settings.exercises / f"{name}.py", root)
    return {path: fill(root, settings, "exercise.py", name, title)}


def _chapter(root: Path, settings: Course, name: str, title: str) -> dict[Path, str]:
    """Return the chapter; its lab, exercise and scene where there are none yet; and the longer table of contents."""
    path = _free(root / settings.chapters / f"{name}.md", root)
    made: dict[Path, str] = {}
    if not any(labs_folder(root, settings).rglob(f"{name}.py")):
        made |= _lab(root, settings, name, title)
    if not (root / settings.exercises / f"{name}_first.py").exists():
        made |= _exercise(root, settings, f"{name}_first", title)
    drawing = root / "book" / "assets" / "scenes" / f"{name}.svg"
    if not drawing.exists():
        made[drawing] = fill(root, settings, "scene.svg", name, title)
    toc = root / TOC
    return {
        path: fill(root, settings, "chapter.md", name, title),
        **made,
        toc: add_to_toc(toc.read_text("utf-8"), settings.chapters, name),
    }


MAKERS: dict[str, Callable[[Path, Course, str, str], dict[Path, str]]] = {
    "lab": _lab,
    "exercise": _exercise,
    "chapter": _chapter,
}


def new(kind: str, name: str, title: str | None = None, root: Path = ROOT) -> list[Path]:
    """Write the files of something new and return them.

    Parameters
    ----------
    kind : str
        One of :data:`KINDS`.
    name : str
        Its id, and the name of its file.
    title : str, optional
        What readers see; by default made of the name.
    root : Path
        The course's folder.

    Returns
    -------
    list of Path
        Every file that was written or changed.

    Raises
    ------
    Failed
        If the name is none, or taken; nothing is then written.
    """
    _check(kind, name)
    title = title or name.replace("_", " ").capitalize()
    if re.search(r'["\\\n]', title):
        raise _fail(
            f"The title {title!r} can't stand in a file as it is.", "one without quotation marks and backslashes"
        )
    try:
        files = MAKERS[kind](root, course(), name, title)
    except FileNotFoundError as error:
        raise _fail(f"{error.filename} is missing.", f"a course's folder with {TOC}") from error
    for path, text in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return list(files)


def next_steps(kind: str, name: str) -> str:
    """Return what the terminal says after the files are written.

    Parameters
    ----------
    kind : str
        ``lab``, ``exercise`` or ``chapter``.
    name : str
        The name that was given to it.

    Returns
    -------
    str
        What to do now, over two lines.

    Raises
    ------
    KeyError
        If there is no such kind.
    """
    labs = course().labs
    steps = {
        "lab": f'Change it; show it on one page, in a cell: from {labs} import lab; lab("{name}")',
        "exercise": f"Change it; set it in a chapter: ```{{exercise}} {name}",
        "chapter": "Change its text, its lab and its exercise.",
    }
    return f"{steps[kind]}\nThen: make check. CONTRIBUTING.md says what each must keep."
