"""Receipts: what learners hand in. ``receipt.schema.json`` describes them, ``web/src/receipt`` makes them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any

from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from coursekit.course import course as this_course

FORMAT = this_course().format("receipt")
IN_NOTEBOOK = this_course().in_notebook  # a notebook's metadata hold the receipt under this name
LARGEST = 2_000_000  # bytes


class BadReceiptError(ValueError):
    """A file that is no receipt: where, and what is wrong."""


@lru_cache
def schema() -> dict[str, Any]:
    """Return the receipts' JSON Schema, with the course's own names in it."""
    text = resources.files(__package__).joinpath("receipt.schema.json").read_text("utf-8")
    read: dict[str, Any] = json.loads(text.replace("{format}", FORMAT).replace("{in_notebook}", IN_NOTEBOOK))
    return read


def checked(receipt: object) -> dict[str, Any]:
    """Return the receipt if it is one.

    Raises
    ------
    BadReceiptError
        With the place of the first fault in it, as ``work/exercise/promises_needed/code``.
    """
    faults = sorted(Draft202012Validator(schema()).iter_errors(receipt), key=lambda fault: list(map(str, fault.path)))
    if faults or not isinstance(receipt, dict):
        place = "/".join(map(str, faults[0].path)) or "the whole"
        raise BadReceiptError(f"It is no receipt. {place}: {faults[0].message[:200]}")
    return receipt


def read(data: bytes) -> dict[str, Any]:
    """Return the receipt in a file's bytes, JSON or a notebook.

    Raises
    ------
    BadReceiptError
        If the file is too large, is not JSON, or holds no receipt.
    """
    if len(data) > LARGEST:
        raise BadReceiptError(f"The file has {len(data):,} bytes; a receipt has at most {LARGEST:,}.")
    try:
        found = json.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise BadReceiptError("The file is not JSON in UTF-8.") from error
    if isinstance(found, dict) and "nbformat" in found:
        about = found.get("metadata")
        found = about.get(IN_NOTEBOOK) if isinstance(about, dict) else None
    return checked(found)


def receipt(
    alias: str,
    work: Mapping[str, Any],
    saved: str,
    course: Mapping[str, str],
    assignment: Mapping[str, Any] | None = None,
    seed: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """Return a receipt made of its parts.

    Parameters
    ----------
    alias : str
        What the learner calls herself or himself.
    work : mapping
        From kind and id, as ``exercise/promises_needed``, to what is saved of it.
    saved : str
        When the work was saved last, as a time in UTC.
    course : mapping
        Title, build and edition of the course.
    assignment : mapping, optional
        The assignment, as in its link.
    seed : mapping, optional
        ``seed`` and ``at``: the number that decides which variant of each exercise the learner has, and since when.

    Returns
    -------
    dict
        The receipt, which keeps to ``receipt.schema.json``.

    Raises
    ------
    BadReceiptError
        If they do not make one.
    """
    made = {"format": FORMAT, "version": 1, "course": dict(course), "assignment": assignment, "alias": alias}
    return checked({**made, "saved": saved, "seed": seed, "work": dict(work)})
