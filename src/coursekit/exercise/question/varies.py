"""Questions whose numbers vary by learner: the option ``varies`` read, and each variant's text filled in.

``:varies: COME = 300, 200, 400; RATE = 80, 70, 60; THROUGH = COME * (100 - RATE) / 100`` gives two columns of values,
one for each variant, and a name that follows from them. ``{COME}`` or ``{THROUGH:.0f}`` in the text is filled in;
``:answer:`` and ``:tolerance:`` are arithmetic, and so may be the mark of an answer: ``- [RATE > 75] text``. The first
variant is the one of print, of exports, and of answers that were kept before the question's numbers varied.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping, Sequence
from typing import Any

from coursekit.exercise.question.arithmetic import GRAMMAR, Value, computed, evaluated
from coursekit.exercise.question.body import MalformedQuestionError
from coursekit.exercise.varying import COUNT, NAME, PLACE, shown

LEAST = 8  # variants, so that neighbours rarely have the same
VARYING_KINDS = ("choice", "several", "number")
CONDITION = re.compile(r"- \[(?P<when>[^\]]{2,})\](?!\()")
REMEDY = "Write `:varies: COME = 300, 200; RATE = 80, 70; THROUGH = COME * (100 - RATE) / 100`."


def rows(text: str) -> tuple[dict[str, Value], ...]:
    """Return each variant's values by name.

    Parameters
    ----------
    text : str
        The option as written.

    Returns
    -------
    tuple of dict
        From 8 to 24 of them.

    Raises
    ------
    MalformedQuestionError
        If it is not of the form, has columns of different lengths, or a value cannot be computed.
    """
    try:
        lines = ast.parse(" ".join(text.split())).body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise MalformedQuestionError(-1, "`:varies:` cannot be read.", REMEDY) from None
    columns: dict[str, list[Value]] = {}
    follows: dict[str, ast.expr] = {}
    for line in lines:
        match line:
            case ast.Assign(targets=[ast.Name(id=name)], value=value) if NAME.fullmatch(name):
                if name in columns or name in follows:
                    raise MalformedQuestionError(-1, f"`:varies:` gives {name} twice.", "Take one of the two out.")
            case _:
                raise MalformedQuestionError(-1, f"`{ast.unparse(line)}` gives no name in capitals.", REMEDY)
        if isinstance(value, ast.Tuple):
            columns[name] = [_one(each) for each in value.elts]
        else:
            follows[name] = value
    many = {len(column) for column in columns.values()}
    if len(many) != 1:
        found = ", ".join(f"{name} {len(column)}" for name, column in columns.items()) or "none"
        raise MalformedQuestionError(-1, f"The columns of `:varies:` differ in length: {found}.", REMEDY)
    [length] = many
    if not LEAST <= length <= COUNT:
        what = f"`:varies:` has {length} variants."
        raise MalformedQuestionError(-1, what, f"Give each name from {LEAST} to {COUNT} values.")
    made = tuple({name: column[n] for name, column in columns.items()} for n in range(length))
    if len({tuple(row.values()) for row in made}) < length:
        raise MalformedQuestionError(-1, "Two variants are the same.", "Give each other values.")
    for n, row in enumerate(made):
        for name, value in follows.items():
            try:
                row[name] = evaluated(value, row)
            except ValueError as error:
                raise MalformedQuestionError(-1, f"Variant {n + 1}: {error}", GRAMMAR) from None
    return made


def _one(node: ast.expr) -> Value:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    try:
        return evaluated(node, {})
    except ValueError as error:
        raise MalformedQuestionError(-1, str(error), GRAMMAR) from None


def fill_options(options: Mapping[str, str], row: Mapping[str, Value]) -> dict[str, str]:
    """Return the directive's options of one variant: ``answer`` and ``tolerance`` as digits.

    Parameters
    ----------
    options : mapping
        The options as written.
    row : mapping
        The variant's values by name.

    Returns
    -------
    dict
        The options without ``varies``.

    Raises
    ------
    MalformedQuestionError
        If one of the two is no arithmetic, or does not come to a number.
    """
    made = {name: value for name, value in options.items() if name != "varies"}
    for name in {"answer", "tolerance"} & made.keys():
        try:
            value = computed(made[name], row)
        except ValueError as error:
            raise MalformedQuestionError(-1, f"`:{name}:` {error}", GRAMMAR) from None
        # Ten digits, so that 0.1 + 0.2 is 0.3 for the person who reads it.
        made[name] = str(float(f"{value:.10g}")) if not isinstance(value, str | bool) else "no number"
    return made


def fill_body(body: Sequence[str], row: Mapping[str, Any]) -> list[str]:
    """Return the directive's lines with one variant's values and marks filled in.

    Parameters
    ----------
    body : sequence of str
        The lines as written.
    row : mapping
        The variant's values by name.

    Returns
    -------
    list of str
        As many lines.

    Raises
    ------
    MalformedQuestionError
        If a name has no value or not the form, or a mark does not come to yes or no.
    """
    return [_fill_line(line, n, row) for n, line in enumerate(body)]


def _fill_line(line: str, n: int, row: Mapping[str, Any]) -> str:
    def value(found: re.Match[str]) -> str:
        if found["name"] not in row:
            raise MalformedQuestionError(n, f"{found[0]} has no value.", "Give it one in `:varies:`.")
        try:
            return shown(found[0][1:-1], row)
        except (ValueError, TypeError) as error:
            what = f"{found[0]} cannot be filled in: {error}."
            raise MalformedQuestionError(n, what, "Write {NAME}, or {NAME:,.0f} and the like.") from None

    condition = CONDITION.match(line)
    if condition:
        try:
            right = computed(condition["when"], row)
        except ValueError as error:
            raise MalformedQuestionError(n, str(error), GRAMMAR) from None
        if not isinstance(right, bool):
            what = f"The mark [{condition['when']}] is neither yes nor no."
            raise MalformedQuestionError(n, what, "Write [x], [ ] or a comparison, as [RATE > 75].")
        line = f"- [{'x' if right else ' '}]{line[condition.end() :]}"
    return PLACE.sub(value, line)
