"""A lab in a real browser says what Python says: by hand, by keyboard, by link; and what can be taken away from it."""

import re
from collections.abc import Iterator

import pytest
from lab_on_page import awake, opened
from playwright.sync_api import Browser, Locator, Page, expect
from watched_page import Watched, new_context

from coursekit.lab.html.model_lab import table_cells
from deterrence.labs import lab

pytestmark = pytest.mark.kept_profile


@pytest.fixture
def place(course: dict) -> dict[str, str]:
    """The page on which each lab stands."""
    return {entry["id"]: entry["page"] for entry in course["labs"]}


@pytest.fixture(scope="module")
def visit(browser: Browser, base: str, course: dict) -> Iterator[Watched]:
    """One visit to the first chapter's lab, for what needs no page that was opened a moment ago."""
    context = new_context(browser, "light", "allow")
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    watched = Watched(context)
    place = next(entry["page"] for entry in course["labs"] if entry["id"] == "promise")
    opened(watched.page, base + place, "promise")
    yield watched
    context.close()


@pytest.fixture
def promise(visit: Watched) -> Iterator[Locator]:
    """The first chapter's lab, set back to how it opens; the test fails if the page did what no page may do."""
    visit.page.evaluate("history.replaceState(null, '', location.pathname)")
    section = awake(visit.page, "promise")
    section.get_by_role("button", name="Reset").press("Enter")
    expect(section.locator(".says")).to_have_text(lab("promise").sentence())
    yield section
    assert not visit.faults(), "\n".join(visit.faults())


def follow(section: Locator, link: str) -> None:
    """Follow a link in the text of the same page."""
    section.evaluate("(_, link) => { location.hash = link; }", link)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("prize=9", "prize cannot be “9”; it takes 0.2 to 2"),
        ("prize=NaN", "prize cannot be “NaN”"),
        ("prize=", "prize cannot be “”"),
        ("equal_cost=free", "it takes one of cost, size"),
        ("troopers=3", "no “troopers”"),
        ("prize=%3Cscript%3Ealert(1)%3C/script%3E", "prize cannot be “<script>alert(1)</script>”"),
        ("prize=%E0%A4%A", "prize cannot be"),
        ("prize=" + "9" * 100_000, "the link is too long"),
    ],
)
def test_a_bad_link_is_ignored_with_a_note(promise: Locator, query: str, said: str):
    follow(promise, f"#lab-promise?{query}")
    expect(promise.locator(".note")).to_contain_text(said)
    expect(promise.locator(".says")).to_have_text(lab("promise").sentence())


def test_every_control_by_keyboard_and_back_by_reset(promise: Locator):
    section, page = promise, promise.page
    says = section.locator(".says")
    for control in lab("promise").controls:
        # A mode's tabs are radio buttons: the arrow keys go on from the one that is chosen.
        field = section.locator(f'[name="{control.name}"]:not([type=radio]), [name="{control.name}"]:checked')
        if control.when:
            section.locator(f'[name="{control.when[0]}"][value="{control.when[1]}"]').check()
            page.wait_for_timeout(60)
        before = says.inner_text()
        field.focus()
        page.keyboard.press("ArrowRight" if control.kind == "slider" else "ArrowDown")
        if control.kind == "slider":
            page.keyboard.press("PageUp")
        # Each control changes something in what the lab says.
        expect(says, control.name).not_to_have_text(before)
    section.get_by_role("button", name="Reset").press("Enter")
    expect(says).to_have_text(lab("promise").sentence())


def test_a_control_that_does_not_count_is_not_there_and_its_mode_s_tab_brings_it(promise: Locator):
    section = promise
    chosen = section.locator('[name="equal_cost"]:checked')
    assert chosen.input_value() == "size"
    expect(section.locator('[name="budget"]')).to_be_hidden()
    expect(section.locator('[name="contingent"]')).to_be_visible()
    section.get_by_label("at equal cost").check()
    expect(section.locator('[name="contingent"]')).to_be_hidden()
    expect(section.locator('[name="budget"]')).to_be_visible()
    section.get_by_label("each at its stated size").check()
    expect(section.locator('[name="budget"]')).to_be_hidden()
    section.locator('[name="contingent"]').press("End")
    assert chosen.input_value() == "size"
    expect(section.locator(".says")).to_have_text(lab("promise").sentence(equal_cost="size", contingent=40_000))


@pytest.mark.parametrize("preset", range(len(lab("promise").presets)))
def test_each_case_says_its_story_and_its_numbers(promise: Locator, preset: int):
    case, section = lab("promise").presets[preset], promise
    button = section.get_by_role("button", name=case.name)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(section.locator(".says")).to_have_text(lab("promise").sentence(**case.state))
    expect(section.locator(".story:visible")).to_have_text(case.story)


def test_the_link_that_is_copied_opens_the_same_state(page: Page, base: str, place: dict):
    section = opened(page, base + place["promise"], "promise")
    section.locator('[name="prize"]').press("End")
    section.locator('[name="commitment"]').select_option("treaty")
    section.get_by_label("at equal cost").check()
    section.locator('[name="budget"]').press("End")
    section.get_by_role("button", name="Copy link").click()
    said, link = section.locator(".says").inner_text(), page.evaluate("location.href")
    assert re.search(r"#lab-promise\?prize=2&equal_cost=cost&budget=40&commitment=treaty$", link)
    assert opened(page, link, "promise").locator(".says").inner_text() == said


def test_the_charts_draw_what_the_table_says(promise: Locator):
    section = promise
    follow(section, "#lab-promise?budget=5")
    expect(section.locator(".says")).to_have_text(lab("promise").sentence(budget=5))
    drawn = section.locator("figure svg path").evaluate_all(
        "all => all.filter(one => one.getBBox().width > 200).length"
    )
    assert drawn >= 4  # two curves and two bands
    for part in ("On paper", "Troops", "needed", "Points off the chance of attack"):
        expect(section.locator("figure")).to_contain_text(part)


def test_the_clause_reader_shows_one_text_by_choice_and_by_link(promise: Locator, place: dict):
    reader, page = lab("clauses"), promise.page
    assert place["clauses"] == place["promise"]
    follow(promise, "#lab-clauses?text_id=us_rok_1953")
    section = awake(page, "clauses")
    expect(section.locator(".says")).to_have_text(reader.passages["us_rok_1953"].sentence)
    section.locator("select").select_option("budapest_1994")
    expect(section.locator(".says")).to_have_text(reader.passages["budapest_1994"].sentence)
    expect(section.locator(".passage:visible")).to_have_count(1)
    assert section.locator("tbody tr:not([hidden])").count() == len(reader.passages["budapest_1994"].rows)


def test_without_script_picture_sentence_and_table_stand_there(browser, base: str, place: dict):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + place["promise"])
    section = page.locator("#lab-promise")
    expect(section.locator(".says")).to_have_text(lab("promise").sentence())
    expect(section.locator("figure svg").first).to_be_visible()
    assert section.locator("details tbody tr").count() == len(table_cells(lab("promise"), lab("promise").defaults))
    expect(page.locator("#lab-clauses .passage").last).to_be_visible()
    context.close()


def test_undo_takes_back_one_move_at_a_time(page: Page, base: str, place: dict):
    section = opened(page, base + place["promise"], "promise")
    says = section.locator(".says")
    section.locator('[name="prize"]').press("End")
    section.get_by_role("button", name="Korea 1953").click()
    undo = section.get_by_role("button", name="Undo")
    undo.click()
    expect(says).to_have_text(lab("promise").sentence(prize=2.0))
    undo.click()
    expect(says).to_have_text(lab("promise").sentence())
    undo.click()  # nothing left to undo: nothing happens
    expect(says).to_have_text(lab("promise").sentence())


def test_numbers_and_pictures_can_be_taken_away(promise: Locator):
    section, page = promise, promise.page
    follow(section, "#lab-promise?budget=5")
    expect(section.locator(".says")).to_have_text(lab("promise").sentence(budget=5))
    saved = {}
    for name in ("Numbers (CSV)", "Picture (SVG)", "Picture (PNG)"):
        with page.expect_download() as download:
            section.get_by_role("button", name=name).click()
        saved[download.value.suggested_filename] = download.value.path().read_bytes()
    header, first = saved["promise.csv"].decode().splitlines()[:2]
    row = dict(zip(header.split(","), first.split(","), strict=True))
    assert float(row["deterrence_value"]) == pytest.approx(lab("promise").point(budget=5)[0]["deterrence_value"])
    assert saved["promise.svg"].startswith(b"<svg") and b"var(" not in saved["promise.svg"]
    assert saved["promise.png"].startswith(b"\x89PNG")


def test_the_python_that_is_copied_draws_the_same_charts(promise: Locator):
    section, page = promise, promise.page
    follow(section, "#lab-promise?prize=1.5&equal_cost=size")
    expect(section.locator(".says")).to_have_text(lab("promise").sentence(prize=1.5, equal_cost="size"))
    section.get_by_role("button", name="Copy as Python").click()
    expect(section.locator(".note")).to_contain_text("Copied")
    code = page.evaluate("navigator.clipboard.readText()")
    *before, last = code.strip().splitlines()
    names: dict = {}
    exec("\n".join(before), names)
    spec = str(eval(last, names).to_dict())
    value = lab("promise").point(prize=1.5, equal_cost="size")[0]["deterrence_value"]
    assert str(value) in spec
