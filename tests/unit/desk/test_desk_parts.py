"""The desk's parts by themselves: SHA-256 by hand, signs of tampering, answers to questions, the reader of hand-ins."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from page_modules import node
from paths import ROOT

from coursekit.classroom.answer_key.question_answers import answers
from coursekit.exercise.file.read import read

EXERCISES = [read(path) for path in sorted((ROOT / "exercises").glob("*.py"))]
IMPORTS = {
    "desk/files/sha256": "sha256InScript",
    "desk/grading/tampering_signs": "tamperingSigns",
    "desk/grading/mark_question": "markQuestion",
    "desk/files/submission": "readHandIn",
    "desk/files/json_depth": "parse",
}
BODY = """
const bytes = (text) => new TextEncoder().encode(text);
const hex = (digest) => [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const reading = (text) => {
  try { return readHandIn(bytes(text)) } catch (error) { return String(error.message) }
};
return {
  sums: (given.sums ?? []).map((list) => hex(sha256InScript(Uint8Array.from(list)))),
  signs: (given.codes ?? [])
    .map(([code, starter]) => tamperingSigns(code, starter).map(({ kind, line }) => [kind, line])),
  judged: (given.asked ?? []).map(([question, answer]) => markQuestion(question, answer)),
  read: (given.files ?? []).map(reading).map((one) => typeof one === "string" ? one : one.notes),
  depth: (given.files ?? []).map((text) => parse(text).why ?? "read"),
};"""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    return node(tmp_path_factory.mktemp("desk"), IMPORTS, BODY)


def test_sha256_by_hand_is_sha256(desk: Callable[[Any], Any]):
    rng = random.Random(1)
    sums = [list(rng.randbytes(size)) for size in (0, 1, 55, 56, 57, 63, 64, 65, 119, 120, 1000)]
    assert desk({"sums": sums})["sums"] == [hashlib.sha256(bytes(one)).hexdigest() for one in sums]


def test_no_solution_starter_or_planned_mistake_looks_like_tampering(desk: Callable[[Any], Any]):
    codes = [
        [code, f"{exercise.starter}\n{exercise.setup}"]
        for exercise in EXERCISES
        for code in (exercise.solution, exercise.starter, exercise.mistakes_source)
    ]
    assert [found for found in desk({"codes": codes})["signs"] if found] == []


def test_honest_code_shows_no_sign_and_a_comment_hides_none(desk: Callable[[Any], Any]):
    honest = 'import json, re\npattern = re.compile("open(x)")  # import js\n"""import gc"""\ndf.eval("a + b")\n'
    hidden = 'x = "#"; import js\n'
    named = 'getattr(f, "__code__")\n'
    assigned = "import json\njson.dumps = print\n"
    compared = "import math\nassert math.pi == 3\n"
    found = desk({"codes": [[code, ""] for code in (honest, hidden, named, assigned, compared)]})["signs"]
    assert found == [[], [["page", 1]], [["insides", 1]], [["modules", 2]], []]


def test_every_question_is_judged_as_given(desk: Callable[[Any], Any]):
    asked = answers(sorted((ROOT / "chapters").glob("*.md")), ROOT)
    assert {question["kind"] for question in asked.values()} == {"choice", "several", "number", "order", "match"}
    wanted, given = [], []
    for question in asked.values():
        right = _right(question)
        given.append([question, right])
        wanted.append("right")
        for bad in ([], [99], [0, 0, 0, 0, 0, 0, 0, 0, 0], "0", {"x": 1}, [0.5], [-1], True):
            if bad != right:
                given.append([question, bad])
                wanted.append("malformed or wrong")
        given.append([question, None])
        wanted.append("blank")
    for (question, answer), want, found in zip(given, wanted, desk({"asked": given})["judged"], strict=True):
        if want == "malformed or wrong":
            assert found["outcome"] in ("malformed", "wrong", "blank"), (question, answer, found)
            assert found["share"] == 0
        else:
            assert found["outcome"] == want, (question, answer, found)


def test_parts_of_an_answer_count_and_ticking_everything_does_not_pay(desk: Callable[[Any], Any]):
    several = {"kind": "several", "prompt": "", "answers": [{"text": str(n), "right": n < 2} for n in range(4)]}
    order = {"kind": "order", "prompt": "", "order": ["a", "b", "c", "d"]}
    match = {"kind": "match", "prompt": "", "pairs": [["1", "b"], ["2", "a"], ["3", "b"]]}
    asked = [[several, [0]], [several, [0, 2]], [several, [0, 1, 2, 3]], [order, [0, 1, 3, 2]], [match, [1, 0, 0]]]
    found = desk({"asked": asked})["judged"]
    assert [one["share"] for one in found] == pytest.approx([0.5, 0, 0, 0.5, 2 / 3])
    assert [one["outcome"] for one in found] == ["partly", "wrong", "wrong", "partly", "partly"]


def test_a_file_is_read_or_refused_in_a_sentence(desk: Callable[[Any], Any]):
    whole = {"format": "touched-measured-counted/receipt", "version": 1, "alias": "anna", "saved": "", "work": {}}
    text = json.dumps(whole)
    files = [
        text,
        text[:-3],
        f"{text}}}",
        "[" * 100 + "]" * 100,
        '"' + "[" * 100 + '"',
        json.dumps({**whole, "work": []}),
    ]
    found = desk({"files": files})
    assert found["depth"] == ["read", "json-cut", "json-bad", "json-deep", "read", "read"]
    assert found["read"][0] == []
    assert all(isinstance(said, str) for said in found["read"][1:])


def _right(question: dict[str, Any]) -> Any:
    sides = sorted({partner for _, partner in question.get("pairs", [])})
    return {
        "number": question.get("answer"),
        "order": list(range(len(question.get("order", [])))),
        "match": [sides.index(partner) for _, partner in question.get("pairs", [])],
    }.get(question["kind"], [n for n, answer in enumerate(question.get("answers", [])) if answer["right"]])
