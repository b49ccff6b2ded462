"""A book of a few lines, built with this course's directives and nothing else."""

import io

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

INTRO = ["---", "file_format: mystnb", "---", "", "# A chapter", "", "Text *before* it.", ""]


def build(folder, *pages, **settings):
    """Build a small book with our directives; return its folder."""
    for n, lines in enumerate(pages):
        (folder / ("index.md" if n == 0 else f"page{n}.md")).write_text("\n".join(lines) + "\n")
    settings = {
        "extensions": ["myst_nb", "coursekit.book.site.manifest", "coursekit.book.directives.questions"],
        "coursekit_edition": "self-study",
        "root_doc": "index",
        "exclude_patterns": ["_build"],
        "nb_execution_mode": "off",
        **settings,
    }
    edition = settings.pop("coursekit_edition")
    out = folder / "_build" / "html"
    with docutils_namespace():
        app = Sphinx(folder, None, out, out / "trees", "html", settings, io.StringIO(), io.StringIO(), freshenv=True)
        app.add_config_value("coursekit_edition", edition, "env")
        app.build()
    return out
