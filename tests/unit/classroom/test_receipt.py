"""Receipts: what the page makes, Python takes; what the page takes back is the work that went in."""

from __future__ import annotations

import json
import warnings

import nbformat
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from page_modules import node

from coursekit.classroom.receipt import IN_NOTEBOOK, LARGEST, BadReceiptError, checked, read, receipt, schema

AT = "2026-11-02T10:00:00.000Z"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
RUN = st.fixed_dictionaries(
    {"code": TEXT, "at": st.just(AT), "how": st.sampled_from(["run", "check", "aside"]), "status": TEXT}
)
EXERCISE = st.fixed_dictionaries(
    {
        "code": TEXT,
        "starter": st.just("pass"),
        "hints": st.integers(0, 5),
        "tried": st.lists(st.from_regex(r"[a-z0-9]{1,7}", fullmatch=True), max_size=3, unique=True),
        "passed": st.booleans(),
        "revision": st.integers(0, 99),
        "by": TEXT,
        "runs": st.lists(RUN, max_size=3),
    },
    optional={"variant": st.integers(0, 9), "version": st.from_regex(r"[0-9a-f]{12}", fullmatch=True)},
)
GIVEN = st.lists(st.integers(0, 9), max_size=5) | st.floats(-1e9, 1e9) | st.integers(-99, 99)
QUESTION = st.fixed_dictionaries(
    {"given": GIVEN, "right": st.booleans(), "tries": st.integers(1, 9), "at": st.just(AT)}
)
GUESS = st.fixed_dictionaries(
    {"guess": st.none() | TEXT, "answer": TEXT, "at": st.just(AT)}, optional={"within": TEXT, "kind": TEXT}
)
MEMO = st.fixed_dictionaries({"answers": st.dictionaries(TEXT, TEXT, max_size=3), "at": st.just(AT)})
ESSAY = st.fixed_dictionaries({"text": TEXT, "at": st.just(AT)})
CHOICE = st.sampled_from(["sign", "treaty", "refuse"])
SCENE = st.fixed_dictionaries({"at": st.just(AT)}, optional={"first": CHOICE, "again": CHOICE})
JUNK = st.none() | TEXT | st.integers() | st.lists(TEXT, max_size=2) | st.dictionaries(TEXT, TEXT, max_size=3)
ID = st.from_regex(r"[a-z][a-z0-9_-]{0,9}", fullmatch=True)


def keyed(kind: str, value: st.SearchStrategy) -> st.SearchStrategy:
    return st.dictionaries(ID.map(lambda id: f"{kind}/{id}"), value | JUNK, max_size=3)


KINDS = {
    "exercise": EXERCISE,
    "question": QUESTION,
    "prediction": GUESS,
    "memo": MEMO,
    "reflection": ESSAY,
    "scene": SCENE,
}
KEPT = st.tuples(
    *(keyed(kind, value) for kind, value in KINDS.items()), keyed("cell", EXERCISE), keyed("review", JUNK)
).map(lambda parts: {key: value for part in parts for key, value in part.items()})
WORK = st.tuples(KEPT, st.none() | st.fixed_dictionaries({"seed": st.integers(0, 2**32 - 1), "at": st.just(AT)}))


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory):
    """What the page makes of kept work: receipt, notebook, and the kept work again on a device that has none."""
    modules = {
        "receipt/receipt": "makeReceipt",
        "receipt/notebook": "makeNotebook",
        "receipt/work_file": "parseWorkFile, mergeWork, validWork",
    }
    body = """return given.map(({kept, seed}) => {
      const all = new Map(Object.entries(kept));
      if (seed) all.set("learner/seed", seed);
      const course = {build: "0123abcd", edition: "class", exercises: [], questions: [],
        reflections: [{id: "m", memo: "m"}]};
      const about = {title: "A course", course, assignment: null, alias: "Ann <b>", wanted: () => true};
      const receipt = makeReceipt(all, about), book = makeNotebook(receipt, course);
      const empty = ([key, value]) => [key, mergeWork(key, undefined, value)];
      const back = (text) => Object.fromEntries(parseWorkFile(text).entries.map(empty));
      const told = [JSON.stringify(receipt), JSON.stringify(book)].map(back);
      const valid = [...all].filter(([key, value]) => validWork(key, value) !== undefined).map(([key]) => key);
      return {receipt, book, told, valid};
    });"""
    return node(tmp_path_factory.mktemp("page"), modules, body)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.lists(WORK, min_size=1, max_size=4))
def test_what_the_page_hands_in_python_takes_and_the_page_takes_back(page, works: list) -> None:
    made = page([{"kept": kept, "seed": seed} for kept, seed in works])
    for (kept, seed), one in zip(works, made, strict=True):
        handed = one["receipt"]
        assert checked(handed) == handed
        assert handed["seed"] == seed
        assert read(json.dumps(one["book"]).encode()) == handed
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            nbformat.validate(one["book"])
        assert not any(key.startswith(("cell/", "review/")) for key in handed["work"]), "only what is marked"
        for told in one["told"]:
            assert told.pop("learner/seed", None) == seed
            assert set(told) == set(handed["work"])
            for key, value in told.items():
                for name in (
                    *("code", "given", "text", "answers", "guess", "hints", "passed", "variant", "version"),
                    *("first", "again"),
                ):
                    assert value.get(name) == handed["work"][key].get(name), (key, name)
        for key in one["valid"]:
            kind = key.partition("/")[0]
            if kind in ("question", "prediction", "memo", "scene"):
                assert key in handed["work"], "no answer is left behind"
            if kind == "exercise" and kept[key]["code"] != "pass":
                assert handed["work"][key]["code"] == kept[key]["code"]


def test_a_receipt_stays_small_and_keeps_code_whole(page) -> None:
    runs = [{"code": f"{n}" * 9000, "at": AT, "how": "run", "status": "idle"} for n in range(20)]
    work = {"code": "x = 1\n" * 5000, "starter": "", "hints": 0, "tried": [], "passed": False, "revision": 1, "by": ""}
    kept = {f"exercise/e{n}": {**work, "runs": runs} for n in range(30)}
    handed = page([{"kept": kept, "seed": None}])[0]["receipt"]
    assert len(json.dumps(handed).encode()) < LARGEST
    assert all(entry["code"] == work["code"] for entry in handed["work"].values())


def test_an_essay_written_as_a_memo_is_handed_in_as_one(page) -> None:
    kept = {"memo/m": {"answers": {"what": "Sign it.", "why": " "}, "at": AT}}
    handed = page([{"kept": kept, "seed": None}])[0]["receipt"]
    assert handed["work"]["reflection/m"] == {"text": "what: Sign it.", "at": AT}


COURSE = {"title": "A", "build": "01", "edition": "class"}
QUESTIONED = {"question/x": {"given": [1], "right": True, "tries": 1, "at": AT}}


def test_a_receipt_of_its_parts_is_one() -> None:
    assert read(json.dumps(receipt("ann", QUESTIONED, AT, COURSE)).encode())["alias"] == "ann"


@pytest.mark.parametrize(
    ("change", "place"),
    [
        ({"alias": ""}, "alias"),
        ({"alias": "x" * 81}, "alias"),
        ({"email": "a@b.c"}, "the whole"),
        ({"version": 2}, "version"),
        ({"work": {"exercise/x": {"code": "x" * 50_001}}}, "work/exercise/x"),
        ({"work": {"../x": {}}}, "work"),
        ({"work": {"question/x": {**QUESTIONED["question/x"], "given": "<script>"}}}, "work/question/x/given"),
        ({"seed": {"seed": -1, "at": AT}}, "seed"),
    ],
)
def test_a_fault_is_named_with_its_place(change: dict, place: str) -> None:
    bad = receipt("ann", QUESTIONED, AT, COURSE) | change
    with pytest.raises(BadReceiptError, match=f"{place}.*:"):
        read(json.dumps(bad).encode())


@pytest.mark.parametrize(
    "data", [b"", b"{", b"[]", b"\xff\xfe", b'{"nbformat": 4}', b"null", b"[" * 100_000, b" " * (LARGEST + 1)]
)
def test_what_is_no_receipt_is_refused(data: bytes) -> None:
    with pytest.raises(BadReceiptError):
        read(data)


def test_the_schema_documents_every_part_of_the_work() -> None:
    assert {
        pattern.partition("/")[0].lstrip("^") for pattern in schema()["properties"]["work"]["patternProperties"]
    } == set(KINDS)
    assert IN_NOTEBOOK in schema()["description"]
