"""Questions judge what is answered, in words and marks, and show it again when the reader comes back."""

import json

import pytest
from question_answers import answer, key_of, right_and_wrong
from watched_page import Watched, new_context

from coursekit.tasks.build import place
from coursekit.words import say

BUILT = place("self-study") / "course.json"
QUESTIONS = json.loads(BUILT.read_text("utf-8"))["questions"] if BUILT.is_file() else []


@pytest.fixture(scope="module")
def reader(browser):
    """The tab of a reader who goes from page to page and answers all questions there."""
    context = new_context(browser, "light", "allow")
    yield Watched(context)
    context.close()


def questions(course):
    assert course["questions"], "course.json lists no question"
    return course["questions"]


# What a question shows after an answer: its state, what it says, and of each marked row the mark, the word of it, and
# whether a field in it (of a row that has one) is told as invalid.
SHOWN = """(section) => ({
  state: section.dataset.state,
  said: [...section.querySelectorAll('[role=status], output')].find((one) => one.checkVisibility())?.innerText.trim(),
  invalid: section.querySelectorAll('[aria-invalid]').length,
  marks: [...section.querySelectorAll('[data-mark]')].map((row) => ({
    mark: row.dataset.mark,
    words: [...row.querySelectorAll('.mark')].map((one) => one.innerText),
    invalid: row.querySelector('select, input:not([type=radio])')?.matches('[aria-invalid=true]') ?? null,
  })),
})"""


def shown(section):
    """Return what a question shows; the word that stands in each marked row is told of by its field too."""
    seen = section.evaluate(SHOWN)
    for row in seen["marks"]:
        assert row["invalid"] in (None, row["mark"] == "wrong"), row
        assert len(row["words"]) == 1, row
    return seen, [row["words"][0] for row in seen["marks"]]


# Goes to the first of some questions that is not in the state in which they shall be; true once all are.
ALL_ARE = """([ids, attribute, value]) => {
  const sections = ids.map((id) => document.querySelector(`section.question#question-${id}`));
  const other = sections.find((one) => value ? one.dataset[attribute] !== value : !(attribute in one.dataset));
  other?.scrollIntoView({ block: 'center' });
  return !other;
}"""


@pytest.mark.parametrize("path", dict.fromkeys(entry["page"] for entry in QUESTIONS))
def test_every_question_judges_and_remembers(reader, base, path):
    page = reader.page
    page.goto(base + path)
    here = [entry for entry in QUESTIONS if entry["page"] == path]
    ids = [entry["id"] for entry in here]
    page.wait_for_function(ALL_ARE, arg=[ids, "ready", None], polling=100)
    for entry in here:
        section = page.locator(f"section.question#question-{entry['id']}")
        key = key_of(section)
        right, wrong = right_and_wrong(entry["kind"], key, section.locator("input[name=answer]").count())
        answer(section, entry["kind"], wrong)
        seen, told = shown(section)
        assert seen["state"] == "wrong", entry
        assert seen["said"]
        assert say("question.mark-wrong") in told or entry["kind"] == "several", entry
        answer(section, entry["kind"], right)
        seen, told = shown(section)
        assert seen["state"] == "right", entry
        assert set(told) == {say("question.mark-right")}, entry
        assert seen["invalid"] == 0, entry
    page.wait_for_timeout(150)
    page.reload()
    page.wait_for_function(ALL_ARE, arg=[ids, "state", "right"], polling=100)
    assert not reader.faults(), "\n".join(reader.faults())


def test_a_question_without_an_answer_asks_for_one(page, base, course):
    entry = questions(course)[0]
    page.goto(base + entry["page"])
    section = page.locator(f"#question-{entry['id']}")
    section.scroll_into_view_if_needed()
    page.wait_for_function("(one) => 'ready' in one.dataset", arg=section.element_handle())
    section.get_by_role("button", name="Check").click()
    assert section.get_attribute("data-state") == "idle"
    assert section.get_by_role("status").inner_text().strip()
