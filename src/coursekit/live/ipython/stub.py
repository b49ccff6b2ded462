"""The names of IPython that notebooks, tutorials and ipywidgets use, where there is no IPython."""

from __future__ import annotations

import sys
from collections.abc import Callable
from importlib.util import find_spec
from itertools import count
from types import ModuleType
from typing import Any

from coursekit.live.ipython.display import CLASSES, NotHereError
from coursekit.words import say


def nowhere(value: object) -> None:
    """Show ``value`` where there is no page: print it."""
    print(repr(value.value if isinstance(value, Identified) else value))


def _unheard(_value: object) -> None:
    pass


# Takes an object to show; a session puts its own here for each run, an Output widget while code runs inside it.
showing: Callable[[object], None] = nowhere
# Takes clear_output's ``wait``.
clearing: Callable[[bool], None] = _unheard
# Takes an error that a widget's callback raised.
failing: Callable[[BaseException], None] = _unheard
_numbers = count(1)


class Identified:
    """An object to be shown under a name, by which it can be shown anew; ``update`` if this is such a time."""

    def __init__(self, value: object, name: str, update: bool = False) -> None:
        self.value, self.name, self.update = value, name, update


class Bundle:
    """Something whose forms are known already."""

    def __init__(self, data: dict[str, Any]) -> None:
        self._data = dict(data)

    def _repr_mimebundle_(self, include: object = None, exclude: object = None) -> dict[str, Any]:
        return self._data


class DisplayHandle:
    """What has been shown under a name, to be shown anew.

    Parameters
    ----------
    display_id
        The name; one is made up if none is given.
    """

    def __init__(self, display_id: str | None = None) -> None:
        self.display_id = display_id or f"display-{next(_numbers)}"

    def display(self, value: object, **options: Any) -> None:
        """Show ``value`` under this name.

        Parameters
        ----------
        value : object
            What is to be shown.
        **options : Any
            As for :func:`display`.
        """
        display(value, display_id=self.display_id, **options)

    def update(self, value: object, **options: Any) -> None:
        """Show ``value`` where this is shown already.

        Parameters
        ----------
        value : object
            What is to be seen from now on.
        **options : Any
            As for :func:`update_display`.
        """
        update_display(value, display_id=self.display_id, **options)

    def __repr__(self) -> str:
        return f"<DisplayHandle display_id={self.display_id}>"


def display(
    *values: Any, display_id: str | bool | None = None, clear: bool = False, raw: bool = False, **_options: object
) -> DisplayHandle | None:
    """Show each of ``values`` as the last line of a cell would be shown.

    Parameters
    ----------
    *values
        What is shown.
    display_id
        A name to show it anew by, or True for one that is made up; the handle for that is returned.
    clear
        Whether what was shown before goes first.
    raw
        Whether the values are dictionaries of MIME types.
    """
    if clear:
        clear_output(wait=True)
    handle = DisplayHandle(display_id if isinstance(display_id, str) else None) if display_id else None
    for value in values:
        form = Bundle(value) if raw else value
        showing(Identified(form, handle.display_id) if handle else form)
    return handle


def update_display(value: Any, *, display_id: str, raw: bool = False, **_options: object) -> None:
    """Show ``value`` where something is shown under ``display_id`` already.

    Parameters
    ----------
    value : Any
        What is to be seen from now on.
    display_id : str
        The name under which something was shown.
    raw : bool
        Whether ``value`` is a dictionary from MIME type to content already.
    **_options : object
        What else IPython takes here; not used.
    """
    showing(Identified(Bundle(value) if raw else value, display_id, update=True))


def publish_display_data(data: dict[str, Any], metadata: object = None, **_options: object) -> None:
    """Show a dictionary of MIME types.

    Parameters
    ----------
    data : dict
        From each MIME type to the content.
    metadata : object
        Not used.
    **_options : object
        What else IPython takes here; not used.
    """
    showing(Bundle(data))


def _displays(mime: str) -> Callable[..., None]:
    def shown(*values: Any, raw: bool = False, **_options: object) -> None:
        for value in values:
            showing(Bundle({mime: value, "text/plain": ""}) if raw else value)

    return shown


def clear_output(wait: bool = False) -> None:
    """Drop what was shown so far: now, or, with ``wait``, when something new comes."""
    clearing(wait)


class NoEvents:
    """A shell's events, of which there are none: nobody waits for a cell's beginning or end."""

    def trigger(self, *_event: object) -> None:
        """Do nothing; each message of a widget asks for it."""

    def register(self, *_event: object) -> None:
        """Do nothing: what never happens calls nobody."""

    unregister = register


class LearnersShell:
    """What ``get_ipython()`` gives: each of its commands is refused in a sentence."""

    events = NoEvents()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):
            raise AttributeError(name)

        def refuse(*args: object, **_options: object) -> None:
            key = "display.system" if name in ("system", "getoutput", "getoutput_split") else "display.magic"
            raise NotHereError(say(key, name=" ".join(map(str, args)) or name))

        return refuse


def get_ipython() -> LearnersShell:
    """Return a stand-in for IPython's shell."""
    return LearnersShell()


class InteractiveShell:
    """Only a name: there is never an instance of it here, but what a cell shows can be chosen by it."""

    __module__ = "IPython.core.interactiveshell"
    ast_node_interactivity = "last_expr"

    @staticmethod
    def initialized() -> bool:
        """Say that there is no shell."""
        return False


def set_matplotlib_formats(*_formats: str, **_options: object) -> None:
    """Refuse: there is no Matplotlib here.

    Parameters
    ----------
    *_formats, **_options : object
        What IPython takes here; not used.

    Raises
    ------
    NotHereError
        Always.
    """
    raise NotHereError(say("display.magic", name="set_matplotlib_formats"))


def stand_in() -> None:
    """Make ``import IPython`` and ``from IPython.display import display`` work; does nothing where IPython is."""
    if "IPython" in sys.modules or find_spec("IPython"):
        return
    mimes = {"html": "text/html", "markdown": "text/markdown", "svg": "image/svg+xml", "png": "image/png"}
    mimes |= {"jpeg": "image/jpeg", "latex": "text/latex", "json": "application/json", "pretty": "text/plain"}
    functions = (display, update_display, publish_display_data, clear_output, set_matplotlib_formats)
    names: dict[str, object] = {
        **CLASSES,
        **{one.__name__: one for one in functions},
        **{f"display_{name}": _displays(mime) for name, mime in mimes.items()},
        "DisplayHandle": DisplayHandle,
    }
    parts: dict[str, dict[str, object]] = {
        "IPython": {"get_ipython": get_ipython, "version_info": (8, 0, 0), "__version__": "8.0.0"},
        "IPython.core": {},
        "IPython.core.getipython": {"get_ipython": get_ipython},
        "IPython.core.interactiveshell": {"InteractiveShell": InteractiveShell},
        "IPython.display": names,
        "IPython.core.display": names,
        "IPython.core.display_functions": names,
    }
    for name, members in parts.items():
        module = ModuleType(name)
        module.__path__ = []
        vars(module).update(members)
        sys.modules[name] = module
        parent, _, child = name.rpartition(".")
        if parent:
            setattr(sys.modules[parent], child, module)
    vars(sys.modules["IPython"]).update({"display": display, "InteractiveShell": InteractiveShell})
