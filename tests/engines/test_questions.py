"""Every kind of question and of guess judges an answer given by mouse and keys, and remembers it."""

from __future__ import annotations

import json

import pytest
from driver import Driver

from coursekit.tasks.build import place

FEATURE = "questions and guesses"
BUILT = place("self-study") / "course.json"
COURSE = json.loads(BUILT.read_text("utf-8")) if BUILT.is_file() else {"questions": [], "predictions": []}
KINDS = {entry["kind"]: entry for entry in reversed(COURSE["questions"]) if entry["kind"] != "exercise"}
READY = """(id) => {
  const one = document.getElementById(`question-${id}`);
  if (!("ready" in one.dataset)) one.scrollIntoView({ block: "center", behavior: "instant" });
  return "ready" in one.dataset;
}"""
# A guess that is at work, once it has been scrolled to.
ASKING = """(selector) => {
  const one = document.querySelector(selector);
  if (!one.dataset.state) one.scrollIntoView({ block: "center", behavior: "instant" });
  return Boolean(one.dataset.state);
}"""
GUESS = "(kind) => document.querySelector(`section.prediction[data-kind=${kind}]:not([data-state=guessed])`)?.id"
KEY = """(id) => {
  const section = document.querySelector(`#question-${id}`);
  const key = JSON.parse(section.querySelector("script.key").textContent);
  return key.variants?.[Number(section.dataset.variant)] ?? key;
}"""
STATE = "([selector, state]) => document.querySelector(selector).dataset.state === state"
CHECKED = "(selector) => document.querySelector(selector).checked"
PLACES = "(at) => [...document.querySelectorAll(`${at} ol.items > li`)].map((one) => Number(one.dataset.item))"
COUNT = "(selector) => document.querySelectorAll(selector).length"


def answer(reader: Driver, at: str, kind: str, given: list[int] | float) -> None:
    """Give an answer as a reader does, and have it checked."""
    if not isinstance(given, list):
        reader.click(f"{at} input[name=answer]")
        reader.write(f"{at} input[name=answer]", f"{given:g}")
    elif kind == "match":
        for n, value in enumerate(given):
            reader.choose(f"{at} select[name=answer-{n}]", str(value))
    elif kind == "order":
        for place_, item in enumerate(given):
            while (now := reader.call(PLACES, at).index(item)) > place_:
                reader.click(f"{at} li[data-item='{item}'] [data-move=up]")
                assert reader.call(PLACES, at).index(item) == now - 1
    else:
        for value in range(reader.call(COUNT, f"{at} input[name=answer]")):
            box = f"{at} input[name=answer][value='{value}']"
            if (kind == "several" or value in given) and reader.call(CHECKED, box) != (value in given):
                reader.click(box)
    reader.click(f"{at} form button[type=submit]")


def wrong_of(kind: str, right: list[int], items: int) -> list[int]:
    """Return an answer that is not right."""
    if kind == "choice":
        return [(right[0] + 1) % items]
    if kind == "several":
        return [n for n in range(items) if n not in right] or right[1:]
    return [*right[1:], right[0]]


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_question_judges_and_remembers(reader: Driver, base: str, kind: str) -> None:
    id = KINDS[kind]["id"]
    at = f"#question-{id}"
    reader.go(base + KINDS[kind]["page"])
    reader.wait(READY, id)
    key = reader.call(KEY, id)
    if kind == "number":
        right, wrong = key["answer"], key["answer"] + key["tolerance"] + 1
    else:
        right, wrong = key["right"], wrong_of(kind, key["right"], reader.call(COUNT, f"{at} input[name=answer]"))
    answer(reader, at, kind, wrong)
    reader.wait(STATE, [at, "wrong"])
    assert reader.text(f"{at} .feedback")
    answer(reader, at, kind, right)
    reader.wait(STATE, [at, "right"])
    reader.go(base + KINDS[kind]["page"])
    reader.wait(READY, id)
    reader.wait(STATE, [at, "right"])


@pytest.mark.parametrize("kind", ["number", "choice", "curve"])
def test_a_guess_is_set_beside_the_model_and_remembered(reader: Driver, base: str, kind: str) -> None:
    for entry in COURSE["predictions"]:
        reader.go(base + entry["page"])
        at = reader.call(GUESS, kind)
        if at:
            break
    else:
        pytest.fail(f"no guess of the kind {kind}")
    at = f"#{at}"
    reader.wait(ASKING, at)
    if kind == "choice":
        reader.click(f"{at} input[name=guess]")
    else:
        reader.call("(at) => document.querySelector(`${at} input[name=guess]`).focus()", at)
        reader.press("ArrowRight")
    reader.click(f"{at} form button[type=submit]")
    reader.wait(STATE, [at, "guessed"])
    assert reader.text(f"{at} .guesses")
    here = reader.call("() => location.href")
    reader.go(here)
    reader.wait(ASKING, at)
    reader.wait(STATE, [at, "guessed"])
