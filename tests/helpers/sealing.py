"""Look through everything that a site publishes for what must not be in it: solutions, marking cases, answers.

Archives are unpacked, archives in archives too; of compiled Python the constants are walked and each function's names
and constants compared; of scripts, data files and notebooks every string is read by itself; of pages the text of each
block of code. What is found there as text is searched line by line, and as Python, where it is Python, by its syntax
tree with all names levelled.
"""

from __future__ import annotations

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import CodeType

from published_texts import SHORTEST

LINES = 3
SMALL = 16  # nodes; a smaller tree is compared with its names, for without them it could be anyone's
UNTOLD = ("ctx", "kind", "type_comment", "annotation", "returns")
CODE = re.compile(r"\b(return|def|for|while|if|with|assert)\b|\w\s*=")


@dataclass
class Secret:
    """Something to look for: a piece of Python by lines, by tree and by compiled form, or just a text."""

    name: str
    lines: list[str] = field(default_factory=list)
    tree: list[str] = field(default_factory=list)
    kinds: list[type] = field(default_factory=list)
    plain: bool = False
    compiled: frozenset = frozenset()
    text: str = ""


def secret(name: str, source: str) -> Secret:
    """What to look for, for a piece of Python (statements at any depth of indent)."""
    flat = re.sub(r"\A\n+", "", source)
    margin = " " * indent(flat)
    flat = "\n".join(line.removeprefix(margin) for line in flat.split("\n"))
    code = f"def f():\n{_indented(flat)}"
    body = ast.parse(code).body[0].body
    size = sum(1 for node in body for _ in ast.walk(node))
    functions = [c for c in compile(code, "", "exec").co_consts if isinstance(c, CodeType)]
    lines = [clean(line) for line in flat.split("\n") if clean(line)]
    plain = size < SMALL
    tree, kinds = [levelled(node, plain) for node in body], [type(node) for node in body]
    return Secret(name, lines, tree, kinds, plain, essence(functions[0]))


def indent(text: str) -> int:
    first = next((line for line in text.split("\n") if line.strip()), "")
    return len(first) - len(first.lstrip())


def _indented(text: str) -> str:
    return "\n".join(f"    {line}" for line in text.split("\n"))


def clean(line: str) -> str:
    """A line without indent, comment and differences of blanks."""
    return re.sub(r"\s+", " ", re.sub(r"(^|\s)\s*#.*$", "", line)).strip()


def levelled(node: ast.AST, plain: bool) -> str:
    """A tree as text, without docstrings and annotations, each name by the order in which it comes."""
    names: dict[str, str] = {}

    def level(name: str) -> str:
        return name if plain else names.setdefault(name, f"n{len(names)}")

    def told(part: object) -> str:
        match part:
            case ast.Name(id=name):
                return level(name)
            case ast.arg(arg=name):
                return level(name)
            case ast.FunctionDef(name=name, args=args, body=body):
                inner = body[1:] if ast.get_docstring(part) is not None else body
                return f"def({told(args)}){[told(one) for one in inner]}"
            case ast.AST():
                fields = (told(value) for key, value in ast.iter_fields(part) if key not in UNTOLD)
                return f"{type(part).__name__}({','.join(fields)})"
            case list():
                return f"[{','.join(map(told, part))}]"
            case _:
                return repr(part)

    return told(node)


def essence(code: CodeType) -> frozenset:
    """Names and constants of a function and of all inside it: the same, whichever version of Python compiled it."""
    found: set = set()

    def walk(one: CodeType) -> None:
        found.update(("name", n) for n in (*one.co_names, *one.co_varnames, *one.co_cellvars) if not n.startswith("."))
        for constant in one.co_consts:
            if isinstance(constant, CodeType):
                walk(constant)
            elif constant is not None and not (isinstance(constant, str) and "<locals>" in constant):
                found.add(("constant", repr(constant)))

    walk(code)
    return frozenset(found)


class Search:
    """Secrets, laid out so that one pass over the lines of a text, and one over its statements, finds them all."""

    def __init__(self, secrets: list[Secret]) -> None:
        self.texts = [one for one in secrets if one.text]
        self.code = [one for one in secrets if not one.text]
        self.runs: dict[str, list[tuple[Secret, list[str]]]] = defaultdict(list)  # by their first line
        self.trees: dict[type, list[Secret]] = defaultdict(list)  # by the kind of their first statement
        for one in self.code:
            many = min(LINES, len(one.lines))
            for n in range(len(one.lines) - many + 1):
                wanted = one.lines[n : n + many]
                if len("".join(wanted)) >= SHORTEST:
                    self.runs[wanted[0]].append((one, wanted))
            self.trees[one.kinds[0]].append(one)

    def breaches(self, name: str, found: str | CodeType) -> Iterator[str]:
        """Say which secrets a text or a code object holds."""
        if isinstance(found, CodeType):
            yield from self._compiled(name, found)
            return
        yield from (f"{name}: {one.name}" for one in self.texts if one.text in found)
        if not self.code:
            return
        seen: set[str] = set()
        for one, wanted in self._in_lines(found):
            if one.name not in seen:
                seen.add(one.name)
                yield f"{name}: {one.name}, lines {wanted}"
        for one in self._in_trees(found):
            yield f"{name}: {one.name}, by its syntax tree"

    def _compiled(self, name: str, found: CodeType) -> Iterator[str]:
        for code, constant in _constants(found):
            if isinstance(constant, str):
                yield from self.breaches(f"{name}:{code.co_name}", constant)
        for code in _functions(found):
            held = essence(code)
            yield from (
                f"{name}: {s.name}, compiled, in {code.co_name}"
                for s in [*self.code, *self.texts]
                if len(s.compiled) >= 6 and s.compiled <= held and len(held) <= 1.5 * len(s.compiled)
            )

    def _in_lines(self, text: str) -> Iterator[tuple[Secret, list[str]]]:
        lines = [line for line in map(clean, text.split("\n")) if line]
        for n, line in enumerate(lines):
            for one, wanted in self.runs.get(line, ()):
                if lines[n : n + len(wanted)] == wanted:
                    yield one, wanted

    def _in_trees(self, text: str) -> list[Secret]:
        """Return the secrets whose statements stand in a row somewhere in a text that is Python."""
        held: dict[str, Secret] = {}
        for body in _bodies(text):
            kinds = [type(node) for node in body]
            for n, kind in enumerate(kinds):
                for one in self.trees.get(kind, ()):
                    end = n + len(one.tree)
                    if one.name in held or kinds[n:end] != one.kinds:
                        continue
                    if [levelled(node, one.plain) for node in body[n:end]] == one.tree:
                        held[one.name] = one
        return list(held.values())


def _bodies(text: str) -> list[list[ast.stmt]]:
    """Every list of statements in a text that is Python."""
    if len(text) < SHORTEST or not CODE.search(text):
        return []
    try:
        margin = " " * indent(text)
        tree = ast.parse("\n".join(line.removeprefix(margin) for line in text.split("\n")))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    return [
        value
        for node in ast.walk(tree)
        for _, value in ast.iter_fields(node)
        if isinstance(value, list) and value and isinstance(value[0], ast.stmt)
    ]


def _functions(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _functions(constant)


def _constants(code: CodeType) -> Iterator[tuple[CodeType, object]]:
    for one in _functions(code):
        for constant in one.co_consts:
            yield from ((one, part) for part in (constant if isinstance(constant, tuple | frozenset) else (constant,)))
