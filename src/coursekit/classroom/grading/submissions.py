"""The files that were handed in, one at a time: a folder's, and those in ZIPs, each as the grading desk takes it.

No hand-in is unpacked here. An entry of a ZIP goes to the desk as a ZIP of its own, packed as it was, so that the desk
alone decides what a bomb is, and hand-ins can still be told apart when a run is taken up again. Only ZIPs inside of a
ZIP are opened here, within the bounds of :mod:`coursekit.classroom.grading.nested_zips`.
"""

from __future__ import annotations

import hashlib
import io
import re
import struct
import zipfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from coursekit.classroom.grading.nested_zips import MAX_NESTED_BYTES, Left, Refused, inner_zip, is_zip
from coursekit.words import say

# The desk takes 2 MB a hand-in (web/src/desk/files/submission.ts); of more, its beginning is enough to say so.
MOST_BYTES = 2_000_000
MOST_ZIP_BYTES = 2_000_000_000
# What systems leave in folders and ZIPs by themselves; web/src/desk/files/unzip.ts passes over the same.
JUNK = re.compile(r"(^|/)(__MACOSX/|\.|Thumbs\.db$|desktop\.ini$)")
# Texts and tables of office programs are ZIPs too; the desk says of each what it is.
OFFICE = re.compile(r"\.(docx|docm|odt|pages|pptx|odp|xlsx|ods)$", re.IGNORECASE)
_HEAD, _ENTRY, _END = "<4s5H3I2H", "<4s6H3I5H2I", "<4s4H2IH"
_DESCRIPTOR = 0x8  # sizes follow the data; ours stand in the header


@dataclass(frozen=True)
class HandIn:
    """One file.

    Parameters
    ----------
    file
        Its name in the gradebook: ``anna.json``, or ``class.zip/anna.json``.
    add
        The name under which the desk gets it.
    content
        The bytes that the desk gets.
    id
        SHA-256 of what it holds, and its suffix: the same for the same file under another name.
    refused
        Why it does not go to the desk at all, as a sentence; empty if it does.
    """

    file: str
    add: str
    content: bytes = field(repr=False)
    id: str
    refused: str = ""


def found(place: Path, without: Collection[Path] = ()) -> Iterator[HandIn]:
    """Yield what was handed in, folders and ZIPs in the order of their names.

    Parameters
    ----------
    place
        A folder, or a ZIP.
    without
        Files that are no hand-ins, such as the key.
    """
    if place.is_file():
        yield from _file(place, place.name)
        return
    left_out = {path.resolve() for path in without}
    inside = place.resolve()
    for path in sorted(place.rglob("*"), key=lambda path: path.relative_to(place).as_posix()):
        name = path.relative_to(place).as_posix()
        if JUNK.search(name) or not path.is_file() or path.resolve() in left_out:
            continue
        # A link that leads out would show a file of the instructor's own as a hand-in.
        yield from _file(path, name) if path.resolve().is_relative_to(inside) else [_plain(name, b"")]


def _plain(name: str, content: bytes) -> HandIn:
    return HandIn(name, name, content, _id(name, content))


def _id(name: str, *parts: bytes) -> str:
    suffix = re.sub(r"\W", "", Path(name).suffix.lower())[:10]
    return f"{hashlib.sha256(b''.join(parts)).hexdigest()}.{suffix}"


def _file(path: Path, name: str) -> Iterator[HandIn]:
    try:
        with path.open("rb") as file:
            beginning = file.read(4)
            if not OFFICE.search(name) and is_zip(beginning) and path.stat().st_size <= MOST_ZIP_BYTES:
                try:
                    entries = _entries(file)
                except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
                    entries = []
                if entries:
                    left = Left()
                    left.entries -= len(entries)
                    yield from _zipped(file, name, entries, 1, left)
                    return
                file.seek(len(beginning))
            content = beginning + file.read(MOST_BYTES + 1)
    except OSError:
        content = b""
    yield _plain(name, content)


def _entries(file: BinaryIO) -> list[zipfile.ZipInfo]:
    with zipfile.ZipFile(file) as archive:
        return [
            info
            for info in archive.infolist()
            # Not is_dir(), which fails on a name that is empty.
            if not info.filename.endswith("/") and not JUNK.search(_name(info).decode("utf-8", "replace"))
        ]


def _name(info: zipfile.ZipInfo) -> bytes:
    """Return an entry's name as it stands in the file."""
    return info.orig_filename.encode("utf-8" if info.flag_bits & 0x800 else "cp437", "replace")


def _zipped(file: BinaryIO, name: str, entries: list[zipfile.ZipInfo], depth: int, left: Left) -> Iterator[HandIn]:
    for info in sorted(entries, key=_name):
        inner = _name(info).decode("utf-8", "replace")
        nested = inner.lower().endswith(".zip")
        data = _packed(file, info, MAX_NESTED_BYTES if nested else MOST_BYTES)
        about = struct.pack("<2H2Q", info.flag_bits & 1, info.compress_type, info.compress_size, info.file_size)
        if nested:
            try:
                if content := inner_zip(info, data, depth, left):
                    yield from _inside(content, f"{name}/{inner}", depth + 1, left)
                    continue
            except Refused as why:
                yield HandIn(f"{name}/{inner}", name, b"", _id(inner, b"refused", about, data), str(why))
                continue
        yield HandIn(f"{name}/{inner}", name, _alone(info, data), _id(inner, about, data))


def _inside(content: bytes, name: str, depth: int, left: Left) -> Iterator[HandIn]:
    """Yield what lies in a ZIP that itself lies in one."""
    file = io.BytesIO(content)
    try:
        entries = _entries(file)
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise Refused(say("desk.zip-cut")) from None
    left.take(len(entries))
    yield from _zipped(file, name, entries, depth, left)


def _packed(file: BinaryIO, info: zipfile.ZipInfo, most: int) -> bytes:
    """Return an entry's bytes as they stand in the ZIP, of more than ``most`` the beginning; empty if it is damaged."""
    try:
        file.seek(info.header_offset)
        head = file.read(struct.calcsize(_HEAD))
        if head[:4] != b"PK\3\4":
            return b""
        named, extra = struct.unpack(_HEAD, head)[-2:]
        file.seek(info.header_offset + len(head) + named + extra)
        return file.read(min(info.compress_size, most + 1))
    except (OSError, struct.error, ValueError):
        return b""


def _alone(info: zipfile.ZipInfo, data: bytes) -> bytes:
    """Return a ZIP with this one entry, packed as it was."""
    name, most = _name(info), 0xFFFFFFFE
    flags, size, packed = info.flag_bits & ~_DESCRIPTOR, min(info.file_size, most), min(info.compress_size, most)
    same = (flags, info.compress_type, 0, 0, info.CRC, packed, size, len(name), 0)
    head = struct.pack(_HEAD, b"PK\3\4", 20, *same) + name + data
    entry = struct.pack(_ENTRY, b"PK\1\2", 20, 20, *same, 0, 0, 0, 0, 0) + name
    return head + entry + struct.pack(_END, b"PK\5\6", 0, 0, 1, 1, len(entry), len(head), 0)
