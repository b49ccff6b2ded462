"""A chapter's Markdown cell as cells that plain JupyterLab understands: no directive, no role is left."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from coursekit.book.notebook.works_cited import Works
from coursekit.classroom.answer_key.rubrics import Reflection, parse_reflection
from coursekit.exercise.file.read import Exercise
from coursekit.exercise.file.variants import PLACE, shown, variants
from coursekit.exercise.question.parse import parse_question
from coursekit.exercise.question.question import Question
from coursekit.words import say

BLOCK = re.compile(
    r"^(?P<fence>`{3,}|:{3,})\{(?P<name>[\w:-]+)\}(?P<rest>[^\n]*)\n(?P<body>.*?)^(?P=fence)[ \t]*$", re.M | re.S
)
GLUE = re.compile(r"\{glue:text\}`([^`:]+)(?::([^`]*))?`")
OPTION = re.compile(r":([\w-]+):[ \t]*(.*)")
CLASSES = re.compile(r"^\{[.#][^}\n]*\}[ \t]*\n", re.M)
ROLE = re.compile(r"\{[\w:+-]+\}`([^`]*)`")
Cell = tuple[str, str, tuple[str, ...]]  # "markdown" or "code", its text, its tags


@dataclass(frozen=True)
class Plainer:
    """What turns a chapter's text plain: its numbers, its works, its exercises, and whether answers are shown."""

    numbers: Mapping[str, Any]
    works: Works
    exercises: Mapping[str, Exercise]
    answers: bool

    def cells(self, text: str) -> list[Cell]:
        """Return the cells that a Markdown cell becomes."""
        made: list[Cell] = []
        at = 0
        for block in BLOCK.finditer(text):
            made.append(("markdown", self.text(text[at : block.start()]), ()))
            made += self._block(block["name"], block["rest"].strip(), block["body"])
            at = block.end()
        made.append(("markdown", self.text(text[at:]), ()))
        return [cell for cell in made if cell[1].strip()]

    def text(self, text: str) -> str:
        """Return text with its roles written out."""
        text = GLUE.sub(self._number, CLASSES.sub("", text))
        text = ROLE.sub(r"\1", self.works.plain(text))
        text = re.sub(r'<a href="#lab-[^"]*">(.*?)</a>', r"\1", text, flags=re.S)  # a link into the page's lab
        text = re.sub(r"\]\((?!https?:)([\w./-]+)\.md(#[\w-]*)?\)", r"](\1.ipynb)", text)
        return text.strip("\n")

    def _number(self, role: re.Match[str]) -> str:
        value = self.numbers.get(role[1])
        if value is None:
            raise KeyError(f"The chapter glues no number called {role[1]!r}.")
        return format(value, role[2] or "")

    def _block(self, name: str, rest: str, body: str) -> list[Cell]:
        lines = body.splitlines()
        options: dict[str, str] = {}
        while lines and (option := OPTION.fullmatch(lines[0].strip())):
            options[option[1]] = option[2].strip()
            lines.pop(0)
        special: dict[str, Callable[[], list[Cell]]] = {
            "question": lambda: [("markdown", self._question(parse_question(rest, options, lines)), ())],
            "exercise": lambda: self._exercise(rest),
            "reflection": lambda: [("markdown", self._reflection(parse_reflection(rest, options, lines)), ())],
            "calibration": list,
            "scene": lambda: [("markdown", self._scene(options["place"], lines), ())],
            "scene-return": lambda: [("markdown", self.text("\n".join(lines)), ())],
        }
        if name in special:
            return special[name]()
        if name == "math":
            return [("markdown", "$$\n" + "\n".join(lines) + "\n$$", ())]
        quoted = [f"**{self.text(rest)}**", ""] if rest else []
        inside = self.text("\n".join(lines)).splitlines()
        return [("markdown", "\n".join(f"> {line}".rstrip() for line in [*quoted, *inside]), ())]

    def _question(self, question: Question) -> str:
        parts = [f"**{say(f'question.label-{question.kind}')}.** {self.text(question.prompt)}", ""]
        answers = question.answers
        if question.kind == "match":
            partners = sorted(answer.partner for answer in answers)
            parts += [f"- {self.text(answer.text)} → ?" for answer in answers]
            parts += ["", f"({'; '.join(map(self.text, partners))})"]
        else:
            listed = sorted(answers, key=lambda answer: answer.text) if question.kind == "order" else answers
            parts += [f"- [ ] {self.text(answer.text)}" for answer in listed]
        if self.answers:
            parts += ["", folded(say("notebook.answer"), self._answer(question))]
        return "\n".join(parts)

    def _answer(self, question: Question) -> str:
        if question.kind == "number":
            return f"{question.answer:g} {question.unit}".strip()
        if question.kind == "match":
            return "\n".join(f"- {self.text(a.text)} → {self.text(a.partner)}" for a in question.answers)
        right = [answer for answer in question.answers if answer.right or question.kind == "order"]
        notes = {a.text: f" ({self.text(a.feedback)})" if a.feedback else "" for a in right}
        return "\n".join(f"- {self.text(a.text)}{notes[a.text]}" for a in right)

    def _scene(self, place: str, lines: list[str]) -> str:
        return f"**{place}**\n\n{self.text(re.sub(r'^- [a-z-]+: ', '- ', chr(10).join(lines), flags=re.M))}"

    def _reflection(self, reflection: Reflection) -> str:
        lines = [f"- {line.text} ({line.points:g})" for line in reflection.rubric]
        return "\n".join([f"**{say('reflection.label')}.** {self.text(reflection.prompt)}", "", *lines])

    def _exercise(self, name: str) -> list[Cell]:
        exercise = self.exercises[name]
        variant = variants(exercise)[0]

        def filled(text: str) -> str:
            values = variant.values
            return PLACE.sub(lambda at: shown(at[0][1:-1], values) if at["name"] in values else at[0], text)

        setup = "\n\n".join(part.strip() for part in (variant.code, exercise.setup) if part.strip())
        hints = "\n".join(f"{n}. {filled(hint)}" for n, hint in enumerate(exercise.hints, 1))
        prompt = f"### {say('notebook.exercise')}: {exercise.title}\n\n{filled(exercise.prompt)}"
        cells: list[Cell] = [
            ("markdown", self.text(prompt), ()),
            *([("code", setup, ())] if setup else []),
            ("code", exercise.starter.strip(), ("raises-exception",)),
            ("markdown", folded(say("notebook.hints"), self.text(hints)), ()),
            ("code", _check(exercise), ("raises-exception",)),
        ]
        if self.answers:
            solution = f"```python\n{exercise.solution.strip()}\n```"
            cells.append(("markdown", folded(say("notebook.solution"), solution), ()))
        return cells


def folded(title: str, text: str) -> str:
    """Return text that shows once its title is clicked.

    Parameters
    ----------
    title : str
        What is always seen, as HTML.
    text : str
        Markdown.

    Returns
    -------
    str
        Markdown with a ``<details>`` element around the text.
    """
    return f"<details><summary>{title}</summary>\n\n{text}\n\n</details>"


def _check(exercise: Exercise) -> str:
    """Return a cell that runs the tests, as long as they need no more than the names of the cells above."""
    lines = [
        exercise.tests.strip(),
        "",
        f"for test in ({', '.join(exercise.test_names)},):",
        "    try:",
        "        test()",
    ]
    lines += ['        print("✓", test.__name__)', "    except Exception as fault:"]
    return "\n".join([*lines, '        print("✗", fault or test.__doc__)'])
