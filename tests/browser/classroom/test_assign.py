"""From a choice to a link, from the link to a hand-in, and from the hand-in to another device."""

from __future__ import annotations

import json
import re
from pathlib import Path

import nbformat
import pytest
from assignment_reference import encode, link
from exercise_card import Card
from lab_on_page import faults
from playwright.sync_api import Browser, BrowserContext, Page, expect
from scroll import scroll_to
from watched_page import Watched

from coursekit.classroom.assignment.format import Assignment, Item, content
from coursekit.classroom.assignment.link import MARK, decode
from coursekit.classroom.assignment.resolve import expand
from coursekit.classroom.receipt import read
from coursekit.words import say

pytestmark = pytest.mark.kept_profile
CHAPTER = "promises"
PAGE = f"chapters/{CHAPTER}.html"
EXERCISE, QUESTION = "promises_honour", "promises-budapest"
LEFT_OUT = "promises-critical"
TITLE = "Week 1 <script>document.title='run'</script> *b*"
ASSIGNED = Assignment(
    TITLE,
    (
        Item("exercise", EXERCISE, 2),
        Item("question", QUESTION),
        Item("reflection", CHAPTER, 10),
        Item("lab", "tripwire", state="contingent=1200&equal_cost=size"),
    ),
    "IR 1/a",
    "2020-12-01T22:59:00Z",
)


@pytest.fixture
def panel(page: Page):
    return page.locator("section.assignment")


def opened(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("section.assignment")).to_be_visible()


def saved(page: Page, name: str, alias: str = "Ann/../Ü 7") -> Path:
    """Hand in by the panel; return the file."""
    form = page.locator("section.assignment form.hand-in")
    if not form.is_visible():
        page.locator("section.assignment").get_by_role("button", name=say("assignment.hand-in"), exact=True).click()
    form.get_by_label(say("hand-in.alias")).fill(alias)
    with page.expect_download() as download:
        form.get_by_role("button", name=say(name)).click()
    assert re.fullmatch(r"Ann-Ü-7-IR-1-a\.(json|ipynb)", download.value.suggested_filename)
    return Path(download.value.path())


def answer(page: Page) -> None:
    section = page.locator(f"#question-{QUESTION}")
    section.scroll_into_view_if_needed()
    section.locator("input").first.check()
    section.get_by_role("button", name=say("question.check")).click()
    expect(section).not_to_have_attribute("data-state", "idle")


def test_a_learner_sees_what_is_assigned_does_it_and_hands_it_in(
    page: Page, panel, base: str, browser: Browser
) -> None:
    opened(page, link(ASSIGNED, base))
    assert page.title() != "run"
    assert MARK not in page.url
    expect(panel.locator(".title")).to_contain_text(TITLE)
    expect(panel.locator(".how-far")).to_have_text(say("assignment.how-far", n=0, all=4))
    expect(panel.locator(".due")).to_contain_text("You can still hand in")
    page.locator("ol.chapters").scroll_into_view_if_needed()
    assert page.locator("ol.chapters > li:visible").count() == 2, "the chapter and the lab's"
    page.goto(base + PAGE)
    expect(page.locator("#contents small.assigned")).to_have_count(2)
    expect(page.locator("#contents li:visible", has_text="Can fewer and better")).to_have_count(0)
    expect(page.locator(f"#question-{LEFT_OUT}")).to_be_hidden()
    panel.get_by_text(say("assignment.inside")).click()
    panel.get_by_role("button", name=say("assignment.show-all")).click()
    expect(page.locator(f"#question-{LEFT_OUT} .not-assigned")).to_be_visible()
    expect(page.locator("#contents li:visible", has_text="Can fewer and better")).to_have_count(1)
    panel.get_by_role("button", name=say("assignment.show-all")).click()

    card = Card(page, EXERCISE)
    card.editor.fill("mine = 'ü'")
    answer(page)
    page.locator(f"#reflection-{CHAPTER}").scroll_into_view_if_needed()
    page.locator(f"#reflection-{CHAPTER} textarea").fill("It depends <b>.")
    expect(panel.locator(".how-far")).to_have_text(say("assignment.how-far", n=2, all=4))
    panel.scroll_into_view_if_needed()
    panel.get_by_role("link", name=re.compile("^Lab")).click()
    lab = page.locator("#lab-tripwire")
    expect(lab).to_have_attribute("data-state", "ready")
    expect(lab.locator("[name=contingent]")).to_have_value("1200")
    lab.locator("[name=contingent]").press("ArrowRight")
    expect(panel.locator(".how-far")).to_have_text(say("assignment.how-far", n=3, all=4))

    receipt = read(saved(page, "hand-in.json").read_bytes())
    expect(panel.locator("form [role=status]")).to_contain_text("Not done yet")
    assert receipt["alias"] == "Ann/../Ü 7"
    assert receipt["assignment"] == content(ASSIGNED)
    work = receipt["work"]
    done = {f"exercise/{EXERCISE}", f"question/{QUESTION}", f"reflection/{CHAPTER}"}
    assert set(work) == {*done, "prediction/tripwire"}, "the guess was passed over by moving its lab"
    assert work[f"exercise/{EXERCISE}"]["code"] == "mine = 'ü'"
    version = page.evaluate("() => window.coursekit.course.exercises.find((e) => e.id === 'promises_honour').version")
    assert work[f"exercise/{EXERCISE}"]["version"] == version
    notebook = saved(page, "hand-in.ipynb")
    nbformat.validate(nbformat.read(notebook, as_version=4))
    assert read(notebook.read_bytes())["work"] == work

    elsewhere = browser.new_context()
    other = elsewhere.new_page()
    other.set_default_timeout(20_000)
    other.goto(base + PAGE)
    other.locator("details.my-work summary").click()
    expect(other.get_by_role("button", name=say("work.take"))).to_be_enabled()
    other.locator("details.my-work input[type=file]").set_input_files(
        {"name": "a.ipynb", "mimeType": "application/json", "buffer": notebook.read_bytes()}
    )
    status = other.locator("details.my-work > [role=status]")
    expect(status).to_have_text(say("work.taken", n=4, same=0))
    with other.expect_event("load"):
        other.get_by_role("button", name=say("work.again")).click()
    assert Card(other, EXERCISE).code() == "mine = 'ü'"
    other.locator(f"#reflection-{CHAPTER}").scroll_into_view_if_needed()
    expect(other.locator(f"#reflection-{CHAPTER} textarea")).to_have_value("It depends <b>.")
    expect(other.locator(f"#question-{QUESTION}")).not_to_have_attribute("data-state", "idle")
    elsewhere.close()

    panel.scroll_into_view_if_needed()
    panel.get_by_text(say("assignment.inside")).click()
    panel.get_by_role("button", name=say("assignment.leave")).click()
    panel.get_by_role("button", name=say("assignment.leave-yes")).click()
    expect(panel).to_have_count(0)
    page.goto(base + PAGE)
    expect(page.locator(f"#question-{LEFT_OUT}")).to_be_visible()
    assert Card(page, EXERCISE).code() == "mine = 'ü'", "leaving takes no work away"


@pytest.mark.parametrize("service_workers", ["block"])
def test_an_essay_begun_before_its_script_has_come_is_kept(page: Page, base: str) -> None:
    held = []
    page.route("**/question.js*", lambda route: held.append(route))
    page.goto(base + PAGE, wait_until="domcontentloaded")  # a page with a script under way is not loaded yet
    field = page.locator(f"#reflection-{CHAPTER} textarea")
    field.scroll_into_view_if_needed()
    field.fill("Early words.")
    page.wait_for_timeout(300)
    held[0].continue_()
    expect(page.locator(f"#reflection-{CHAPTER}")).to_have_attribute("data-state", "ready")
    page.wait_for_timeout(300)
    page.unroute("**/question.js*")
    page.reload()
    scroll_to(field, page.locator(f"#reflection-{CHAPTER}[data-state=ready]"))
    expect(field).to_have_value("Early words.")


def test_without_an_assignment_all_work_can_be_handed_in(page: Page, base: str) -> None:
    page.goto(base + PAGE)
    answer(page)
    page.locator("details.my-work summary").click()
    page.locator("details.my-work").get_by_role("button", name=say("work.hand-in"), exact=True).click()
    form = page.locator("details.my-work form.hand-in")
    form.get_by_label(say("hand-in.alias")).fill("ann")
    with page.expect_download() as download:
        form.get_by_role("button", name=say("hand-in.json")).click()
    assert download.value.suggested_filename == "ann.json"
    receipt = read(Path(download.value.path()).read_bytes())
    assert receipt["assignment"] is None
    assert f"question/{QUESTION}" in receipt["work"]


BAD = {
    "cut": encode(ASSIGNED)[:-9],
    "nonsense": "%3Cimg%20src=x%20onerror=alert(1)%3E",
    "long": "A" * 30_000,
    "other": "eyJ2IjoyfQ",
}


@pytest.mark.parametrize("bad", BAD.values(), ids=BAD)
def test_a_bad_link_is_told_and_changes_nothing(page: Page, panel, base: str, bad: str) -> None:
    page.goto(f"{base}book/index.html{MARK}{bad}")
    expect(page.locator("p.assignment.note")).to_contain_text("was not taken")
    assert panel.count() == 0
    assert page.evaluate("() => localStorage.getItem('touched-measured-counted/assignment')") is None
    assert page.evaluate("() => document.documentElement.dataset.assignment") is None


def test_what_the_course_does_not_have_is_named(page: Page, panel, base: str) -> None:
    opened(page, link(Assignment("Old", (Item("exercise", "gone_task"), Item("chapter", CHAPTER))), base))
    expect(panel).to_contain_text("exercise/gone_task")
    page.goto(f"{base}chapters/army.html")
    expect(panel).to_contain_text(say("assignment.not-here"))
    expect(page.locator("section.exercise").first).to_be_visible()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_panel_and_assign_page_for_axe_keyboard_and_a_small_screen(page: Page, panel, base: str, theme: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    opened(page, link(ASSIGNED, base))
    opener = panel.get_by_role("button", name=say("assignment.hand-in"), exact=True)
    opener.focus()
    page.keyboard.press("Enter")
    expect(panel.get_by_label(say("hand-in.alias"))).to_be_focused()
    panel.get_by_text(say("assignment.inside")).click()
    assert not faults(page, "section.assignment")
    page.goto(f"{base}book/assign.html")
    section = page.locator("section.assign")
    expect(section).to_have_attribute("data-state", "ready")
    section.locator(".chapter details").first.locator("summary").click()
    section.locator("details", has=page.locator("pre.syllabus")).locator("summary").click()
    assert not faults(page, "section.assign")
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 390


def made(page: Page) -> Assignment:
    return decode(page.locator("#assign-link").input_value())


@pytest.mark.fresh_profile
def test_a_link_and_a_syllabus_in_a_few_clicks(page: Page, context: BrowserContext, base: str, course: dict) -> None:
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{base}book/assign.html")
    expect(page.locator("section.assign")).to_have_attribute("data-state", "ready")
    page.get_by_role("button", name=say("assign.copy")).click()
    expect(page.locator("section.assign")).to_contain_text(say("assign.copied"))
    copied = page.evaluate("() => navigator.clipboard.readText()")
    first = decode(copied)
    assert copied.startswith(f"{base}book/index.html#")
    assert first.items == (Item("chapter", CHAPTER),) and first.due and first.build == course["build"]
    assert len(copied) < 500
    expect(page.locator("section.assign")).to_contain_text(say("assign.site-here"))
    page.get_by_label(say("assign.site")).fill("https://school.example/course/")
    expect(page.locator("section.assign")).not_to_contain_text(say("assign.site-here"))
    page.get_by_label(say("assign.site")).fill(base)

    page.get_by_label(say("assign.title"), exact=True).fill(TITLE)
    page.get_by_label(say("assign.code")).fill("IR/1")
    chapter = page.locator("section.assign .chapter").first
    chapter.locator("summary").click()
    chapter.locator(f"#assign-question-{LEFT_OUT}").uncheck()
    chapter.locator("li", has=page.locator(f"#assign-exercise-{EXERCISE}")).locator("input[type=number]").fill("5")
    presence = page.locator("section.assign .chapter").nth(2)
    presence.locator("summary").click()
    lab = presence.locator("li", has=page.locator("#assign-lab-tripwire"))
    lab.locator("select").select_option("link")
    lab.locator("input[type=text]").fill(f"{base}chapters/presence.html#lab-tripwire?trops=1")
    expect(lab.locator(".fault")).to_contain_text("trops")
    lab.locator("input[type=text]").fill(f"{base}chapters/presence.html#lab-tripwire?contingent=1200")
    now = made(page)
    assert (now.title, now.code) == (TITLE, "IR/1")
    assert set(now.items) == {
        Item("chapter", CHAPTER, without=(f"question/{LEFT_OUT}",)),
        Item("exercise", EXERCISE, 5),
        Item("lab", "tripwire", state="contingent=1200"),
    }
    with page.expect_download() as download:
        page.get_by_role("button", name=say("assign.download")).click()
    text = Path(download.value.path()).read_text("utf-8")
    assert "\\<script\\>" in text and f"(<{base}chapters/presence.html#lab-tripwire?contingent=1200>)" in text
    assert page.title() != "run"
    before = page.locator("#assign-link").input_value()
    page.reload()
    page.get_by_label(say("assign.load")).fill(before)
    page.get_by_role("button", name=say("assign.load-button"), exact=True).click()
    assert expand(made(page), course) == expand(now, course)
    assert made(page).title == TITLE
    page.get_by_label(say("assign.load")).fill(before[:-20])
    page.get_by_role("button", name=say("assign.load-button"), exact=True).click()
    expect(page.locator("section.assign")).to_contain_text("was not taken")
    page.get_by_label(say("assign.plan")).select_option(label="One week, BA")
    week = expand(made(page), course)
    assert {"promises-critical", "evidence-earlier", "promises_senders"} <= {item.id for item in week}
    assert "army-standards" not in {item.id for item in week}
    assert len(page.locator("#assign-link").input_value()) < 2000


@pytest.mark.fresh_profile
def test_from_a_folder_too(watched: Watched, site: Path) -> None:
    page = watched.page
    page.goto((site / "book" / "assign.html").as_uri())
    expect(page.locator("section.assign")).to_have_attribute("data-state", "ready")
    expect(page.locator(".sum")).to_contain_text(say("assign.site-file")[:40])
    opened(page, page.locator("#assign-link").input_value())
    page.goto((site / PAGE).as_uri())
    panel = page.locator("section.assignment")
    expect(panel.locator(".how-far")).to_contain_text("0 of")
    answer(page)
    expect(panel.locator(".how-far")).to_contain_text("1 of")
    panel.get_by_role("button", name=say("assignment.hand-in"), exact=True).click()
    panel.get_by_label(say("hand-in.alias")).fill("ann")
    with page.expect_download() as download:
        panel.get_by_role("button", name=say("hand-in.json")).click()
    receipt = json.loads(Path(download.value.path()).read_text("utf-8"))
    assert list(receipt["work"]) == [f"question/{QUESTION}"]
