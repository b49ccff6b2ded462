"""Every lab in every case and under every tab: one screen for cause and effect, and no word on another or cut off."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect
from watched_page import Watched, new_context

from coursekit.tasks.build import place

BUILT = place("self-study") / "course.json"
PAGES = sorted({entry["page"] for entry in json.loads(BUILT.read_text("utf-8"))["labs"]}) if BUILT.is_file() else []
SCREENS = ((320, 640, False), (390, 844, False), (1366, 768, False), (1366, 768, True))
"""Width and height in px, and whether the lab is shown in full screen, where it is looked at in dark."""
"""Each lab is set to each of its cases by its own buttons, without motion, and waited for as long as something is
wrong: what is drawn a frame later is no fault, what stays is. Then its main sliders are moved from end to end, as by a
thumb that does not let go. In full screen only the first picture of each case is looked at."""
# A hall's screen: the chapter whose labs say most stands for all.
FULLEST, WALL = "chapters/design.html", (1920, 1080, True)
MEASURE = """async ({ id, full }) => {
  const lab = document.getElementById(`lab-${id}`);
  const frame = () => new Promise((next) => requestAnimationFrame(() => next()));
  const seen = (one) => one.getClientRects().length > 0;
  const within = (box, outer) => box.left >= outer.left - 1 && box.right <= outer.right + 1;
  // Words of the pictures: in a chart, on a scale, beside a bar or a row of dots, in the key.
  const WORDS = `svg:not(.trace) text, .ticks i, .legend li, .finding, .measure,
    .bar-row > .name, .bar-row > .value, .strip > .name, .strip > .value`;
  const words = () => {
    const wrong = [];
    const screen = { left: 0, right: document.documentElement.clientWidth };
    const texts = [...lab.querySelectorAll("figure")].flatMap((one) => [...one.querySelectorAll(WORDS)])
      .filter((one) => one.textContent.trim() && seen(one) && getComputedStyle(one).opacity !== "0")
      .map((one) => ({ one, text: one.textContent.trim(), box: one.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0);
    texts.forEach(({ one, text, box }, n) => {
      const svg = one.closest("svg");
      const outer = svg ? svg.getBoundingClientRect() : screen;
      if (!(within(box, outer) && within(box, screen))) wrong.push(`${text} is cut off`);
      if (svg && text.endsWith("…")) wrong.push(`${text} is cut short`);
      for (const { text: other, box: its } of texts.slice(n + 1))
        if (box.left < its.right - 1 && its.left < box.right - 1 &&
            box.top < its.bottom - 2 && its.top < box.bottom - 2) wrong.push(`${text} lies on ${other}`);
    });
    return texts.length ? wrong : [...(lab.querySelector("figure.passages, .timeline, .map") ? [] : ["no words"])];
  };
  const screen = () => {
    const rows = [...lab.querySelectorAll("[data-main]")].map((one) => one.closest(".row")).filter(seen);
    const parts = [lab.querySelector("figure"), lab.querySelector(".says"), ...rows];
    const boxes = parts.map((part) => part.getBoundingClientRect());
    const high = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
    const room = innerHeight - (full || matchMedia("(max-width: 760px)").matches ? 0 : 60); // the page's head stays
    return high <= room ? [] : [`picture, answer and controls take ${Math.round(high)} of ${room} px`];
  };
  const answered = async (act) => {
    const done = new Promise((next) => lab.addEventListener("lab:resolved", next, { once: true }));
    act();
    if (lab.dataset.kind === undefined) await done;
  };
  const told = [];
  const look = async (where) => {
    const until = performance.now() + (told.length ? 1000 : 20_000); // a slow machine's first wait is long
    let wrong;
    do {
      await frame();
      wrong = [...words(), ...screen()];
    } while (wrong.length && performance.now() < until);
    told.push(...wrong.map((what) => `${id}, ${where}: ${what}`));
  };
  if (full) await lab.requestFullscreen();
  await frame(); // charts follow a screen's new width in the frame after it
  await frame();
  const tabs = [...lab.querySelectorAll(".views > .tabs > [role=tab]")];
  let states = 0;
  // Reset comes first: another screen's last case is still set.
  for (const set of [lab.querySelector("[data-do=reset]"), ...lab.querySelectorAll("[data-preset]")]) {
    await answered(() => set.click());
    for (const tab of tabs.length ? tabs.slice(0, full ? 1 : undefined) : [null]) {
      if (tab) tab.click();
      await look(`${set.textContent.trim()}${tab ? ` / ${tab.textContent}` : ""}`);
      states++;
    }
  }
  if (tabs.length) tabs[0].click();
  for (const one of lab.dataset.kind ? [] : lab.querySelectorAll("input[type=range][data-main]")) {
    if (!seen(one)) continue;
    for (const end of [one.min, one.max]) {
      one.value = end;
      await answered(() => one.dispatchEvent(new Event("input", { bubbles: true })));
      await look(`${one.name} moved to ${end}`);
    }
  }
  if (full) await document.exitFullscreen();
  return { told, states };
}"""


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Watched]:
    """One tab for all pages, without the copy for use offline: what is measured depends on neither."""
    context = new_context(browser, "light", "block")
    context.set_default_timeout(60_000)
    watched = Watched(context)
    watched.page.emulate_media(reduced_motion="reduce")
    yield watched
    context.close()


@pytest.mark.parametrize("path", PAGES)
def test_picture_answer_and_controls_share_a_screen_and_no_words_collide(
    tab: Watched, base: str, course: dict, path: str
) -> None:
    wrong: list[str] = []
    tab.leave()
    page = tab.page
    page.set_viewport_size({"width": SCREENS[0][0], "height": SCREENS[0][1]})
    page.goto(base + path)
    labs = [entry for entry in course["labs"] if entry["page"] == path]
    for width, height, full in (*SCREENS, WALL) if path == FULLEST else SCREENS:
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme="dark" if full else "light", reduced_motion="reduce")
        for entry in labs:
            page.locator(f"#lab-{entry['id']}").scroll_into_view_if_needed()
            expect(page.locator(f"#lab-{entry['id']}")).to_have_attribute("data-state", "ready", timeout=60_000)
            got = page.evaluate(MEASURE, {"id": entry["id"], "full": full})
            assert got["states"] >= 1 + len(entry["presets"])
            wrong += [f"{width} px{', full screen' * full}: {what}" for what in got["told"]]
    assert not tab.faults(), tab.faults()
    assert not wrong, "\n".join(wrong)
