"""Exercises in the book: the ``{exercise}`` directive, and for each exercise a script with what its page needs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.statemachine import StringList
from sphinx.errors import SphinxError
from sphinx.util.docutils import SphinxDirective

from coursekit.book.directives.exercise.html import exercise_section
from coursekit.book.directives.exercise.variants import fill_prompt, shipped_variants
from coursekit.book.directives.slots import fill_slots
from coursekit.book.site.manifest import record, records
from coursekit.exercise.file.cells import Malformed
from coursekit.exercise.file.packages import needed
from coursekit.exercise.file.read import Exercise, read
from coursekit.exercise.file.version import version
from coursekit.html import render

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class ExerciseError(SphinxError):
    """An exercise that is malformed or missing: the build stops and says where."""

    category = "An exercise needs a hand"


def folder(app: Sphinx) -> Path:
    """Return the folder of the course's exercises."""
    return Path(app.srcdir, str(app.config.coursekit_exercises))


def gather(app: Sphinx) -> None:
    """Read every exercise of the course, used or not, so that a slip in one is named at once.

    Raises
    ------
    ExerciseError
        At the first malformed file, with file, line and remedy.
    """
    found: dict[str, Exercise] = {}
    for path in sorted(folder(app).glob("*.py")):
        try:
            found[path.stem] = read(path)
            packages(found[path.stem])
            shipped_variants(found[path.stem])
        except (Malformed, ModuleNotFoundError) as error:
            where = "" if isinstance(error, Malformed) else f"{path.parent.name}/{path.name}:1: "
            raise ExerciseError(f"{where}{error}") from error
    app.coursekit_exercises = found  # type: ignore[attr-defined]


def packages(exercise: Exercise) -> list[str]:
    """Return the page's packages that the exercise needs: setup and solution say so by their imports."""
    return list(needed("\n".join((exercise.setup, exercise.solution, exercise.tests))))


def shipped(exercise: Exercise, edition: str) -> dict[str, Any]:
    """Return what a page may know of an exercise: never its cases or mistakes; its solution in self-study only.

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    edition : str
        ``self-study`` or ``class``.

    Returns
    -------
    dict
        Plain data for the page's script.
    """
    data: dict[str, Any] = {
        "id": exercise.id,
        "title": exercise.title,
        "version": version(exercise),
        "setup": exercise.setup,
        "starter": exercise.starter,
        "tests": exercise.tests,
        "hints": list(exercise.hints),
        "packages": packages(exercise),
        "limit_s": exercise.limit_s,
    }
    if exercise.varies:
        data["variants"] = shipped_variants(exercise)
    return data | ({"solution": exercise.solution} if edition == "self-study" else {})


def script(exercise: Exercise, edition: str) -> str:
    """Return the classic script that gives the exercise to the page; it also works from a folder (file://).

    Parameters
    ----------
    exercise : Exercise
        The exercise.
    edition : str
        ``self-study`` or ``class``.

    Returns
    -------
    str
        JavaScript.
    """
    data = json.dumps(shipped(exercise, edition), ensure_ascii=True, separators=(",", ":"))
    name = json.dumps(exercise.id)
    return f"(c=>{{(c.exercises??={{}})[{name}]={data}}})(window.coursekit??={{}});\n"


class ExerciseDirective(SphinxDirective):
    """``{exercise} chapter_task``: the exercise of that name, ready to be worked on."""

    required_arguments = 1
    has_content = False
    option_spec: ClassVar[dict[str, Any]] = {}

    def run(self) -> list[nodes.Node]:
        """Return the exercise's section.

        Raises
        ------
        ExerciseError
            If no exercise has that name, or another page holds it already.
        """
        source, line = self.get_source_info()
        place = f"{Path(source).relative_to(self.env.srcdir)}:{line}"
        name = self.arguments[0].strip()
        known: dict[str, Exercise] = self.env.app.coursekit_exercises  # type: ignore[attr-defined]
        if name not in known:
            where, there = self.config.coursekit_exercises, ", ".join(sorted(known)) or "none yet"
            raise ExerciseError(f"{place}: There is no exercise {name!r} in {where}/. There are: {there}.")
        exercise, edition = known[name], self.config.coursekit_edition
        entry = {
            "id": name,
            "title": exercise.title,
            "version": version(exercise),
            "packages": packages(exercise),
            "limit_s": exercise.limit_s,
        }
        try:
            record(self.env, self.env.docname, "exercises", entry)
        except ValueError as error:
            raise ExerciseError(f"{place}: {error}") from error
        path = folder(self.env.app) / f"{name}.py"
        self.env.note_dependency(str(path))
        code = exercise.setup
        setup = [nodes.literal_block(code, code, language="python")] if code else []
        return fill_slots(exercise_section(exercise, edition), {"prompt": self._prompt(exercise, path), "setup": setup})

    def _prompt(self, exercise: Exercise, path: Path) -> list[nodes.Node]:
        """Return the prompt, its Markdown read as the chapter's own is."""
        lines = exercise.prompt.split("\n")
        box = nodes.container(classes=["prompt"])
        self.state.nested_parse(StringList(lines, source=str(path)), 0, box)
        try:
            fill_prompt(box, exercise)
        except Malformed as error:
            raise ExerciseError(str(error)) from error
        return [box]


def link(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Link the exercises' script on the pages that have one, so that they work before they are scrolled to.

    A test or a helper that presses a button waits for it to become usable, and scrolls only then.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    pagename : str
        The page's path without its suffix, as ``chapters/presence``.
    templatename : str
        Not used.
    context : dict
        What the template is given; changed in place.
    doctree : nodes.document or None
        Not used.
    """
    if any(f'<section class="{kind}"' in (context.get("body") or "") for kind in ("exercise", "cell")):
        stamp = getattr(app.config, "coursekit_assets", "")[:8]
        tag = render(__package__, "exercise_script", address=context["pathto"]("_static/exercise.js", 1), version=stamp)
        context["body"] += str(tag)


def ship(app: Sphinx, exception: Exception | None) -> None:
    """Put a script for each exercise of the pages into ``_static/exercises``, and take out what no page uses.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    exception : Exception or None
        What stopped the build; None if it went well.
    """
    if exception or app.builder.format != "html":
        return
    target = Path(app.outdir) / "_static" / "exercises"
    known: dict[str, Exercise] = app.coursekit_exercises  # type: ignore[attr-defined]
    used = {e["id"] for held in records(app.env).values() for e in held.get("exercises", ()) if e["id"] in known}
    target.mkdir(parents=True, exist_ok=True)
    for name in sorted(used):
        text, file = script(known[name], app.config.coursekit_edition), target / f"{name}.js"
        if not file.is_file() or file.read_text("utf-8") != text:
            file.write_text(text, "utf-8")
    for file in target.glob("*.js"):
        if file.stem not in used:
            file.unlink()


def setup(app: Sphinx) -> None:
    """Register the directive and the steps."""
    app.connect("builder-inited", gather)
    app.add_directive("exercise", ExerciseDirective)
    app.connect("html-page-context", link)
    app.connect("build-finished", ship)
