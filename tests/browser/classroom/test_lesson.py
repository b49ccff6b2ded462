"""A lesson as a class has it: on a projector, turned by keys, its labs live; printed on one sheet; assigned at once."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, Locator, Page, expect

from coursekit.words import say

LESSON = "promise-worth"


def press(page: Page, key: str, times: int = 1) -> None:
    for _ in range(times):
        page.keyboard.press(key)


def test_a_lesson_is_shown_printed_and_assigned(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{base}lessons/{LESSON}.html", wait_until="domcontentloaded")
    head, steps = page.locator("section.lesson"), page.locator("section.step")
    expect(head).to_have_attribute("data-state", "ready")
    _minutes_add_up(page)

    # The labs open in the lesson's state, under the ids that they have in their chapters.
    lab = page.locator("#lab-promise")
    lab.scroll_into_view_if_needed()
    expect(lab).to_have_attribute("data-state", "ready", timeout=30_000)
    expect(lab.locator('[name="commitment"]')).to_have_value("memorandum")
    expect(lab.get_by_role("status").first).to_contain_text("by 1 point")

    # Projector: keys turn the screens, one part of one step at a time.
    head.get_by_role("button", name=say("lesson.project")).click()
    place = page.locator(".projector-bar .place")
    expect(place).to_contain_text("Step 1 of 6")
    expect(page.locator("header.top")).to_be_hidden()
    expect(page.locator("details.teacher").first).to_be_hidden()
    press(page, "ArrowRight", 2)
    expect(place).to_contain_text("Step 2 of 6")
    clauses = page.locator("#lab-clauses")
    expect(clauses).to_be_in_viewport()
    _begins_at_the_top(page, clauses)
    _is_whole_and_legible(page)
    expect(steps.nth(0)).to_be_hidden()
    expect(page.locator("#question-lesson-promise-oblige")).to_be_hidden()
    # The lab is live, and its keys are its own.
    before = clauses.get_by_role("status").first.inner_text()
    clauses.locator("select").first.focus()
    press(page, "ArrowDown")
    expect(clauses.get_by_role("status").first).not_to_have_text(before)
    expect(place).to_contain_text("Step 2 of 6")
    press(page, "Escape")  # out of the control
    press(page, "ArrowLeft", 2)
    expect(place).to_contain_text("Step 1 of 6")
    press(page, "PageDown", 6)
    expect(lab).to_be_in_viewport()
    _is_whole_and_legible(page)
    press(page, "PageDown", 24)
    expect(place).to_contain_text("Step 6 of 6")
    # At either end a button goes out of use, and the focus stays on it.
    for name in ("lesson.before", "lesson.after"):
        turn = page.locator(".projector-bar").get_by_role("button", name=say(name))
        turn.press("Enter")
        if name == "lesson.after":
            expect(turn).to_be_disabled()
        expect(turn).to_be_focused()
    press(page, "Escape")
    expect(page.locator(".projector-bar")).to_have_count(0)
    expect(steps.nth(0)).to_be_visible()

    # Printed it is one sheet, with a code for each lab's state.
    codes = page.locator(".worksheet .qr svg")
    assert [code.get_attribute("aria-label") for code in codes.all()] == [
        f"{base}lessons/{LESSON}.html#lab-clauses?text_id=budapest_1994",
        f"{base}lessons/{LESSON}.html#lab-promise?equal_cost=size&commitment=memorandum&contingent=5000",
    ]
    page.emulate_media(media="print")
    expect(page.locator(".worksheet")).to_be_visible()
    expect(page.locator("article h1")).to_be_hidden()
    sheet = page.locator(".worksheet").bounding_box()
    assert sheet and sheet["height"] > 220 * 96 / 25.4, "the sheet is filled: 220 of the 250 mm that US Letter has"
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))
    assert sheets == 1
    page.emulate_media(media="screen")
    expect(page.locator(".worksheet")).to_be_hidden()

    # One press assigns it.
    head.get_by_role("button", name=say("lesson.assign")).click()
    link = head.locator("input.link").input_value(timeout=30_000)
    pupil = context.new_page()
    pupil.goto(link, wait_until="domcontentloaded")
    panel = pupil.locator("section.assignment")
    expect(panel.locator(".title")).to_contain_text("What is a promise worth?")
    expect(panel.locator(".how-far")).to_have_text(
        say("assignment.how-far", n=0, all=4)
    )  # to read, and three questions
    expect(pupil.locator("h1")).to_contain_text("What is a promise worth?")  # the link opens the lesson itself
    question = pupil.locator("#question-lesson-promise-enough")
    question.get_by_role("radio").first.check()
    question.get_by_role("button", name=say("question.check")).click()
    expect(pupil.locator("section.assignment .how-far")).not_to_have_text(
        say("assignment.how-far", n=0, all=4), timeout=30_000
    )
    assert pupil.locator("article .not-assigned").count() == 0
    context.close()


def _begins_at_the_top(page: Page, shown: Locator) -> None:
    """What a step shows begins at the window's top left, on laptops as on wide screens."""
    wide = page.viewport_size
    for width in (1366, 1920):
        page.set_viewport_size({"width": width, "height": 768})
        box = shown.bounding_box()
        assert box and box["y"] < 100 and box["x"] < (width - 1180) / 2 + 60, (width, box)
    page.set_viewport_size(wide)


LEAST = 24  # px of letters that are read from the last row, on a screen 1,366 px wide
SEEN = """() => {
  const bar = document.querySelector(".projector-bar").getBoundingClientRect().top;
  const seen = (one) => one.checkVisibility({ visibilityProperty: true, opacityProperty: true });
  const lab = document.querySelector('.step[data-shown="yes"] > .lab[data-shown="yes"]');
  const parts = [...lab.querySelectorAll(".q, figure, .says, .controls .main")];
  const cut = parts.filter((one) => one.getBoundingClientRect().bottom > bar || one.getBoundingClientRect().top < 0);
  const texts = [...lab.querySelectorAll("*")].filter((one) => seen(one) && !one.closest(".sr-only, option") &&
    [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()));
  const enlarged = (one) => one.closest("figure")
    ? one.closest("figure").getBoundingClientRect().width / one.closest("figure").offsetWidth : 1;
  const small = texts.filter((one) => parseFloat(getComputedStyle(one).fontSize) * enlarged(one) < LEAST - 0.5);
  return [...cut.map((one) => `cut off: ${one.className}`), ...small.map((one) => `small: ${one.textContent.trim()}`)];
}""".replace("LEAST", str(LEAST))


def _is_whole_and_legible(page: Page) -> None:
    """A lab on a projector: its question, picture, answer and controls above the bar, no letter too small to read."""
    for _ in range(100):  # the picture is fitted to the screen a few frames later
        wrong = page.evaluate(SEEN)
        if not wrong:
            return
        page.wait_for_timeout(200)
    raise AssertionError("\n".join(wrong))


def _minutes_add_up(page: Page) -> None:
    """What the head says is the sum of what stands at the margin."""
    given = page.locator(".step .minutes").evaluate_all("all => all.map((one) => Number(one.dataset.minutes))")
    expect(page.locator("section.lesson .facts")).to_contain_text(say("lesson.minutes", n=sum(given)))
