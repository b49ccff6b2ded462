"""HTML from Jinja2 templates: what they are filled with is escaped, unless a template marks it as HTML (``| safe``).

A package keeps its templates in its folder ``templates``, named ``….html.jinja``. They say the catalog's sentences with
``say``.
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from coursekit.words import say

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

# A line break beside a tag is there for readers of the template. In the page it would be a space between two buttons.
LINE_BREAK = re.compile(r"(?<=[>}])\s*\n\s*|\s*\n\s*(?=[<{])")


@cache
def environment(package: str) -> Environment:
    """Return what reads and fills the templates of a package."""
    # In the page's Python only once something is drawn: it takes part of a second, and most code draws nothing.
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    folder = resources.files(package) / "templates"

    def read(name: str) -> tuple[str, str, None]:
        file = folder / name
        return LINE_BREAK.sub(_commented, file.read_text("utf-8")), str(file), None

    made = Environment(
        loader=FunctionLoader(read), autoescape=True, undefined=StrictUndefined, trim_blocks=True, auto_reload=False
    )
    made.globals["say"] = say
    return made


def _commented(line_break: re.Match[str]) -> str:
    """Return the line break as a comment of the template: not in the page, and lines in error messages still count."""
    lines = "\n" * line_break[0].count("\n")
    return f"{{#{lines}#}}"


def render(package: str, template: str, /, **values: object) -> Markup:
    """Return a template of a package, filled in.

    Parameters
    ----------
    package : str
        The package whose folder ``templates`` holds it.
    template : str
        Its name without ``.html.jinja``.
    **values : object
        What its names stand for. Text is escaped; Markup, as this returns it, is not.

    Returns
    -------
    Markup
        HTML: a string that another template takes as it is. Text that is added to it with ``+`` is escaped.

    Raises
    ------
    jinja2.UndefinedError
        If the template uses a name that has no value.
    """
    from markupsafe import Markup  # comes with Jinja2, and only then

    return Markup(environment(package).get_template(f"{template}.html.jinja").render(values))
