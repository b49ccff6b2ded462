"""A hand-in that is a notebook and was changed in Jupyter: what its cells say is found, and said, whatever was done."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import pytest
from page_modules import node

from coursekit.words import catalog

CODES = {"one": "x = 1\n", "two": "def f():\n    return 2\n", "three": "z = 3"}
WORDS = catalog()
BODY = """
  addSentences(given.words);
  if (given.make) return makeNotebook({ ...given.receipt, format: FORMAT }, undefined);
  const book = given.book;
  const read = readHandIn(new TextEncoder().encode(JSON.stringify(book)), given.edited);
  const codes = Object.fromEntries([...read.exercises].map(([id, one]) => [id, one.code]));
  return { codes, flags: read.flags, ...(given.essays && { texts: Object.fromEntries(read.texts) }) };
"""
RECEIPT = {
    **{"version": 1, "course": {"title": "C", "build": "b", "edition": "self-study"}},
    **{"assignment": None, "alias": "ann", "saved": "2026-11-20T10:00:00Z", "seed": None},
    "work": {
        f"exercise/{id}": {"code": code, "starter": "", "version": "0" * 12, "passed": True, "hints": 0, "runs": []}
        for id, code in CODES.items()
    },
}


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    imports = {
        "receipt/notebook": "makeNotebook",
        "desk/files/submission": "readHandIn",
        "receipt/format": "FORMAT",
        "shared/words": "addSentences",
    }
    ask = node(tmp_path_factory.mktemp("cells"), imports, BODY)
    return lambda given: ask({**given, "words": WORDS})


@pytest.fixture(scope="module")
def saved(desk: Callable[[Any], Any]) -> dict[str, Any]:
    """The notebook as the page saves it."""
    return desk({"make": True, "receipt": RECEIPT})


def code_cells(book: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in book["cells"] if cell["cell_type"] == "code"]


def bare(book: dict[str, Any], *parts: str) -> None:
    """Leave parts out of each cell, as other editors do."""
    for cell in book["cells"]:
        if "metadata" in parts:
            cell["metadata"] = {}
        if "id" in parts:
            del cell["id"]


def edit(book: dict[str, Any]) -> None:
    code_cells(book)[1]["source"] = "def f():\n    return 22\n"


def reorder(book: dict[str, Any]) -> None:
    edit(book)
    book["cells"].reverse()


def older(book: dict[str, Any]) -> None:
    """A notebook saved before cells said whose they are; reordered too."""
    bare(book, "metadata")
    reorder(book)


def nameless(book: dict[str, Any]) -> None:
    bare(book, "metadata", "id")
    edit(book)


def double(book: dict[str, Any]) -> None:
    twin = {**deepcopy(code_cells(book)[1]), "id": "twin", "source": ["def f():\n", "    return 22\n"]}
    book["cells"].append(twin)


@pytest.mark.parametrize("change", [edit, reorder, older, nameless, double])
def test_an_edited_cell_is_flagged_and_what_the_instructor_chose_is_taken(desk, saved, change) -> None:
    book = deepcopy(saved)
    change(book)
    found = desk({"book": book, "edited": "cells"})
    assert found["codes"] == {**CODES, "two": "def f():\n    return 22\n"}
    assert [flag.split(":")[0] for flag in found["flags"]] == ["two"]
    kept = desk({"book": book, "edited": "receipt"})
    assert kept["codes"] == CODES
    assert len(kept["flags"]) == 1
    assert kept["flags"] != found["flags"], "what was graded is said"


def untouched(book: dict[str, Any]) -> None:
    pass


def run(book: dict[str, Any]) -> None:
    for n, cell in enumerate(code_cells(book)):
        cell |= {"execution_count": n, "outputs": [{"output_type": "stream", "name": "stdout", "text": ["1\n"]}]}


def blanks(book: dict[str, Any]) -> None:
    for cell in code_cells(book):
        cell["source"] = "".join(cell["source"]).replace("\n", "  \r\n") + "\n\n"


@pytest.mark.parametrize("change", [untouched, run, blanks])
def test_what_changes_no_code_is_not_flagged(desk, saved, change) -> None:
    book = deepcopy(saved)
    change(book)
    assert desk({"book": book}) == {"codes": CODES, "flags": []}


def test_a_cell_that_is_gone_is_said_and_the_receipts_code_stands(desk, saved) -> None:
    book = deepcopy(saved)
    book["cells"].remove(code_cells(book)[1])
    found = desk({"book": book})
    assert found["codes"] == CODES
    assert [flag.split(":")[0] for flag in found["flags"]] == ["two"]


def test_a_receipt_that_was_edited_differs_from_its_cells_too(desk, saved) -> None:
    book = json.loads(json.dumps(saved))
    name = next(name for name in book["metadata"] if name not in ("kernelspec", "language_info"))
    book["metadata"][name]["work"]["exercise/two"]["code"] = "def f():\n    return 22\n"
    found = desk({"book": book})
    assert found["codes"] == CODES
    assert [flag.split(":")[0] for flag in found["flags"]] == ["two"]


ESSAYS = {"first": "One.\n\n## Not a heading of ours\n\nTwo.", "second": "Another essay."}


@pytest.fixture(scope="module")
def essays(desk: Callable[[Any], Any]) -> dict[str, Any]:
    """A notebook with essays between its exercises."""
    texts = {f"reflection/{id}": {"text": text, "at": "2026-11-20T10:00:00Z"} for id, text in ESSAYS.items()}
    first, *others = RECEIPT["work"].items()
    return desk({"make": True, "receipt": {**RECEIPT, "work": dict([first, *texts.items(), *others])}})


def essay_cells(book: dict[str, Any]) -> list[dict[str, Any]]:
    return [cell for cell in book["cells"] if any(text in "".join(cell["source"]) for text in ESSAYS.values())]


@pytest.mark.parametrize("parts", [(), ("metadata",)], ids=["as saved", "without metadata"])
@pytest.mark.parametrize("text", ["## Essay: second\n\nCorrected.", "Corrected.", ["Corr", "ected."]])
def test_an_edited_essay_is_flagged_and_what_the_instructor_chose_is_taken(desk, essays, parts, text) -> None:
    book = deepcopy(essays)
    essay_cells(book)[1]["source"] = text
    bare(book, *parts)
    found = desk({"book": book, "edited": "cells", "essays": True})
    assert found["texts"] == {"reflection/first": ESSAYS["first"], "reflection/second": "Corrected."}
    assert [flag.split(":")[0] for flag in found["flags"]] == ["second"]
    kept = desk({"book": book, "edited": "receipt", "essays": True})
    assert kept["texts"] == {f"reflection/{id}": text for id, text in ESSAYS.items()}
    assert len(kept["flags"]) == 1 and kept["flags"] != found["flags"], "which text is taken is said"


@pytest.mark.parametrize("parts", [(), ("metadata",), ("id",), ("metadata", "id")], ids=str)
def test_an_essay_that_says_what_was_saved_is_not_flagged(desk, essays, parts) -> None:
    book = deepcopy(essays)
    for cell in essay_cells(book):
        cell["source"] = "".join(cell["source"]).replace("\n", "\r\n") + "\n\n"
    bare(book, *parts)
    book["cells"].reverse()
    found = desk({"book": book, "essays": True})
    assert found["flags"] == []
    assert found["texts"] == {f"reflection/{id}": text for id, text in ESSAYS.items()}


def test_an_essay_that_is_gone_is_said_and_the_saved_one_stands(desk, essays) -> None:
    book = deepcopy(essays)
    book["cells"].remove(essay_cells(book)[0])
    found = desk({"book": book, "essays": True})
    assert found["texts"] == {f"reflection/{id}": text for id, text in ESSAYS.items()}
    assert [flag.split(":")[0] for flag in found["flags"]] == ["first"]
