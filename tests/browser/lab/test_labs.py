"""Labs in a real browser: what they say is what Python says, in any state, by link, hand and keyboard."""

import re
from collections.abc import Iterator

import numpy as np
import pytest
from lab_on_page import awake, in_page_order, opened
from lab_states import random_keys
from playwright.sync_api import Browser, Page, expect
from watched_page import new_context

from coursekit.lab.declare.otherwise import in_links
from coursekit.lab.display import Lab
from coursekit.lab.html.model_lab import table_cells
from deterrence.labs import lab, labs

pytestmark = pytest.mark.kept_profile
MODEL_LABS = in_page_order(name for name, made in labs().items() if isinstance(made, Lab))


@pytest.fixture
def place(course: dict) -> dict[str, str]:
    """The page on which each lab stands."""
    return {entry["id"]: entry["page"] for entry in course["labs"]}


@pytest.fixture(scope="module")
def reader(browser: Browser) -> Iterator[Page]:
    """A page that goes from lab to lab, by links alone."""
    context = new_context(browser, "light", "allow")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("id", MODEL_LABS)
def test_a_link_opens_the_lab_in_its_state_and_it_says_what_python_says(reader: Page, base: str, place: dict, id: str):
    page = reader
    made, rng = lab(id), np.random.default_rng(1994)
    for n in range(3):
        keys = random_keys(made, rng)
        link = f"#lab-{id}?" + "&".join(f"{in_links(name)}={key}" for name, key in keys.items())
        if n == 0 and page.url.partition("#")[0] != base + place[id]:
            section = opened(page, f"{base}{place[id]}{link}", id)
        else:  # as a link in the text of the same page
            page.evaluate("(link) => { location.hash = link; }", link)
            section = awake(page, id)
        expect(section.locator(".says")).to_have_text(made.sentence(**keys))
        expect(section.locator(".note")).to_be_hidden()
        wanted = table_cells(made, made.state(**keys))
        rows = section.locator("details.numbers tbody tr")
        read = "rows => rows.map(row => [...row.cells].slice(1).map(cell => cell.textContent))"
        shown = rows.evaluate_all(read)
        for _ in range(50):  # the table follows once the hand rests; one cell alone may look alike in two states
            if shown == wanted:
                break
            page.wait_for_timeout(100)
            shown = rows.evaluate_all(read)
        assert shown == wanted


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
def test_a_bad_link_is_ignored_with_a_note(page: Page, base: str, place: dict, query: str, said: str):
    section = opened(page, f"{base}{place['promise']}#lab-promise?{query}", "promise")
    expect(section.locator(".note")).to_contain_text(said)
    expect(section.locator(".says")).to_have_text(lab("promise").sentence())


def test_what_is_right_in_a_half_bad_link_is_taken(page: Page, base: str, place: dict):
    section = opened(page, f"{base}{place['promise']}#lab-promise?prize=99&budget=4", "promise")
    expect(section.locator(".says")).to_have_text(lab("promise").sentence(budget=4))
    expect(section.locator(".note")).to_contain_text("prize")


def test_a_link_to_a_lab_that_is_not_here_is_said(page: Page, base: str, place: dict):
    page.goto(f"{base}{place['promise']}#lab-nowhere?prize=1")
    page.locator("#lab-promise").scroll_into_view_if_needed()
    expect(page.locator("#lab-promise .note")).to_contain_text("“nowhere”")


def test_every_control_by_keyboard_and_back_by_reset(page: Page, base: str, place: dict):
    section = opened(page, base + place["promise"], "promise")
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
        page.wait_for_timeout(60)
        assert says.inner_text() != before, f"{control.name} changes nothing in what the lab says"
    section.get_by_role("button", name="Reset").press("Enter")
    expect(says).to_have_text(lab("promise").sentence())


def test_a_control_that_does_not_count_is_not_there_and_its_mode_s_tab_brings_it(page: Page, base: str, place: dict):
    section = opened(page, base + place["promise"], "promise")
    chosen = section.locator('[name="equal_cost"]:checked')
    assert chosen.input_value() == "cost"
    expect(section.locator('[name="contingent"]')).to_be_hidden()
    expect(section.locator('[name="budget"]')).to_be_visible()
    section.get_by_label("each at its stated size").check()
    expect(section.locator('[name="budget"]')).to_be_hidden()
    section.locator('[name="contingent"]').press("End")
    assert chosen.input_value() == "size"
    expect(section.locator(".says")).to_have_text(lab("promise").sentence(equal_cost="size", contingent=40_000))


@pytest.mark.parametrize("preset", range(len(lab("promise").presets)))
def test_each_case_says_its_story_and_its_numbers(page: Page, base: str, place: dict, preset: int):
    case = lab("promise").presets[preset]
    section = opened(page, base + place["promise"], "promise")
    button = section.get_by_role("button", name=case.name)
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(section.locator(".says")).to_have_text(lab("promise").sentence(**case.state))
    expect(section.locator(".story:visible")).to_have_text(case.story)


def test_the_link_that_is_copied_opens_the_same_state(page: Page, base: str, place: dict):
    section = opened(page, base + place["promise"], "promise")
    section.locator('[name="prize"]').press("End")
    section.get_by_label("each at its stated size").check()
    section.locator('[name="commitment"]').select_option("treaty")
    section.get_by_role("button", name="Copy link").click()
    said, link = section.locator(".says").inner_text(), page.evaluate("location.href")
    assert re.search(r"#lab-promise\?prize=2&equal_cost=size&commitment=treaty$", link)
    assert opened(page, link, "promise").locator(".says").inner_text() == said


def test_the_charts_draw_what_the_table_says(page: Page, base: str, place: dict):
    section = opened(page, f"{base}{place['promise']}#lab-promise?budget=5", "promise")
    drawn = section.locator("figure svg path").evaluate_all(
        "all => all.filter(one => one.getBBox().width > 200).length"
    )
    assert drawn >= 4  # two curves and two bands
    for part in ("On paper", "Troops", "needed", "Points off the chance of attack"):
        expect(section.locator("figure")).to_contain_text(part)


def test_the_clause_reader_shows_one_text_by_choice_and_by_link(page: Page, base: str, place: dict):
    reader = lab("clauses")
    section = opened(page, f"{base}{place['clauses']}#lab-clauses?text_id=us_rok_1953", "clauses")
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


def test_numbers_and_pictures_can_be_taken_away(page: Page, base: str, place: dict):
    section = opened(page, f"{base}{place['promise']}#lab-promise?budget=5", "promise")
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


def test_the_python_that_is_copied_draws_the_same_charts(context, page: Page, base: str, place: dict):
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    section = opened(page, f"{base}{place['promise']}#lab-promise?prize=1.5&equal_cost=size", "promise")
    section.get_by_role("button", name="Copy as Python").click()
    expect(section.locator(".note")).to_contain_text("Copied")
    code = page.evaluate("navigator.clipboard.readText()")
    *before, last = code.strip().splitlines()
    names: dict = {}
    exec("\n".join(before), names)
    spec = str(eval(last, names).to_dict())
    value = lab("promise").point(prize=1.5, equal_cost="size")[0]["deterrence_value"]
    assert str(value) in spec
