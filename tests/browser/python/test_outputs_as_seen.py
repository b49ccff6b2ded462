"""Outputs as a reader sees them, under the styles of an exercise's card: errors of callbacks, formulas, colours."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from paths import ROOT
from playwright.sync_api import BrowserContext, Page, expect
from probe.talking import runner

from coursekit.words import say

pytestmark = pytest.mark.timeout(240)

CSS = ROOT / "src" / "coursekit" / "book" / "assets" / "css" / "exercise.css"
CARD = """() => { const card = document.createElement("section"); card.className = "exercise";
  const outputs = document.getElementById("outputs"); outputs.before(card); card.append(outputs); }"""
# Text counts as seen only if it takes up room and nothing hides it.
SEEN = """(root) => { const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT); let seen = "";
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const range = document.createRange(); range.selectNodeContents(node);
    const box = range.getBoundingClientRect(); const style = getComputedStyle(node.parentElement);
    if (box.width > 1 && box.height > 1 && style.visibility === "visible" && style.opacity !== "0") seen += node.data;
  } return seen; }"""


@pytest.fixture(scope="module")
def card(probe_profile: BrowserContext, address: str) -> Iterator[Page]:
    """A page with Python whose outputs stand in an exercise's card."""
    page = probe_profile.new_page()
    page.set_viewport_size({"width": 1100, "height": 900})
    page.set_default_timeout(30_000)
    page.goto(address)
    page.add_style_tag(path=CSS)
    page.evaluate(CARD)
    yield page
    page.close()


def run(page: Page, code: str) -> dict:
    return runner(page)(code, packages=["numpy", "pandas"])


def seen(page: Page) -> str:
    return str(page.locator("#outputs").evaluate(SEEN))


def test_the_check_of_what_is_seen_sees_as_a_reader_does(card: Page) -> None:
    run(card, "print('plain')")
    assert "plain" in seen(card)
    card.locator("#outputs").evaluate("box => { box.firstElementChild.style.display = 'none'; }")
    assert "plain" not in seen(card)


INTERACT = "from ipywidgets import interact\n@interact(n=(0, 3))\ndef g(n=1):\n    return 6 / n"
OBSERVE = (
    "import ipywidgets as w\ns = w.IntSlider(value=1, max=3)\ns.observe(lambda c: 1 / c['new'], 'value')\ndisplay(s)"
)


@pytest.mark.parametrize(("code", "line"), [(INTERACT, 4), (OBSERVE, 3)])
def test_an_error_of_a_slider_is_seen_with_its_line_and_read_out(card: Page, code: str, line: int) -> None:
    assert run(card, code)["status"] == "ok"
    card.locator("#outputs [role=slider]").first.press("Home")
    alert = card.locator("#outputs [role=alert]")
    expect(alert).to_contain_text("ZeroDivisionError: division by zero")
    text = seen(card)
    assert "ZeroDivisionError" in text and say("outputs.at-line", line=line) in text


def test_an_error_of_a_button_is_seen_and_a_second_takes_its_place(card: Page) -> None:
    run(card, "import ipywidgets as w\nb = w.Button(description='Go')\nb.on_click(lambda _: undefined_name)\nb")
    for _ in range(2):
        card.locator("#outputs button", has_text="Go").click()
        expect(card.locator("#outputs [role=alert]")).to_have_count(1)
    text = seen(card)
    assert "undefined_name" in text and say("outputs.at-line", line=3) in text


def test_a_styled_table_has_its_colours_and_dresses_nothing_else(card: Page) -> None:
    run(card, "import pandas as pd\npd.DataFrame({'a': [1, 2]}).style.highlight_max()")
    colour = card.locator("#outputs td", has_text="2").evaluate("cell => getComputedStyle(cell).backgroundColor")
    assert colour == "rgb(255, 255, 0)"
    before = card.evaluate("() => getComputedStyle(document.body).backgroundColor")
    run(
        card,
        "from IPython.display import HTML\nHTML('<style>body, p { background-color: red; position: fixed; "
        'background-image: url(https://example.org/a.png) }</style><p onclick="x()">text</p>\')',
    )
    assert card.evaluate("() => getComputedStyle(document.body).backgroundColor") == before
    paragraph = card.locator("#outputs p", has_text="text")
    style = str(paragraph.get_attribute("style"))
    assert "background-color: red" in style and "url" not in style and "fixed" not in style
    assert card.locator("#outputs style").count() == 0


@pytest.mark.parametrize(
    "code",
    [
        "from IPython.display import Math\nMath(r'\\frac{a}{b}')",
        "from IPython.display import Latex\nLatex(r'so $\\frac{a}{b}$ it is')",
        "from IPython.display import Markdown\nMarkdown(r'so $x_1 + x_2$ and $\\frac{a}{b}$')",
        "import ipywidgets as w\nw.VBox([w.Label('$x^2$'), w.HTMLMath(r'$\\frac{a}{b}$')])",
    ],
)
def test_formulas_are_typeset(card: Page, code: str) -> None:
    run(card, code)
    expect(card.locator("#outputs math").first).to_be_visible()
    expect(card.locator("#outputs mfrac")).to_have_count(1)
    assert "$" not in seen(card)


def test_a_cell_clears_shows_anew_and_overwrites(card: Page) -> None:
    run(card, "from IPython.display import clear_output\nfor i in range(5): clear_output(wait=True); print('step', i)")
    assert seen(card).strip() == "step 4"
    run(card, "for i in range(5): print(f'\\rprogress {i}', end='', flush=True)")
    assert seen(card).strip() == "progress 4"
    run(card, "h = display('first', display_id=True)\nprint('between')\nh.update('second')")
    assert "second" in seen(card) and "first" not in seen(card)
    run(card, "from IPython.display import clear_output\nprint('kept')\nclear_output(wait=True)")
    assert seen(card).strip() == "kept"


def test_bytes_that_are_no_picture_are_told(card: Page) -> None:
    run(card, "class P:\n    def _repr_png_(self): return b'\\x89PNG...'\nP()")
    expect(card.locator("#outputs")).to_contain_text(say("outputs.picture-failed", type="image/png"))
