"""The capstone's memo: kept in the browser, and taken away as a page and as Markdown, with the lab's numbers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from coursekit.words import say

pytestmark = pytest.mark.kept_profile
ANSWER = "Sign it <b>now</b>, with | bars & *stars*.\n\nA second paragraph."
STATE = "#lab-design?words_share=0.25&troops_share=0.25&industry_share=0.25&army_share=0.25&budget=5&with_us=0"


def opened(page: Page, base: str, state: str = STATE) -> None:
    page.goto(f"{base}chapters/design.html{state}")
    expect(page.locator("#lab-design")).to_have_attribute("data-state", "ready")
    page.locator("#memo-design").scroll_into_view_if_needed()
    expect(page.locator("#memo-design")).to_have_attribute("data-state", "ready")


def taken(page: Page, kind: str) -> str:
    """The file that the button gives."""
    with page.expect_download() as download:
        page.locator(f'#memo-design [data-save="{kind}"]').click()
    assert download.value.suggested_filename == f"memo-design.{kind}"
    return Path(download.value.path()).read_text("utf-8")


def test_a_memo_is_taken_away_as_a_page_and_as_markdown_and_outlives_the_page(
    page: Page, base: str, tmp_path: Path
) -> None:
    """One visit for all of it: opening a chapter costs most."""
    opened(page, base)
    field = page.locator("#memo-design-recommendation")
    field.fill(ANSWER)
    expect(page.locator("#memo-design .length")).to_contain_text("9 words")
    _page_has_answer_settings_numbers_charts_and_sources(page)
    _markdown_has_the_same(page)
    page.locator("#memo-design-reasons").fill("</style><script>document.title = 'broken'</script>")
    html = taken(page, "html")
    page.reload()
    page.locator("#memo-design").scroll_into_view_if_needed()
    expect(field).to_have_value(ANSWER)
    _page_opens_by_itself_and_holds_no_script(page, html, tmp_path / "memo.html")


def _page_has_answer_settings_numbers_charts_and_sources(page: Page) -> None:
    html = taken(page, "html")
    assert "Sign it &lt;b&gt;now&lt;/b&gt;" in html
    assert "<p>A second paragraph.</p>" in html
    said = page.locator("#lab-design .says").inner_text()
    for part in ("5.0 billion", "Poland", "Popov", "10.1", say("memo.left-out")):
        assert part in html, part
    assert said.split(".")[0] in html
    chosen = re.search(rf'<th scope="row">{say("memo.chosen")}</th><td>(.*?)</td>', html)
    assert chosen
    assert "France" in chosen[1]
    assert "United States" not in chosen[1]
    assert "data:image/svg+xml;base64," in html
    assert not re.search(r'(?:src|href)="(?!data:|http://127|http://localhost)', html)
    status = page.locator("#memo-design .feedback")
    expect(status).to_contain_text("memo-design.html")
    expect(status).to_contain_text("What would change your mind?")


def _markdown_has_the_same(page: Page) -> None:
    text = taken(page, "md")
    assert text.startswith("# Which guarantee to sign\n")
    assert "## What should be signed, and by whom?" in text
    assert ANSWER in text
    assert f"## {say('memo.sources')}" in text
    table = text.split(f"## {say('memo.numbers')}")[1].split("##")[0].strip().splitlines()
    assert len({line.count("|") - line.count("\\|") for line in table}) == 1  # every row has every column


def _page_opens_by_itself_and_holds_no_script(page: Page, html: str, file: Path) -> None:
    file.write_text(html, "utf-8")
    page.goto(file.as_uri())
    expect(page).to_have_title("Which guarantee to sign")
    expect(page.locator("h1")).to_have_text("Which guarantee to sign")
    expect(page.locator("body")).to_contain_text("document.title = 'broken'")
    assert page.locator("figure img").evaluate("(image) => image.decode().then(() => image.naturalWidth > 100)")


def test_a_memo_wakes_a_lab_that_nobody_has_scrolled_to(page: Page, base: str) -> None:
    page.goto(f"{base}chapters/design.html#memo-design")
    expect(page.locator("#memo-design")).to_have_attribute("data-state", "ready")
    html = taken(page, "html")
    assert say("memo.settings") in html
