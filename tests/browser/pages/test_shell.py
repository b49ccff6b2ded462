"""The frame of every page: light and dark, the list of chapters by keyboard, search; and questions that answer."""

import json

import pytest

from coursekit.words import say

pytestmark = pytest.mark.kept_profile
LANDING = "book/index.html"
WHERE = """() => {
  const now = document.activeElement;
  return now.closest('#contents') ? 'list' : ['BODY', 'HTML'].includes(now.tagName) ? 'browser' : now.outerHTML;
}"""


def theme_of(page):
    return page.evaluate("document.documentElement.dataset.theme")


def test_the_switch_turns_the_page_dark_and_it_stays_so(browser, base):
    context = browser.new_context()
    page = context.new_page()
    page.goto(base + LANDING)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert theme_of(page) == "light"
    page.get_by_role("button", name="Dark page").click()
    assert theme_of(page) == "dark"
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.reload()
    assert theme_of(page) == "dark"
    assert page.get_by_role("button", name="Dark page").get_attribute("aria-pressed") == "true"
    context.close()


def test_on_a_phone_the_list_of_chapters_opens_and_closes_by_keyboard(page, base):
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(base + LANDING)
    button, contents = page.get_by_role("button", name="Contents"), page.locator("#contents")
    assert not contents.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert contents.is_visible() and page.evaluate("document.activeElement.matches('#contents .close')")
    for _ in range(30):  # the page behind is shut off: Tab never lands on it
        page.keyboard.press("Tab")
        assert page.evaluate(WHERE) in ("list", "browser")
    contents.get_by_role("link").first.focus()
    page.keyboard.press("Escape")
    assert not contents.is_visible() and page.evaluate("document.activeElement.matches('button.menu')")


def test_search_finds_a_chapter(page, base):
    page.goto(base + LANDING)
    page.get_by_role("searchbox").fill("credibility")
    page.keyboard.press("Enter")
    page.locator("#search-results li a").first.wait_for()
    assert page.get_by_role("searchbox").count() == 1
    page.locator("#search-results li a[href*='chapters/promises']").first.wait_for()


def questions(course):
    assert course["questions"], "course.json lists no question"
    return course["questions"]


def answer(section, kind, given):
    """Put an answer in by keyboard and pointer, as a reader would."""
    if kind == "number":
        section.get_by_role("textbox").fill(f"{given:g}")
    elif kind == "match":
        for n, choice in enumerate(section.get_by_role("combobox").all()):
            choice.select_option(str(given[n]))
    elif kind == "order":
        for place, item in enumerate(given):
            row = section.locator(f"li[data-item='{item}']")
            name = row.get_attribute("data-name")
            assert name and row.get_by_role("button", name=say("question.up", item=name), exact=True).count() == 1
            while row.evaluate("(li) => [...li.parentElement.children].indexOf(li)") > place:
                row.locator("[data-move=up]").press("Enter")
    else:
        for box in section.locator("input[name=answer]").all():
            if kind == "several" or int(box.get_attribute("value")) in given:
                box.set_checked(int(box.get_attribute("value")) in given)
    section.get_by_role("button", name="Check").press("Enter")


def right_and_wrong(kind, key, items):
    if kind == "number":
        return key["answer"], key["answer"] + key["tolerance"] + 1
    right = key["right"]
    if kind == "choice":
        return right, [(right[0] + 1) % items]
    if kind == "several":
        return right, [n for n in range(items) if n not in right] or right[1:]
    return right, [right[-1], *right[1:-1], right[0]] if kind == "order" else [*right[1:], right[0]]


def marks(section):
    """The word that stands in each marked row; a field that is not right says so to screen readers too."""
    rows = section.locator("[data-mark]")
    for row in rows.all():
        field = row.locator("select, input:not([type=radio])")
        if field.count():
            assert (field.get_attribute("aria-invalid") == "true") == (row.get_attribute("data-mark") == "wrong")
    return [row.locator(".mark").inner_text() for row in rows.all()]


def test_every_question_judges_and_remembers(page, base, course):
    for path in dict.fromkeys(entry["page"] for entry in questions(course)):
        page.goto(base + path)
        here = [entry for entry in course["questions"] if entry["page"] == path]
        for entry in here:
            section = page.locator(f"section.question#question-{entry['id']}")
            section.scroll_into_view_if_needed()
            page.wait_for_function("(one) => 'ready' in one.dataset", arg=section.element_handle())
            key = json.loads(section.locator("script.key").text_content())
            right, wrong = right_and_wrong(entry["kind"], key, section.locator("input[name=answer]").count())
            answer(section, entry["kind"], wrong)
            assert section.get_attribute("data-state") == "wrong", entry
            assert section.get_by_role("status").inner_text().strip()
            told = marks(section)
            assert say("question.mark-wrong") in told or entry["kind"] == "several", entry
            answer(section, entry["kind"], right)
            assert section.get_attribute("data-state") == "right", entry
            assert set(marks(section)) == {say("question.mark-right")}, entry
            assert section.locator("[aria-invalid]").count() == 0, entry
        page.wait_for_timeout(150)
        page.reload()
        for entry in here:
            section = page.locator(f"section.question#question-{entry['id']}")
            section.scroll_into_view_if_needed()
            page.wait_for_function("(one) => one.dataset.state === 'right'", arg=section.element_handle())


def test_a_question_without_an_answer_asks_for_one(page, base, course):
    entry = questions(course)[0]
    page.goto(base + entry["page"])
    section = page.locator(f"#question-{entry['id']}")
    section.scroll_into_view_if_needed()
    page.wait_for_function("(one) => 'ready' in one.dataset", arg=section.element_handle())
    section.get_by_role("button", name="Check").click()
    assert section.get_attribute("data-state") == "idle"
    assert section.get_by_role("status").inner_text().strip()


def open_prediction(page, base, course):
    entry = course["predictions"][0]
    page.goto(base + entry["page"])
    section = page.locator(f"#prediction-{entry['id']}")
    section.scroll_into_view_if_needed()
    page.wait_for_function("(one) => !!one.dataset.state", arg=section.element_handle())
    return section


def test_a_guess_is_set_beside_the_model_and_kept(page, base, course):
    section = open_prediction(page, base, course)
    assert not section.locator(".reveal").is_visible()
    section.locator("[name=guess]").first.press("ArrowRight")
    section.locator("button[type=submit]").press("Enter")
    assert section.get_attribute("data-state") == "guessed"
    assert section.locator("dd").count() == 2 and section.locator(".reveal").is_visible()
    shown = section.locator("dd").all_inner_texts()
    page.wait_for_timeout(150)
    section = open_prediction(page, base, course)
    page.wait_for_function("(one) => one.dataset.state === 'guessed'", arg=section.element_handle())
    assert section.locator("dd").all_inner_texts() == shown


def test_moving_the_lab_passes_the_prediction(page, base, course):
    section = open_prediction(page, base, course)
    lab = page.locator(f"#lab-{section.get_attribute('data-lab')}")
    lab.scroll_into_view_if_needed()
    page.wait_for_function("(one) => one.dataset.state === 'ready'", arg=lab.element_handle())
    lab.locator("input[type=range]").first.press("ArrowRight")
    assert section.get_attribute("data-state") == "passed" and section.locator(".reveal").is_visible()
