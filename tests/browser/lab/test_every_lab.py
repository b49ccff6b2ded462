"""Every lab of the course: there without script and on paper, deaf to bad links, sound to axe in any state."""

import json
import re
from collections.abc import Iterator

import pytest
from lab_on_page import awake, faults, opened
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from watched_page import Watched, new_context

from coursekit.lab.display import Lab, TextLab
from coursekit.tasks.build import place
from deterrence.labs import lab

BUILT = place("self-study") / "course.json"
LABS = json.loads(BUILT.read_text("utf-8"))["labs"] if BUILT.is_file() else []
PAGES = sorted({entry["page"] for entry in LABS})
LAST = {entry["page"]: entry["id"] for entry in LABS}  # of each page, the lab that is visited last

# An address of megabytes slows the browser itself down: one lab gets it, the others one that is as much too long.
LONG = dict.fromkeys((entry["id"] for entry in LABS), 50_000) | {entry["id"]: 5_000_000 for entry in LABS[:1]}
# What is known of a control before it is moved, which has the focus then; and what it shows.
SHOWS = """one.type === 'checkbox' ? String(one.checked)
  : one.type === 'radio' ? one.form.querySelector(`[name="${one.name}"]:checked`).value : one.value"""
BEFORE = f"""(one) => {{
  one.focus();
  const labels = [...one.labels].map((label) => label.textContent.trim()).join('');
  return {{ labels, kind: one.type, shows: {SHOWS} }};
}}"""
LEFT = "the focus has left it"
NOW = f"(name) => {{ const one = document.activeElement; return one.name === name ? {SHOWS} : '{LEFT}'; }}"
UNFOLD = """(lab) => {
  for (let fold; (fold = lab.querySelector('details:not([open]) > summary')); ) fold.click();
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}"""

SHOWN = "(all) => all.filter((one) => one.checkVisibility()).length"


def first_sentence(id: str) -> str:
    made = lab(id)
    return next(iter(made.passages.values())).sentence if isinstance(made, TextLab) else made.sentence()


def bring_about(section: Locator, id: str, name: str) -> None:
    """Choose the mode under which a control counts, as a reader does who wants to move it."""
    when = {field.name: field.when for field in getattr(lab(id), "fields", ())}.get(name)
    if when:
        section.locator(f'[type=radio][name="{when[0]}"][value="{when[1]}"]').check()


@pytest.mark.parametrize("path", PAGES)
def test_without_script_and_in_print_picture_sentence_and_table_stand_there(browser, base: str, path: str):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(base + path)
    page.emulate_media(media="print")
    for entry in LABS:
        if entry["page"] != path:
            continue
        section = page.locator(f"#lab-{entry['id']}")
        expect(section.locator(".says")).to_have_text(first_sentence(entry["id"]))
        picture = section.locator("figure svg, figure .bar-row, .passages .passage").first
        expect(picture).to_be_visible()
        assert picture.bounding_box()["height"] > 20
        # A closed box is opened for paper: its rows have a height.
        rows = section.locator("details.numbers tbody tr")
        assert rows.count() > 0 and rows.first.bounding_box()["height"] > 5
        expect(section.locator(".tools")).to_be_hidden()
        # Of what is plotted only the points are printed as numbers.
        assert isinstance(lab(entry["id"]), Lab) <= (rows.evaluate_all(SHOWN) <= 6)
    # A sheet asks before it answers, names every partner of a pair, and uses its width when it lies on its side.
    assert page.locator(".prediction .reveal").evaluate_all(SHOWN) == 0
    assert page.locator(".question .on-paper").evaluate_all(SHOWN) == page.locator(".question .on-paper").count()
    assert page.locator("main").evaluate("(main) => main.clientWidth / innerWidth") > 0.9
    context.close()


@pytest.fixture(scope="module")
def context(browser: Browser) -> Iterator[BrowserContext]:
    """One profile for all labs: nothing tested here depends on what a reader did in another one."""
    shared = new_context(browser, "light", "allow")
    yield shared
    shared.close()


@pytest.fixture(scope="module", params=LABS, ids=lambda entry: entry["id"])
def entry(request: pytest.FixtureRequest) -> dict:
    """Each lab, as course.json lists it."""
    return request.param


@pytest.fixture(scope="module")
def visits(context: BrowserContext) -> Iterator[dict[str, Watched]]:
    """The one page that is open, by its path: labs come in the order of their pages, and each page is visited once."""
    yield (opened_pages := {})
    for watched in opened_pages.values():
        watched.end()


@pytest.fixture(scope="module")
def visit(entry: dict, context: BrowserContext, base: str, visits: dict[str, Watched]) -> tuple[Watched, Locator]:
    """Go to the lab by a link that asks each of its controls for what it can't be: from elsewhere, or in its page."""
    names = [control["name"] for control in entry["controls"]]
    bad = "&".join(
        f"{name}={value}" for name in names for value in ("NaN", "%3Cscript%3Ealert(1)%3C/script%3E", "1e99")
    )
    link = f"#lab-{entry['id']}?{bad[:1500]}&nowhere=1"
    if watched := visits.get(entry["page"]):
        watched.page.evaluate("(link) => { location.hash = link; }", link)
        return watched, awake(watched.page, entry["id"])
    for left in visits.values():
        left.end()
        left.page.close()
    visits.clear()
    watched = visits[entry["page"]] = Watched(context)
    watched.page.emulate_media(
        reduced_motion="reduce"
    )  # what is drawn on the way from state to state is no matter here
    return watched, opened(watched.page, f"{base}{entry['page']}{link}", entry["id"])


@pytest.fixture
def page(visit: tuple[Watched, Locator]) -> Page:
    return visit[0].page


@pytest.fixture
def section(visit: tuple[Watched, Locator]) -> Iterator[Locator]:
    """The lab's section; the test fails if the page did what no page may do."""
    yield visit[1]
    faults = visit[0].faults()
    assert not faults, "\n".join(faults)


def test_a_bad_link_is_noted_and_changes_nothing(page: Page, section: Locator, entry: dict):
    expect(section.locator(".says")).to_have_text(first_sentence(entry["id"]))
    expect(section.locator(".note")).to_contain_text(f"{entry['controls'][0]['name']} cannot be “NaN”")
    long = [entry["id"], LONG[entry["id"]]]
    page.evaluate("([id, n]) => { location.hash = '#lab-' + id + '?' + 'x='.repeat(n); }", long)
    expect(section.locator(".note")).to_contain_text("too long")
    expect(section.locator(".says")).to_have_text(first_sentence(entry["id"]))
    page.evaluate("history.replaceState(null, '', location.pathname)")  # so that it slows nothing that follows


def test_every_control_is_labelled_named_and_moves_by_keyboard(page: Page, section: Locator, entry: dict):
    for name in ("assumptions", "otherwise"):
        fold = section.locator(f"form.controls details.{name}:not([open]) > summary")
        if fold.count():
            fold.press("Enter")
    for control in entry["controls"]:
        bring_about(section, entry["id"], control["name"])
        radio = f'form.controls [type=radio][name="{control["name"]}"]:checked'
        field = section.locator(f'form.controls [name="{control["name"]}"]:not([type=radio]), {radio}').first
        before = field.evaluate(BEFORE)
        assert before["labels"], control["name"]
        keys = {"range": ["ArrowRight", "ArrowLeft"], "checkbox": [" "]}.get(before["kind"], ["ArrowDown", "ArrowUp"])
        seen = set()
        for key in keys:
            page.keyboard.press(key)
            seen.add(page.evaluate(NOW, control["name"]))
        assert LEFT not in seen, f"{entry['id']}: {control['name']}"
        assert seen - {before["shows"]}, f"{entry['id']}: {control['name']} does not move by keyboard"
    section.get_by_role("button", name="Reset").click()
    expect(section.locator(".says")).to_have_text(first_sentence(entry["id"]))
    section.evaluate(UNFOLD)
    if entry["id"] == LAST[entry["page"]]:  # then all of the page's labs lie open, and axe looks at them in one go
        assert not faults(page, *(f"#lab-{one['id']}" for one in LABS if one["page"] == entry["page"]))


def test_each_lab_s_table_and_sentence_have_the_roles_they_promise(section: Locator, entry: dict):
    assert section.locator("[role=status]").count() >= 1
    assert section.locator("details table").count() >= 1
    assert re.fullmatch(r"[\w-]+", entry["id"])
    assert section.evaluate("(one) => one.matches('section.lab')")
