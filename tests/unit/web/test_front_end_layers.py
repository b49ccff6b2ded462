"""What in the front end may import what: no circle, layers from the page down, and a protocol that imports nothing."""

from __future__ import annotations

import posixpath
import re
from graphlib import TopologicalSorter

from paths import ROOT

SOURCE = ROOT / "web" / "src"
IMPORT = re.compile(r"""(?:\bfrom|\bimport)\s*\(?\s*"(\.[^"]+)\"""")

# From the top down. What stands in a layer may import from the layers below it and from itself; parts beside each other
# know nothing of each other.
LAYERS: tuple[tuple[str, ...], ...] = (
    ("page.ts",),
    ("desk", "work", "summary", "lesson", "slides", "scorm", "downloads", "assignment/panel", "assignment/editor"),
    ("receipt",),
    ("progress",),
    ("assignment",),
    ("answers",),
    ("exercise", "memo", "chart", "question", "reflection", "review", "scene", "ledger", "timeline"),
    ("cell", "lab", "prediction", "print"),
    ("code",),
    ("outputs",),
    ("widgets",),
    ("python",),
    ("offline", "worker"),
    ("python/start_failure.ts",),
    ("python/protocol.ts", "python/messages.ts"),
    ("frame", "varying"),
    ("shared",),
)
PARTS = {part: depth for depth, layer in enumerate(LAYERS) for part in layer}


def files() -> dict[str, list[str]]:
    """Every file of the front end → the files that it imports, for their types alone or not."""
    names = {path.relative_to(SOURCE).as_posix() for path in SOURCE.rglob("*.ts")}
    graph = {}
    for name in sorted(names):
        text = (SOURCE / name).read_text("utf-8")
        paths = [posixpath.normpath(posixpath.join(posixpath.dirname(name), path)) for path in IMPORT.findall(text)]
        found = [{path, f"{path}.ts", f"{path}.d.ts", f"{path}/index.ts"} & names for path in paths]
        graph[name] = sorted(one for some in found for one in some)
    return graph


def part(name: str) -> str:
    """The longest of the parts above that a file belongs to."""
    of = [one for one in PARTS if name == one or name.startswith(f"{one}/")]
    assert of, f"{name} belongs to no part of the front end: give its folder a place in LAYERS"
    return max(of, key=len)


GRAPH = files()


def test_the_imports_are_found() -> None:
    """What follows would hold of an empty graph too."""
    assert "python/protocol.ts" in GRAPH["python/client.ts"]
    assert sum(map(len, GRAPH.values())) > 300


def test_there_is_no_circle_of_imports() -> None:
    TopologicalSorter(GRAPH).prepare()


def test_the_protocol_imports_nothing() -> None:
    assert IMPORT.findall((SOURCE / "python" / "protocol.ts").read_text("utf-8")) == []


def test_every_file_imports_from_below_only() -> None:
    wrong = [
        f"{name} ({part(name)}) may not import {other}"
        for name, others in GRAPH.items()
        for other in others
        if part(other) != part(name) and PARTS[part(other)] <= PARTS[part(name)]
    ]
    assert wrong == []


def test_no_folder_holds_more_than_fifteen_files() -> None:
    folders = {path.parent for path in SOURCE.rglob("*.ts")}
    counts = {
        folder.relative_to(SOURCE).as_posix(): sum(path.is_file() for path in folder.iterdir()) for folder in folders
    }
    assert {folder: count for folder, count in counts.items() if count > 15} == {}


def test_no_file_is_longer_than_200_lines() -> None:
    lengths = {name: len((SOURCE / name).read_text("utf-8").splitlines()) for name in GRAPH}
    assert {name: length for name, length in lengths.items() if length > 200} == {}
