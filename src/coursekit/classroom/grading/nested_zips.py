"""ZIPs inside of a ZIP, as learning platforms and sections of a class make them: opened, within bounds.

The bounds are those of the desk's page (``web/src/desk/files/nested_zips.ts`` and ``unzip.ts``).
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipInfo

from coursekit.words import say

MAX_DEPTH = 3  # how deep ZIPs are opened, the outermost counted
MAX_NESTED_BYTES = 20_000_000  # what all ZIPs inside of one may unpack to together
MAX_ENTRIES = 20_000  # of one ZIP and of all inside of it together
MAX_RATIO = 200  # how many times its packed size an entry may have
_SMALL = 20_000  # what an entry may have however small it is packed


class Refused(Exception):
    """A ZIP inside of a ZIP that is not opened; the message is a sentence for the instructor."""


@dataclass
class Left:
    """What may still be opened inside of one ZIP."""

    bytes: int = MAX_NESTED_BYTES
    entries: int = MAX_ENTRIES

    def take(self, entries: int) -> None:
        """Count the entries of a ZIP that is opened.

        Raises
        ------
        Refused
            If there are more than may still be opened.
        """
        if not entries:
            raise Refused(say("desk.zip-empty"))
        if entries > MAX_ENTRIES:
            raise Refused(say("desk.zip-many", most=MAX_ENTRIES))
        if entries > self.entries:
            raise Refused(say("desk.zip-many-inside", most=MAX_ENTRIES))
        self.entries -= entries


def is_zip(content: bytes) -> bool:
    """Tell whether bytes begin as a ZIP does."""
    return content[:2] == b"PK" and content[2:3] in (b"\3", b"\5")


def inner_zip(info: ZipInfo, packed: bytes, depth: int, left: Left) -> bytes | None:
    """Return the ZIP that an entry called so unpacks to; None if it is something else.

    Parameters
    ----------
    info
        The entry.
    packed
        Its bytes as they stand in the ZIP around it.
    depth
        How many ZIPs it lies in.
    left
        What may still be opened; what is unpacked here is taken off.

    Raises
    ------
    Refused
        If it is locked, damaged, too large, or lies too deep.
    """
    if info.flag_bits & 1:
        raise Refused(say("desk.zip-locked"))
    if max(info.file_size, info.compress_size) > left.bytes:
        raise Refused(say("desk.zip-much-inside", most=MAX_NESTED_BYTES // 1_000_000))
    content = _unpacked(info, packed, min(left.bytes, max(_SMALL, MAX_RATIO * info.compress_size)))
    if not is_zip(content):
        return None
    if depth >= MAX_DEPTH:
        raise Refused(say("desk.zip-deep", most=MAX_DEPTH))
    left.bytes -= len(content)
    return content


def _unpacked(info: ZipInfo, packed: bytes, most: int) -> bytes:
    if len(packed) < info.compress_size:
        raise Refused(say("desk.zip-cut"))
    if info.compress_type == ZIP_STORED:
        return packed
    if info.compress_type != ZIP_DEFLATED:
        raise Refused(say("desk.zip-method"))
    reader = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        content = reader.decompress(packed, most + 1)
    except zlib.error:
        raise Refused(say("desk.zip-cut")) from None
    if len(content) > most:
        raise Refused(say("desk.zip-bomb"))
    if not reader.eof:
        raise Refused(say("desk.zip-cut"))
    return content
