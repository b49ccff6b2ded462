"""What the driver of widgets (drive.py) needs to know of ipywidgets' kinds: their parts, names and front-end state."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from html.parser import HTMLParser
from typing import Any

from coursekit.words import say


class NotThere(AssertionError):
    """What a test wanted of the learner's widgets is not so; the message is for the learner."""


def roots(value: Any) -> list[Any]:
    """Return the widgets that ``value`` is or holds: a widget, a list of them, or what ``interact`` returned."""
    from ipywidgets import Widget

    if isinstance(value, Widget):
        return [value]
    if isinstance(value, list | tuple):
        return [root for one in value for root in roots(one)]
    held = getattr(value, "widget", None)
    return [held] if isinstance(held, Widget) else []


def leaves(widgets: list[Any]) -> Iterator[Any]:
    """Yield each widget and all that is inside it, once, outside before inside."""
    from ipywidgets.widgets.widget import _instances

    seen: set[int] = set()
    todo = list(widgets)
    while todo:
        widget = todo.pop(0)
        if id(widget) in seen:
            continue
        seen.add(id(widget))
        yield widget
        inside = list(getattr(widget, "children", ()))
        for output in getattr(widget, "outputs", ()):
            view = output.get("data", {}).get("application/vnd.jupyter.widget-view+json")
            found = _instances.get(view["model_id"]) if view else None
            inside += [found] if found is not None else []
        todo[:0] = inside


def named(widget: Any) -> str:
    """Return the label that a user sees on or beside ``widget``."""
    return str(getattr(widget, "description", "") or "")


def state_for(widget: Any, value: Any, what: str) -> dict[str, Any]:
    """Return the state that the front end sends when a user sets a widget to a value.

    Parameters
    ----------
    widget : ipywidgets.Widget
        The widget.
    value : Any
        The value; of a choice, the option's label or its value, of several choices a list of these.
    what : str
        How the message calls the widget.

    Returns
    -------
    dict
        ``index`` of a choice, else ``value``, in the front end's form.

    Raises
    ------
    NotThere
        If no user could do so.
    """
    if hasattr(widget, "index") and hasattr(widget, "_options_labels"):
        several = isinstance(widget.index, tuple)
        wanted = list(value) if several and isinstance(value, list | tuple) else [value]
        chosen = [_place(widget, one, what) for one in wanted]
        return {"index": chosen if several else chosen[0]}
    if "value" not in getattr(widget, "keys", ()):
        raise NotThere(say("drive.no-value", what=what))
    low, high = getattr(widget, "min", None), getattr(widget, "max", None)
    for part in value if isinstance(value, list | tuple) else [value]:
        try:
            outside = (low is not None and part < low) or (high is not None and part > high)
        except TypeError as error:
            raise NotThere(say("drive.refused", what=what, value=repr(value), error=error)) from None
        if outside:
            raise NotThere(say("drive.outside", what=what, low=low, high=high, value=repr(value)))
    trait = widget.traits()["value"]
    try:
        trait._validate(widget, value)
    except Exception as error:
        raise NotThere(say("drive.refused", what=what, value=repr(value), error=error)) from None
    to_json = widget.trait_metadata("value", "to_json", None)
    return {"value": to_json(value, widget) if to_json and isinstance(value, date | datetime | time) else value}


def _place(widget: Any, value: object, what: str) -> int:
    """Return where the option ``value``, a label or a value, stands."""
    labels = list(widget._options_labels)
    values = list(getattr(widget, "_options_values", labels))
    if isinstance(value, str) and value in labels:
        return labels.index(value)
    for place, one in enumerate(values):
        if (
            one is value
            or (type(one) is type(value) and one == value)
            or (isinstance(value, int | float) and one == value)
        ):
            return place
    raise NotThere(say("drive.no-option", what=what, value=repr(value), options=", ".join(labels)))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def plain_text(html: str) -> str:
    """Return the words of ``html``."""
    parser = _Words()
    parser.feed(html)
    parser.close()
    return "".join(parser.words)
