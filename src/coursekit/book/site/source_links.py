"""Links at the foot of each page, to the course's source and to where feedback goes, as ``_config.yml`` sets them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def source_links(source: str, feedback: str, environment: Mapping[str, str]) -> tuple[str, str]:
    """Return the addresses of the source and of the place for feedback; empty where none is known.

    Parameters
    ----------
    source, feedback : str
        As the settings have them.
    environment : mapping of str to str
        The build's environment: on GitHub it names the repository that the site is built from.
    """
    host, repository = environment.get("GITHUB_SERVER_URL"), environment.get("GITHUB_REPOSITORY")
    built_from = f"{host}/{repository}" if host and repository else ""
    issues = f"{built_from}/issues" if built_from and source in ("", built_from) else ""
    return source or built_from, feedback or issues


def add_links(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: object) -> None:
    """Give the page's template both addresses: where there is none, that of the page that says it in words.

    Parameters
    ----------
    app : Sphinx
        The running Sphinx application.
    pagename : str
        The page's path without its suffix, as ``chapters/presence``.
    templatename : str
        Not used.
    context : dict
        What the template is given; changed in place.
    doctree : nodes.document or None
        Not used.
    """
    config = app.config
    links = source_links(config.coursekit_source_link, config.coursekit_feedback_link, os.environ)
    about = config.coursekit_about
    page = "" if pagename == about else context["pathto"](about)
    words = f"{page}#source-and-feedback" if about in app.env.found_docs else ""
    context["coursekit_source"], context["coursekit_feedback"] = (link or words for link in links)


def setup(app: Sphinx) -> None:
    """Register the settings and the step."""
    for name in ("coursekit_source_link", "coursekit_feedback_link", "coursekit_about"):
        app.add_config_value(name, "", "html")
    app.connect("html-page-context", add_links, priority=800)
