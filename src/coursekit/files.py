"""Writing files so that what has not changed is left alone."""

from __future__ import annotations

from pathlib import Path


def put(text: str | bytes, target: Path) -> None:
    """Write a file unless it already says the same, so that an unchanged build touches nothing.

    Parameters
    ----------
    text : str or bytes
        What the file is to hold.
    target : Path
        The file; its folder is made if it is not there.
    """
    data = text.encode() if isinstance(text, str) else text
    if not target.is_file() or target.read_bytes() != data:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
