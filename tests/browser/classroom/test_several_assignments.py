"""Several assignments side by side in one browser: switched, left, brought to another device, drawn from pools."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from assignment_reference import link
from lab_on_page import faults
from playwright.sync_api import Browser, Locator, Page, expect

from coursekit.classroom.assignment.format import Assignment, content
from coursekit.classroom.assignment.item import Item, Pool
from coursekit.words import say

pytestmark = pytest.mark.fresh_profile
ADDRESS = "https://lms.example.org/course/7"
EXERCISES = ("promises_honour", "promises_firmest", "promises_senders")
FIRST = Assignment("First week", (Item("question", "promises-budapest"),), "IR", "2030-12-01T22:59:00Z")
SECOND = Assignment("Second week", (Item("chapter", "counting"),), submit=ADDRESS)
POOLED = Assignment("Third week", (), pools=(Pool(1, tuple(f"exercise/{id}" for id in EXERCISES)),))


def panel(page: Page, title: str) -> Locator:
    """The panel, once it is that of an assignment."""
    found = page.locator("section.assignment")
    expect(found.locator(".title")).to_contain_text(title)
    return found


def kept(page: Page) -> Locator:
    """The list of assignments under *My work*."""
    page.locator("details.my-work").evaluate("(box) => { box.open = true; }")
    expect(page.locator("button[data-do=save]")).to_be_enabled()
    return page.locator("details.my-work .kept-assignments")


def handed_in(page: Page, alias: str = "ann") -> dict:
    """Hand in by the panel; return the receipt."""
    form = page.locator("section.assignment form.hand-in")
    if not form.is_visible():
        page.locator("section.assignment").get_by_role("button", name=say("assignment.hand-in"), exact=True).click()
    form.get_by_label(say("hand-in.alias")).fill(alias)
    with page.expect_download() as download:
        form.get_by_role("button", name=say("hand-in.json")).click()
    return json.loads(Path(download.value.path()).read_text("utf-8"))


TAKE = """async (hashes) => { for (const hash of hashes) {
  const heard = new Promise((done) => addEventListener("hashchange", done, { once: true }));
  location.hash = hash;
  await heard;
  for (let n = 0; n < 3; n++) dispatchEvent(new Event("coursekit:assignment"));
} }"""


def test_links_taken_and_told_in_one_moment_leave_one_panel_that_of_the_last(page: Page, base: str) -> None:
    page.goto(link(FIRST, base))
    panel(page, FIRST.title)
    hashes = [link(one, base).partition("#")[2] for one in (SECOND, FIRST, SECOND, FIRST, SECOND)]
    page.evaluate(TAKE, hashes)
    panel(page, SECOND.title)
    page.wait_for_load_state("networkidle")
    expect(page.locator("section.assignment")).to_have_count(1)
    panel(page, SECOND.title)


def test_assignments_are_switched_left_and_handed_in_each_by_its_name(page: Page, base: str, browser: Browser) -> None:
    page.goto(link(FIRST, base))
    panel(page, FIRST.title)
    other = page.context.new_page()
    other.goto(link(SECOND, base))
    shown = panel(other, SECOND.title)
    assert handed_in(other)["assignment"] == content(SECOND)
    address = shown.locator("form .submit a")
    expect(address).to_have_text(ADDRESS)
    assert (address.get_attribute("href"), address.get_attribute("rel")) == (ADDRESS, "noopener noreferrer")
    page.reload()
    shown = panel(page, FIRST.title)  # each tab keeps its own
    assert handed_in(page)["assignment"] == content(FIRST)

    shown.locator("summary", has_text=say("assignment.inside")).click()
    shown.get_by_role("button", name=say("assignment.switch", title=SECOND.title)).click()
    shown = panel(page, SECOND.title)
    receipt = handed_in(page)
    assert receipt["assignment"] == content(SECOND)
    shown.locator("summary", has_text=say("assignment.inside")).click()
    assert not faults(page, "section.assignment")
    shown.get_by_role("button", name=say("assignment.leave")).click()
    shown.get_by_role("button", name=say("assignment.leave-yes")).click()
    expect(shown).to_have_count(0)
    page.reload()
    listed = kept(page)
    expect(listed.locator("li")).to_have_count(2)
    assert page.locator("section.assignment").count() == 0, "this tab shows none, though another does"
    assert not faults(page, "details.my-work")
    listed.get_by_role("button", name=say("assignment.switch", title="First week (IR)")).click()
    panel(page, FIRST.title)
    panel(other, SECOND.title)

    elsewhere = browser.new_context()
    device = elsewhere.new_page()
    device.set_default_timeout(20_000)
    device.goto(f"{base}book/desk.html")
    kept(device)
    file = {"name": "ann.json", "mimeType": "application/json", "buffer": json.dumps(receipt).encode()}
    device.locator("details.my-work input[type=file]").set_input_files(file)
    expect(device.locator("details.my-work")).to_contain_text(say("work.assignment-taken", title=SECOND.title))
    with device.expect_event("load"):
        device.get_by_role("button", name=say("work.again")).click()
    panel(device, SECOND.title).get_by_role("button", name=say("assignment.hand-in"), exact=True).click()
    expect(device.locator("section.assignment").get_by_label(say("hand-in.alias"))).to_have_value("ann")
    elsewhere.close()


@pytest.mark.parametrize("service_workers", ["block"])
def test_a_short_link_opens_the_sites_file_and_a_pool_shows_each_learner_their_own(page: Page, base: str) -> None:
    text = json.dumps(content(POOLED))
    page.route("**/assignments/week-3.json", lambda route: route.fulfill(body=text, content_type="application/json"))
    page.goto(f"{base}book/index.html#assignment=week-3")
    shown = panel(page, POOLED.title)
    page.goto(f"{base}chapters/promises.html")
    visible = page.locator(", ".join(f"#exercise-{id}" for id in EXERCISES)).filter(visible=True)
    drawn = {}
    for alias in ("ann", "ben", "cem", "dana", "eve"):
        shown.get_by_label(say("hand-in.alias")).first.fill(alias)
        shown.get_by_role("button", name=say("assignment.draw-button")).click()
        expect(shown.locator(".draw [role=status]")).to_contain_text(f"“{alias}”")
        expect(visible).to_have_count(1)
        drawn[alias] = visible.get_attribute("id")
    assert len(set(drawn.values())) > 1, drawn
    expect(shown.locator(".draw [role=status]")).to_have_text(say("assignment.drawn-anew", n=1, who="eve"))
    assert not faults(page, "section.assignment")
    receipt = handed_in(page, "ann")
    assert receipt["assignment"] == content(POOLED)
    expect(shown.locator("form.hand-in [role=status]")).to_contain_text(say("hand-in.drawn-anew", who="ann"))
    expect(page.locator(f"#{drawn['ann']}")).to_be_visible()
    page.route("**/assignments/broken.json", lambda route: route.fulfill(body="<html>", content_type="text/html"))
    page.goto(f"{base}book/index.html#assignment=broken")
    why = say("assignment.bad-no-json", value="broken")
    expect(panel(page, POOLED.title)).to_contain_text(say("assignment.bad", why=why))
