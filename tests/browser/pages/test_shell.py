"""The frame of every page: light and dark, the list of chapters by keyboard, search; and predictions."""

import pytest
from heard_as_seen import faults_of_any_impact

from coursekit.front_end.fonts import STAND_INS

pytestmark = pytest.mark.kept_profile
LANDING = "book/index.html"
WHERE = """() => {
  const now = document.activeElement;
  return now.closest('#contents') ? 'list' : ['BODY', 'HTML'].includes(now.tagName) ? 'browser' : now.outerHTML;
}"""


def theme_of(page):
    return page.evaluate("document.documentElement.dataset.theme")


# How wide the page's own text is in a font against its stand-in; nothing if the system has no such font.
AS_WIDE = """async ([style, weight, font, standIn]) => {
  const text = document.querySelector("main").innerText.replaceAll("\\n", " ");
  const pen = document.createElement("canvas").getContext("2d");
  const width = async (family) => {
    const face = `${style} ${weight} 20px "${family}"`;
    await document.fonts.load(face, text);
    pen.font = face;
    return pen.measureText(text).width;
  };
  return width(standIn).then(async (without) => without / (await width(font)), () => null);
}"""


def test_text_is_as_wide_before_the_fonts_have_come(page, base):
    page.goto(f"{base}book/how.html")
    ratios = {}
    for one in STAND_INS:
        font = "Source Serif 4" if one.family.startswith("Serif") else "Source Sans 3"
        ratio = page.evaluate(AS_WIDE, [one.style, one.weight, font, one.family])
        if ratio is not None:
            ratios[one] = ratio
    if not ratios:
        pytest.skip(f"the system has none of {', '.join(name for one in STAND_INS for name in one.local)}")
    assert ratios == pytest.approx(dict.fromkeys(ratios, 1), abs=0.015)


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
    assert not faults_of_any_impact(page, "#contents")
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
