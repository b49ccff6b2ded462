"""Each lab's compiled script into the site, written anew when something that it is made from has changed."""

from __future__ import annotations

import hashlib
import importlib
import json
import subprocess
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.errors import ExtensionError
from sphinx.util import logging

from coursekit.book.site.module_files import Places, files_of_module
from coursekit.book.site.run.outputs import hash_of_file, hash_of_tools
from coursekit.files import put
from coursekit.front_end import web_folder
from coursekit.lab.collection import modules_in
from coursekit.lab.compile.case_lab_script import case_lab_script
from coursekit.lab.compile.draws_script import packed_columns, taken_columns, unpacking_script
from coursekit.lab.compile.model_lab_script import model_lab_script
from coursekit.lab.declare import CaseLabSpec, ModelLabSpec
from coursekit.lab.declare.state import TABLES
from coursekit.node import node_command

if TYPE_CHECKING:
    from sphinx.application import Sphinx

    from coursekit.lab.declare import AnyLabSpec

log = logging.getLogger(__name__)


def find(package: str) -> dict[str, AnyLabSpec]:
    """Return the course's labs.

    Raises
    ------
    ExtensionError
        If a lab cannot be made: the message names its file and line, what is wrong and what would be right.
    """
    with faults_named(package):
        found: dict[str, AnyLabSpec] = importlib.import_module(package).labs()
    return found


@contextmanager
def faults_named(package: str) -> Iterator[None]:
    """Turn any error of a lab that is being made into one that names its file and line."""
    try:
        yield
    except Exception as error:
        folder = package.replace(".", "/")
        frames = [f for f in traceback.extract_tb(error.__traceback__) if folder in Path(f.filename).as_posix()]
        frames = [f for f in frames if Path(f.filename).name != "__init__.py"] or frames
        place = f"{frames[-1].filename}:{frames[-1].lineno}: " if frames else ""
        if isinstance(error, SyntaxError):
            place = f"{error.filename}:{error.lineno}: "
        kind = "" if isinstance(error, ValueError) else f"{type(error).__name__}: "
        raise ExtensionError(f"{place}{kind}{error}") from None


def parse_charts(web: Path, specs: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return Vega specifications as the runtime takes them, with the tables each wants, parsed in one run of Node.

    Parameters
    ----------
    web : Path
        The folder of the front end, with ``parse-charts.mjs`` in it.
    specs : list of dict
        Vega specifications.

    Returns
    -------
    list of dict
        For each ``spec``, parsed, and ``data``, the names of the tables that the page gives it.

    Raises
    ------
    ExtensionError
        If Node cannot parse one.
    """
    script = web / "parse-charts.mjs"
    done = subprocess.run(
        [*node_command(), script.name], cwd=web, input=json.dumps(specs).encode(), capture_output=True, check=False
    )
    if done.returncode:
        raise ExtensionError(f"{script} could not parse the labs' charts:\n{done.stderr.decode()}")
    return [
        {"spec": parsed, "data": [table["name"] for table in spec["data"] if table["name"] in TABLES]}
        for parsed, spec in zip(json.loads(done.stdout), specs, strict=True)
    ]


def write(app: Sphinx) -> None:
    """Write the script of every lab whose sources changed since it was last written."""
    package = app.config.coursekit_labs
    if app.builder.format != "html" or not package:
        return
    target = Path(app.outdir) / "_static" / "labs"
    web = web_folder(Path(app.srcdir))
    stamp, now = target / ".sources.json", _sources(app, web, package)
    before: dict[str, str] = json.loads(stamp.read_text("utf-8")) if stamp.is_file() else {}
    if before == now:
        return
    from coursekit.lab.charts.model_lab import for_page  # Altair is heavy, and most builds get no further than this

    stamp.unlink(missing_ok=True)  # if this build fails, the next writes them all
    found = find(package)
    labs = {name: lab for name, lab in found.items() if isinstance(lab, ModelLabSpec)}
    case_labs = {name: lab for name, lab in found.items() if isinstance(lab, CaseLabSpec)}
    outdated = {name for name in found if name not in now or before.get(name) != now[name]}
    log.info("compiling %d labs to JavaScript", len(outdated & labs.keys()))
    charts = {name: for_page(lab) for name, lab in labs.items() if name in outdated}
    parsed = iter(parse_charts(web, [spec for made in charts.values() for spec in made]) if charts else ())
    for name, made in charts.items():
        put(model_lab_script(labs[name], [next(parsed) for _ in made], package), target / f"{name}.js")
    for name in outdated & case_labs.keys():
        put(case_lab_script(case_labs[name], package), target / f"{name}.js")
    columns = packed_columns(labs.values())
    put(unpacking_script(columns), target / "draws.js")
    taken = {name: sorted(taken_columns(lab)) for name, lab in labs.items()}
    put(json.dumps({"labs": taken, "columns": columns}), target / ".draws.json")
    for old in target.glob("*.js"):
        if old.stem not in {*labs, *case_labs, "draws"}:
            old.unlink()
    put(json.dumps(now), stamp)


def _sources(app: Sphinx, web: Path, package: str) -> dict[str, str]:
    """Return a hash of what each lab's script is made from, by the lab's id, which its file is called by.

    That is the lab's module with all that it imports from the course; the course's tables, which code may read
    anywhere; coursekit, the libraries, and the parser of charts.
    """
    try:
        modules = modules_in(package)
    except Exception:
        return {"": app.config.coursekit_sources}  # `find` says what is wrong
    course, _, _ = package.partition(".")
    root = Path(importlib.import_module(course).__path__[0])
    tables = [path for path in sorted(root.rglob("*")) if path.is_file() and path.suffix not in (".py", ".pyc")]
    common = hashlib.sha256(f"{app.config.coursekit_code} {hash_of_tools()}".encode())
    for path in [web / "parse-charts.mjs", *tables]:
        common.update(f"{path.name} {hash_of_file(path)}\0".encode())
    found: dict[str, str] = {}
    known: Places = {}
    for name, module in modules.items():
        mixed = common.copy()
        for path in sorted(files_of_module(module, root.parent, known)):
            mixed.update(f"{path.relative_to(root.parent)} {hash_of_file(path)}\0".encode())
        found[name] = mixed.hexdigest()[:16]
    return found


def setup(app: Sphinx) -> None:
    """Register the step."""
    app.connect("builder-inited", write, priority=600)
