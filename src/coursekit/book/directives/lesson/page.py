"""A lesson's page once it is read: its steps are measured, its head is written, and ``course.json`` hears of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from docutils import nodes
from markupsafe import Markup
from sphinx.errors import ExtensionError

from coursekit.book.directives.answer_key import MARKDOWN
from coursekit.book.directives.labs import LAB
from coursekit.book.directives.lesson.measure import Step, StepMark, lesson_faults, pupil_words
from coursekit.book.directives.overview import times
from coursekit.book.directives.slots import html_node
from coursekit.book.site.manifest import in_lesson, record
from coursekit.html import render
from coursekit.lab.declare.parts import join_unit

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from coursekit.exercise.question.question import Question

HEAD = "lesson-head"  # the class of the place that the head takes
QUESTION = re.compile(r'id="question-[\w-]+" data-kind=')


def answer_of(question: Question) -> dict[str, Any]:
    """Return what a teacher is told of a question: its prompt, what is right, and why."""
    if question.kind == "number":
        right = [join_unit(f"{question.answer:g}", question.unit)]
        why = question.replies.get("right", "")
    elif question.kind in ("choice", "several"):
        right = [answer.text for answer in question.answers if answer.right]
        why = " ".join(answer.feedback for answer in question.answers if answer.right)
    elif question.kind == "match":
        right = [f"{answer.text}: {answer.partner}" for answer in question.answers]
        why = ""
    else:
        right = [answer.text for answer in question.answers]
        why = question.replies.get("right", "")
    return {
        "prompt": Markup(MARKDOWN.render(question.prompt)),
        "right": [Markup(MARKDOWN.renderInline(text)) for text in right],
        "why": Markup(MARKDOWN.renderInline(why)),
    }


def read_step(section: nodes.section, mark: StepMark) -> Step:
    """Return what stands in a section that is a step.

    Parameters
    ----------
    section : nodes.section
        The section.
    mark : StepMark
        What its directive says of it.
    """
    html = "\n".join(raw.astext() for raw in section.findall(nodes.raw))
    title = section.next_node(nodes.title)
    return Step(
        title.astext() if title else "",
        mark["minutes"],
        pupil_words(section),
        len(LAB.findall(html)),
        len(QUESTION.findall(html)),
        mark["pairs"],
    )


def finish(app: Sphinx, doctree: nodes.document) -> None:
    """Measure the steps of a lesson, mark them, and write the head.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    doctree : nodes.document
        The page as Sphinx has read it; changed in place.

    Raises
    ------
    ExtensionError
        If the page is no lesson: what is too much or too little in it.
    """
    docname = app.env.docname
    if not in_lesson(docname):
        return
    steps = []
    for number, mark in enumerate(list(doctree.findall(StepMark)), 1):
        section = mark.parent
        if not isinstance(section, nodes.section):
            raise ExtensionError(f"{docname}: a {{lesson-step}} stands in no section. It belongs under a line `## …`.")
        step = read_step(section, mark)
        steps.append(step)
        section["classes"].append("step")
        mark.replace_self(html_node(render(__package__, "step", step=step, number=number)))
    if faults := lesson_faults(steps):
        raise ExtensionError(f"{app.env.doc2path(docname)}: " + " ".join(faults))
    minutes, words = sum(step.minutes for step in steps), pupil_words(doctree)
    labs = LAB.findall("\n".join(raw.astext() for raw in doctree.findall(nodes.raw)))
    entry = {"id": docname.rpartition("/")[2], "minutes": minutes, "words": words, "labs": labs}
    record(app.env, docname, "lessons", entry)
    times(app.env)[docname] = f"{minutes} minutes"
    for place in [node for node in doctree.findall(nodes.container) if HEAD in node["classes"]]:
        place.replace_self(html_node(render(__package__, "head", lesson=entry, steps=steps)))
