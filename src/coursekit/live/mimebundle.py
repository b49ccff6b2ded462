"""Turn an object into what a page can show: a dictionary of MIME types."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from coursekit.words import say

# The richest first; each is asked of an object as IPython would ask it.
METHODS = {
    "text/html": "_repr_html_",
    "text/markdown": "_repr_markdown_",
    "image/svg+xml": "_repr_svg_",
    "image/png": "_repr_png_",
    "application/json": "_repr_json_",
    "text/latex": "_repr_latex_",
}
# Characters of one output. A page with more would crawl.
LARGEST = 4_000_000


def mimebundle(value: object) -> dict[str, Any]:
    """Return every form of ``value`` that it offers, always with ``text/plain``.

    An object whose own method of showing itself fails is shown by its ``repr``; one whose ``repr`` fails, by its type.
    What can't cross to the page as JSON, or is larger than a page can show, is replaced by a sentence.
    """
    offered = _asked(value, "_repr_mimebundle_", include=None, exclude=None)
    if isinstance(offered, tuple):
        offered = offered[0]
    bundle: dict[str, Any] = dict(offered) if isinstance(offered, dict) else {}
    if not bundle:
        for mime, method in METHODS.items():
            form = _asked(value, method)
            if isinstance(form, tuple):
                form = form[0]
            if form is not None:
                bundle[mime] = form
    if "text/plain" not in bundle:
        bundle["text/plain"] = plain(value)
    return {mime: form for mime, form in bundle.items() if isinstance(mime, str) and _fits(form)} or {
        "text/plain": say("python.too-large", limit=f"{LARGEST:,}")
    }


def plain(value: object) -> str:
    """Return ``repr(value)``, cut where nobody reads on."""
    try:
        text = repr(value)
    except Exception as error:
        text = f"<{type(value).__name__}: {type(error).__name__} in its __repr__>"
    return text if len(text) <= LARGEST // 40 else f"{text[: LARGEST // 40]} …"


def _asked(value: object, method: str, **arguments: object) -> Any:
    """Return what the method gives, or ``None`` if there is none or it fails."""
    # Of the class, not the instance: an object that answers to every name has no such method.
    found: Callable[..., Any] | None = getattr(type(value), method, None)
    if found is None or isinstance(value, type):
        return None
    try:
        return found(value, **arguments)
    except TypeError:
        try:
            return found(value)
        except Exception:
            return None
    except Exception:
        return None


def _fits(form: object) -> bool:
    if isinstance(form, bytes):
        return False
    try:
        return len(form if isinstance(form, str) else json.dumps(form)) <= LARGEST
    except (TypeError, ValueError):
        return False
