"""The watch itself bites: a page with every fault is told of every fault."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext
from watched_page import Watched

from coursekit.tasks.serve import served

FAULTY = """<!doctype html><html lang="en"><title>Faulty</title><body>
<img src="missing.png" alt=""><img src="https://elsewhere.example/pixel.png" alt="">
<script>console.error("said aloud"); setTimeout(() => { throw new Error("thrown") }); Promise.reject()</script>"""


@pytest.fixture
def faulty(tmp_path: Path, context: BrowserContext) -> Watched:
    (tmp_path / "index.html").write_text(FAULTY, "utf-8")
    with served(tmp_path) as address:
        watch = Watched(context)
        watch.open(address)
    return watch


@pytest.mark.parametrize(
    "fault",
    [
        "asked another origin: https://elsewhere.example/pixel.png",
        "could not load: 404 for http://127.0.0.1",
        "console error: said aloud",
        "console error: uncaught: thrown",
        "console error: uncaught: undefined",
        "watched: unhandledrejection at :: undefined",
    ],
)
def test_each_fault_is_told(fault: str, faulty: Watched) -> None:
    assert any(told.startswith(fault) for told in faulty.faults()), faulty.faults()


def test_an_expected_error_is_none(faulty: Watched) -> None:
    faulty.expected.append("said aloud")
    assert not any("said aloud" in told for told in faulty.faults())


def test_the_weight_is_what_was_sent(tmp_path: Path, context: BrowserContext) -> None:
    """100,000 equal letters are sent as a few hundred bytes, an unzippable file as itself."""
    (tmp_path / "index.html").write_text(f"<!doctype html><title>Long</title><p>{'a' * 100_000}", "utf-8")
    with served(tmp_path) as address:
        watch = Watched(context)
        watch.page.goto(address + "index.html")
        watch.page.wait_for_load_state("networkidle")
        assert 100 < watch.weight() < 2_000
