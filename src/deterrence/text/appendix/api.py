"""The functions that a reader may call, with their signatures and docstrings, read from the code."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from deterrence.model import GRAPHS
from deterrence.text.appendix.docstrings import described, marked, sections
from deterrence.text.appendix.html import Part, appendix, folded
from deterrence.text.appendix.places import FOLDER, address, page_of

QUANTITIES = {name: graph for graph in GRAPHS.values() for name in graph.functions}


def public(module: str) -> dict[str, Any]:
    """Return what a module offers: what its ``__all__`` lists, or else what it and its modules define, by name."""
    top = importlib.import_module(module)
    if hasattr(top, "__all__"):
        return {f"{module}.{name}": getattr(top, name) for name in top.__all__ if callable(getattr(top, name))}
    rooms = [module]
    if module.startswith("coursekit."):
        rooms += [room.name for room in pkgutil.walk_packages(top.__path__, f"{module}.")]
    return {
        f"{room}.{name}": thing
        for room in rooms
        for name, thing in vars(importlib.import_module(room)).items()
        if not name.startswith("_") and _is_own(thing, room)
    }


def _is_own(thing: Any, room: str) -> bool:
    made = inspect.isfunction(inspect.unwrap(thing)) if callable(thing) else False
    return (made or inspect.isclass(thing)) and getattr(thing, "__module__", "") == room


def functions_of(module: str, parts: Sequence[str] | None = None) -> Part:
    """Return the reference of one module: each function or class with its signature and what its docstring says.

    Parameters
    ----------
    module : str
        The module's name.
    parts : sequence of str, optional
        Pages of the model: of the module only the quantities that have their entries there; with no page, only what is
        no quantity.

    Returns
    -------
    Part
        The entries.
    """
    return appendix("".join(_entry(path, thing) for path, thing in _those_of(module, parts).items()))


def function_list(module: str, page: str, parts: Sequence[str] | None = None) -> Part:
    """Return a list of what :func:`functions_of` writes on another page, each linked to its entry there.

    Parameters
    ----------
    module : str
        The module's name.
    page : str
        The page that holds the entries, by its name in the folder ``api``.
    parts : sequence of str, optional
        As of :func:`functions_of`.

    Returns
    -------
    Part
        The list; an address of the time when all entries stood on its page arrives at the item.
    """
    items = "".join(
        f'<li id="api-{path}"><a href="api/{page}.html#api-{path}">'
        f"<code>{_breakable(escape(path.removeprefix(module + '.')))}</code></a>:"
        f" {marked(_lead(inspect.getdoc(thing) or ''))}</li>"
        for path, thing in _those_of(module, parts).items()
    )
    return appendix(f'<ul class="needs">{items}</ul>')


def _breakable(name: str) -> str:
    """Let a long dotted name go on in the next line, as a phone's screen may need, after any of its parts."""
    return re.sub(r"(?<=[._])", "<wbr>", name)


def _lead(doc: str) -> str:
    """Return the first paragraph of a docstring, on one line."""
    return " ".join(doc.partition("\n\n")[0].split())


def _those_of(module: str, parts: Sequence[str] | None) -> dict[str, Any]:
    """Return what a module offers, or the part of it that belongs to pages of the model, or to none."""
    places = {name: page_of(graph, name) for name, graph in QUANTITIES.items()}
    things = {path: (places.get(path.rpartition(".")[2]), thing) for path, thing in public(module).items()}
    return {
        path: thing
        for path, (place, thing) in things.items()
        if parts is None or (place in parts if parts else place is None)
    }


def _entry(path: str, thing: Any) -> str:
    name = path.rpartition(".")[2]
    lead = _entry_link(name) if name in QUANTITIES else ""
    doc = inspect.getdoc(thing) or ""
    first = sections(doc)[0][1]
    if name in QUANTITIES:  # eighty of a kind: the formula has its entry, so the list of arguments stays folded
        body = f"<p>{marked(' '.join(' '.join(first).split()))} {lead}</p>" + folded("Docstring", described(doc))
    else:
        body = described(doc)
    if inspect.isclass(thing):
        body += "".join(_method(path, *method) for method in methods(thing))
    return (
        f'<section class="entry" id="api-{path}"><h3><code>{escape(name)}</code></h3>'
        f'<pre tabindex="0"><code>{escape(signature(path, thing))}</code></pre>{body}</section>'
    )


def _entry_link(name: str) -> str:
    place = address(QUANTITIES[name], name, f"../{FOLDER}")
    return f'<a href="{place}" aria-label="Its entry in the model: {name}">Its entry in the model</a>'


def methods(thing: type) -> list[tuple[str, Callable[..., Any]]]:
    """Return a class's own public methods and properties that say what they do."""
    found: list[tuple[str, Callable[..., Any]]] = []
    for name, member in vars(thing).items():
        function = member.fget if isinstance(member, property) else getattr(member, "func", member)
        if not name.startswith("_") and inspect.isfunction(function) and function.__doc__:
            found.append((name, function))
    return found


def _method(path: str, name: str, function: Callable[..., Any]) -> str:
    return (
        f'<div class="method"><h4><code>{escape(signature(f"{path}.{name}", function))}</code></h4>'
        f"{described(function.__doc__ or '')}</div>"
    )


def signature(path: str, thing: Any) -> str:
    """Return how something is called, without annotations: types stand in the docstring.

    Parameters
    ----------
    path : str
        The full name, as ``deterrence.evidence.guarantees``.
    thing : Any
        The function or class.

    Returns
    -------
    str
        Name and arguments with their defaults, on a line each if they are many; the name alone where Python knows
        no signature.
    """
    name = path.rpartition(".")[2]
    try:
        given = inspect.signature(thing).parameters.values()
    except (TypeError, ValueError):
        return name
    bare = [p.replace(annotation=inspect.Parameter.empty) for p in given if p.name != "self"]
    text = str(inspect.Signature(bare))
    if len(name + text) <= 100:
        return name + text
    lines, star = [], False
    for p in bare:
        if p.kind is p.KEYWORD_ONLY and not star:
            lines.append("*")
            star = True
        lines.append(str(p))
    return f"{name}(\n" + "".join(f"    {line},\n" for line in lines) + ")"
