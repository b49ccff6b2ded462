"""What an error usually means, in plain words, with the nearest name or the columns that there are.

Only what is looked up without running the learner's code is used: names of frames, dictionaries and modules.
"""

from __future__ import annotations

import builtins
import linecache
import re
import sys
import types
from collections.abc import Iterable
from typing import Any

from coursekit.live.complete import NOTHING, attributes, followed, keys
from coursekit.live.errors.characters import copied, lookalike, odd_character
from coursekit.live.errors.libraries import library_help, unknown_in_query
from coursekit.live.errors.modules import IMPORTS, module_help, near_name, wanted_module
from coursekit.words import say

# Messages of Python by what they mean; each pattern's key is a sentence of the catalog, its groups fill it in.
MEANINGS: dict[str, list[tuple[str, str]]] = {
    "SyntaxError": [
        (r"expected ':'", "colon"),
        (r"Maybe you meant '=='|cannot assign to .* here\. Maybe", "equals"),
        (r"'([(\[{])' was never closed", "open-bracket"),
        (r"unmatched '([)\]}])'|closing parenthesis '([)\]}])'", "extra-bracket"),
        (r"unterminated (?:f-)?(?:triple-quoted )?(?:f-)?string", "open-text"),
        (r"Missing parentheses in call to 'print'", "print"),
        (r"forgot a comma", "comma"),
        (r"invalid (?:non-printable )?character '?(.) ?.*\(U\+", "character"),
        (r"'(return|yield|await)' outside", "outside"),
        (r"cannot assign to (.+?)(?: here)?(?:\.|$)", "assign"),
    ],
    "IndentationError": [
        (r"expected an indented block after (.+) on line (\d+)", "block"),
        (r"unexpected indent", "indent"),
        (r"unindent does not match", "unindent"),
    ],
    "TypeError": [
        (r"can only concatenate str|unsupported operand .*\+: '(?:int|float)' and 'str'", "text-number"),
        (r"'NoneType' object is not (subscriptable|iterable|callable)|'NoneType' and |and 'NoneType'", "none"),
        (r"'(\w+)' object is not callable", "not-callable"),
        (r"'(int|float)' object is not iterable", "not-iterable"),
        (r"not supported between instances of '(\w+)' and '(\w+)'", "compare"),
        (r"missing \d+ required .*argument", "argument-missing"),
        (r"takes .* positional arguments? but|unexpected keyword argument", "argument-extra"),
        (r"'(\w+)' object does not support item assignment", "fixed"),
        (r"indices must be integers", "index-number"),
        (r"does not support operation '(\w+)'|agg function failed|Could not convert .* to numeric", "text-column"),
    ],
    "ValueError": [
        (r"invalid literal for int\(\) with base 10: (.*)|could not convert string to float: (.*)", "not-a-number"),
        (r"truth value of an? (?:Series|DataFrame|array)", "truth"),
        (r"(?:not enough|too many) values to unpack", "unpack"),
        (r"All arrays must be of the same length|Length of values|could not be broadcast", "lengths"),
    ],
    "UnboundLocalError": [(r"local variable '(\w+)'", "unbound")],
    "URLError": [(r"unknown url type|urlopen error", "site")],
    "OSError": [(r"No such file or directory: '(.*)'", "no-file"), (r"Host is unreachable|emscripten", "sealed")],
    "OverflowError": [
        (r"Python integer (\S+) out of bounds for (\w+)", "bounds"),
        (r"too large to convert", "bounds-c"),
    ],
    "RuntimeError": [(r"can't start new thread", "threads")],
}  # fmt: skip


def explained(error: BaseException) -> str:
    """Return a sentence or two for ``error``, or nothing if there is no better than what is said of its kind."""
    try:
        own = getattr(error, "help", "")
        if type(error).__name__ == "ChartError" and isinstance(own, str):
            return own
        return _as_written(error) or library_help(error) or _near(error) or _meaning(error)
    except Exception:
        return ""


def _meaning(error: BaseException) -> str:
    text = (error.msg or "") if isinstance(error, SyntaxError) else str(error)
    for kind in type(error).__mro__:
        for pattern, key in MEANINGS.get(kind.__name__, ()):
            found = re.search(pattern, text)
            if found:
                groups = [part for part in found.groups() if part is not None]
                return say(f"python.help.{key}", **{f"p{n}": part[:60] for n, part in enumerate(groups, 1)})
    return ""


def _as_written(error: BaseException) -> str:
    """Return what is said of code that was copied with something that is not Python's."""
    if isinstance(error, SyntaxError):
        line, place = error.lineno or 1, error.offset or 1
        source = "".join(linecache.getlines(error.filename or "")) or error.text or ""
        return copied((source.splitlines() or [""])[min(line, len(source.splitlines()) or 1) - 1]) or odd_character(
            source, line, place
        )
    if isinstance(error, NameError) and error.name in ("In", "Out"):
        return say("python.copied.cell")
    return ""


def _near(error: BaseException) -> str:
    """Return what is said where a name, a key or a module may only be misspelt."""
    if isinstance(error, NameError) and not isinstance(error, UnboundLocalError) and error.name:
        if error.name in IMPORTS:
            return say("python.help.import", name=error.name, module=IMPORTS[error.name])
        return _meant(error.name, _names_at(error))
    if isinstance(error, ModuleNotFoundError) and error.name:
        return module_help(error.name)
    if isinstance(error, ImportError) and (instead := wanted_module(str(error))):
        return instead
    if type(error).__name__ == "NoSuchEntryPoint":
        return wanted_module(str(error)) or say("python.instead.vegafusion")
    if isinstance(error, ImportError) and (wanted := getattr(error, "name_from", None)):  # Python 3.12 and newer
        module = sys.modules.get(error.name or "")
        return _meant(wanted, vars(module) if isinstance(module, types.ModuleType) else ())
    if isinstance(error, AttributeError) and error.name:
        if error.obj is None:
            return say("python.help.none")
        return _meant(error.name, [name for name, _ in attributes(error.obj) if type(name) is str])
    if isinstance(error, KeyError) and error.args and type(error.args[0]) is str:
        return _among_keys(error.args[0], error)
    if name := unknown_in_query(error):
        return _among_keys(name, error)
    return ""


def _among_keys(name: str, error: BaseException) -> str:
    """Return which keys or columns there are instead of ``name``, the nearest first."""
    there = [str(one) for one in _keys_at(error)]
    if not there:
        return ""
    listed = ", ".join(f"`{one}`" for one in there[:8]) + (" …" if len(there) > 8 else "")
    return f"{_meant(name, there)} {say('python.help.there-are', names=listed)}".strip()


def _meant(name: str, there: Iterable[object]) -> str:
    """Return the question whether a near one is meant."""
    names = list(there)
    near = near_name(name, names)
    return lookalike(name, names) or (say("python.help.meant", name=name, near=near) if near else "")


def _frames(error: BaseException) -> list[types.FrameType]:
    """Return the frames of the traceback, the innermost first."""
    frames, step = [], error.__traceback__
    while step is not None:
        frames.append(step.tb_frame)
        step = step.tb_next
    return frames[::-1]


def _names_at(error: BaseException) -> list[str]:
    frame = next(iter(_frames(error)), None)
    return [*frame.f_locals, *frame.f_globals, *vars(builtins)] if frame else []


def _keys_at(error: BaseException) -> list[Any]:
    """Return the keys or columns that there are instead, as far as that can be told from the frames."""
    for frame in _frames(error):
        held = frame.f_locals.get("self", NOTHING)
        if keys(held):
            return keys(held)
        if frame.f_code.co_filename.startswith("<"):
            line = linecache.getline(frame.f_code.co_filename, frame.f_lineno)
            for path in re.findall(r"([^\W\d][\w.]*)\s*\[", line):
                found = keys(followed(path, {**frame.f_globals, **frame.f_locals}))
                if found:
                    return found
            return []
    return []
