"""What assistive technology is given of a page: role, name, value and states of each part, from the browser's tree."""

from __future__ import annotations

import re
from typing import Any

from playwright.sync_api import CDPSession

# What Chromium calls a role where ARIA has a name of its own, or where a screen reader would say the kind of field.
SAID = {"ColorWell": "colour field", "Date": "date field", "InputTime": "time field", "DateTime": "date and time field"}
# States that are said; of the others one is told by its value (a slider's text, a page's address).
STATES = ("checked", "pressed", "expanded", "selected", "invalid", "disabled", "readonly", "required")
Node = dict[str, Any]


def text_of(node: Node, part: str) -> str:
    """The node's name, value, role or description; none is an empty text."""
    text = str(node.get(part, {}).get("value", "")).replace("\u200b", "").strip()
    return re.sub(r"\s*\n\s*", " ⏎ ", text)


def spoken_value(session: CDPSession, node: Node) -> str:
    """The text that a part asks to have spoken for its value: the tree that the protocol gives leaves it out."""
    part = session.send("DOM.resolveNode", {"backendNodeId": node["backendDOMNodeId"]})["object"]["objectId"]
    ask = {"functionDeclaration": "function () { return this.getAttribute('aria-valuetext') ?? ''; }"}
    return str(session.send("Runtime.callFunctionOn", {"objectId": part, **ask})["result"]["value"])


def line(session: CDPSession, node: Node) -> str:
    """What is said of one part: role, name, value, states, description.

    Parameters
    ----------
    session
        The browser's protocol, with the page that the node is of.
    node
        A node of the tree.
    """
    more = {one["name"]: one["value"].get("value") for one in node.get("properties", [])}
    role, name, value = (text_of(node, part) for part in ("role", "name", "value"))
    if role in ("slider", "progressbar"):
        value = f"{spoken_value(session, node) or value} ({more.get('valuemin')} to {more.get('valuemax')})"
    states = []
    for state in STATES:
        held = more.get(state)
        if held in (True, "true", "mixed"):
            states.append(state)
        elif held in (False, "false") and state in ("checked", "pressed", "expanded"):
            states.append(f"not {state}")
    parts = [SAID.get(role, role), f"“{name}”", f"= {value}" if value else "", ", ".join(states)]
    said = " ".join(part for part in parts if part)
    described = text_of(node, "description")
    return f"{said}; {described}" if described and described != name else said


def tree(session: CDPSession) -> list[Node]:
    """Every part of the page that assistive technology is given, in reading order."""
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    found: list[Node] = []

    def walk(node: Node) -> None:
        if not node.get("ignored"):
            found.append(node)
        for child in node.get("childIds", []):
            if child in by_id:
                walk(by_id[child])

    for node in nodes:
        if node.get("parentId") not in by_id:
            walk(node)
    return found
