"""On a phone: a term opened over the page, the ledger's filter, a lab that is searched, the drawn timeline."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from playwright.sync_api import Browser, BrowserContext, expect

from coursekit.words import say

VERDICT = (
    "() => [...document.querySelectorAll('dl > dt.claim')].map((one) => one.className.match(/verdict-([\\w-]+)/)[1])"
)
SHOWN = "() => [...document.querySelectorAll('dl > .claim')].filter((one) => one.checkVisibility()).length"


LABELS = """() => [...document.querySelectorAll('.level:not([hidden])')].flatMap((level) => {
  const names = [...level.querySelectorAll('.entry:not(.filtered-out) .name')];
  const boxes = names.map((one) => one.getBoundingClientRect());
  const right = level.getBoundingClientRect().right;
  return boxes.filter((one, i) => one.right > right || boxes.slice(0, i).some((other) => other.bottom > one.top));
}).length"""


@pytest.fixture(scope="module")
def phone(browser: Browser):
    context = browser.new_context(viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True)
    context.set_default_timeout(30_000)
    yield context
    context.close()


def test_a_tapped_term_opens_over_the_page_and_closes_to_its_line(phone: BrowserContext, base: str) -> None:
    page = phone.new_page()
    page.goto(f"{base}chapters/presence.html")
    term, sheet = page.locator("a.term").nth(1), page.locator("dialog.definition-sheet")
    meaning = page.locator("a.term + .definition").nth(1)
    explained = (meaning.text_content() or "").strip()
    term.scroll_into_view_if_needed()
    for close in ("button", "Escape", "outside"):
        before = page.evaluate("scrollY")
        term.tap()
        expect(sheet).to_be_visible()
        assert sheet.locator(".meaning").inner_text().strip() == explained
        expect(sheet).to_have_accessible_name(re.compile(re.escape(term.inner_text()), re.I))
        expect(meaning).to_be_hidden()
        assert "glossary.html#" in (sheet.get_by_role("link").get_attribute("href") or "")
        if close == "button":
            sheet.get_by_role("button", name=say("glossary.close")).tap()
        elif close == "Escape":
            page.keyboard.press("Escape")
        else:
            page.touchscreen.tap(195, 80)
        expect(sheet).to_be_hidden()
        expect(term).to_be_focused()
        assert page.evaluate("scrollY") == before
        assert "chapters/presence.html" in page.url
    # With keys a term stays what it was: a link into the glossary.
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary.html#*")
    page.close()


def test_the_filter_shows_each_verdicts_claims_and_says_how_many(phone: BrowserContext, base: str) -> None:
    page = phone.new_page()
    page.goto(f"{base}book/claims.html")
    counted = Counter(page.evaluate(VERDICT))
    total = sum(counted.values())
    status = page.locator(".ledger [role=status]")
    expect(status).to_have_text(say("ledger.shown", n=total, all=total))
    rows = page.evaluate(SHOWN)
    for name, n in counted.items():
        page.locator(f".ledger input[value='{name}']").check()
        expect(status).to_have_text(say("ledger.shown", n=n, all=total))
        assert page.evaluate(SHOWN) == 3 * n  # the claim, where it is tested, and why
        page.emulate_media(media="print")
        assert page.evaluate(SHOWN) == rows
        page.emulate_media(media="screen")
    page.locator(f".ledger input[value='{name}']").press("ArrowUp")
    expect(page.locator(".ledger input:checked")).not_to_have_value(name)
    page.locator(".ledger input[value='fails']").check()
    page.evaluate("location.hash = 'on-the-arms-industry'")
    expect(status).to_have_text(say("ledger.shown", n=total, all=total))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


def test_the_search_leads_to_a_lab_by_a_word_of_its_title(phone: BrowserContext, base: str) -> None:
    page = phone.new_page()
    page.goto(f"{base}search.html?q=tripwire")
    expect(page.locator("#search-results a[href*='chapters/presence.html'][href*='#lab-tripwire']")).to_have_count(1)
    expect(page.locator("#search-results a[href*='#term-tripwire']")).to_have_count(1)
    page.close()


def test_a_search_goes_on_by_titles_where_the_connection_is_cut_after_its_page_came(
    browser: Browser, base: str
) -> None:
    context = browser.new_context(service_workers="block")  # nothing of the site is kept
    page = context.new_page()
    thrown: list[str] = []
    page.on("pageerror", lambda error: thrown.append(str(error)))
    page.route(re.compile(r"/(?:chapters|lessons|book)/[^?]*\.html$"), lambda route: route.abort())
    with page.expect_event("requestfailed", lambda request: request.url.endswith("chapters/presence.html")):
        page.goto(f"{base}search.html?q=tripwire")
    expect(page.locator("#search-progress")).to_contain_text("Search finished")
    expect(page.locator("#search-results a[href*='chapters/presence.html']").first).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert thrown == []
    context.close()


def test_the_drawn_timeline_zooms_filters_and_opens_an_entry_with_its_source(phone: BrowserContext, base: str) -> None:
    page = phone.new_page()
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{base}book/timeline.html")
    status = page.locator(".timeline-drawn [role=status]")
    total = page.locator("svg.level").first.locator(".entry").count()
    for level in page.locator("svg.level").all():
        low, high = level.get_attribute("data-low"), level.get_attribute("data-high")
        left = level.locator(".entry").count()
        expect(level).to_be_visible()
        expect(status).to_have_text(say("timeline.shown", n=left, all=total, low=low, high=high))
        assert page.evaluate(LABELS) == 0
        if page.locator("[data-do=nearer]").is_enabled():
            page.locator("[data-do=nearer]").press("Enter")
            expect(page.locator("[data-do=nearer]")).to_be_focused()  # at the last level too, where it goes out of use
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    # With keys: the last entry, out to the widest level, the one before, opened, closed again.
    page.locator(".level:not([hidden]) .entry[tabindex='0']").focus()
    for key in ("End", "-", "-", "-", "ArrowUp", "Enter"):
        page.keyboard.press(key)
    opened, entry = page.locator(".timeline-drawn .opened"), page.locator("svg.level").first.locator(".entry").nth(-2)
    expect(opened).to_be_focused()
    listed = page.locator(entry.get_attribute("href") or "")
    assert opened.locator(".text").inner_text().strip() == listed.inner_text().strip()
    expect(opened.locator("a[href*=bibliography]").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(opened).to_be_hidden()
    expect(entry).to_be_focused()
    for choice in page.locator("input[name=timeline-kind]").all()[1:]:
        choice.check()
        kind = choice.get_attribute("value") or ""
        of_kind = page.locator("svg.level").first.locator(f".entry[data-kinds~='{kind}']")
        expect(status).to_contain_text(f"{of_kind.count()} of {total} ")
        assert page.locator("svg.level").first.locator(".entry:visible").count() == of_kind.count() > 0
        assert page.locator("p[id^='entry-']:visible").count() == total  # the list stays whole
    page.locator("svg.level").first.locator(".entry:visible .row").first.tap()
    expect(opened).to_be_visible()
    page.close()
