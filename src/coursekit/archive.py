"""Writing a wheel: the same files give the same archive, byte for byte."""

from __future__ import annotations

import base64
import hashlib
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

EPOCH = (2020, 1, 1, 0, 0, 0)


def write_wheel_file(target: Path, metadata: Sequence[str], files: Mapping[str, bytes]) -> Path:
    """Write a wheel of pure Python and return its path.

    Parameters
    ----------
    target : Path
        The file, named ``NAME-VERSION-py3-none-any.whl``.
    metadata : sequence of str
        The lines of ``METADATA``.
    files : mapping
        Name in the archive → content; names that begin with ``INFO/`` go into the wheel's ``.dist-info``.

    Returns
    -------
    Path
        ``target``.
    """
    info = "-".join(target.name.split("-")[:2]) + ".dist-info"
    held = {name.replace("INFO/", f"{info}/", 1) if name.startswith("INFO/") else name: files[name] for name in files}
    held[f"{info}/METADATA"] = ("\n".join(metadata) + "\n").encode()
    held[f"{info}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: coursekit\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    record = "".join(f"{name},sha256={_digest(data)},{len(data)}\n" for name, data in held.items())
    held[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    target.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in held.items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), data, zipfile.ZIP_DEFLATED)
    return target


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
