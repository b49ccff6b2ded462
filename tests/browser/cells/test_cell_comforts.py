"""What makes a cell a place to work in: questions answered, Markdown, long output, names offered, keys, plain words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from code_cell import PATH, Cell, opener
from playwright.sync_api import BrowserContext, Page, Route, expect
from watched_page import Watched

from coursekit.words import say

pytestmark = [pytest.mark.kept_profile, pytest.mark.timeout(400)]


@pytest.fixture
def service_workers() -> str:
    """None: these tests change pages on the way, so pages come from the server every time."""
    return "block"


@pytest.fixture
def chapter(page: Page, base: str) -> Callable[..., list[Cell]]:
    """Opens the chapter with cells of the given codes."""
    return opener(page, base)


@pytest.fixture(scope="module")
def watched_cells(module_profile: BrowserContext, base: str) -> Iterator[tuple[Watched, list[Cell]]]:
    """One page with two open cells and one Python, for the tests that only run code and look at what comes."""
    watched = Watched(module_profile)
    cells = opener(watched.page, base)("kept = 5", "kept")
    for cell in cells:
        cell.open()
    yield watched, cells
    watched.end()


@pytest.fixture
def cells(watched_cells: tuple[Watched, list[Cell]]) -> Iterator[list[Cell]]:
    """The two cells; the test fails if the page did what no page may do."""
    watched, both = watched_cells
    yield both
    assert not watched.faults(), "\n".join(watched.faults())


@pytest.fixture
def cell(cells: list[Cell]) -> Cell:
    """The second of them."""
    return cells[1]


SUM = """total = 0
while True:
    text = input("Next number: ")
    if not text:
        break
    total += int(text)
print("sum", total)"""


def asked(cell: Cell, name: str = "Next number:"):
    return cell.outputs.get_by_label(name)


def test_questions_are_answered_in_the_output(cell: Cell) -> None:
    cell.editor.fill(SUM)
    cell.button("Run").click()
    for text in ("4", "38"):
        expect(asked(cell)).to_be_focused(timeout=60_000)
        asked(cell).fill(text)
        asked(cell).press("Enter")
    expect(cell.outputs).to_contain_text("Next number: 38")
    asked(cell).press("Enter")
    assert cell.settle() == "idle"
    expect(cell.outputs).to_contain_text("sum 42")
    expect(cell.outputs.locator("form")).to_have_count(0)
    # A wrong answer is the learner's own error, told as such.
    cell.button("Run").click()
    asked(cell).fill("four")
    cell.outputs.get_by_role("button", name=say("outputs.ask-send")).click()
    assert cell.settle() == "error"
    expect(cell.status).to_contain_text("'four' cannot be read as a number")


def test_waiting_for_an_answer_takes_none_of_the_time_and_stop_ends_it(cells: list[Cell]) -> None:
    cell = cells[0]
    cell.editor.fill("kept = 5\ninput('Well?')")
    cell.button("Run").click()
    expect(asked(cell, "Well?")).to_be_visible(timeout=60_000)
    cell.page.wait_for_timeout(11_000)  # longer than the limit
    expect(cell.section).to_have_attribute("data-state", "running")
    cell.button("Stop").click()
    assert cell.settle(2) == "stopped"
    expect(cell.status).to_have_text(say("python.stopped-asking"))
    expect(asked(cell, "Well?")).to_have_count(0)
    assert cell.run("kept") == "idle"
    expect(cell.outputs).to_contain_text("5")


def test_where_python_cannot_pause_the_code_begins_again_with_the_answers(page: Page, base: str) -> None:
    def without(route: Route) -> None:
        route.fulfill(body=f"delete WebAssembly.Suspending;\n{route.fetch().text()}", content_type="text/javascript")

    page.route("**/worker.js*", without)
    code = f"import random\nluck = random.random()\nprint(luck)\n{SUM}\n(luck, seen)"
    _, cell = opener(page, base)("seen = []", code)
    cell.open()
    cell.button("Run").click()
    expect(asked(cell)).to_be_visible(timeout=60_000)
    expect(cell.outputs).to_contain_text(say("outputs.ask-again"))
    luck = cell.outputs.inner_text().split("\n")[0]
    for text in ("4", "38", ""):
        asked(cell).fill(text)
        asked(cell).press("Enter")
    assert cell.settle() == "idle"
    expect(cell.outputs).to_contain_text("sum 42")
    assert cell.outputs.inner_text().count("Next number: 4\n") == 1
    expect(cell.outputs).to_contain_text(f"({luck}, [])")
    # Code that swallows everything is ended all the same, and later cells work.
    cell.editor.fill(
        "while True:\n    try:\n        n = int(input('Number? '))\n        break\n    except:\n        pass\nn"
    )
    cell.button("Run").click()
    expect(asked(cell, "Number?").or_(cell.status.get_by_text("10 seconds"))).to_be_visible(timeout=120_000)
    if cell.section.get_attribute("data-state") == "running":
        cell.button("Stop").click()
    assert cell.settle() == "stopped"
    assert cell.run("6 * 7") == "idle"


MARKDOWN = """from IPython.display import Markdown
display(Markdown('''## A finding

The *share* is **half**. [out](javascript:alert(1)) <img src=x onerror="window.bad=1"> <script>window.bad=1</script>

| war | kept |
|---|---:|
| one | 1 |

```
x = 1
```
'''))
class Note:
    def _repr_markdown_(self):
        return "- first\\n- second"
Note()"""


def test_markdown_is_rendered_and_runs_nothing(cell: Cell) -> None:
    assert cell.run(MARKDOWN) == "idle"
    shown = cell.outputs.locator(".markdown")
    expect(shown).to_have_count(2)
    expect(shown.first.get_by_role("heading", name="A finding")).to_be_visible()
    expect(shown.first.locator("strong")).to_have_text("half")
    expect(shown.first.locator("td")).to_have_text(["one", "1"])
    expect(shown.last.locator("li")).to_have_text(["first", "second"])
    assert cell.page.evaluate("window.bad") is None
    assert not re.search(r"onerror|javascript:|<script", shown.first.inner_html())


def test_long_output_is_folded_and_whole(cell: Cell) -> None:
    assert cell.run("for n in range(1, 1501): print('line', n)") == "idle"
    button = cell.outputs.get_by_role("button", name=say("outputs.unfold", n="1,500"))
    expect(button).to_have_attribute("aria-expanded", "false")
    assert cell.outputs.bounding_box()["height"] < 500
    whole = "\n".join(f"line {n}" for n in range(1, 1501))
    assert cell.outputs.locator("pre").inner_text().rstrip("\n") == whole
    button.click()
    assert cell.outputs.bounding_box()["height"] > 10_000
    cell.outputs.get_by_role("button", name=say("outputs.fold")).click()
    assert cell.outputs.bounding_box()["height"] < 500
    assert cell.run("print('short')") == "idle"
    expect(cell.outputs.get_by_role("button")).to_have_count(0)
    assert cell.run("[n for n in range(3)]") == "idle"
    expect(cell.outputs.get_by_role("button")).to_have_count(0)


def test_a_wide_table_scrolls_within_itself_on_a_phone(cell: Cell) -> None:
    page, wide = cell.page, cell.page.viewport_size
    page.set_viewport_size({"width": 360, "height": 720})
    assert cell.run("import pandas as pd\npd.DataFrame({f'column {n}': range(3) for n in range(15)})") == "idle"
    box = cell.outputs.locator(".scroll")
    assert box.evaluate("e => e.scrollWidth > e.clientWidth + 100")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("document.querySelector('.bd-article').scrollWidth <= innerWidth")
    page.set_viewport_size(wide)


def written(cell: Cell, text: str) -> None:
    """Replace the code, its last letters typed as a hand does."""
    cell.editor.fill(text[:-2])
    cell.editor.press("ControlOrMeta+End")
    cell.page.keyboard.type(text[-2:], delay=80)


def test_names_are_offered_before_and_after_python_has_come(chapter: Callable[..., list[Cell]]) -> None:
    _, cell = chapter(
        "import pandas as pd\nhonour_rates = pd.DataFrame({'honoured': [1]})", "x = 1", setup="def kept_share(): 1"
    )
    page = cell.page
    offered = page.locator(".cm-tooltip-autocomplete li")
    cell.open()
    written(cell, "mine_too = 1\nkept")
    expect(offered.filter(has_text="kept_share")).to_be_visible()
    written(cell, "honour")
    expect(offered).to_have_text(["honour_rates"])
    assert len(page.workers) == 0  # offering names starts no Python
    # Enter without a choice stays Enter; an arrow chooses.
    page.wait_for_timeout(150)  # the list does not take keys meant for the text before it came
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert cell.code() == "honour_rates"
    expect(offered).to_have_count(0)
    cell.button("Run").click()
    assert cell.settle() == "idle"
    written(cell, "honour_rates.hon")
    expect(offered).to_have_text(["honoured"])
    written(cell, "honour_rates['h")
    expect(offered).to_have_text(["honoured"])
    # Escape closes the list first, and then leaves the editor.
    page.keyboard.press("Escape")
    expect(offered).to_have_count(0)
    expect(cell.editor).to_be_focused()
    page.keyboard.press("Escape")
    page.keyboard.press("Tab")
    expect(cell.button("Run")).to_be_focused()


@pytest.fixture(scope="module")
def row(module_profile: BrowserContext, base: str) -> Iterator[list[Cell]]:
    """Eight cells on a page that stays open: two that go together, and six that do."""
    watched = Watched(module_profile)
    logs = (f"log = {'[*log, ' if n else '['}{n}]" for n in range(5))
    yield opener(watched.page, base)("x = 20", "x + 22", *logs, "log")
    watched.end()
    assert not watched.faults(), "\n".join(watched.faults())


def opened(cell: Cell) -> Cell:
    """The cell, open for changes."""
    return cell if cell.editor.is_visible() else cell.open()


def test_ctrl_enter_runs_and_shift_enter_goes_on(row: list[Cell]) -> None:
    first, second = row[:2]
    opened(first)
    first.editor.press("Control+Enter")
    assert first.settle() == "idle"
    expect(first.editor).to_be_focused()
    first.editor.press("Shift+Enter")
    assert first.settle() == "idle"
    expect(second.editor).to_be_focused()
    second.editor.press("Meta+Enter")
    assert second.settle() == "idle"
    expect(second.outputs).to_contain_text("42")
    assert (first.code(), second.code()) == ("x = 20", "x + 22")
    described = second.editor.get_attribute("aria-describedby")
    assert "Ctrl + Enter" in second.page.locator(f"[id='{described}']").inner_text()


def test_six_cells_run_in_order_from_the_last(row: list[Cell]) -> None:
    last = opened(row[-1])
    assert last.run() == "idle"
    expect(last.outputs).to_contain_text("[0, 1, 2, 3, 4]")
    opened(row[4])
    assert row[4].run("log = ['new']") == "idle"
    assert last.run() == "idle"
    expect(last.outputs).to_contain_text("['new']")


def test_a_worker_lost_between_runs_costs_no_click(row: list[Cell]) -> None:
    second = opened(row[1])
    later = "async def later():\n    await asyncio.sleep(1)\n    while True: pass"
    code = f"import asyncio\n{later}\nasyncio.ensure_future(later())"
    assert second.run(code) == "idle"
    second.page.wait_for_timeout(1500)
    assert second.run("x + 22") == "idle"  # the earlier cell has run again, too
    expect(second.outputs).to_contain_text("42")


def test_kept_work_stays_with_its_cell_when_others_come_before_it(chapter: Callable[..., list[Cell]]) -> None:
    _, second = chapter("x = 1", "y = 1\nz = 2\ny + z")
    second.open()
    second.editor.fill("y = 5  # mine")
    second.page.wait_for_timeout(400)
    _, new, _, third = chapter("x = 1", "new = 1", "x = 1", "y = 1\nz = 2\ny + z")
    expect(third.section.locator(".live")).to_be_visible()
    third.section.scroll_into_view_if_needed()
    assert third.code() == "y = 5  # mine"
    expect(new.section.locator(".live")).to_be_hidden()
    expect(third.section.locator(".notice")).to_be_hidden()
    # Changed upstream: both are offered, neither is lost.
    *_, changed = chapter("x = 1", "new = 1", "y = 1\nz = 3\ny + z")
    changed.section.scroll_into_view_if_needed()
    expect(changed.section.locator(".notice")).to_contain_text("changed since you began")
    assert changed.code() == "y = 5  # mine"
    changed.section.get_by_role("button", name=say("exercise.take-new")).click()
    assert changed.code() == "y = 1\nz = 3\ny + z"
    changed.button("Undo reset").click()
    assert changed.code() == "y = 5  # mine"


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("waers = 1\nwars + 1", "Is waers meant?"),
        ("import pandas as pd\npd.DataFrame({'honoured': [1]})['honored']", "Is honoured meant?"),
        ("if 1\n    2", "ends with a colon"),
        ("'a' + 1", "cannot be added"),
    ],
)
def test_an_error_is_told_with_what_is_at_hand(cell: Cell, code: str, words: str) -> None:
    assert cell.run(code) == "error"
    expect(cell.status).to_contain_text(words)


def test_no_code_from_a_link_runs_without_a_click(page: Page, base: str) -> None:
    page.goto(f"{base}{PATH}?code=print(1)&run=1#cell-1")
    page.wait_for_timeout(1500)
    assert len(page.workers) == 0
    expect(Cell(page).section).to_have_attribute("data-state", "idle")
