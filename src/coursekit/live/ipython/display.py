"""The classes of ``IPython.display``: what the page can show as itself, and what it refuses in a sentence."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from coursekit.words import say

# The first bytes of each format of pictures.
SIGNS = {b"\x89PNG": "image/png", b"\xff\xd8": "image/jpeg", b"GIF8": "image/gif", b"RIFF": "image/webp"}


class NotHereError(NotImplementedError):
    """Something of Jupyter's that this page does not have; the message says what it has instead."""


class DisplayObject:
    """Text, bytes or data of one MIME type, shown as such.

    Parameters
    ----------
    data
        What is shown.
    url
        An address; pages of this course ask no other site for anything, so it is refused.
    filename
        A file to read ``data`` from.
    """

    mime = "text/plain"
    binary = False

    def __init__(self, data: Any = None, url: str | None = None, filename: Any = None, **_options: object) -> None:
        if isinstance(data, str | Path) and str(data).startswith(("http://", "https://")) and len(str(data)) < 2000:
            url, data = str(data), None
        if url is not None:
            raise NotHereError(say("display.address", name=type(self).__name__))
        if filename is not None:
            path = Path(filename)
            data = path.read_bytes() if self.binary else path.read_text("utf-8")
        self.data: Any = "" if data is None else data

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        return {self.mime: self.data, "text/plain": f"<{type(self).__name__}>"}

    def __repr__(self) -> str:
        return f"<IPython.core.display.{type(self).__name__} object>"


class HTML(DisplayObject):
    """HTML, shown without its scripts."""

    mime = "text/html"


class Markdown(DisplayObject):
    """Markdown."""

    mime = "text/markdown"


class SVG(DisplayObject):
    """A drawing."""

    mime = "image/svg+xml"


class Latex(DisplayObject):
    """Text with formulas between dollar signs."""

    mime = "text/latex"


class Math(Latex):
    """One formula, without dollar signs."""

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        return {"text/latex": f"$\\displaystyle {str(self.data).strip('$')}$", "text/plain": "<Math>"}


class Pretty(DisplayObject):
    """Plain text."""

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        return {"text/plain": str(self.data)}


class Code(Pretty):
    """A program, shown as text."""


class JSON(DisplayObject):
    """Plain data, shown as indented text."""

    mime = "application/json"

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        data = json.loads(self.data) if isinstance(self.data, str) and self.data else self.data
        return {"text/plain": json.dumps(data, indent=2, ensure_ascii=False, default=str)}


class Image(DisplayObject):
    """A picture: bytes, or a file of this page's Python.

    Parameters
    ----------
    data
        The picture's bytes, or a file's name.
    format
        ``"png"``, ``"jpeg"`` or ``"gif"``; by default what the bytes begin with.
    width
        Not used: the page fits a picture to its column.
    """

    binary = True

    def __init__(self, data: Any = None, url: str | None = None, filename: Any = None, **options: Any) -> None:
        if isinstance(data, str | Path) and not str(data).startswith(("http://", "https://")):
            data, filename = None, data
        super().__init__(data, url, filename)
        self.format = str(options.get("format") or "")

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        content = bytes(self.data)
        found = next((mime for sign, mime in SIGNS.items() if content.startswith(sign)), "")
        if not found and b"<svg" in content[:1000]:
            return {"image/svg+xml": content.decode("utf-8", "replace"), "text/plain": "<Image>"}
        mime = found or f"image/{ {'jpg': 'jpeg'}.get(self.format, self.format) or 'png' }"
        return {mime: base64.b64encode(content).decode(), "text/plain": "<Image>"}


class ProgressBar:
    """A bar of characters, as long as ``total``; going through it counts.

    Parameters
    ----------
    total
        Where it ends.
    """

    def __init__(self, total: int) -> None:
        self.total, self.progress = total, 0

    def __repr__(self) -> str:
        filled = 60 * self.progress // max(self.total, 1)
        return f"[{'=' * filled}{' ' * (60 - filled)}] {self.progress}/{self.total}"

    def __iter__(self) -> Iterator[int]:
        for done in range(self.total):
            self.progress = done
            yield done


def refused(name: str, key: str) -> type:
    """Return a class that stands for a part of ``IPython.display`` that a page cannot have.

    Parameters
    ----------
    name : str
        The class's name, as ``Audio``.
    key : str
        The key in the catalog of the sentence that says why.

    Returns
    -------
    type
        Making an object of it raises ``NotHereError`` with that sentence.
    """

    def init(self: object, *_args: object, **_options: object) -> None:
        raise NotHereError(say(key, name=name))

    return type(name, (DisplayObject,), {"__init__": init, "__doc__": say(key, name=name)})


SHOWN = (HTML, Markdown, SVG, Latex, Math, Pretty, Code, JSON, Image, ProgressBar, DisplayObject)
FRAMES = ("IFrame", "YouTubeVideo", "VimeoVideo", "ScribdDocument")
CLASSES: dict[str, type] = {
    **{one.__name__: one for one in SHOWN},
    "TextDisplayObject": DisplayObject,
    **{name: refused(name, "display.frame") for name in FRAMES},
    **{name: refused(name, "display.sound") for name in ("Audio", "Video")},
    **{name: refused(name, "display.file") for name in ("FileLink", "FileLinks")},
    "Javascript": refused("Javascript", "display.javascript"),
    "GeoJSON": refused("GeoJSON", "display.map"),
}
