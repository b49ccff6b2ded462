"""XML trees: what texts may hold, elements made in one call, documents as bytes."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return a text without the characters that XML 1.0 cannot hold, such as most control characters."""
    return ILLEGAL.sub("", text)


def sub(parent: ET.Element, tag: str, text: str | None = None, **attributes: str) -> ET.Element:
    """Append an element and return it.

    Parameters
    ----------
    parent : Element
        The element that it goes into.
    tag : str
        Its name.
    text : str, optional
        What it says.
    **attributes : str
        Its attributes; a trailing underscore is left out, for names that Python keeps to itself.

    Returns
    -------
    Element
        The new element.
    """
    made = ET.SubElement(parent, tag, {name.rstrip("_"): clean(value) for name, value in attributes.items()})
    if text is not None:
        made.text = clean(text)
    return made


def document(root: ET.Element) -> bytes:
    """Return an element as a document in UTF-8, with its declaration and a line break at the end."""
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"
