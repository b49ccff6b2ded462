"""What an exception says to a learner: its kind, its message, and their own lines that led to it."""

from __future__ import annotations

import linecache
import re
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from coursekit.live.errors.explain import explained
from coursekit.words import say

# Files of a run have such names; every other frame belongs to a library and is left out.
OURS = "<"
LONGEST = 2_000
# What a page loads only if code imports it by name, as `python/bundles.ts` has them (a test compares).
LOADED_WHERE_NAMED = ("numpy", "pandas")
# The attribute of an error that names file and line of the value that was to be shown.
SHOWN_AT = "_coursekit_shown_at"


def remember(name: str, source: str) -> None:
    """Let tracebacks show the lines of ``source``, which ran under the file name ``name``.

    Parameters
    ----------
    name : str
        The file name that the code was compiled under, as ``<your code>``.
    source : str
        The code.
    """
    linecache.cache[name] = (len(source), None, source.splitlines(keepends=True), name)


@contextmanager
def shown_at(file: str, line: int) -> Iterator[None]:
    """Note, on an error that arises while a value is shown, the line of the cell that the value comes from.

    Parameters
    ----------
    file : str
        The file name that the cell's code was compiled under.
    line : int
        The line of the cell, from 1.

    Raises
    ------
    Exception
        What was raised inside, with the place noted on it.
    """
    try:
        yield
    except Exception as error:
        with suppress(Exception):
            setattr(error, SHOWN_AT, (file, line))
        raise


def described(error: BaseException) -> dict[str, Any]:
    """Return the output that tells of ``error``: kind, name, message, traceback and help, all text.

    The traceback holds only frames of cells and exercises. Where the error arose in a library, the last line of the
    learner's own that called it comes last.
    """
    name = type(error).__name__
    message = _message(error)
    lines: list[str] = []
    if isinstance(error, SyntaxError):
        lines = traceback.format_exception_only(error)
        # The lines below name the place; the message is easier to read without the cell's made-up file name.
        message = error.msg or message
    else:
        frames = [f for f in traceback.extract_tb(error.__traceback__) if _learners(f.filename)]
        if place := getattr(error, SHOWN_AT, None):
            frames.insert(0, traceback.FrameSummary(place[0], place[1], "<module>"))
        if len(frames) > 12:
            lines = [*_lines(frames[:6]), f"  … {len(frames) - 12} …\n", *_lines(frames[-6:])]
        else:
            lines = _lines(frames)
        lines.append(f"{name}: {message}\n" if message else f"{name}\n")
    told = {"kind": "error", "name": name, "message": message, "traceback": "".join(lines).rstrip()}
    return {**told, "help": explained(error)}


def _learners(file: str) -> bool:
    return file.startswith(OURS) and not file.startswith(("<frozen", "<exec"))


def _lines(frames: list[traceback.FrameSummary]) -> list[str]:
    """Return two lines a frame: where, and the line of code."""
    shown = []
    for frame in frames:
        place = say("python.line", file=frame.filename.strip("<>"), line=frame.lineno or 0)
        inside = "" if frame.name == "<module>" else say("python.in-function", name=frame.name)
        shown.append(f"{place}{inside}\n    {frame.line or ''}\n")
    return shown


def _message(error: BaseException) -> str:
    """Return the error's message, with an addition where Python's own would puzzle a learner here."""
    try:
        text = str(error)
    except Exception:
        text = ""
    if isinstance(error, ModuleNotFoundError) and error.name:
        missing = error.name.partition(".")[0]
        return say("python.not-loaded" if missing in LOADED_WHERE_NAMED else "python.no-module", name=missing)
    if isinstance(error, ImportError):
        text = re.split(r"\n|\s+Use pip", text)[0]  # a library's advice on what to install follows
    # Asked for more than 2 GB at once: Python has another name for it on a machine of 32 bits.
    too_much = isinstance(error, OverflowError) and "index-sized" in text
    too_much = too_much or (isinstance(error, ValueError) and text.startswith("array is too big"))
    if too_much or (isinstance(error, MemoryError) and not text):
        return say("python.memory")
    return text if len(text) <= LONGEST else f"{text[:LONGEST]} …"
