"""The same lab in a real JupyterLab: widgets, chart and sentence, linked."""

from __future__ import annotations

import pytest
from jupyterlab_server import jupyterlab, notebook, run
from playwright.sync_api import BrowserContext, Page, expect

CELLS = ("from deterrence.labs import lab", 'lab("promise")')


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("jupyterlab")
    (folder / "work").mkdir()
    (folder / "work" / "promise.ipynb").write_text(notebook(*CELLS), "utf-8")
    with jupyterlab(folder) as running:
        yield running


@pytest.fixture
def lab_page(context: BrowserContext) -> Page:
    """A page without watch: what JupyterLab itself writes to the console is not ours to judge."""
    context.set_default_timeout(30_000)
    return context.new_page()


def test_the_promise_lab_lives_in_jupyterlab(lab_page: Page, address: str) -> None:
    output = run(lab_page, address, "promise.ipynb")
    sliders = output.locator(".widget-slider, .jupyter-widget-slider")
    expect(sliders.first).to_be_visible(timeout=60_000)
    # Drawn, not shown as JSON or text.
    drawn = output.locator(".vega-embed canvas, .vega-embed svg, .jp-RenderedImage img")
    expect(drawn.first).to_be_visible(timeout=30_000)
    sentence = output.locator(".widget-html p, .jupyter-widget-html p").first
    before, picture = sentence.inner_text(), drawn.first.evaluate(PICTURE)
    assert before.strip()
    handle = sliders.first.locator(".noUi-handle").first
    handle.focus()
    for _ in range(5):
        handle.press("PageUp")
    expect(sentence).not_to_have_text(before)
    lab_page.wait_for_function(
        f"([node, was]) => ({PICTURE})(node) !== was || !node.isConnected", arg=[drawn.first.element_handle(), picture]
    )


PICTURE = "(node) => node instanceof HTMLCanvasElement ? node.toDataURL() : node.outerHTML"
