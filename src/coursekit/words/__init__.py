"""The one catalog of sentences that page and package say, so that the course can be translated."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources

LANGUAGE = "en"


@lru_cache
def catalog(language: str = LANGUAGE) -> dict[str, str]:
    """Return every sentence by its key, read from ``<language>/*.json``.

    Raises
    ------
    ValueError
        If two files give the same key, or no file exists for the language.
    """
    sentences: dict[str, str] = {}
    folder = resources.files(__package__) / language
    if not folder.is_dir():
        raise ValueError(f"There is no catalog for the language {language!r}.")
    for file in sorted(folder.iterdir(), key=lambda f: f.name):
        if not file.name.endswith(".json"):
            continue
        for key, sentence in json.loads(file.read_text("utf-8")).items():
            if key in sentences:
                raise ValueError(f"{file.name}: the key {key!r} stands in another file too.")
            sentences[key] = sentence
    return sentences


def say(key: str, /, **values: object) -> str:
    """Return the sentence ``key`` with its ``{placeholders}`` filled in.

    Raises
    ------
    KeyError
        If the catalog has no such key, or a placeholder has no value.
    """
    return catalog()[key].format(**values)
