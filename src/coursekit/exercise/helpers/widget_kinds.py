"""Finding the widgets that a learner built, and reading what they show; drive.py has the rest."""

from __future__ import annotations

from typing import Any

from coursekit.exercise.helpers.find_widgets import NotThere, leaves, named, plain_text, roots
from coursekit.words import say


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
    """Return the one widget of some kind and label.

    Parameters
    ----------
    where : object
        Where to look: a widget, a list of them, or what the learner's function returned and displayed; see
        :func:`find_all`.
    kind : type or str, optional
        The class of the widget, or its name; by default any.
    label : str, optional
        The label that a user sees; by default any.

    Returns
    -------
    ipywidgets.Widget
        The widget.

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
    has = ", ".join(dict.fromkeys(told(widget) for widget in find_all(where))) or say("drive.no-widgets")
    raise NotThere(say("drive.none", what=what, has=has))


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
        raise NotThere(say("drive.no-text", what=told(widget)))
    return plain_text(value) if "HTML" in type(widget).__name__ else value


def _outputs(where: Any) -> list[dict[str, Any]]:
    return [one for output in find_all(where, "Output") for one in output.outputs]


def told(widget: Any) -> str:
    """Return how a sentence calls the widget: its kind and its label."""
    label = named(widget)
    kind = f"`{type(widget).__name__}`"
    return say("drive.labelled", kind=kind, label=label) if label else say("drive.unlabelled", kind=kind)


def _alike(mine: str, wanted: str) -> bool:
    def bare(label: str) -> str:
        return " ".join(label.split()).rstrip(": ").casefold()

    return bare(mine) == bare(wanted)
