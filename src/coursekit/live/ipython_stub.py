"""The few names of IPython that notebooks and ipywidgets use, where there is no IPython."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.util import find_spec
from types import ModuleType
from typing import Any


def nowhere(value: object) -> None:
    """Show ``value`` where there is no page: print it."""
    print(repr(value))


def _unheard(_value: object) -> None:
    pass


# Takes an object to show; a session puts its own here for each run, an Output widget while code runs inside it.
showing: Callable[[object], None] = nowhere
# Takes clear_output's ``wait``.
clearing: Callable[[bool], None] = _unheard
# Takes an error that a widget's callback raised.
failing: Callable[[BaseException], None] = _unheard


def display(*values: object, **_options: object) -> None:
    """Show each of ``values`` as the last line of a cell would be shown."""
    for value in values:
        showing(value)


class Shown:
    """Text of one MIME type, shown as such.

    Parameters
    ----------
    data
        The text.
    """

    mime = "text/plain"

    def __init__(self, data: object = "", *_rest: object, **_options: object) -> None:
        self.data = data

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        return {self.mime: self.data, "text/plain": f"<{type(self).__name__}>"}


class HTML(Shown):
    """HTML, shown without its scripts."""

    mime = "text/html"


class Markdown(Shown):
    """Markdown."""

    mime = "text/markdown"


class SVG(Shown):
    """A drawing."""

    mime = "image/svg+xml"


class Latex(Shown):
    """A formula."""

    mime = "text/latex"


class JSON(Shown):
    """Plain data."""

    mime = "application/json"


def clear_output(wait: bool = False) -> None:
    """Drop what was shown inside an Output widget; a cell's own outputs go when it runs again."""
    clearing(wait)


def get_ipython() -> None:
    """Say that there is no IPython here."""


class InteractiveShell:
    """Only a name: there is never an instance of it here."""

    @staticmethod
    def initialized() -> bool:
        """Say that there is no shell."""
        return False


def stand_in() -> None:
    """Make ``import IPython`` and ``from IPython.display import display`` work; does nothing where IPython is."""
    if "IPython" in sys.modules or find_spec("IPython"):
        return
    parts: dict[str, dict[str, object]] = {
        "IPython": {"get_ipython": get_ipython, "version_info": (8, 0, 0), "__version__": "8.0.0"},
        "IPython.core": {},
        "IPython.core.getipython": {"get_ipython": get_ipython},
        "IPython.core.interactiveshell": {"InteractiveShell": InteractiveShell},
        "IPython.display": {
            shown.__name__: shown for shown in (display, HTML, Markdown, SVG, Latex, JSON, clear_output)
        },
    }
    for name, members in parts.items():
        module = ModuleType(name)
        module.__path__ = []
        vars(module).update(members)
        sys.modules[name] = module
        parent, _, child = name.rpartition(".")
        if parent:
            setattr(sys.modules[parent], child, module)
    vars(sys.modules["IPython"])["display"] = display
