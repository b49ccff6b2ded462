"""A scene on a small phone: its first decision within one screen, kept, and shown again at the chapter's end."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from coursekit.tasks.steps import ROOT
from coursekit.words import say

CHAPTERS = sorted(path.stem for path in (ROOT / "chapters").glob("*.md"))
WIDTH, HEIGHT = 320, 640
# Where the first decision ends, how wide the page is, and whether any label of the drawing is cut off or too small.
MEASURE = """() => {
  const first = document.querySelector('article input').closest('label').getBoundingClientRect();
  const labels = [...document.querySelectorAll('.scene svg text')].map((one) => one.getBoundingClientRect());
  return {
    scene: !!document.querySelector('article input').closest('.scene'),
    bottom: first.bottom,
    wide: document.documentElement.scrollWidth,
    cut: labels.some((box) => box.left < 0 || box.right > innerWidth || box.height < 10),
  };
}"""


def test_a_choice_is_within_one_screen_and_comes_back(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce")
    page = context.new_page()
    for chapter in CHAPTERS:
        page.goto(f"{base}chapters/{chapter}.html", wait_until="domcontentloaded")
        page.evaluate("document.fonts.ready")
        seen = page.evaluate(MEASURE)
        assert seen["scene"] and seen["bottom"] <= HEIGHT, (chapter, seen)
        assert seen["wide"] <= WIDTH and not seen["cut"], (chapter, seen)
    opening, back = page.locator("section.scene").first, page.locator("section.scene-return")
    expect(back).to_have_attribute("data-state", "ready")
    expect(back.locator(".chosen")).to_have_text(say("scene.none"))
    text = opening.locator("label").nth(1).inner_text().strip()
    opening.get_by_role("radio").nth(1).check()
    expect(opening.locator(".kept")).to_have_text(say("scene.kept"))
    page.reload(wait_until="domcontentloaded")
    expect(opening.get_by_role("radio").nth(1)).to_be_checked()
    expect(back.locator(".chosen")).to_have_text(say("scene.chosen", choice=text))
    back.get_by_role("radio").nth(1).check()
    expect(back.locator(".kept")).to_have_text(say("scene.same"))
    back.get_by_role("radio").nth(0).check()
    expect(back.locator(".kept")).to_have_text(say("scene.other"))
    context.close()
