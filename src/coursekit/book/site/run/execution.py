"""Chapters run at build time, and run again when something that their cells have read has changed, and only then.

Before Sphinx reads any page, those whose outputs no longer hold are run, side by side; MyST-NB then finds each page's
outputs in a cache of the page's own.
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.book.site.run.outputs import Outputs, hash_of_cells, hash_of_tools
from coursekit.book.site.run.runs import CellFailed, Page, run_pages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sphinx.application import Sphinx
    from sphinx.config import Config
    from sphinx.environment import BuildEnvironment

# coursekit's packages that make pages or run in their cells.
OWN = ("book", "exercise", "html", "lab", "model", "words", "classroom")


def fingerprint(folders: Iterable[Path]) -> str:
    """Return a short hash of every file in the folders, by path and content."""
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted(f for f in folder.rglob("*") if f.is_file() and "__pycache__" not in f.parts):
            digest.update(file.relative_to(folder).as_posix().encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def _folder(package: str) -> list[Path]:
    """Return the folder of an importable package; none if it does not exist yet."""
    try:
        found = importlib.util.find_spec(package)
    except ModuleNotFoundError:
        return []
    return [Path(place) for place in (found.submodule_search_locations or ())] if found else []


def note_sources(app: Sphinx, config: Config) -> None:
    """Put hashes of the sources into the settings.

    ``coursekit_code`` is of coursekit alone: when it changes, Sphinx reads every page again. ``coursekit_sources`` is
    of the course's package too: labs' scripts are made from these.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    config : Config
        The settings of the build.
    """
    # Kernels inherit this: a lab then writes HTML for a page and no widget.
    os.environ["COURSEKIT_MOUNT"] = "page"
    course = config.coursekit_labs.partition(".")[0]
    config.coursekit_code = fingerprint(folder for name in OWN for folder in _folder(f"coursekit.{name}"))
    made = f"{config.coursekit_code} {fingerprint(_folder(course) if course else [])} {hash_of_tools()}"
    config.coursekit_sources = hashlib.sha256(made.encode()).hexdigest()[:16]


def outputs_of(app: Sphinx) -> Outputs:
    """Return the kept outputs of the course's pages; both editions have the same."""
    return Outputs(Path(app.srcdir) / "_build" / ".page_outputs", Path(app.srcdir))


def _states(env: BuildEnvironment) -> dict[str, str]:
    """Return which of its kept outputs each page shows: page → state. It is pickled with Sphinx's environment."""
    if not hasattr(env, "coursekit_states"):
        env.coursekit_states = {}  # type: ignore[attr-defined]
    found: dict[str, str] = env.coursekit_states  # type: ignore[attr-defined]
    return found


def notebook_of(env: BuildEnvironment, docname: str) -> Any | None:
    """Return a page as a notebook that has cells to run.

    Parameters
    ----------
    env : BuildEnvironment
        What Sphinx has read of all pages so far.
    docname : str
        The page's path without its suffix, as ``chapters/presence``.

    Returns
    -------
    NotebookNode or None
        None if the page has no code cell, or the settings say that none are run.
    """
    from myst_nb.core.read import create_nb_reader

    if env.mystnb_config.execution_mode != "cache":  # type: ignore[attr-defined]
        return None
    path = Path(env.doc2path(docname))
    text = path.read_text("utf-8")
    reader = create_nb_reader(str(path), env.myst_config, env.mystnb_config, text)  # type: ignore[attr-defined]
    notebook = reader.read(text) if reader else None
    return notebook if notebook and any(cell["cell_type"] == "code" for cell in notebook["cells"]) else None


def find_outdated(
    app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]
) -> list[str]:
    """Return the pages whose outputs no longer hold: Sphinx reads them again, though their text is what it was.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    env : BuildEnvironment
        What Sphinx has read of all pages so far.
    added, changed, removed : set of str
        The pages that are new, have another text, or are gone.

    Returns
    -------
    list of str
        Pages, besides these, to be read again.
    """
    outputs, found = outputs_of(app), []
    for docname, state in list(_states(env).items()):
        if docname in env.found_docs and docname not in added | changed:
            notebook = notebook_of(env, docname)
            place = outputs.find(docname, hash_of_cells(notebook)) if notebook else None
            if place is None or place.name != state:
                found.append(docname)
    return found


def run_outdated(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    """Run those of the pages about to be read whose outputs do not hold.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    env : BuildEnvironment
        What Sphinx has read of all pages so far.
    docnames : list of str
        The pages that Sphinx is about to read.

    Raises
    ------
    ExtensionError
        If a cell fails: every such cell, with its page and line.
    """
    from sphinx.errors import ExtensionError
    from sphinx.util import logging

    outputs, stale = outputs_of(app), []
    timeout = env.mystnb_config.execution_timeout  # type: ignore[attr-defined]
    for docname in docnames:
        notebook = notebook_of(env, docname)
        _states(env).pop(docname, None)
        if notebook is None:
            continue
        if place := outputs.find(docname, hash_of_cells(notebook)):
            os.utime(place)
            _states(env)[docname] = place.name
        else:
            stale.append(Page(docname, Path(env.doc2path(docname)), notebook, timeout))
    try:
        made = run_pages(stale, outputs, logging.getLogger(__name__).info)
    except CellFailed as fault:
        raise ExtensionError(str(fault)) from None
    _states(env).update({docname: place.name for docname, place in made.items()})


def cache_of(app: Sphinx, docname: str) -> Path:
    """Return the cache, as MyST-NB reads it, that has the outputs which a page shows.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    docname : str
        The page's path without its suffix, as ``chapters/presence``.

    Returns
    -------
    Path
        A folder; one that does not exist if the page has no outputs.
    """
    return outputs_of(app).folder / docname.replace("/", "--") / _states(app.env).get(docname, "none")


def point_to_outputs(app: Sphinx, docname: str, source: list[str]) -> None:
    """Let MyST-NB look for a page's outputs among those of the page.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    docname : str
        The page's path without its suffix, as ``chapters/presence``.
    source : list of str
        The page's text, as Sphinx gives it to all who may change it; not used.
    """
    if docname in _states(app.env):
        place = str(cache_of(app, docname))
        config = app.env.mystnb_config.copy(execution_cache_path=place)  # type: ignore[attr-defined]
        app.env.mystnb_config = config  # type: ignore[attr-defined]


def forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """Drop what is known of a page that is no longer in the book.

    Parameters
    ----------
    app : Sphinx
        Not used.
    env : BuildEnvironment
        What Sphinx has read of all pages so far.
    docname : str
        The page's path without its suffix, as ``chapters/presence``.
    """
    if docname not in env.found_docs:
        _states(env).pop(docname, None)


def setup(app: Sphinx) -> None:
    """Register the steps."""
    app.add_config_value("coursekit_code", "", "env")
    app.add_config_value("coursekit_sources", "", "")
    app.connect("config-inited", note_sources, priority=20)
    app.connect("env-get-outdated", find_outdated)
    app.connect("env-before-read-docs", run_outdated)
    app.connect("source-read", point_to_outputs)
    app.connect("env-purge-doc", forget)
