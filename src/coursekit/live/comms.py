"""Widgets' messages between this Python and the page, and which widgets belong to which cell.

Jupyter calls such a channel a *comm*: each widget, and each of its layout and style, has one. What crosses is JSON and,
beside it, binary buffers; ``web/src/widgets`` speaks the other end.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from coursekit.live.mimebundle import finite

Post = Callable[[str, list[bytes]], None]


def _nobody(_message: str, _buffers: list[bytes]) -> None:
    """Drop a message: there is no page to take it.

    Parameters
    ----------
    _message : str
        The message as JSON.
    _buffers : list of bytes
        Its binary parts.
    """


# Takes each message for the page; the worker puts its own here.
post: Post = _nobody
_silent = False
_owner = ""
_owned: dict[str, list[Any]] = {}


def install() -> None:
    """Have every widget that is made from now on open its comm to the page. Before ipywidgets is imported."""
    # There is one front end: what it sent need not come back to it.
    os.environ["JUPYTER_WIDGETS_ECHO"] = "0"
    import comm
    from comm.base_comm import BaseComm

    class PageComm(BaseComm):
        def publish_msg(
            self,
            msg_type: str,
            data: Any = None,
            metadata: Any = None,
            buffers: Any = None,
            **keys: Any,
        ) -> None:
            if not _silent:
                message = {"type": msg_type, "id": self.comm_id, "data": data or {}, "metadata": metadata or {}, **keys}
                post(_as_json(message), [bytes(buffer) for buffer in buffers or ()])

    comm.create_comm = PageComm
    from ipywidgets import Widget

    Widget.on_widget_constructed(_made)


def deliver(message: str, buffers: Sequence[Any] = ()) -> None:
    """Give a message of the page to the widget that it is for; a widget that is closed receives nothing.

    Parameters
    ----------
    message : str
        JSON: ``id`` of the widget's comm, and ``data``, as Jupyter's widget protocol has it.
    buffers : sequence of bytes-like
        The binary parts that belong to the message.

    Raises
    ------
    Exception
        What a callback of the widget raises.
    """
    global _owner
    from comm import get_comm_manager
    from ipywidgets.widgets.widget import _instances

    told: dict[str, Any] = json.loads(message)
    channel = get_comm_manager().comms.get(told["id"])
    if channel is None:
        return
    # What a callback makes belongs to the cell that made the widget.
    widget = _instances.get(told["id"])
    before, _owner = _owner, vars(widget).get("_owner_here", "") if widget is not None else ""
    try:
        content = {"comm_id": told["id"], "data": told["data"]}
        channel.handle_msg({"content": content, "metadata": {}, "buffers": [memoryview(one) for one in buffers]})
    finally:
        _owner = before


@contextmanager
def owned(owner: str) -> Iterator[None]:
    """Close the widgets that ``owner``, a cell, made before; those made now are its own."""
    global _owner
    close(owner)
    before, _owner = _owner, owner
    try:
        yield
    finally:
        _owner = before


@contextmanager
def unseen() -> Iterator[None]:
    """Keep widgets that are made meanwhile to this Python, and close them at the end: a check shows nothing."""
    global _silent
    before, _silent = _silent, True
    try:
        with owned("a check"):
            yield
    finally:
        close("a check")
        _silent = before


def close(owner: str) -> None:
    """Close every widget that ``owner`` made."""
    for widget in _owned.pop(owner, ()):
        widget.close()


def _made(widget: Any) -> None:
    vars(widget)["_owner_here"] = _owner
    _owned.setdefault(_owner, []).append(widget)


def _as_json(message: dict[str, Any]) -> str:
    try:
        return json.dumps(message, allow_nan=False)
    except ValueError:
        return json.dumps(finite(message))
