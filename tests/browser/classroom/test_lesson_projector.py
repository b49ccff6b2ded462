"""What a class is asked before it looks, on a projector: whole above the bar, and to be read from the last row."""

from __future__ import annotations

from playwright.sync_api import Browser, expect

from coursekit.words import say

WRONG = """() => {
  const bar = document.querySelector(".projector-bar").getBoundingClientRect().top;
  const shown = document.querySelector('.step[data-shown="yes"] > [data-shown="yes"].prediction');
  const all = [...shown.querySelectorAll("*")];
  const seen = all.filter((one) => one.checkVisibility() && !one.closest(".sr-only, option"));
  const texts = seen.filter((one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
  const cut = seen.filter((one) => one.getBoundingClientRect().bottom > bar);
  const small = texts.filter((one) => parseFloat(getComputedStyle(one).fontSize) < 23.5);
  return [...cut.map((one) => `cut: ${one.outerHTML.slice(0, 80)}`), ...small.map((one) => `small: ${one.innerHTML}`)];
}"""


def test_a_curve_to_draw_is_whole_and_legible(browser: Browser, base: str) -> None:
    context = browser.new_context(viewport={"width": 1366, "height": 768}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{base}lessons/whose-guarantee.html", wait_until="domcontentloaded")
    expect(page.locator("section.lesson")).to_have_attribute("data-state", "ready")
    page.get_by_role("button", name=say("lesson.project")).click()
    curve = page.locator('.prediction[data-kind="curve"]')
    for _ in range(30):
        if curve.is_visible():
            break
        page.keyboard.press("ArrowRight")
    expect(curve).to_be_visible()
    assert page.evaluate(WRONG) == []
    context.close()
