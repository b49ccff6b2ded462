"""Drive the widgets that a learner built, as a user would, for the tests of a widget exercise.

A test first has the widgets built (:func:`built`), finds one by kind and label (:func:`find`), moves it
(:func:`set_value`, :func:`click`), and reads what came (:func:`printed`, :func:`charts`, :func:`text`). What is not as
it should be fails the test with a sentence for the learner. It runs in the page's Python and in plain CPython alike.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import Any

from coursekit.exercise.helpers.find_widgets import NotThere, roots, state_for
from coursekit.exercise.helpers.widget_kinds import charts, find, find_all, printed, shown, text, told
from coursekit.live import output_widget as captured
from coursekit.live.ipython import stub as jupyter
from coursekit.words import say

__all__ = ["NotThere", "built", "charts", "click", "find", "find_all", "printed", "set_value", "shown", "text"]

captured.install()


def built(make: Callable[..., object], *args: object, **kwargs: object) -> list[Any]:
    """Call ``make`` and return the widgets that it returned or displayed.

    Parameters
    ----------
    make
        The learner's function.
    *args, **kwargs
        What it is called with.

    Raises
    ------
    NotThere
        If it neither returned nor displayed a widget.
    """
    displayed: list[object] = []
    with _listening(displayed.append):
        returned = make(*args, **kwargs)
    found = roots(returned) + [root for value in displayed for root in roots(value)]
    if not found:
        raise NotThere(say("drive.nothing", value=repr(returned)[:80]))
    return list({id(root): root for root in found}.values())


def set_value(widget: Any, value: object) -> None:
    """Move a widget to a value as a user would, so that what observes it is called.

    Widgets linked in the page (``jslink``) follow.

    Parameters
    ----------
    widget : ipywidgets.Widget
        The widget.
    value : object
        The value; of a choice, the option's label or its value.

    Raises
    ------
    NotThere
        If the widget is disabled, has no value, or can't be moved there.
    Exception
        What a callback of the learner's raised.
    """
    _usable(widget)
    with _listening(None):
        _send(widget, state_for(widget, value, told(widget)))


def click(button: Any) -> None:
    """Press ``button``, so that its callbacks are called.

    Raises
    ------
    NotThere
        If it is disabled, or no button.
    Exception
        What a callback of the learner's raised.
    """
    if not hasattr(button, "click"):
        raise NotThere(say("drive.no-button", what=told(button)))
    _usable(button)
    with _listening(None):
        button.click()


def _usable(widget: Any) -> None:
    if getattr(widget, "disabled", False):
        raise NotThere(say("drive.disabled", what=told(widget)))


def _send(widget: Any, state: dict[str, Any]) -> None:
    """Set ``state`` as from the front end, and do what the front end would do for links made there."""
    from ipywidgets.widgets.widget import _instances

    widget.set_state(state)
    for link in [one for one in _instances.values() if type(one).__name__ in ("Link", "DirectionalLink")]:
        ends = [(link.source, link.target)]
        if type(link).__name__ == "Link":
            ends.append((link.target, link.source))
        for (near, trait), (far, other) in ends:
            if near is widget and trait in state and far.get_state(other)[other] != state[trait]:
                _send(far, {other: state[trait]})


@contextmanager
def _listening(show: Callable[[object], None] | None) -> Iterator[None]:
    """Raise what the callbacks raise, as nothing else would tell a test of it; ``show`` takes what is displayed."""
    errors: list[BaseException] = []
    before = jupyter.failing, jupyter.showing, captured.witness
    jupyter.failing, captured.witness = errors.append, errors.append
    if show:
        jupyter.showing = show
    altair = sys.modules.get("altair")
    specs: AbstractContextManager[Any] = altair.renderers.enable("mimetype") if altair else nullcontext()
    try:
        with specs:
            yield
    finally:
        jupyter.failing, jupyter.showing, captured.witness = before
    if errors:
        raise errors[0]
