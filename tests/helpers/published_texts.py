"""Every text in what a site publishes: archives unpacked, strings of scripts read, blocks of code of pages."""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import io
import json
import marshal
import re
import tarfile
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from types import CodeType

SHORTEST = 24  # characters that a text must have to be looked at: `else:` and `return x` are nobody's secret
STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"')
BASE64 = re.compile(r"[A-Za-z0-9+/]{60,}={0,2}")
BINARY = {".woff2", ".png", ".wasm", ".ico", ".pkl", ".doctree", ".pickle"}


def texts(path: Path, name: str) -> Iterator[tuple[str, str | CodeType]]:
    """Every text and every code object in a file, by where it is."""
    yield from _inside(name, path.read_bytes())


def _inside(name: str, data: bytes) -> Iterator[tuple[str, str | CodeType]]:
    if data[:2] == b"\x1f\x8b":
        yield from _inside(f"{name}!", gzip.decompress(data))
    elif data[:4] == b"PK\x03\x04":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for member in archive.namelist():
                yield from _inside(f"{name}!{member}", archive.read(member))
    elif name.endswith(".pyc"):
        yield name, marshal.loads(data[16:])
    elif data[257:262] == b"ustar":
        with tarfile.open(fileobj=io.BytesIO(data)) as tar:
            for entry in tar:
                if entry.isfile():
                    yield from _inside(f"{name}!{entry.name}", tar.extractfile(entry).read())
    elif Path(name).suffix in BINARY or b"\0" in data[:1000]:
        yield name, data.decode("latin-1")
    else:
        yield from _texts(name, data.decode("utf-8", "replace"))


class Blocks(HTMLParser):
    """The text of each element that holds code, and of each attribute and script."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.open: list[list[str]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list) -> None:
        self.found += [value for _, value in attrs if value and len(value) > SHORTEST]
        if tag in ("pre", "textarea", "script", "code"):
            self.open.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in ("pre", "textarea", "script", "code") and self.open:
            self.found.append("".join(self.open.pop()))

    def handle_data(self, data: str) -> None:
        for one in self.open:
            one.append(data)


def _texts(name: str, text: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    yield name, text
    if depth > 3:
        return
    if name.endswith((".html", ".htm", ".svg", ".xml")) and depth == 0:
        for block in Blocks(text).found:
            yield from _texts(f"{name}<>", block, depth + 1)
    elif "\\n" in text or depth == 0:
        for found in STRING.findall(text):
            if len(found) > SHORTEST:
                try:
                    inner = json.loads(found)
                except ValueError:
                    continue
                yield from _texts(f'{name}""', html.unescape(inner), depth + 1)
    for found in BASE64.findall(text):
        try:
            yield f"{name}64", base64.b64decode(found + "=" * (-len(found) % 4)).decode("utf-8")
        except (binascii.Error, UnicodeDecodeError):
            continue
