"""Look through everything that a site publishes for what must not be in it: solutions, marking cases, answers.

Archives are unpacked, archives in archives too; of compiled Python the constants are walked and each function's names
and constants compared; of scripts, data files and notebooks every string is read by itself; of pages the text of each
block of code. What is found there as text is searched line by line, and as Python, where it is Python, by its syntax
tree with all names levelled.
"""

from __future__ import annotations

import ast
import base64
import binascii
import gzip
import html
import io
import json
import marshal
import re
import tarfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from types import CodeType

LINES = 3
SMALL = 16  # nodes; a smaller tree is compared with its names, for without them it could be anyone's
SHORTEST = 24  # characters that lines must have together: `else:` and `return x` are nobody's secret
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
BASE64 = re.compile(r"[A-Za-z0-9+/]{60,}={0,2}")
UNTOLD = ("ctx", "kind", "type_comment", "annotation", "returns")
CODE = re.compile(r"\b(return|def|for|while|if|with|assert)\b|\w\s*=")
BINARY = {".woff2", ".png", ".wasm", ".ico", ".pkl", ".doctree", ".pickle"}


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
    flat = "\n".join(line.removeprefix(" " * indent(flat)) for line in flat.split("\n"))
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


def texts(path: Path, name: str) -> Iterator[tuple[str, str | CodeType]]:
    """Every text and every code object in a file, by where it is."""
    yield from _inside(name, path.read_bytes())


def _inside(name: str, data: bytes) -> Iterator[tuple[str, str | CodeType]]:
    if data[:2] == b"\x1f\x8b":
        yield from _inside(f"{name}!", gzip.decompress(data))
    elif data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from _inside(f"{name}!{member}", archive.read(member))
    elif name.endswith(".pyc"):
        yield name, marshal.loads(data[16:])
    elif data[257:262] == b"ustar":
        with tarfile.open(fileobj=io.BytesIO(data)) as tar:
            for entry in tar:
                if entry.isfile():
                    yield from _inside(f"{name}!{entry.name}", tar.extractfile(entry).read())
    elif Path(name).suffix in BINARY or b"\0" in data[:1000]:
        yield name, data.decode("latin-1")
    else:
        yield from _texts(name, data.decode("utf-8", "replace"))


class Blocks(HTMLParser):
    """The text of each element that holds code, and of each attribute and script."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.open: list[list[str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.found += [value for _, value in attrs if value and len(value) > SHORTEST]
        if tag in ("pre", "textarea", "script", "code"):
            self.open.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in ("pre", "textarea", "script", "code") and self.open:
            self.found.append("".join(self.open.pop()))

    def handle_data(self, data: str) -> None:
        for one in self.open:
            one.append(data)


def _texts(name: str, text: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    yield name, text
    if depth > 3:
        return
    if name.endswith((".html", ".htm", ".svg", ".xml")) and depth == 0:
        for block in Blocks(text).found:
            yield from _texts(f"{name}<>", block, depth + 1)
    elif "\\n" in text or depth == 0:
        for found in STRING.findall(text):
            if len(found) > SHORTEST:
                try:
                    inner = json.loads(found)
                except ValueError:
                    continue
                yield from _texts(f'{name}""', html.unescape(inner), depth + 1)
    for found in BASE64.findall(text):
        try:
            yield f"{name}64", base64.b64decode(found + "=" * (-len(found) % 4)).decode("utf-8")
        except (binascii.Error, UnicodeDecodeError):
            continue


def breaches(name: str, found: str | CodeType, secrets: list[Secret]) -> Iterator[str]:
    """Say which secrets a text or a code object holds."""
    if isinstance(found, CodeType):
        for code, constant in _constants(found):
            if isinstance(constant, str):
                yield from breaches(f"{name}:{code.co_name}", constant, secrets)
        for code in _functions(found):
            held = essence(code)
            yield from (
                f"{name}: {s.name}, compiled, in {code.co_name}"
                for s in secrets
                if len(s.compiled) >= 6 and s.compiled <= held and len(held) <= 1.5 * len(s.compiled)
            )
        return
    lines = [clean(line) for line in found.split("\n")]
    lines = [line for line in lines if line]
    there = set(lines)
    bodies: list[list[ast.stmt]] | None = None
    for one in secrets:
        if one.text:
            if one.text in found:
                yield f"{name}: {one.name}"
            continue
        many = min(LINES, len(one.lines))
        for n in range(len(one.lines) - many + 1):
            wanted = one.lines[n : n + many]
            if wanted[0] in there and len("".join(wanted)) >= SHORTEST and _run(lines, wanted):
                yield f"{name}: {one.name}, lines {wanted}"
                break
        if bodies is None:
            bodies = _bodies(found)
        if any(_holds(body, one) for body in bodies):
            yield f"{name}: {one.name}, by its syntax tree"


def _run(all: list, wanted: list) -> bool:
    first = wanted[0]
    return any(all[n : n + len(wanted)] == wanted for n, one in enumerate(all) if one == first)


def _holds(body: list[ast.stmt], one: Secret) -> bool:
    """Whether the statements of a secret stand in a row in ``body``."""
    kinds, many = [type(node) for node in body], len(one.tree)
    starts = (n for n in range(len(body) - many + 1) if kinds[n : n + many] == one.kinds)
    return any([levelled(node, one.plain) for node in body[n : n + many]] == one.tree for n in starts)


def _bodies(text: str) -> list[list[ast.stmt]]:
    """Every list of statements in a text that is Python."""
    if len(text) < SHORTEST or not CODE.search(text):
        return []
    try:
        tree = ast.parse("\n".join(line.removeprefix(" " * indent(text)) for line in text.split("\n")))
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
