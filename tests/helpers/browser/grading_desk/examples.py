"""A key, and hand-ins of every kind: right, wrong, odd and hostile."""

from __future__ import annotations

import io
import json
import zipfile

from hand_ins import REFLECTION, key, receipt
from paths import ROOT

from coursekit.exercise.file.read import read

ONE, TABLE, MOVED = "symbiosis_credit", "promises_honour", "presence_panel"
EXERCISES = {id: read(ROOT / "exercises" / f"{id}.py") for id in (ONE, TABLE, MOVED)}
LINES = [{"text": f"{name}: strong: all; adequate: some; weak: none", "points": 2} for name in ("Claim", "Evidence")]
ESSAY = {"prompt": "How much?", "points": 4, "rubric": LINES, "page": "x.html"}
KEY = key(*EXERCISES, reflections={"promises": REFLECTION, "counting": ESSAY})
MARKUP = "<script>top.canary=1</script><img src=x onerror='top.canary=1'>"


def mistake(id: str, name: str) -> str:
    exercise = EXERCISES[id]
    return f"{exercise.solution}\n{exercise.mistakes_source}\n{exercise.subject} = {name}\n"


MISTAKES = [(id, name) for id, exercise in EXERCISES.items() for name in list(exercise.mistakes)[:2]]
GOOD = {id: exercise.solution for id, exercise in EXERCISES.items()}
SOUND = {
    "right.json": receipt(**GOOD),
    "starter.json": receipt(**{id: exercise.starter for id, exercise in EXERCISES.items()}),
    # One that never ends, and one that breaks Python, do not spoil what stands beside them.
    "mixed.json": receipt(
        promises_honour="while True: pass",
        presence_panel="import coursekit.live.stdout as p\np.Printed.write = None\nimport sys\nsys.modules.clear()",
        symbiosis_credit=GOOD[ONE],
    ),
    **{f"{id} {name}": receipt(**{id: mistake(id, name)}) for id, name in MISTAKES},
}


def zipped(**files: str | bytes) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def notebook(content: object) -> str:
    return json.dumps(
        {"cells": [], "metadata": {"touched_measured_counted": content}, "nbformat": 4, "nbformat_minor": 5}
    )


WHOLE = receipt(symbiosis_credit=GOOD[ONE])
ODD: dict[str, str | bytes] = {
    "empty.json": "",
    "cut.json": WHOLE[:200],
    "bytes.json": b"\xff\xfe\x00{",
    "changed.json": WHOLE.replace('"work"', "work"),
    "deep.json": "[" * 100_000,
    "list.json": "[]",
    "other.json": '{"format": "other"}',
    "kept.json": '{"format": "touched-measured-counted/work", "version": 1}',
    "version.json": receipt(top={"version": 2}),
    "no-work.json": receipt(top={"work": []}),
    "big.json": receipt(work={"reflection/x": {"text": "x" * 2_100_000}}),
    "notebook.ipynb": notebook(json.loads(WHOLE)),
    "bare.ipynb": json.dumps({"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}),
    "shapes.json": receipt(
        work={
            "exercise/symbiosis_credit": {"code": 5},
            "exercise/unknown_one": {"code": "x"},
            "exercise/__proto__": {"code": "x"},
            "question/__proto__": {"given": [0]},
            "__proto__": {"x": 1},
            "memo/design": {"answers": {"__proto__": "x", "law": "y"}},
            "question/promises-exits": {"given": {"x": 1}},
            "else/x": 1,
            "reflection/promises": None,
        }
    ),
    "scores.json": receipt(symbiosis_credit="credit = 1", top={"score": 100, "grade": "A", "total": 1e9}),
    "markup.json": receipt(
        MARKUP,
        symbiosis_credit=f"# {MARKUP}\nraise ValueError({MARKUP!r})",
        work={
            "reflection/promises": {"text": MARKUP, "at": MARKUP},
            "prediction/x": {"guess": MARKUP, "answer": MARKUP, "at": MARKUP},
            f"question/{MARKUP}": {"given": MARKUP},
        },
        top={MARKUP: MARKUP, "saved": MARKUP, "course": {"build": MARKUP, "edition": MARKUP, "title": MARKUP}},
    ),
    "class.zip": zipped(
        **{
            "a/anna.json": WHOLE,
            "__MACOSX/._x": b"x",
            "b/cut.json": "{",
            "b/more.zip": zipped(x="y", **{"inner.zip": zipped(**{"ben.json": WHOLE})}),
            "b/bomb.json": b"0" * 300_000_000,
        }
    ),
    "cut.zip": zipped(**{"anna.json": WHOLE * 3})[:-40],
}
