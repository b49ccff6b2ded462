"""Author and subject in a PDF's metadata, which Chromium leaves out: appended as the format's own kind of update."""

from __future__ import annotations

import re
from collections.abc import Mapping

TRAILER = re.compile(rb"trailer\s*<<(?P<entries>.*?)>>\s*startxref\s*(?P<start>\d+)\s*%%EOF\s*\Z", re.DOTALL)
INFO = re.compile(rb"/Info (?P<number>\d+) (?P<generation>\d+) R")


class UnknownFormError(ValueError):
    """The PDF does not end as Chromium's do, so nothing can be appended to it."""


def _text(value: str) -> bytes:
    """Return a text as a PDF has it: UTF-16 with a byte order mark, as hexadecimal digits."""
    return b"<" + ("\ufeff" + value).encode("utf-16-be").hex().upper().encode() + b">"


def with_metadata(pdf: bytes, said: Mapping[str, str]) -> bytes:
    """Return the PDF with entries added to its document information; the bytes before stay as they are.

    Parameters
    ----------
    pdf : bytes
        A PDF with one table of objects, as Chromium writes it.
    said : mapping of str to str
        Values by the names of their entries, as ``Author``; one that is there already is replaced.

    Raises
    ------
    UnknownFormError
        If the PDF ends otherwise.
    """
    trailer = TRAILER.search(pdf)
    info = INFO.search(trailer["entries"]) if trailer else None
    if not trailer or not info:
        raise UnknownFormError("The PDF has no table of objects at its end, or no document information.")
    number, generation = int(info["number"]), int(info["generation"])
    old = re.search(rb"(?:^|\s)%d %d obj\s*<<(.*?)>>\s*endobj" % (number, generation), pdf, re.DOTALL)
    if not old:
        raise UnknownFormError(f"The PDF's document information, object {number}, is not there.")
    kept = old[1]
    for name in said:
        kept = re.sub(rb"/%s\s*(?:<[0-9A-Fa-f]*>|\((?:[^()\\]|\\.)*\))" % name.encode(), b"", kept)
    own = b"".join(b"\n/%s %s" % (name.encode(), _text(value)) for name, value in said.items())
    place = len(pdf) + 1
    added = b"\n%d %d obj\n<<%s%s>>\nendobj\n" % (number, generation, kept.strip(), own)
    table = len(pdf) + len(added)
    added += b"xref\n%d 1\n%010d %05d n \n" % (number, place, generation)
    added += b"trailer\n<<%s\n/Prev %s>>\nstartxref\n%d\n%%%%EOF\n" % (
        trailer["entries"].strip(),
        trailer["start"],
        table,
    )
    return pdf + added
