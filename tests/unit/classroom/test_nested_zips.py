"""ZIPs inside of a ZIP: page and command line find the same files in them, and open none beyond the bounds."""

from __future__ import annotations

import base64
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from desk_in_node import ask
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.classroom.grading.marking.feed import Marking
from coursekit.classroom.grading.marking.hand_in_queue import HandInQueue
from coursekit.classroom.grading.nested_zips import MAX_NESTED_BYTES
from coursekit.classroom.grading.results import Results
from coursekit.classroom.grading.submissions import HandIn, found
from coursekit.words import say

MOST = {"desk.zip-deep": 3, "desk.zip-much-inside": 20, "desk.zip-many-inside": 20_000}
NAMES = st.text(st.characters(codec="ascii", categories=["Ll", "Nd"]), min_size=1, max_size=5)
Tree = dict[str, Any]  # of a ZIP: bytes by the names of files, a tree by those of ZIPs
TREES: Any = st.recursive(
    st.dictionaries(NAMES.map(lambda name: f"{name}.json"), st.binary(min_size=1, max_size=40), min_size=1, max_size=3),
    lambda inner: st.dictionaries(NAMES.map(lambda name: f"{name}.zip"), inner, min_size=1, max_size=3),
    max_leaves=6,
)


def packed(tree: Tree, how: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", how) as archive:
        for name, content in tree.items():
            archive.writestr(name, packed(content, how) if isinstance(content, dict) else content)
    return held.getvalue()


def flat(tree: Tree, name: str, depth: int = 1) -> dict[str, bytes | None]:
    """The files of a tree by their whole names; None for a ZIP that lies too deep."""
    all_: dict[str, bytes | None] = {}
    for inner, content in tree.items():
        if not isinstance(content, dict):
            all_[f"{name}/{inner}"] = content
        elif depth == 3:
            all_[f"{name}/{inner}"] = None
        else:
            all_ |= flat(content, f"{name}/{inner}", depth + 1)
    return all_


def in_page(content: bytes) -> dict[str, bytes | str]:
    """What the desk's page finds: bytes, or the sentence that refuses a file (Node has only the key of it)."""
    got = ask("inZip", "class.zip", base64.b64encode(content).decode())
    return {
        one["name"]: say(one["why"], most=MOST.get(one["why"])) if "why" in one else base64.b64decode(one["bytes"])
        for one in got
    }


def unzipped(one: HandIn) -> bytes | str:
    """What the command line hands to the desk, or why it does not."""
    if one.refused:
        return one.refused
    with zipfile.ZipFile(io.BytesIO(one.content)) as archive:
        [name] = archive.namelist()
        return archive.read(name)


def on_disk(folder: Path, content: bytes) -> dict[str, bytes | str]:
    (folder / "class.zip").write_bytes(content)
    return {one.file: unzipped(one) for one in found(folder)}


@settings(max_examples=30, deadline=None)
@given(TREES, st.sampled_from([zipfile.ZIP_DEFLATED, zipfile.ZIP_STORED]))
def test_page_and_command_line_find_every_file_down_to_the_third_zip(
    tmp_path_factory: pytest.TempPathFactory, tree: Tree, how: int
) -> None:
    content = packed(tree, how)
    page, disk = in_page(content), on_disk(tmp_path_factory.mktemp("in"), content)
    assert page == disk
    wanted = flat(tree, "class.zip")
    assert page.keys() == wanted.keys()
    for name, held in wanted.items():
        assert page[name] == held if held is not None else "unpack the outer ones" in str(page[name])


GOOD = {"anna.json": b"{}"}
BROKEN = packed(GOOD)
CASES: dict[str, tuple[Tree, str]] = {
    "bomb": ({"x.zip": b"PK\3\4" + bytes(15_000_000)}, "unpacks to far more"),
    "large": ({"x.zip": b"PK\3\4" + bytes(MAX_NESTED_BYTES)}, "more than 20 MB together"),
    "cut": ({"x.zip": BROKEN[:-30]}, "damaged"),
    "empty": ({"x.zip": packed({})}, "holds no files"),
    "many": ({"x.zip": {f"{n}.json": b"" for n in range(19_999)}}, "more than 20000 entries"),
}


@pytest.mark.parametrize("case", CASES)
def test_what_cannot_be_opened_is_one_file_refused_in_one_sentence_and_the_others_are_read(
    tmp_path: Path, case: str
) -> None:
    tree, reason = CASES[case]
    content = packed({**tree, "y.zip": GOOD})
    page = in_page(content)
    assert page == on_disk(tmp_path, content)
    assert page.keys() == {"class.zip/x.zip", "class.zip/y.zip/anna.json"}
    assert reason in str(page["class.zip/x.zip"])
    assert page["class.zip/y.zip/anna.json"] == b"{}"


def test_many_zips_share_the_bounds_of_one(tmp_path: Path) -> None:
    noise = {"a.bin": bytes(range(256)) * 4, "b.json": b"{}" * 3_000_000}
    content = packed({f"{n}.zip": packed(noise, zipfile.ZIP_STORED) for n in range(5)}, zipfile.ZIP_STORED)
    page = in_page(content)
    (tmp_path / "class.zip").write_bytes(content)
    assert list(page) == [one.file for one in found(tmp_path)]
    opened = {name.split("/")[1] for name in page if name.endswith("b.json")}
    assert opened == {"0.zip", "1.zip", "2.zip"}


def test_a_refused_zip_is_a_row_of_its_own_and_does_not_end_the_run(tmp_path: Path) -> None:
    """The desk marks what it gets; of a stream that begins with refused files nothing is lost."""

    class Desk:
        name = "one"

        def __init__(self) -> None:
            self.held: list[str] = []

        def start(self) -> None: ...

        def add(self, files: list[HandIn], earlier: dict[str, Any]) -> list[int]:
            assert not any(one.refused for one in files)
            self.held += [one.file for one in files]
            return [1] * len(files)

        def next(self, most: int, wait_s: float) -> list[dict[str, Any]]:
            got, self.held = self.held[:most], self.held[most:]
            return [{"file": file, "status": "read", "notes": []} for file in got]

    class Progress:
        def step(self) -> None: ...

    (tmp_path / "in").mkdir()
    tree = {f"{n:02}.zip": packed({}) for n in range(20)} | {"z.zip": GOOD, "zz.zip": BROKEN[:-30]}
    (tmp_path / "in" / "class.zip").write_bytes(packed(tree))
    results = Results(tmp_path / "results.jsonl", "k")
    every = list(found(tmp_path / "in"))
    queue = HandInQueue(iter(every), results, Progress())  # type: ignore[arg-type]
    Marking(Desk(), queue, print).run()  # type: ignore[arg-type]
    rows = {one.file: row for one, row in zip(every, results.read([one.id for one in every]), strict=True)}
    results.close()
    assert rows.keys() == {f"class.zip/{n:02}.zip" for n in range(20)} | {
        "class.zip/z.zip/anna.json",
        "class.zip/zz.zip",
    }
    assert rows["class.zip/z.zip/anna.json"]["status"] == "read"
    assert {one["status"] for file, one in rows.items() if "anna" not in file} == {"malformed"}
    assert json.dumps(rows["class.zip/zz.zip"]["notes"]).count("damaged") == 1
