"""The Sphinx extension: it turns the course's chapters, labs, exercises and questions into the site.

Each part is a module with its own ``setup``; this file only calls them, and names the course in the configuration.
"""

from __future__ import annotations

import importlib
import os
from typing import TYPE_CHECKING

from coursekit.course import course
from coursekit.quick_import import skip_iri_grammar

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

skip_iri_grammar()  # here for Sphinx and for the pages' kernels: both import this package before Altair

EDITIONS = ("self-study", "class")

# In this order: a later part may rely on what an earlier one has set up.
PARTS = (
    *(f"site.{part}" for part in ("toc", "run.execution", "manifest", "assets", "math")),
    *("directives.cites", "site.works_read", "site.theme_overrides"),
    *(f"directives.{part}" for part in ("questions", "review", "glossary", "overview", "exercise.exercises")),
    *(f"directives.{part}" for part in ("exercise.static_outputs", "exercise.cells")),
    *(f"directives.{part}" for part in ("lab_scripts", "labs", "calibration")),
    "notebook.notebooks",
    *(
        "directives.scene",
        "directives.work_summary",
        "directives.download_list",
        "directives.ledger",
        "directives.timeline",
        "directives.memo",
        "directives.reflection",
        "site.assignment_files",
        "site.receipt_schema",
        "directives.assign",
        "directives.desk",
        "directives.lesson",
        "slides.write",
    ),
    *(
        f"site.{part}"
        for part in (
            "description",
            "page_scripts",
            "style_sheets",
            "contents_list",
            "source_links",
            "progress_index",
            "data",
            "runtime",
            "offline",
            "search_index",
            "lms_files",
            "downloads",
        )
    ),
    "site.search_index",
)


def choose_edition(app: Sphinx, config: Config) -> None:
    """Let the environment's ``EDITION`` decide the edition, and refuse one that does not exist.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    config : Config
        The settings of the build.

    Raises
    ------
    ConfigError
        If the edition is not one of :data:`EDITIONS`.
    """
    from sphinx.errors import ConfigError

    edition = os.environ.get("EDITION") or config.coursekit_edition
    if edition not in EDITIONS:
        raise ConfigError(f"There is no edition {edition!r}. Right would be: {' or '.join(EDITIONS)}.")
    config.coursekit_edition = edition


def setup(app: Sphinx) -> dict[str, bool | str]:
    """Register every part of the extension, and its settings: by default as in the course's ``pyproject.toml``."""
    app.add_config_value("coursekit_labs", course().labs, "env")
    app.add_config_value("coursekit_exercises", course().exercises, "env")
    app.add_config_value("coursekit_edition", "self-study", "env")
    app.connect("config-inited", choose_edition, priority=10)
    for part in PARTS:
        importlib.import_module(f"{__name__}.{part}").setup(app)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": False}
