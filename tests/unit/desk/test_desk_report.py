"""The report says what is there in words, and nothing of a hand-in can become a part of the page."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import Any

from desk_in_node import ask, marked, result, sheets
from hypothesis import example, given, settings
from hypothesis import strategies as st
from paths import ROOT

QUICK = settings(max_examples=60, deadline=None)
EVIL = "</td><script>alert(1)</script><img src=x onerror=alert(2)>\u202e\0\"'&{n}$&"
KEY = {
    "exercises": [{"id": "sum", "title": "Add up", "sources": {"starter": "def total(rows):\n    ...\n"}}],
    "questions": {
        "why": {"kind": "choice", "prompt": "Why?", "answers": [{"text": "So"}, {"text": "No"}]},
        "row": {"kind": "order", "prompt": "Order", "order": ["one", "two", "three"]},
        "mix": {"kind": "match", "prompt": "Match", "pairs": [["a", "Z"], ["b", "Y"]]},
    },
}


class Seen(HTMLParser):
    """Every element with its attributes, whether all are closed in order, and the text."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


ALLOWED = {"html", "head", "meta", "title", "style", "body", "main", "h1", "h2", "h3", "p", "dl", "div", "dt", "dd"}
ALLOWED |= {"nav", "ul", "li", "a", "section", "table", "caption", "thead", "tbody", "tr", "th", "td", "span", "figure"}
ALLOWED |= {"figcaption", "svg", "rect", "line", "text", "circle", "details", "summary"}


def safe(markup: str) -> Seen:
    seen = Seen(markup)
    assert seen.open == []
    for tag, attributes in seen.elements:
        assert tag in ALLOWED
        assert not any(name.startswith("on") or name in ("src", "style") for name in attributes), attributes
        assert attributes.get("href", "#").startswith("#")
    policy = [a["content"] for _, a in seen.elements if a.get("http-equiv") == "Content-Security-Policy"]
    assert policy and "default-src 'none'" in policy[0] and "script-src" not in policy[0]
    return seen


def report(all_: list[dict[str, Any]], **about: Any) -> Seen:
    return safe(sheets(all_, **{"key": KEY, **about})["report.html"])


def test_an_empty_folder_has_a_report() -> None:
    assert "No hand-in could be graded" in report([]).text


def everywhere(words: str) -> list[dict[str, Any]]:
    """Hand-ins with the same words wherever a learner or a file can put words."""
    return [
        marked(
            f"{words}{n}",
            f"{words}{n}",
            notes=[words],
            flags=[words],
            saved=words,
            exercises={words: result("wrong", 0.5, words), "sum": result("suspicious", 0, words)},
            questions={"why": result("wrong", 0, words, given=words), words: result("wrong", 0, given=[words])},
            predictions={words: {"guess": words, "answer": words}, "p": {"guess": words, "answer": "3"}},
            texts={words: words},
            prints={"sum": list(range(20, 40)), words: list(range(9))},
        )
        for n in range(4)
    ] + [marked(words, words, status="malformed", notes=[words])]


def test_markup_in_every_field_stays_text() -> None:
    seen = report(everywhere(EVIL), title=EVIL, roster=f"alias,name\n{json.dumps(EVIL)},x\n")
    assert "<script>alert(1)</script>" in seen.text and "\u202e" not in seen.text and "{n}" in seen.text


@QUICK
@example("__proto__")
@given(st.text(min_size=1, max_size=60))
def test_whatever_stands_in_a_hand_in_the_report_is_safe(words: str) -> None:
    report(everywhere(words), title=words)


def test_mistakes_are_named_in_the_words_of_the_question() -> None:
    given_ = {"why": [1], "row": [2, 0, 1], "mix": [1, 1]}
    wrong = {id_: result("wrong", 0, given=given) for id_, given in given_.items()}
    raised = [result("error", 0, f"KeyError: '{name}' in line {n}") for n, name in enumerate("abc")]
    hand_ins = [marked(f"{n}", f"a{n}", questions=wrong, exercises={"sum": raised[n]}) for n in range(3)]
    text = report(hand_ins).text
    for said in ("Answered: No", "Answered: three → one → two", "Answered: a → Z; b → Z"):
        assert said in text
    assert "error: KeyError: 'a' in line 0" in text and "3 of 3" in text  # one mistake, though the names differ


def test_predictions_stand_beside_the_model() -> None:
    asked = {"id": "p", "question": "How much?", "unit": "points"}
    chosen = {"id": "c", "question": "Which?", "options": {"x": "The one", "y": "The other"}}
    guesses = [
        {"p": {"guess": str(10 * n), "answer": "25"}, "c": {"guess": "xy"[n % 2], "answer": "x"}} for n in range(6)
    ]
    hand_ins = [marked(str(n), f"a{n}", predictions=guess) for n, guess in enumerate(guesses)]
    hand_ins[5]["predictions"]["p"] = {"guess": None, "answer": "-1"}  # skipped, and forged
    text = report(hand_ins, course={"predictions": [asked, chosen]}).text
    assert (
        "5 guesses. Half of them lie at or below 20 points; the model says 25 points. Below the model: 3; above: 2"
        in text
    )
    assert "Looked without a guess: 1." in text
    assert "6 guesses, 3 of them as the model has it: The one." in text


def test_drawn_curves_are_told_by_how_far_their_points_lie_from_the_models() -> None:
    drawn = ["100 50 0", "90 50 0", "40 50 30", "nonsense", "1 2"]  # mean distance 0, 10/3 and 30; two are no curve
    asked = {"id": "d", "question": "Draw it.", "unit": "%", "answer": "100 50 0", "shown": "100 % first, 0 % last"}
    hand_ins = [
        marked(str(n), f"a{n}", predictions={"d": {"guess": guess, "answer": "100 50 0"}})
        for n, guess in enumerate(drawn)
    ]
    text = report(hand_ins, course={"predictions": [asked]}).text
    assert "3 drawn curves. In half of them the points lie 3.3 % or less away from the model’s on average" in text
    assert "(100 % first, 0 % last)" in text


def test_one_row_a_person_and_every_file_somewhere() -> None:
    code = "def f(a, b):\n    c = max(a, b)\n    return sorted([c, a])[0] + len(str(b)) * sum([a, b, c])\n"
    prints = {"sum": ask("fingerprints", code)}
    hand_ins = [marked(f"{n}.json", f"a{n // 2}", prints=prints, saved=f"2026-01-0{n + 1}") for n in range(4)]
    hand_ins.append(marked("x.pdf", status="malformed", notes=["It is a PDF."]))
    text = report(hand_ins).text
    assert "Learners counted2" in text and "Files5" in text
    assert "x.pdf" in text and "It is a PDF." in text
    assert "sum: 100 % of the shorter one" in text and "no proof" in text


def test_who_is_missing_and_who_is_unknown_is_said() -> None:
    roster = "alias,name\n" + "".join(f"a{n},Learner number {n}\n" for n in range(200))
    text = report([marked("1", "A1"), marked("2", "a2", status="malformed"), marked("3", "zed")], roster=roster).text
    assert "Of 199 on your list" in text and "Learner number 199 (a199)" in text and "number 1 (" not in text
    assert "not on your list, so they are missing" in text and text.rstrip().endswith("Moodle (1):zed")


def test_every_sentence_is_in_the_catalog_and_every_entry_is_said() -> None:
    words = json.loads((ROOT / "src/coursekit/words/en/classroom/report.json").read_text("utf-8"))
    counted = {key.removesuffix(".one") for key in words if key.removesuffix(".one") + ".other" in words}
    words = counted | {key for key in words if key.rpartition(".")[0] not in counted}
    code = "\n".join(path.read_text("utf-8") for path in (ROOT / "web/src/desk/export").rglob("*.ts"))
    said = {key for key in words if f'"{key}"' in code}
    stems = {key.rpartition(".")[0] for key in words if f"`{key.rpartition('.')[0]}.${{" in code}
    assert {key for key in words if key not in said and key.rpartition(".")[0] not in stems} == set()
