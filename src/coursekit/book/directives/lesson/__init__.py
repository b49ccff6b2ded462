"""Lessons for schools: steps with their minutes, the teacher's script, the labs of chapters, a worksheet, answers.

A lesson is a page in ``lessons/``. Each of its sections begins with ``{lesson-step} MINUTES``; its labs are those of
the chapters, shown once more in the state that the lesson means: ``{lesson-lab} promise?budget=5``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.errors import ExtensionError
from sphinx.util.docutils import SphinxDirective

from coursekit.book.directives.lesson import page
from coursekit.book.directives.lesson.labs import LabInLesson, MalformedLabError
from coursekit.book.directives.lesson.measure import StepMark, TeacherPart
from coursekit.book.directives.slots import fill_slots, html_node
from coursekit.html import render
from coursekit.words import say

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from coursekit.book.directives.lesson.labs import OpenedLab


class _LessonDirective(SphinxDirective):
    """What the directives share: Markdown as nodes, and a fault with its file and line."""

    def markdown(self) -> list[nodes.Node]:
        """Return the nodes of the directive's content."""
        holder = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, holder)
        return list(holder.children)

    def fault(self, what: object) -> ExtensionError:
        """Return the error that says where it is."""
        source, line = self.get_source_info()
        return ExtensionError(f"{source}:{line}: {self.name}: {what}")

    def labs(self) -> list[OpenedLab]:
        """Return the labs that stand above on the page, each with the state in which it opens."""
        found: list[OpenedLab] = self.env.temp_data.setdefault("coursekit_lesson_labs", [])
        return found


class LessonDirective(_LessonDirective):
    """Mark the place of the lesson's head: how long it takes, what is in it, the teacher's buttons."""

    def run(self) -> list[nodes.Node]:
        """Return the place, which is filled in once the whole page is read."""
        return [nodes.container(classes=[page.HEAD])]


class StepDirective(_LessonDirective):
    """Say how many minutes the section that it stands in is given."""

    required_arguments = 1
    option_spec: ClassVar[dict[str, Any]] = {"pairs": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Return the mark.

        Raises
        ------
        ExtensionError
            If the minutes are no whole number.
        """
        if not self.arguments[0].isdigit():
            raise self.fault(f"{self.arguments[0]!r} is no number of minutes. Right would be `{{lesson-step}} 5`.")
        return [StepMark("", minutes=int(self.arguments[0]), pairs="pairs" in self.options)]


class LessonLabDirective(_LessonDirective):
    """Show a chapter's lab in the state that the lesson means."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the lab's section.

        Raises
        ------
        ExtensionError
            If there is no such lab, or it cannot be in that state.
        """
        try:
            lab = LabInLesson.parse(self.arguments[0], self.config.coursekit_labs)
        except MalformedLabError as wrong:
            raise self.fault(wrong) from None
        for file in lab.files():
            self.env.note_dependency(str(file))
        self.labs().append(lab.opened)
        return [html_node(lab.html())]


class TeacherDirective(_LessonDirective):
    """Fold the teacher's script of a step away; it tells answers, so the class edition has none."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the fold; in the class edition nothing."""
        if self.config.coursekit_edition == "class":
            return []
        return [fold(say("lesson.script"), self.markdown())]


class WorksheetDirective(_LessonDirective):
    """Write the sheet that is printed in place of the page."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the sheet, with a code to scan for each lab that stands above it."""
        return [TeacherPart("", *self._sheet())]

    def _sheet(self) -> list[nodes.Node]:
        html = render(__package__, "worksheet", labs=self.labs())
        return fill_slots(html, {"tasks": self.markdown()})


class AnswersDirective(_LessonDirective):
    """List what is right for each question of the page, and what else its content says; not in the class edition."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        """Return the fold; in the class edition nothing."""
        if self.config.coursekit_edition == "class":
            return []
        found = self.env.temp_data.get("coursekit_questions", [])
        listed = html_node(render(__package__, "answers", questions=[page.answer_of(one) for one in found]))
        return [fold(say("lesson.answers"), [listed, *self.markdown()])]


def fold(title: str, inside: list[nodes.Node]) -> TeacherPart:
    """Return what is for the teacher, folded away.

    Parameters
    ----------
    title : str
        What the fold is called.
    inside : list of nodes.Node
        What is in it.
    """
    return TeacherPart("", *fill_slots(render(__package__, "fold", title=title), {"inside": inside}))


def _as_it_is(self: Any, node: nodes.Element) -> None:
    """Write nothing around what is in a node."""


def _skip(self: Any, node: nodes.Element) -> None:
    raise nodes.SkipNode


def setup(app: Sphinx) -> None:
    """Register the directives, their nodes, and the step that measures a lesson once it is read."""
    app.add_node(TeacherPart, html=(_as_it_is, _as_it_is))
    app.add_node(StepMark, html=(_skip, None))
    app.add_directive("lesson", LessonDirective)
    app.add_directive("lesson-step", StepDirective)
    app.add_directive("lesson-lab", LessonLabDirective)
    app.add_directive("teacher", TeacherDirective)
    app.add_directive("worksheet", WorksheetDirective)
    app.add_directive("lesson-answers", AnswersDirective)
    app.connect("doctree-read", page.finish, priority=600)
