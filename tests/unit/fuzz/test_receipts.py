"""Whatever a hand-in's file holds: desk and command line read it or say why not; what they write stays in its place."""

from __future__ import annotations

import base64
import io
import json
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hand_ins import receipt
from hypothesis import given
from mutations import changed_json, changed_text, randoms
from page_process import page_process

from coursekit.classroom.grading.submissions import found
from coursekit.classroom.receipt import IN_NOTEBOOK, BadReceiptError, read

AT = "2026-11-20T10:00:00Z"
GOOD = json.loads(
    receipt(
        promises_honour="def honour_rate():\n    return 0.5\n",
        work={
            "question/promises-read": {"given": [1, 0], "right": True, "tries": 2, "at": AT},
            "prediction/promise": {"guess": "0.5", "answer": "0.41", "at": AT},
            "reflection/promises": {"text": "Because.", "at": AT},
            "memo/design": {"answers": {"law": "A treaty."}, "at": AT},
            "scene/promises": {"first": "sign", "at": AT},
        },
    )
)
CELL = {"cell_type": "code", "metadata": {"exercise": "promises_honour"}, "source": ["x = 1"], "outputs": []}
NOTEBOOK = {"nbformat": 4, "nbformat_minor": 5, "cells": [CELL], "metadata": {IN_NOTEBOOK: GOOD}}
MODULES = {
    "desk/files/submission": "readHandIn, MalformedFile",
    "desk/files/nested_zips": "filesInZip",
    "desk/export/index": "sheets",
    "desk/feedback/file_names": "feedbackPaths",
    "receipt/work_file": "parseWorkFile, mergeWork",
}
BODY = """
const bytes = Uint8Array.from(Buffer.from(given.file, "base64"));
const refused = (error) => { if (error instanceof MalformedFile) return { why: error.message }; throw error; };
if (given.zip) {
  try {
    const files = await filesInZip("class.zip", bytes);
    const told = [];
    for (const { name, read } of files) told.push([name, await read().then((held) => held.length, refused)]);
    return { told };
  } catch (error) { return refused(error); }
}
// As the learner's own browser takes it in again.
const work = parseWorkFile(Buffer.from(bytes).toString("utf8"));
for (const [key, value] of work?.entries ?? []) mergeWork(key, mergeWork(key, undefined, value), value);
let read;
try { read = readHandIn(bytes, given.edited); } catch (error) { return refused(error); }
const { alias, saved, notes, flags } = read;
const plain = { file: given.name, sha256: "0".repeat(64), alias, saved, status: "read", notes, flags, exercises: {},
  questions: {}, predictions: Object.fromEntries(read.predictions), texts: Object.fromEntries(read.texts), prints: {},
  seconds: 0.5 };
return { alias, names: [...read.exercises.keys(), ...read.questions.keys(), ...read.texts.keys()],
  sheets: sheets([plain, plain], { key: {} }).map(({ name, text }) => [name, text.length]),
  paths: feedbackPaths([{ file: given.name, alias }, { file: given.name, alias }]) };
"""
SHEETS = {"gradebook.csv", "canvas.csv", "moodle.csv", "report.html", "monday.html"}
NAMES = ["Anna Berg_123_assignsubmission_file_/work.json", "annaberg_123_4567_work.json", "class.zip/../../x.json"]
NAMES += ["..\\..\\Anna_12_assignsubmission_file_/w.json", "C:\\a_12_34_w.json", "an\0na_12_34_w.json"]
NAMES += ["", "x.json", "../../x.json", "/etc/x.json", "a.zip", "C:\\x.json"]


def name(random: Random) -> str:
    """Return what a file is called, well or badly."""
    good = random.choice(NAMES)
    return good if random.random() < 0.5 else changed_text(random, good)


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    """The desk's reader and what it writes, and the reader that takes work in again."""
    return page_process(tmp_path_factory.mktemp("desk"), MODULES, BODY)


def is_inside(path: str) -> bool:
    """Tell whether a path leads nowhere but into the folder that it is unpacked into, on any system."""
    parts = path.split("/")
    return not re.search(r'[\\:\x00-\x1f<>"|?*]', path) and not any(part.strip(" .") == "" for part in parts)


@given(randoms)
def test_any_file_is_read_or_refused_and_what_is_made_of_it_stays_in_its_place(desk, seed: int) -> None:
    random = Random(seed)
    data = changed_json(random, random.choice([GOOD, GOOD, NOTEBOOK]))
    asked = {"name": name(random), "edited": random.choice(["cells", "receipt"])}
    told = desk({"file": base64.b64encode(data).decode(), **asked})
    try:
        taken = read(data)
    except BadReceiptError as error:
        assert str(error).strip()
        taken = None
    if "why" in told:
        assert told["why"].strip()
        assert taken is None, "what keeps to the schema is marked"
        return
    assert {sheet for sheet, _ in told["sheets"]} == SHEETS and all(length for _, length in told["sheets"])
    assert all(is_inside(path) for path in told["paths"]), told["paths"]
    assert len({path.lower() for path in told["paths"]}) == 2
    assert all(re.fullmatch(r"[\w./-]+", one) and one != "__proto__" for one in told["names"])


@pytest.mark.parametrize("version", [{"toString": None, "valueOf": 1}, [[]], None, 2, "9" * 99])
def test_another_version_is_told_whatever_it_is(desk, version: object) -> None:
    file = base64.b64encode(json.dumps({**GOOD, "version": version}).encode()).decode()
    assert "version" in desk({"file": file, "name": "x.json", "edited": "cells"})["why"]


def zipped(random: Random) -> bytes:
    """Return a ZIP of hand-ins, some with names that lead out of it, spoilt or not."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", random.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])) as archive:
        for _ in range(random.randrange(4)):
            called = name(random).encode("utf-8", "replace").decode().replace("\0", "")
            archive.writestr(zipfile.ZipInfo(called), json.dumps(GOOD)[: random.choice([99, 9999])])
    data = made.getvalue()
    for _ in range(random.randrange(3)):
        place = random.randint(0, len(data))
        data = data[:place] + random.randbytes(random.randrange(4)) + data[place + random.randrange(8) :]
    return data


@given(randoms)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_any_zip_is_opened_or_refused_and_nothing_is_unpacked(desk, tmp_path_factory, seed: int) -> None:
    data = zipped(Random(seed))
    folder: Path = tmp_path_factory.getbasetemp() / "handed-in"
    folder.mkdir(exist_ok=True)
    (folder / "class.zip").write_bytes(data)
    ours = list(found(folder))
    assert all(one.file.startswith("class.zip") for one in ours)
    assert [path.name for path in folder.iterdir()] == ["class.zip"]
    told = desk({"zip": True, "file": base64.b64encode(data).decode()})
    assert told.get("why", "-").strip() and all(name.startswith("class.zip/") for name, _ in told.get("told", []))
