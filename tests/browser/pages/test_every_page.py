"""What holds for every page of the course, whatever is on it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from heard_as_seen import ALL_RULES, CONTRAST, EXCEPTIONS, HEARD, found_by_axe
from lab_on_page import AWAKE, STANDING
from looked_at import looked_at
from not_seen_by_axe import CUT_OFF, same_names
from paths import ROOT
from playwright.sync_api import Browser, TimeoutError
from watched_page import Watched, new_context, pages

from coursekit.tasks.build import place

# Bytes as sent, fonts included, and files, before any Python, scrolled through once: by the kind of page.
BUDGETS = json.loads((ROOT / "benchmarks" / "budgets.json").read_text("utf-8"))
WIDTHS = (768, 390, 320)
THUMBS = 390
# Buttons and fields too small for a thumb.
SMALL = """() => [...document.querySelectorAll('button, select, input, summary')]
  .filter((one) => !['radio', 'checkbox'].includes(one.type) && one.checkVisibility())
  .filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML.slice(0, 120))"""
NOT_BUILT = "(the book is not built)"
# Slides have no frame round them and do not scroll: tests/browser/slides looks at those of a chapter and of a lesson.
PAGES = [path for path in pages(place("self-study")) if not path.startswith("slides/")] or [NOT_BUILT]


# Charts are drawn anew and colours pass over into one another: what is judged is how the page looks after that.
SETTLED = "Promise.all(document.getAnimations().map((one) => one.finished.catch(() => 0))).then(() => 0)"


# A chart is drawn anew for its new width in the frame after the one that the width has changed in.
NEXT_FRAMES = """() => new Promise((done) => setTimeout(
  () => requestAnimationFrame(() => requestAnimationFrame(done)), 150))
  .then(() => document.documentElement.scrollWidth)"""


@dataclass
class Visit:
    """What one visit to a page showed."""

    faults: list[str]
    sizes: dict[str, int]
    themes: list[str] = field(default_factory=list)
    widths: dict[int, int] = field(default_factory=dict)
    small: list[str] = field(default_factory=list)
    cut: list[str] = field(default_factory=list)
    doubled: list[str] = field(default_factory=list)
    axe: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    labs: dict[str, list[str]] = field(default_factory=dict)
    controls: dict[str, list[str]] = field(default_factory=dict)


@pytest.fixture(scope="module", params=looked_at(PAGES))
def path(request: pytest.FixtureRequest) -> str:
    """Each page of the site."""
    return request.param


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Watched]:
    """The tab in which all pages are visited, one after another: that starts no browser process for each."""
    context = new_context(browser, "light", "block")
    watched = Watched(context)
    session = context.new_cdp_session(watched.page)
    session.send("Network.enable")  # without it the cache stays on
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    yield watched
    context.close()


@pytest.fixture(scope="module")
def visit(path: str, tab: Watched, base: str) -> Visit:
    """One visit to the page by a new reader (nothing stored, nothing cached): all that is tested is looked up in it."""
    page = tab.page
    page.emulate_media(color_scheme="light")
    tab.leave()
    stored = {"origin": base.rstrip("/"), "storageTypes": "all"}
    session = page.context.new_cdp_session(page)
    session.send("Storage.clearDataForOrigin", stored)
    session.detach()
    tab.open(base + path)
    seen = Visit(tab.faults(), tab.sizes())
    with suppress(TimeoutError):
        page.wait_for_function(AWAKE, polling=100)
    for lab in page.evaluate(STANDING):
        seen.labs.setdefault(lab["id"], []).append(lab["state"])
        seen.controls[lab["id"]] = lab["controls"]
    wide = page.viewport_size
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 800})
        seen.widths[width] = page.evaluate(NEXT_FRAMES)
        if width == THUMBS:
            seen.small = page.evaluate(SMALL)
    seen.cut = page.evaluate(CUT_OFF)
    page.set_viewport_size(wide)
    protocol = page.context.new_cdp_session(page)
    seen.doubled = same_names(protocol)
    protocol.detach()
    seen.names = {what: page.evaluate(look) for what, look in HEARD.items()}
    for theme, how in (("light", ALL_RULES), ("dark", CONTRAST)):
        if theme == "dark":
            page.emulate_media(color_scheme="dark")
            page.get_by_role("button", name="Dark page").click()
            page.wait_for_load_state("networkidle")
            page.evaluate(SETTLED)
        seen.themes.append(page.evaluate("document.documentElement.dataset.theme ?? 'light'"))
        seen.axe[theme] = found_by_axe(page, how)
    seen.faults = tab.faults()
    return seen


def heaviest(sizes: dict[str, int]) -> str:
    rows = sorted(sizes.items(), key=lambda row: -row[1])
    return "\n".join(f"{size / 1000:8.1f} KB {url}" for url, size in [("all", sum(sizes.values())), *rows][:15])


def test_loads_whole_from_its_own_origin(visit: Visit) -> None:
    assert not visit.faults, "\n".join(visit.faults)


def test_is_within_its_budget(visit: Visit, path: str) -> None:
    budget = BUDGETS.get(path.removeprefix("book/"), BUDGETS.get(path.partition("/")[0], BUDGETS["other"]))
    cached = [url for url, size in visit.sizes.items() if not size]
    assert visit.sizes and not cached, f"not sent, so not weighed: {cached}"
    assert sum(visit.sizes.values()) <= budget["bytes"], heaviest(visit.sizes)
    assert len(visit.sizes) <= budget["files"], "\n".join(visit.sizes)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(visit: Visit, theme: str) -> None:
    """All rules, best practices too, in the light page; in the dark one, whose colours alone differ, contrast."""
    assert theme in visit.themes
    assert not visit.axe[theme], "\n".join(visit.axe[theme])


@pytest.mark.parametrize("fault", HEARD)
def test_what_is_heard_is_what_is_seen(visit: Visit, fault: str) -> None:
    """Stops have names, sliders speak what they show, no value is told at every step, no name is given twice."""
    assert not visit.names[fault], "\n".join(visit.names[fault])


def test_controls_are_told_apart_by_what_is_heard(visit: Visit) -> None:
    """Within one part of the page no two buttons or fields have one name and one description."""
    assert not visit.doubled, "\n".join(visit.doubled)


def test_the_exceptions_are_few_and_say_why() -> None:
    assert len(EXCEPTIONS) <= 10 and all(len(row) == 3 and all(row) for row in EXCEPTIONS)


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_scrolls_sideways(visit: Visit, width: int) -> None:
    """Neither on a tablet nor on phones, to which a window is narrowed as it is when a device is turned."""
    assert 0 < visit.widths[width] <= width


def test_no_text_is_cut_off_on_the_narrowest_phone(visit: Visit) -> None:
    """Neither by the window nor by a box that does not scroll."""
    assert min(visit.widths) == WIDTHS[-1] == min(WIDTHS)
    assert not visit.cut, "\n".join(visit.cut)


def test_buttons_and_fields_are_large_enough_for_a_thumb(visit: Visit) -> None:
    assert THUMBS in visit.widths and not visit.small


def test_its_labs_stand_there_with_their_controls(visit: Visit, path: str, course: dict) -> None:
    assert course["labs"], "course.json lists no lab"
    for lab in (one for one in course["labs"] if one["page"] == path):
        assert visit.labs.get(lab["id"]) == ["ready"], lab["id"]  # once, and awake
        missing = {control["name"] for control in lab["controls"]} - set(visit.controls[lab["id"]])
        assert not missing, f"{lab['id']}: no control {missing}"


def test_each_lab_stands_on_a_page(course: dict) -> None:
    assert {lab["page"] for lab in course["labs"]} <= set(PAGES)


def test_no_page_is_listed_that_is_not_there(course: dict, site: Path) -> None:
    listed = {entry["path"] for entry in course["pages"]}
    missing = [path for path in sorted(listed) if not (site / path).is_file()]
    assert listed and not missing, json.dumps(missing)
