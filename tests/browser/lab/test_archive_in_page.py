"""The archive in a real browser: what is selected, said, drawn, linked, undone, saved."""

import csv
import io
from pathlib import Path

import pytest
from archive_example import example
from lab_on_page import faults, stage
from playwright.sync_api import Locator, Page, expect

from coursekit.lab.charts.worldmap import WIDTH, project
from coursekit.words import say

pytestmark = pytest.mark.kept_profile

ARCHIVE = example()


def shown(section: Locator, part: str) -> set[str]:
    return set(
        section.locator(f"{part} [data-row]:not([hidden])").evaluate_all("all => all.map(one => one.dataset.row)")
    )


@pytest.mark.parametrize(
    "keys",
    [
        {},
        {"kind": "symbolic"},
        {"era": "before", "attacked": "yes"},
        {"region": "east_asia", "kind": "tangible"},
        {"region": "americas", "attacked": "yes"},
    ],
)
def test_a_link_selects_and_it_says_and_shows_what_python_does(page: Page, base: str, site: Path, keys: dict):
    query = "&".join(f"{name}={key}" for name, key in keys.items())
    section = stage(page, base, site, ARCHIVE, f"#lab-probe?{query}")
    expect(section.locator(".says")).to_have_text(ARCHIVE.sentence(**keys))
    wanted = {case.key for case in ARCHIVE.shown(**keys)}
    for part in (".timeline", ".map", ".numbers"):
        assert shown(section, part) == wanted


def test_by_keyboard_undone_reset_and_linked(page: Page, base: str, site: Path):
    section = stage(page, base, site, ARCHIVE)
    section.get_by_label("Made of").focus()
    page.keyboard.press("ArrowDown")
    expect(section.locator(".says")).to_have_text(ARCHIVE.sentence(kind="symbolic"))
    section.get_by_role("button", name="Words alone, since 1945").click()
    expect(section.locator(".says")).to_have_text(ARCHIVE.sentence(kind="symbolic", era="since"))
    expect(section.locator(".story:visible")).to_have_text("Nothing but paper.")
    section.get_by_role("button", name="Copy link").click()
    assert page.evaluate("location.hash") == "#lab-probe?kind=symbolic&era=since"
    section.get_by_role("button", name="Undo").click()
    expect(section.locator(".says")).to_have_text(ARCHIVE.sentence(kind="symbolic"))
    section.get_by_role("button", name="Reset").click()
    expect(section.locator(".says")).to_have_text(ARCHIVE.sentence())


def test_a_case_is_picked_by_choice_bar_and_mark(page: Page, base: str, site: Path):
    section = stage(page, base, site, ARCHIVE)
    case = ARCHIVE.cases[4]
    section.get_by_label("Look closer at").select_option(case.key)
    card = section.locator(".passage.picked:visible")
    expect(card).to_contain_text(case.name)
    section.locator(f'.timeline [data-row="{case.key}"]').click()
    expect(card).to_have_count(0)
    other = ARCHIVE.cases[7]
    section.locator(f'.map [data-row="{other.key}"]').dispatch_event("click")
    expect(card).to_contain_text(other.name)


def test_the_map_draws_nearer_and_marks_keep_their_size(page: Page, base: str, site: Path):
    section = stage(page, base, site, ARCHIVE)
    section.get_by_role("tab", name="Map").click()
    size = "(mark) => mark.getBoundingClientRect().width"
    mark = section.locator(".map [data-row]:not([hidden]) circle").first
    before = mark.evaluate(size)
    section.get_by_label("Where").select_option("caucasus")
    assert float(section.locator(".map svg").get_attribute("viewBox").split()[2]) < 1000
    near = section.locator(".map [data-row]:not([hidden]) :is(circle, rect)").first
    assert near.evaluate(size) == pytest.approx(before, abs=2.5)
    section.get_by_label("Where").select_option("any")
    assert section.locator(".map svg").get_attribute("viewBox").startswith("0.0 0.0 ")
    section.get_by_role("button", name=say("archive.near")).click()
    left, top, width, height = map(float, section.locator(".map svg").get_attribute("viewBox").split())
    places = {case.key: project(*case.place) for case in ARCHIVE.cases}
    inside = {key for key, (x, y) in places.items() if left <= x <= left + width and top <= y <= top + height}
    assert width <= WIDTH / 3 and len(inside) > len(places) / 3
    assert {case.key for case in ARCHIVE.cases if case.values["region"] == "europe"} <= inside
    section.get_by_role("button", name=say("archive.whole")).click()
    assert section.locator(".map svg").get_attribute("viewBox").startswith("0.0 0.0 ")


def test_years_stand_where_they_are_bars_end_with_the_attack_and_folded_filters_are_counted(
    page: Page, base: str, site: Path
):
    section = stage(page, base, site, ARCHIVE)
    off = section.locator(".axis .tick").evaluate_all(
        """(ticks) => ticks.map((one) => {
          const [label, track] = [one.getBoundingClientRect(), one.parentElement.getBoundingClientRect()];
          return (label.left + label.right) / 2 - track.left - (parseFloat(one.style.left) / 100) * track.width;
        })"""
    )
    assert len(off) > 3 and max(map(abs, off)) < 1
    attacked = [case.key for case in ARCHIVE.cases if case.end is not None and case.end == case.event]
    for key in attacked:
        row = section.locator(f'.timeline [data-row="{key}"] .track')
        bar, event = (row.locator(f"span{one}").bounding_box() for one in (":not(.event)", ".event"))
        assert bar["x"] + bar["width"] == pytest.approx(event["x"] + 1, abs=1.5), key
        assert bar["width"] >= 5
    summary = section.locator(".assumptions > summary")
    expect(summary).to_have_text(say("archive.filters"))
    section.get_by_label("Attacked").select_option("yes")
    section.get_by_label("Where").select_option("europe")
    expect(summary).to_have_text(say("archive.filters_set", n=2))
    # On a phone all of them stand behind one button, which counts all that are set.
    page.set_viewport_size({"width": 390, "height": 844})
    fields = section.locator("form.controls select")
    section.locator(".assumptions").evaluate("(fold) => { fold.open = false; }")  # as a reader finds it
    expect(summary).to_have_text(say("archive.all_filters_set", n=2))
    assert fields.count() == len(ARCHIVE.filters) + 1
    expect(fields.locator("visible=true")).to_have_count(0)
    summary.click()
    expect(fields.locator("visible=true")).to_have_count(fields.count())
    section.get_by_label("Made of").select_option("symbolic")
    expect(summary).to_have_text(say("archive.all_filters_set", n=3))
    expect(section.locator(".says")).to_have_text(ARCHIVE.sentence(kind="symbolic", attacked="yes", region="europe"))
    page.set_viewport_size({"width": 1280, "height": 720})
    expect(section.get_by_label("Made of")).to_be_visible()
    expect(summary).to_have_text(say("archive.filters_set", n=2))


def test_what_is_selected_can_be_saved(page: Page, base: str, site: Path):
    section = stage(page, base, site, ARCHIVE, "#lab-probe?kind=tangible")
    with page.expect_download() as download:
        section.get_by_role("button", name="Numbers (CSV)").click()
    rows = list(csv.DictReader(io.StringIO(download.value.path().read_text("utf-8"))))
    assert [row["Case"] for row in rows] == [case.name for case in ARCHIVE.shown(kind="tangible")]
    with page.expect_download() as download:
        section.get_by_role("button", name="Picture (SVG)").click()
    assert "var(" not in download.value.path().read_text("utf-8").replace("var(--size", "")


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing_in_it(page: Page, base: str, site: Path, theme: str):
    stage(page, base, site, ARCHIVE, "#lab-probe?case=belgium-1839").locator("details.numbers summary").click()
    assert not faults(page, ".lab")


def test_bad_keys_in_a_link_are_noted(page: Page, base: str, site: Path):
    section = stage(page, base, site, ARCHIVE, "#lab-probe?kind=paper&era=since&colour=red")
    expect(section.locator(".note")).to_contain_text("kind cannot be “paper”; it takes one of any, symbolic")
    expect(section.locator(".note")).to_contain_text("no “colour”")
    expect(section.locator(".says")).to_have_text(ARCHIVE.sentence(era="since"))
