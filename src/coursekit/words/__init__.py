"""The one catalog of sentences that page and package say, so that the course can be translated.

A sentence that counts has a form for each plural category of its language (see :func:`say`).

A course says some of them in its own words: the files ``words/<language>/*.json`` in its packages are laid over these.
"""

from __future__ import annotations

import json
from functools import lru_cache
from importlib import resources
from importlib.resources.abc import Traversable

from coursekit.course import course
from coursekit.words.plurals import category

LANGUAGE = "en"


@lru_cache
def catalog(language: str = LANGUAGE) -> dict[str, str]:
    """Return every sentence by its key: coursekit's, and the course's own in place of them.

    Raises
    ------
    ValueError
        If two files of a catalog give the same key, coursekit has none for the language, or the course words a key
        that nothing says.
    """
    sentences = _read(resources.files(__package__) / language)
    if not sentences:
        raise ValueError(f"There is no catalog for the language {language!r}.")
    return sentences | course_catalog(language)


@lru_cache
def course_catalog(language: str = LANGUAGE) -> dict[str, str]:
    """Return the sentences that the course words itself, by their keys.

    Raises
    ------
    ValueError
        If two of its files give the same key, or a key is not one of coursekit's.
    """
    known = _read(resources.files(__package__) / language)
    sentences: dict[str, str] = {}
    for package in course().packages:
        for key, sentence in _read(resources.files(package) / "words" / language).items():
            if key not in known:
                raise ValueError(f"{package}/words/{language}: nothing says the sentence {key!r}.")
            sentences[key] = sentence
    return sentences


def _read(folder: Traversable) -> dict[str, str]:
    """Return the sentences of all files in a folder and its sub-folders; none if there is no such folder."""
    sentences: dict[str, str] = {}
    if not folder.is_dir():
        return sentences
    for place in sorted(folder.iterdir(), key=lambda f: f.name):
        found = json.loads(place.read_text("utf-8")) if place.name.endswith(".json") else _read(place)
        for key, sentence in found.items():
            if key in sentences:
                raise ValueError(f"{place.name}: the key {key!r} stands in another file too.")
            sentences[key] = sentence
    return sentences


def say(key: str, /, **values: object) -> str:
    """Return the sentence ``key`` with its ``{placeholders}`` filled in.

    A sentence that counts stands in the catalog once for each plural form, as ``key.one`` and ``key.other`` (in some
    languages ``key.few`` and ``key.many`` too); ``n``, a number, decides which is said.

    Parameters
    ----------
    key : str
        The sentence's name in the catalog.
    **values : object
        What its placeholders stand for.

    Returns
    -------
    str
        The sentence, in the language of the catalog.

    Raises
    ------
    KeyError
        If the catalog has no such key, or a placeholder has no value.
    """
    sentences = catalog()
    number = values.get("n")
    if key not in sentences and isinstance(number, (int, float)):
        form = f"{key}.{category(LANGUAGE, number)}"
        key = form if form in sentences else f"{key}.other"
    return sentences[key].format(**values)
