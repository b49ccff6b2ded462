"""What must hold for a case lab, said with the lab's name and what would be right."""

from __future__ import annotations

import re

from coursekit.lab.declare.case_lab import KINDS, Case, CaseLabSpec
from coursekit.lab.declare.sentences import places
from coursekit.lab.evaluate.case_lab import case_readings, case_sentence, shown_cases

NAME = re.compile(r"[A-Za-z0-9][\w-]*")
OPTION = re.compile(r"\w+")


def check_case_lab(lab: CaseLabSpec) -> None:
    """Check a case lab, so that a mistake fails the build and not a reader.

    Raises
    ------
    ValueError
        With the lab's id, what is wrong, and what would be right.
    """

    def fail(what: str) -> None:
        raise ValueError(f"Lab {lab.id!r}: {what}")

    if not NAME.fullmatch(lab.id):
        fail("an id is made of letters, digits, - and _, since it stands in links.")
    if not lab.cases or not lab.filters:
        fail("it needs cases and filters.")
    for one in lab.filters:
        for key in one.options:
            if not OPTION.fullmatch(key) or key == "any":
                fail(f"filter {one.name!r}: an option's key is letters, digits and _ and not “any”, not {key!r}.")
        if one.name == "case":
            fail("a filter cannot be called 'case': that control picks one case.")
    seen: set[str] = set()
    for case in lab.cases:
        if case.key in seen:
            fail(f"two cases have the key {case.key!r}.")
        seen.add(case.key)
        if wrong := _wrong(lab, case):
            fail(f"case {case.key!r}: {wrong}")
    known = case_readings(lab)
    for group in lab.says:
        for sentence in group:
            for name in places(sentence.text):
                if name not in known:
                    fail(f"a sentence names {{{name}}}; readings are {', '.join(known)}.")
    for preset in lab.presets:
        if not shown_cases(lab, **preset.state):
            fail(f"the preset {preset.name!r} shows no case.")
    case_sentence(lab)


def _wrong(lab: CaseLabSpec, case: Case) -> str:
    if not NAME.fullmatch(case.key) or case.key == "any":
        return "a key is made of letters, digits, - and _."
    if case.kind not in KINDS:
        return f"its kind is {case.kind!r}; it must be one of {', '.join(KINDS)}."
    if len(case.cells) != len(lab.columns):
        return f"it has {len(case.cells)} cells; columns has {len(lab.columns)}."
    for one in lab.filters:
        if case.values.get(one.name) not in one.options:
            return f"its {one.name} is {case.values.get(one.name)!r}; options are {', '.join(one.options)}."
    last = lab.now if case.end is None else case.end
    if not case.start <= last <= lab.now:
        return f"its years are {case.start} to {last}; they must be in order and not after {lab.now}."
    if case.event is not None and not case.start <= case.event <= lab.now:
        return f"its event is in {case.event}, which is not between {case.start} and {lab.now}."
    if case.place and not (-180 <= case.place[0] <= 180 and -58 <= case.place[1] <= 90):
        return f"its place {case.place} is off the map; give (longitude, latitude)."
    return ""
