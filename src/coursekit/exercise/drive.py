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

from coursekit.exercise.driven import NotThere, leaves, named, plain_text, roots, state_for
from coursekit.live import captured, jupyter
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


def find_all(where: object, kind: type | str | None = None, label: str | None = None) -> list[Any]:
    """Return the widgets in ``where``, containers' children and what Outputs show included, in order.

    Parameters
    ----------
    where
        A widget, a list of widgets (such as :func:`built` returns), or what ``interact`` returned.
    kind
        A widget class or its name, such as ``"IntSlider"``; a base class finds its kinds too.
    label
        Its ``description``; case, blanks around it and a colon at its end do not matter.
    """
    wanted = kind.__name__ if isinstance(kind, type) else kind
    return [
        widget
        for widget in leaves(roots(where))
        if (wanted is None or any(base.__name__ == wanted for base in type(widget).__mro__))
        and (label is None or _alike(named(widget), label))
    ]


def find(where: object, kind: type | str | None = None, label: str | None = None) -> Any:
    """Return the one widget of that kind and label; see :func:`find_all`.

    Raises
    ------
    NotThere
        If there is none, or more than one.
    """
    found = find_all(where, kind, label)
    if len(found) == 1:
        return found[0]
    wanted = kind.__name__ if isinstance(kind, type) else kind or say("drive.any")
    what = f"`{wanted}`" if label is None else say("drive.labelled", kind=f"`{wanted}`", label=label)
    if found:
        raise NotThere(say("drive.several", n=len(found), what=what))
    has = ", ".join(dict.fromkeys(_told(widget) for widget in find_all(where))) or say("drive.no-widgets")
    raise NotThere(say("drive.none", what=what, has=has))


def set_value(widget: Any, value: object) -> None:
    """Move ``widget`` to ``value`` as a user would, so that what observes it is called.

    For a choice, ``value`` is the option's label or its value. Widgets linked in the page (``jslink``) follow.

    Raises
    ------
    NotThere
        If the widget is disabled, has no value, or can't be moved there.
    Exception
        What a callback of the learner's raised.
    """
    _usable(widget)
    with _listening(None):
        _send(widget, state_for(widget, value, _told(widget)))


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
        raise NotThere(say("drive.no-button", what=_told(button)))
    _usable(button)
    with _listening(None):
        button.click()


def printed(output: Any) -> str:
    """Return what was printed inside an Output widget, or all Outputs of ``output``."""
    return "".join(one["text"] for one in _outputs(output) if one["output_type"] == "stream")


def shown(output: Any) -> list[dict[str, Any]]:
    """Return what was displayed inside an Output widget, each as a dictionary of MIME types."""
    return [dict(one["data"]) for one in _outputs(output) if one["output_type"] in ("display_data", "execute_result")]


def charts(output: Any) -> list[dict[str, Any]]:
    """Return the Vega-Lite specs of the Altair charts displayed inside an Output widget."""
    return [form for data in shown(output) for mime, form in data.items() if "vegalite" in mime]


def text(widget: Any) -> str:
    """Return what an HTML, Label, Text … widget says, without tags; of an Output, all that it shows as text.

    Raises
    ------
    NotThere
        If the widget holds no text.
    """
    if hasattr(widget, "outputs"):
        return printed(widget) + "".join(str(data.get("text/plain", "")) for data in shown(widget))
    value = getattr(widget, "value", None)
    if not isinstance(value, str):
        raise NotThere(say("drive.no-text", what=_told(widget)))
    return plain_text(value) if "HTML" in type(widget).__name__ else value


def _outputs(where: Any) -> list[dict[str, Any]]:
    return [one for output in find_all(where, "Output") for one in output.outputs]


def _told(widget: Any) -> str:
    label = named(widget)
    kind = f"`{type(widget).__name__}`"
    return say("drive.labelled", kind=kind, label=label) if label else say("drive.unlabelled", kind=kind)


def _alike(mine: str, wanted: str) -> bool:
    def bare(label: str) -> str:
        return " ".join(label.split()).rstrip(": ").casefold()

    return bare(mine) == bare(wanted)


def _usable(widget: Any) -> None:
    if getattr(widget, "disabled", False):
        raise NotThere(say("drive.disabled", what=_told(widget)))


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
