"""States of pages that need no work: every page as it opens and unfolded, the frame's own boxes, lists filtered."""

from __future__ import annotations

from playwright.sync_api import expect
from watched_page import SCROLL

from axe_states.look import Walk
from coursekit.words import say

UNFOLD = "() => { for (const one of document.querySelectorAll('main details')) one.open = true; }"
PHONE = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}


def fresh_and_unfolded(walk: Walk, path: str) -> None:
    """A page as it opens, and with all that unfolds unfolded."""
    with walk.reader(path) as page:
        page.evaluate(SCROLL)
        walk.look(page, f"{path} fresh")
        page.evaluate(UNFOLD)
        page.evaluate(SCROLL)
        walk.look(page, f"{path} unfolded")


def frame(walk: Walk) -> None:
    """The drawer of contents, the boxes at the page's foot, full screen, a definition that is shown."""
    with walk.reader("chapters/promises.html", **PHONE) as page:
        walk.press(page.get_by_role("button", name="Contents"))
        expect(page.locator("#contents")).to_be_visible()
        walk.look(page, "drawer open on a phone", "#contents", ".top", views=("light", "dark", "forced", "320"))
        page.keyboard.press("Escape")
        term = page.locator("a.term").first
        term.tap()
        expect(page.locator("dialog.definition-sheet")).to_be_visible()
        walk.look(page, "glossary sheet open", "dialog.definition-sheet", views=("light", "dark", "forced", "320"))
    with walk.reader("chapters/promises.html", service_workers="allow") as page:
        expect(page.locator("html")).to_have_attribute("data-offline", "ready")
        page.locator("a.term").first.focus()
        walk.look(page, "definition shown", "article > section")
        foot = page.locator("details.my-work")
        walk.press(foot.locator("summary").first)
        expect(page.locator("button[data-do=save]")).to_be_enabled()
        page.evaluate("() => { for (const one of document.querySelectorAll('details')) one.open = true; }")
        walk.press(foot.get_by_role("button", name=say("work.hand-in"), exact=True))
        expect(page.locator("details.my-work form.hand-in")).to_be_visible()
        walk.look(page, "My work, hand-in and offline open", "details.my-work", "section.offline", "footer")
    with walk.reader("chapters/promises.html") as page:
        lab = page.locator("section.lab").first
        lab.scroll_into_view_if_needed()
        expect(lab).to_have_attribute("data-state", "ready")
        walk.press(lab.locator("details.tools > summary"))
        lab.get_by_role("button", name="Full screen").click()
        page.wait_for_function("() => document.fullscreenElement !== null")
        walk.look(page, "lab in full screen", f"#{lab.get_attribute('id')}")
        page.keyboard.press("Tab")
        page.evaluate("document.exitFullscreen()")


def lists(walk: Walk) -> None:
    """Search results, the ledger by verdict, the timeline filtered, nearer and with an entry open, sizes of files."""
    with walk.reader("search.html?q=tripwire") as page:
        page.locator("#search-results li a").first.wait_for()
        walk.look(page, "search with results")
    with walk.reader("search.html?q=xyzzyq") as page:
        expect(page.locator("#search-progress")).not_to_be_empty()
        walk.look(page, "search without results")
    with walk.reader("book/claims.html") as page:
        page.locator(".ledger input").nth(2).check()
        walk.look(page, "ledger filtered")
    with walk.reader("book/timeline.html") as page:
        page.locator("[data-do=nearer]").click()
        page.locator("input[name=timeline-kind]").nth(1).check()
        walk.look(page, "timeline nearer and filtered")
        walk.press(page.locator(".level:not([hidden]) .entry[tabindex='0']"))
        expect(page.locator(".timeline-drawn .opened")).to_be_visible()
        walk.look(page, "timeline with an entry open", ".timeline-drawn")


def projector(walk: Walk, path: str) -> None:
    """Each screen of a lesson in the view for a projector."""
    with walk.reader(path) as page:
        page.evaluate(SCROLL)
        page.get_by_role("button", name=say("lesson.project")).click()
        bar = page.locator("nav.projector-bar")
        expect(bar).to_be_visible()
        after = bar.get_by_role("button", name=say("lesson.after"))
        for n in range(1, 40):
            walk.look(page, f"{path} projector, screen {n}", views=("light", "dark", "forced"))
            if after.is_disabled():
                break
            after.click()
