"""What a chapter must keep, checked on its text alone: each fault is a sentence that says what would be right.

The recipe in ``CONTRIBUTING.md`` lists the same rules, in the same order.
"""

from __future__ import annotations

import re

MOST_LINES = 320
FENCED = re.compile(r"^(`{3,}).*?^\1`*$", re.M | re.S)
META = re.compile(r"^\{\.meta\}\n(.*)$", re.M)
COUNTS = re.compile(r"^\d+ minutes[^·]* · (\d+) labs?, (\d+) exercises?, (\d+) questions?\b")
LAB = re.compile(r'^ *lab\("', re.M)
NUMBER = re.compile(r"\*\*Exercise (\d+)[.,]")
OBJECTIVES = re.compile(r"^:::+\{admonition\} .*\n:class: tip\n+- ", re.M)


def _directives(text: str, name: str) -> list[str]:
    """Return what stands behind every ``{name}`` directive."""
    return re.findall(rf"^`{{3,}}\{{{name}\}} *(.*)$", text, re.M)


def chapter_faults(text: str, name: str) -> list[str]:
    """Return what is wrong with a chapter, a sentence each; nothing if it keeps all rules.

    Parameters
    ----------
    text : str
        The chapter, as its file has it.
    name : str
        Its file's name without ending: its essay is called so.

    Returns
    -------
    list of str
        The faults, in the order of the rules.
    """
    faults = []
    if not re.match(r"---\nfile_format: mystnb\n", text):
        faults.append("It begins with no front matter; right would be `---`, `file_format: mystnb`, the kernel, `---`.")
    prose = FENCED.sub("", text.partition("\n---\n")[2])
    if len(re.findall(r"^# ", prose, re.M)) != 1:
        faults.append("It has no title, or two; right would be one line `# …`.")
    if (scenes := [_directives(text, "scene"), _directives(text, "scene-return")]) != [[name], [name]]:
        said = f"{scenes[0]} opens and {scenes[1]} comes back"
        right = f"one directive `{{scene}} {name}` below the title, and one `{{scene-return}} {name}` at the end"
        faults.append(f"Its scene is not whole, {said}; right would be {right}.")
    faults += _count_faults(text)
    if not OBJECTIVES.search(text):
        faults.append("It has no objectives; right would be an admonition with `:class: tip` and a list in it.")
    if _directives(text, "reflection") != [name]:
        faults.append(f"It has not exactly one essay; right would be one directive `{{reflection}} {name}`.")
    if len(text.splitlines()) > MOST_LINES:
        faults.append(f"It has {len(text.splitlines())} lines; right would be {MOST_LINES} at most.")
    return faults


def _count_faults(text: str) -> list[str]:
    """Return what is wrong with the line that says how much is in the chapter, and with what it counts."""
    line = META.search(text)
    said = COUNTS.match(line[1]) if line else None
    if said is None:
        right = "`{.meta}` and below it `60 minutes · 2 labs, 5 exercises, 7 questions`"
        return [f"No line says how much is in it; right would be {right}."]
    labs, exercises, questions = map(int, said.groups())
    faults = []
    there = len(LAB.findall(text))
    if there != labs:
        faults.append(f'Its first lines say {labs} labs, and {there} cells show one with `lab("…")`.')
    numbers = [int(number) for number in NUMBER.findall(text)]
    if numbers != list(range(1, exercises + 1)):
        right = f"`**Exercise 1.**` to `**Exercise {exercises}.**`, as its first lines say"
        faults.append(f"Its exercises are numbered {numbers}; right would be {right}.")
    if (coded := len(_directives(text, "exercise"))) != exercises - 1:
        right = f"{exercises - 1}, for the first of {exercises} exercises is a question to be read off a lab"
        faults.append(f"It has {coded} `{{exercise}}` directives; right would be {right}.")
    if (asked := len(_directives(text, "question"))) != questions + 1:
        right = f"{questions + 1}: the {questions} that its first lines say, and its first exercise"
        faults.append(f"It has {asked} `{{question}}` directives; right would be {right}.")
    return faults
