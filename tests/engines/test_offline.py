"""Kept for offline, a chapter opens, its labs move and its code runs when no server answers any more."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from driver import PYTHON_S, Driver

from coursekit.tasks.serve import Handler, Server, address, open_server

FEATURE = "offline"
AT = "#exercise-promises_honour"
CHAPTER = "chapters/promises.html"
KEPT = "(state) => document.documentElement.dataset.offline === state"
READY = f"() => document.querySelector('{AT} .cm-content') && !document.querySelector('{AT} [data-do=run]').disabled"
ENDED = f"() => /^(idle|passed|failed|error|stopped)$/.test(document.querySelector('{AT}').dataset.state)"
LAB = "() => document.querySelector('section.lab').dataset.state === 'ready'"
SAYS = "(before) => document.querySelector('section.lab .says').innerText !== before"
FOCUS = "() => document.querySelector('section.lab input[type=range]').focus()"


class Gone(Handler):
    """Answers until the server is gone; then every connection breaks off, also one that was open before."""

    def parse_request(self) -> bool:
        if getattr(self.server, "gone", False):
            self.close_connection = True
            return False
        return super().parse_request()


@pytest.fixture
def server(site: Path) -> Iterator[Server]:
    """A server of the test's own, which can be gone."""
    made = open_server(site, 0, Gone)
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def test_a_kept_chapter_is_whole_without_a_server(fresh: Driver, server: Server) -> None:
    base = address(server)
    fresh.go(f"{base}{CHAPTER}{AT}")
    fresh.wait(KEPT, "ready")
    fresh.click("section.offline [data-do=keep]")
    fresh.wait("() => document.querySelector('section.offline').innerText.includes('Kept.')", seconds=PYTHON_S)
    server.gone = True
    fresh.go(f"{base}book/bibliography.html")  # not visited, so not kept
    assert fresh.text("h1") == "Not kept on this device"
    fresh.go(base + CHAPTER)
    fresh.wait(LAB)
    before = fresh.text("section.lab .says")
    fresh.call(FOCUS)
    for _ in range(5):
        fresh.press("ArrowRight")
    fresh.wait(SAYS, before)
    fresh.go(f"{base}{CHAPTER}{AT}")
    fresh.wait(READY)
    fresh.write(f"{AT} .cm-content", "print(6 * 7, PROMISES.shape)")
    fresh.click(f"{AT} [data-do=run]")
    fresh.wait(ENDED, seconds=PYTHON_S)
    assert "42 (" in fresh.text(f"{AT} .outputs")
