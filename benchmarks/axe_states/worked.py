"""States of chapters and lessons in a learner's hands: guesses, questions, labs moved, texts written."""

from __future__ import annotations

import json

from lab_on_page import AWAKE
from playwright.sync_api import Locator, Page, expect
from question_answers import answer, right_and_wrong
from watched_page import SCROLL

from axe_states.look import Walk
from axe_states.reading import UNFOLD
from coursekit.words import say


def guess(walk: Walk, prediction: Locator, skip: bool) -> None:
    """Make a guess, how sure one is too, or skip it."""
    prediction.scroll_into_view_if_needed()
    expect(prediction).to_have_attribute("data-state", "asking")
    if skip:
        walk.press(prediction.get_by_role("button", name="Skip"))
        return
    kind = prediction.get_attribute("data-kind")
    guesses = prediction.locator("[name=guess]")
    if kind == "choice":
        guesses.first.check()
    else:
        for one in guesses.all():
            one.press("ArrowUp")
    sure = prediction.locator("details.sure > summary")
    if sure.count():
        walk.press(sure)
        prediction.locator("details.sure input").first.press("ArrowRight")
    walk.press(prediction.get_by_role("button", name="That is my guess"))
    expect(prediction).to_have_attribute("data-state", "guessed")


def answer_all(walk: Walk, page: Page, path: str, wrong: bool) -> None:
    """Answer every question of a page, all wrongly or all rightly."""
    for entry in (one for one in walk.course["questions"] if one["page"] == path):
        section = page.locator(f"section.question#question-{entry['id']}")
        section.scroll_into_view_if_needed()
        expect(section).to_have_attribute("data-ready", "")
        key = json.loads(section.locator("script.key").text_content() or "")
        answers = right_and_wrong(entry["kind"], key, section.locator("input[name=answer]").count())
        answer(section, entry["kind"], answers[wrong])
        expect(section).to_have_attribute("data-state", "wrong" if wrong else "right")


def worked(walk: Walk, path: str) -> None:
    """A chapter or lesson: predictions guessed and skipped, questions wrong, then right, texts written."""
    with walk.reader(path) as page:
        page.evaluate(SCROLL)
        for n, prediction in enumerate(page.locator("section.prediction").all()):
            guess(walk, prediction, skip=n % 3 == 2)
        for field in page.locator("section.reflection textarea, section.memo textarea").all():
            field.scroll_into_view_if_needed()
            field.fill("It depends on who pays.")
        answer_all(walk, page, path, wrong=True)
        page.evaluate(UNFOLD)
        page.evaluate(SCROLL)
        walk.look(page, f"{path} guessed, wrong, unfolded")
        answer_all(walk, page, path, wrong=False)
        walk.look(page, f"{path} right", "section.question", views=("light", "dark", "forced", "320"))


def moved(walk: Walk, path: str) -> None:
    """Every lab of a page: at the ends of its controls, each picture shown, a bad link noted, its code opened."""
    labs = [one["id"] for one in walk.course["labs"] if one["page"] == path]
    if not labs:
        return
    with walk.reader(f"{path}#lab-{labs[0]}?nothing=1") as page:
        page.wait_for_function(AWAKE, polling=100)
        page.evaluate(UNFOLD)
        for id in labs:
            lab = page.locator(f"#lab-{id}")
            for slider in lab.locator("form.controls input[type=range]").all():
                slider.press("End")
            for choice in lab.locator("form.controls select").all():
                choice.press("ArrowDown")
            for box in lab.locator("form.controls input[type=checkbox]").all():
                box.press("Space")
            for tab in lab.get_by_role("tab").all()[1:]:
                tab.click()
                walk.look(
                    page, f"{id}, picture “{tab.inner_text()}”", f"#lab-{id} .views", views=("light", "dark", "320")
                )
            opens = lab.get_by_role("button", name=say("lab.editor"))
            if opens.count():
                walk.press(opens)
        walk.look(page, f"{path} labs moved, tools and code open", "section.lab", "section.cell")
