"""Turn an object into what a page can show: a dictionary of MIME types."""

from __future__ import annotations

import base64
import inspect
import json
from collections.abc import Callable
from typing import Any

from coursekit.words import say

# MIME types and the methods that give them, the richest first; each is called as IPython would call it.
METHODS = {
    "text/html": "_repr_html_",
    "text/markdown": "_repr_markdown_",
    "image/svg+xml": "_repr_svg_",
    "image/png": "_repr_png_",
    "image/jpeg": "_repr_jpeg_",
    "application/json": "_repr_json_",
    "text/latex": "_repr_latex_",
}
# The most characters that one output may have: with more, a page becomes slow.
LARGEST = 4_000_000


def mimebundle(value: object) -> dict[str, Any]:
    """Return every form of ``value`` that it offers, always with ``text/plain``.

    Bytes of a picture are given as Base64, as Jupyter does; what is larger than a page can show is replaced by a
    sentence.

    Raises
    ------
    Exception
        What the object's own way of showing itself raises: that is an error of whoever shows it.
    TypeError
        If a form is not what can cross to the page: text, or what JSON knows.
    """
    offered = _first(_asked(value, "_repr_mimebundle_", include=None, exclude=None))
    bundle: dict[str, Any] = dict(offered) if isinstance(offered, dict) else {}
    if not bundle:
        for mime, method in METHODS.items():
            form = _first(_asked(value, method))
            if form is not None:
                bundle[mime] = form
    if "text/plain" not in bundle:
        bundle["text/plain"] = plain(value)
    forms = {mime: _crossing(mime, form) for mime, form in bundle.items() if isinstance(mime, str)}
    return {mime: form for mime, form in forms.items() if _fits(form)} or {
        "text/plain": say("python.too-large", limit=f"{LARGEST:,}")
    }


def plain(value: object) -> str:
    """Return ``repr(value)``, cut where nobody reads on."""
    text = repr(value)
    return text if len(text) <= LARGEST // 40 else f"{text[: LARGEST // 40]} …"


def finite(value: Any) -> Any:
    """Return ``value`` with what JSON has no word for, NaN and infinity, as ``None``."""
    if isinstance(value, float):
        return value if value - value == 0 else None
    if isinstance(value, dict):
        return {key: finite(one) for key, one in value.items()}
    return [finite(one) for one in value] if isinstance(value, list | tuple) else value


def _first(form: Any) -> Any:
    """Return the form alone where a method gives it with its metadata."""
    return form[0] if isinstance(form, tuple) and form else form


def _asked(value: object, method: str, **arguments: object) -> Any:
    """Return what the method gives, or ``None`` if there is none."""
    # Of the class, not the instance: an object that answers to every name has no such method.
    found: Callable[..., Any] | None = getattr(type(value), method, None)
    if found is None or isinstance(value, type):
        return None
    if arguments and not _takes(found, arguments):
        return found(value)
    return found(value, **arguments)


def _takes(method: Callable[..., Any], arguments: dict[str, object]) -> bool:
    try:
        inspect.signature(method).bind(None, **arguments)
    except (TypeError, ValueError):
        return False
    return True


def _crossing(mime: str, form: Any) -> Any:
    """Return ``form`` as it crosses to the page."""
    if isinstance(form, bytes | bytearray | memoryview):
        if not mime.startswith("image/"):
            raise TypeError(say("display.bytes", mime=mime))
        return base64.b64encode(form).decode() if mime != "image/svg+xml" else bytes(form).decode("utf-8", "replace")
    if isinstance(form, str):
        return form
    try:
        json.dumps(form, allow_nan=False)
    except ValueError:
        return finite(form)
    except TypeError as error:
        raise TypeError(say("display.no-json", mime=mime, error=error)) from None
    return form


def _fits(form: object) -> bool:
    return len(form if isinstance(form, str) else json.dumps(form)) <= LARGEST
