"""As much of IPython's shell as ipywidgets and ``IPython.display`` ask for, where there is none."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from typing import Any

from coursekit.live.ipython import stub as jupyter
from coursekit.live.mimebundle import mimebundle


class Shell:
    """What ``get_ipython`` gives to ipywidgets."""

    def __init__(self) -> None:
        self.display_formatter = self.display_pub = self.events = self

    def format(self, value: object, include: object = None, exclude: object = None) -> tuple[dict[str, Any], Any]:
        """Return every form of ``value``.

        Parameters
        ----------
        value : object
            What is to be shown.
        include, exclude : object
            Which forms are asked for; not used.

        Returns
        -------
        tuple of dict
            From each MIME type to the content; and metadata, always empty.
        """
        return mimebundle(value), {}

    def publish(self, data: Mapping[str, Any], metadata: object = None, **_rest: object) -> None:
        """Show something whose forms are known already.

        Parameters
        ----------
        data : mapping
            From each MIME type to the content.
        metadata : object
            Not used.
        **_rest : object
            What else Jupyter's publisher takes; not used.
        """
        jupyter.showing(jupyter.Bundle(dict(data)))

    def clear_output(self, wait: bool = False) -> None:
        """Drop what was shown."""
        jupyter.clearing(wait)

    def trigger(self, _event: str) -> None:
        """Do nothing: nobody waits for a cell's beginning or end."""

    def showtraceback(self, *_rest: object, **_options: object) -> None:
        """Show the error that is being handled.

        Parameters
        ----------
        *_rest, **_options : object
            What IPython takes here; not used.
        """
        error = sys.exc_info()[1]
        if error is not None:
            jupyter.failing(error)


SHELL = Shell()


def lend(shell: Any) -> None:
    """Have IPython's own ``display``, wherever it was imported, find our shell while code runs inside an Output."""
    initialized, instance = shell.initialized.__func__, shell.instance.__func__

    def inside() -> bool:
        return jupyter.showing is not jupyter.nowhere

    shell.initialized = classmethod(lambda cls: inside() or initialized(cls))
    shell.instance = classmethod(lambda cls, *args, **kw: SHELL if inside() else instance(cls, *args, **kw))
