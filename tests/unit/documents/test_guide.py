"""The instructors' guide says what is so: its commands, paths, names and times, and its worked example."""

from __future__ import annotations

import argparse
import re
import shlex

import pytest
from paths import ROOT

from coursekit.classroom.answer_key.question_answers import questions
from coursekit.cli import parser
from coursekit.exercise import trial
from coursekit.exercise.file.read import parse
from coursekit.exercise.question.parse import parse_question

PAGES = {path.stem: path.read_text("utf-8") for path in sorted((ROOT / "book" / "teach").glob("*.md"))}
FENCE = re.compile(r"^(`{3,})([^\n]*)\n(.*?)^\1$", re.M | re.S)
# What the reader makes, or what the build leaves.
MADE = ("exercises/presence_stay.py", "private/", "_build/", ".venv/", "gradebook.csv")


def spans(text: str) -> list[str]:
    """What stands as code within sentences."""
    return re.findall(r"(?<!`)`([^`\n]+)`(?!`)", FENCE.sub("", text))


def commands(text: str) -> list[str]:
    """Every line that a reader would type."""
    blocks = [line for _, kind, body in FENCE.findall(textwrapped(text)) if kind == "sh" for line in body.splitlines()]
    return [line.strip() for line in [*blocks, *spans(text)] if line.strip()]


def textwrapped(text: str) -> str:
    """The text with the fences within lists moved to the left."""
    return re.sub(r"^ +(?=```)", "", text, flags=re.M)


ALL = [(page, line) for page, text in PAGES.items() for line in commands(text)]


def test_the_guide_is_there():
    assert {"start", "plans", "chapters", "rubrics", "adapt", "publish", "statements"} <= set(PAGES)
    assert all(len(text.splitlines()) <= 300 for text in PAGES.values())


def test_what_is_made_is_a_target_of_make():
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    named = [line for _, line in ALL if line.startswith("make ")]
    assert {"make key", "make book EDITION=class"} <= set(named)
    for line in named:
        words = shlex.split(line)[1:]
        assert words[0] in targets, line
        assert all(re.fullmatch(r"EDITION=class|PORT=\d+|TESTS=\S+", word) for word in words[1:]), line
        assert all((ROOT / word[6:]).exists() for word in words[1:] if word.startswith("TESTS=")), line


def test_the_command_line_takes_what_the_guide_types():
    top = parser()
    (known,) = [action.choices for action in top._actions if isinstance(action, argparse._SubParsersAction)]
    desk = commands((ROOT / "book" / "desk.md").read_text("utf-8"))
    named = [line for line in [*(line for _, line in ALL), *desk] if re.match(r"(\.venv/bin/)?coursekit ", line)]
    assert named and any("--dask tcp://" in line for line in named)
    for line in named:
        words = shlex.split(re.sub(r"[\[\]]", "", line))[1:]
        assert words[0] in known, line
        options = {option for action in known[words[0]]._actions for option in action.option_strings}
        assert {word for word in words if word.startswith("-")} <= options, line


NO_PATHS = ("application/wasm", "text/javascript", "you.github.io/spring", "you.github.io/autumn")


def test_every_path_in_the_guide_exists():
    found = 0
    for page, text in PAGES.items():
        for span in spans(text):
            if not re.fullmatch(r"[\w.-]+(/[\w.-]+)*/?", span) or not ("/" in span or re.search(r"\.(md|yml)$", span)):
                continue
            if span.startswith(MADE) or span in NO_PATHS:
                continue
            assert (ROOT / span).exists(), f"{page}: {span}"
            found += 1
    assert found > 10


def test_the_worked_exercise_holds_what_every_exercise_must():
    (source,) = [body for _, kind, body in FENCE.findall(PAGES["adapt"]) if kind == "python"]
    exercise = parse(source, "presence_stay", "adapt.md")
    assert trial.check(exercise, exercise.solution)["passed"]
    assert not trial.check(exercise, exercise.starter)["passed"]
    for name, test in exercise.mistakes.items():
        report = trial.check_in(exercise, trial.mistake(exercise, name))
        assert next(one for one in report["tests"] if one["status"] != "passed")["name"] == test
        assert trial.mark(exercise, trial.mistake(exercise, name), 1) < 1


def test_the_question_in_the_guide_is_one():
    found = re.search(r"^```{question} ([\w-]+)\n:kind: (\w+)\n(.*?)^```$", PAGES["adapt"], re.M | re.S)
    assert found and parse_question(found[1], {"kind": found[2]}, found[3].splitlines()).kind == "choice"


def test_what_a_page_shows_as_code_is_no_question_of_the_course():
    question = "```{question} a-b\n:kind: choice\nWhich?\n- [ ] this ::: no\n- [x] that ::: yes\n```\n"
    note = f"````{{note}}\n{question}````\n"
    assert [one.id for one in questions(f"Text.\n\n```sh\nmake book\n```\n{question}")] == ["a-b"]
    assert [one.id for one in questions(note)] == ["a-b"]
    assert not list(questions(f"````markdown\n{question}````\n"))
    assert [one.id for one in questions(f"```\ncode\n```\n{question}```\ncode\n```\n")] == ["a-b"]
    assert not list(questions(PAGES["adapt"]))


EXERCISES = {path.stem: path.read_text("utf-8") for path in (ROOT / "exercises").glob("*.py")}
CHAPTERS = {path.stem: path.read_text("utf-8") for path in (ROOT / "chapters").glob("*.md")}
QUESTIONS = {name: set(re.findall(r"^```\{question\} ([\w-]+)", text, re.M)) for name, text in CHAPTERS.items()}
LABS = {name: set(re.findall(r'^ *lab\("(\w+)"', text, re.M)) for name, text in CHAPTERS.items()}


@pytest.mark.parametrize("chapter", CHAPTERS)
def test_what_goes_wrong_in_a_chapter_is_named_as_it_is(chapter):
    (part,) = re.findall(rf"^## {chapter}: .*?(?=^## |\Z)", PAGES["chapters"], re.M | re.S)
    for word in ("**Begin", "**What goes wrong.**", "**Lead the talk.**", "**Both sides.**", "**Do not**"):
        assert word in part
    names = spans(part)
    exercises = [name for name in names if name.startswith(f"{chapter}_")]
    assert exercises and set(exercises) <= set(EXERCISES)
    sources = "\n".join(EXERCISES[name] for name in exercises)
    for name in names:
        assert name in exercises or (name.startswith("mistake_") and f"def {name}(" in sources), name
    for name in re.findall(rf"\*({chapter}-[a-z-]+)\*", part):
        assert name in QUESTIONS[chapter]
    for name in re.findall(r"guess of \*(\w+)\*", part):
        assert name in LABS[chapter]


STATED = {name: int(re.search(r"^(\d+) minutes", text, re.M)[1]) for name, text in CHAPTERS.items()}
ROW = re.compile(r"^\| (\d+) \| (.+?) \| .* \| (\d+)\s·\s(\d+)\s·\s(\d+) \|$", re.M)


def plans() -> dict[str, list[tuple[set[str], int]]]:
    """Each plan's weeks: the chapters opened, and the minutes outside class."""
    found = {}
    for title, body in re.findall(r"^### (.+?)\n(.*?)(?=^##|\Z)", PAGES["plans"], re.M | re.S):
        found[title] = [
            (set(re.findall(r'"\.\./\.\./chapters/(\w+)\.html"', pages)), int(before) + int(home))
            for _, pages, before, _, home in ROW.findall(body)
        ]
    return found


def test_there_is_a_plan_for_each_length_and_each_level():
    lengths = [len(weeks) for weeks in plans().values()]
    assert sorted(lengths) == [1, 1, 1, 4, 4, 4, 8, 8, 8, 14, 14, 14]


@pytest.mark.parametrize("title", plans())
def test_a_plan_asks_for_no_more_time_than_its_chapters_state(title):
    spent: dict[str, float] = {}
    for chapters, minutes in plans()[title]:
        assert minutes > 0
        if not chapters:
            assert minutes <= 60, "a week without a chapter"
            continue
        assert minutes <= sum(STATED[name] for name in chapters)
        for name in chapters:  # a week with two chapters is shared out as they state
            spent[name] = spent.get(name, 0) + minutes * STATED[name] / sum(STATED[one] for one in chapters)
    for name, minutes in spent.items():
        assert minutes <= STATED[name] + 1, f"{name}: {minutes:.0f} of {STATED[name]} minutes"


def test_the_rubrics_lines_are_those_of_the_chapters():
    lines = set(re.findall(r"^- ([A-Z][\w ]*) \| ", "\n".join(CHAPTERS.values()), re.M))
    named = {"Claim", "Model", "Evidence", "Objection", "Text", "Comparison", "Orders", "Credit", "Count", "Case"}
    named |= {"Recommendation", "Numbers", "Partners", "Law"}
    assert named <= lines
    assert all(name in PAGES["rubrics"] for name in lines - {"Assumption", "For the reader"})
