"""What errors of pandas and Altair mean whose own words send a newcomer the wrong way, or say nothing to one."""

from __future__ import annotations

import re

from coursekit.words import say

# By the name of the error or of a class that it is made from; each pattern's key is a sentence of the catalog, and its
# groups fill that in.
MEANINGS: dict[str, list[tuple[str, str]]] = {
    "AttributeError": [
        (r"Can only use \.dt accessor", "dates"),
        (r"Can only use \.str accessor", "texts"),
    ],
    "TypeError": [(r"Cannot perform reduction '\w+' with \w+ dtype", "text-column")],
    "ValueError": [
        (r"trying to merge on (\S+) and (\S+) columns for key '(.+?)'", "merge-types"),
        (r'"(.+?)" is not one of the valid encoding data types', "chart-type"),
    ],
    "FileNotFoundError": [(r"No such file or directory: '\s*[\[{]", "text-as-file")],
    "SchemaValidationError": [
        (r"'mark' is a required property", "chart-mark"),
        (r"is an invalid value for `data`", "chart-data"),
        (r"'\[.*\]' is an invalid value for `(?:field|shorthand)`", "chart-field"),
    ],
}  # fmt: skip


def library_help(error: BaseException) -> str:
    """Return a sentence on what to do about an error of a library, or nothing where its own words do."""
    text = str(error)
    for kind in type(error).__mro__:
        for pattern, key in MEANINGS.get(kind.__name__, ()):
            if found := re.search(pattern, text):
                groups = {f"p{n}": part[:60] for n, part in enumerate(found.groups(), 1) if part is not None}
                return say(f"python.help.{key}", **groups)
    return ""


def unknown_in_query(error: BaseException) -> str:
    """Return the name that a table's ``query`` or ``eval`` does not know; nothing for other errors."""
    found = re.match(r"name '(.+)' is not defined", str(error))
    return found[1] if found and type(error).__name__ == "UndefinedVariableError" else ""
