"""The course's own package as a wheel, for JupyterLab: the subject, and of the machine what labs and exercises need."""

from __future__ import annotations

import base64
import hashlib
import re
import tomllib
import zipfile
from importlib.metadata import version
from pathlib import Path

from coursekit.course import SHIPPED, course
from coursekit.runtime.prepare import course_files

LIBRARIES = ("numpy", "pandas", "altair", "ipywidgets", "latexify-py", "vl-convert-python")
EPOCH = (2020, 1, 1, 0, 0, 0)  # the same sources give the same file, byte for byte


def wheel_name(root: Path) -> str:
    """Return the wheel's file name: project, version, any Python 3, any machine."""
    about = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return f"{re.sub(r'[-_.]+', '_', about['name'])}-{about['version']}-py3-none-any.whl"


def write_wheel(root: Path, folder: Path) -> Path:
    """Write the wheel into ``folder`` and return its path.

    Needs what it was tried with, or newer of the same major version.
    """
    about = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    target = folder / wheel_name(root)
    info = "-".join(target.name.split("-")[:2]) + ".dist-info"
    least = re.findall(r"^numpy==(\S+);", (root / "requirements.txt").read_text("utf-8"), re.M)
    oldest = {"numpy": least[0]} if least else {}  # of several, one for each Python, the first is the oldest
    needs = [f"Requires-Dist: {name}>={oldest.get(name) or version(name)}" for name in LIBRARIES]
    head = ["Metadata-Version: 2.1", f"Name: {about['name']}", f"Version: {about['version']}"]
    head += [f"Summary: {about['description']}", f"Requires-Python: {about['requires-python']}", *needs]
    # Whole: a chapter's cells, run in JupyterLab, import what the page has drawn already.
    sources = course_files(sorted((root / "src").glob("*/")), whole=True)
    files = {name: path.read_bytes() for name, path in sources.items()}
    files[f"coursekit/{SHIPPED}"] = course().shipped().encode()
    files |= {
        f"{info}/METADATA": ("\n".join(head) + "\n").encode(),
        f"{info}/WHEEL": b"Wheel-Version: 1.0\nGenerator: coursekit\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
        **{f"{info}/licenses/{name}": (root / name).read_bytes() for name in ("LICENSE", "LICENSE-TEXT")},
    }
    record = "".join(f"{name},sha256={_digest(data)},{len(data)}\n" for name, data in files.items())
    files[f"{info}/RECORD"] = f"{record}{info}/RECORD,,\n".encode()
    folder.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), data, zipfile.ZIP_DEFLATED)
    return target


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
