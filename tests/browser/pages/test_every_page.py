"""What holds for every page of the course, whatever is on it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from paths import ROOT
from watched_page import Watched, pages

from coursekit.tasks.build import place

AXE = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
# Bytes as sent, fonts included, before any Python, scrolled through once.
LANDING_MOST = 350_000
PAGE_MOST = 750_000
NOT_BUILT = "(the book is not built)"
PAGES = pages(place("self-study")) or [NOT_BUILT]


@pytest.mark.parametrize("path", PAGES)
def test_loads_whole_from_its_own_origin_and_within_its_weight(path: str, watched: Watched, base: str) -> None:
    """`watched` fails on foreign requests, console errors and missing files."""
    watched.open(base + path)
    most = LANDING_MOST if path in ("index.html", "book/index.html") else PAGE_MOST
    assert watched.weight() <= most, heaviest(watched)


def heaviest(watched: Watched) -> str:
    sizes = {r.url: r.sizes()["responseBodySize"] for r in watched.requests if r.response()}
    rows = sorted(sizes.items(), key=lambda row: -row[1])
    return "\n".join(f"{size / 1000:8.1f} KB {url}" for url, size in [("all", sum(sizes.values())), *rows][:15])


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_serious(path: str, theme: str, watched: Watched, base: str) -> None:
    page = watched.open(base + path)
    assert page.evaluate("document.documentElement.dataset.theme ?? 'light'") == theme
    page.evaluate(AXE.read_text("utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']}).then((r) => r.violations)")
    grave = [fault for fault in found if fault["impact"] in ("serious", "critical")]
    told = [f"{f['id']} ({f['impact']}): {f['help']}\n    {n['html'][:200]}" for f in grave for n in f["nodes"]]
    assert not told, "\n".join(told)


@pytest.mark.parametrize("path", PAGES)
def test_is_whole_from_a_folder_too(path: str, watched: Watched, site: Path) -> None:
    """A colleague gets the site as a folder: opened as file://, every lab answers."""
    page = watched.open((site / path).as_uri())
    labs = page.locator("section.lab")
    for lab in labs.all():
        lab.scroll_into_view_if_needed()
        page.wait_for_function("(lab) => lab.dataset.state === 'ready'", arg=lab.element_handle())
        assert lab.get_by_role("status").first.inner_text().strip()


def test_labs_stand_where_the_course_says(course: dict, watched: Watched, base: str) -> None:
    assert course["labs"], "course.json lists no lab"
    for lab in course["labs"]:
        page = watched.open(base + lab["page"])
        section = page.locator(f"section.lab#lab-{lab['id']}")
        section.scroll_into_view_if_needed()
        page.wait_for_function("(lab) => lab.dataset.state === 'ready'", arg=section.element_handle())
        for control in lab["controls"]:
            assert section.locator(f"[name='{control['name']}']").count(), f"{lab['id']}: no control {control['name']}"


def test_no_page_is_listed_that_is_not_there(course: dict, site: Path) -> None:
    listed = {entry["path"] for entry in course["pages"]}
    missing = [path for path in sorted(listed) if not (site / path).is_file()]
    assert listed and not missing, json.dumps(missing)
