"""Characters that look like others, or like nothing, and what came along with code that was copied from a page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from coursekit.words import say

# Letters of other alphabets by the Latin ones that they look like.
LOOKALIKES = dict(zip("аеорсхуіјѕԁһԛԝАВЕЅІЈКМНОРСТУХαοινρτυκΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
                      "aeopcxyijsdhqwABESIJKMHOPCTYXaoivptukABEZHIKMNOPTYX", strict=True))  # fmt: skip
INVISIBLE = {"Cf", "Zs", "Zl", "Zp", "Cc"}
# Signs that word processors put in the place of Python's own.
SIGNS = {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "‚": "'", "–": "-", "—": "-", "−": "-",
         "‑": "-", "‐": "-", "×": "*", "·": "*", "÷": "/", "≤": "<=", "≥": ">=", "≠": "!=", "…": "...", "，": ",",
         "（": "(", "）": ")", "：": ":", "；": ";", "＝": "=", "′": "'", "″": '"'}  # fmt: skip
# What is in front of code, or in it, that was copied from where it had run; the sentence is python.copied.KEY.
COPIED = (
    (r"^\s*(?:>>>|\.\.\.)(?:\s|$)", "prompt"),
    (r"^\s*(?:In|Out)\s*\[\s*\d*\s*\]\s*:", "cell"),
    (r"&(?:quot|gt|lt|amp|nbsp|#\d+);", "entity"),
    (r"^\s*```", "fence"),
    (r"^\s*%%?(?:time|timeit|prun)\b", "time"),
    (r"^\s*%%?(?:matplotlib|config|pylab)\b", "plots"),
    (r"^\s*[%!]\s*(?:pip|conda|mamba)\b", "install"),
    (r"^\s*(?:pip3?|conda) install\b", "install"),
    (r"^\s*%", "magic"),
    (r"^\s*!", "shell"),
    (r"^\s*\?{1,2}[\w.]+\s*$|[\w.)\]]+\?{1,2}\s*$", "question"),
)


def name_of(character: str) -> str:
    """Return the Unicode number and name of a character, as in ``U+00A0, NO-BREAK SPACE``."""
    return f"U+{ord(character):04X}, {unicodedata.name(character, 'without a name')}"


def odd_character(source: str, line: int, place: int) -> str:
    """Return what is said of the first odd character in a line, at its ``place`` or after it; nothing if all are plain.

    Parameters
    ----------
    source
        The whole code.
    line, place
        Where Python stopped, both counted from 1.
    """
    lines = source.splitlines() or [""]
    text = lines[min(max(line, 1), len(lines)) - 1]
    for start in (max(place - 1, 0), 0):
        for at in range(start, len(text)):
            sign = text[at]
            if sign.isascii():
                continue
            values = {"line": line, "place": at + 1, "character": name_of(sign)}
            if sign in SIGNS:
                return say("python.sign", sign=sign, meant=SIGNS[sign], **values)
            if unicodedata.category(sign) in INVISIBLE:
                return say("python.invisible", **values)
            if not sign.isidentifier() and not ("a" + sign).isidentifier() and not _quoted(text, at):
                return say("python.strange", sign=sign, **values)
    return ""


def _quoted(text: str, at: int) -> bool:
    before = text[:at]
    return before.count('"') % 2 == 1 or before.count("'") % 2 == 1 or "#" in before


def lookalike(name: str, there: Iterable[object]) -> str:
    """Return a sentence on a name that looks like another and is written otherwise.

    Parameters
    ----------
    name : str
        The name that was not found.
    there : iterable
        The names that there are; what is no text is left out.

    Returns
    -------
    str
        Which character differs, and where; empty if no name looks like it.
    """
    names = {one for one in there if isinstance(one, str)}
    for other in names:
        if other != name and _plain(other) == _plain(name):
            odd, which = next(((c, name) for c in name if _is_odd(c)), ("", "")) or ("", "")
            if not odd:
                odd, which = next(((c, other) for c in other if _is_odd(c)), ("", ""))
            if odd:
                key = "python.lookalike" if which == name else "python.lookalike-there"
                return say(key, name=name, near=other, place=which.index(odd) + 1, character=name_of(odd))
            return say("python.blank", name=name, near=other)
    return ""


def _plain(name: str) -> str:
    kept = (LOOKALIKES.get(c, c) for c in unicodedata.normalize("NFKC", name) if unicodedata.category(c) != "Cf")
    return "".join(kept).strip()


def _is_odd(character: str) -> bool:
    return character in LOOKALIKES or (not character.isascii() and unicodedata.category(character) in INVISIBLE)


def copied(line: str) -> str:
    """Return what is said of a line that was copied with what is not Python's; nothing if there is nothing such."""
    for pattern, key in COPIED:
        if re.search(pattern, line):
            return say(f"python.copied.{key}")
    return ""
