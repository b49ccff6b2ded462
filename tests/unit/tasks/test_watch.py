"""`make watch`: pages wait for the next build and load themselves again; nothing of that is in a built site."""

from __future__ import annotations

import os
import threading
import time
import urllib.request
from pathlib import Path

import pytest

from coursekit.tasks import build, watch
from coursekit.tasks.live_reload import News, serve_watched
from coursekit.tasks.serve import address, served
from coursekit.tasks.steps import Failed

PAGE = "<html><head></head><body><p>Words</p></body></html>"


def read(url: str) -> str:
    with urllib.request.urlopen(url, timeout=20) as answer:
        return answer.read().decode()


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "page.html").write_text(PAGE, "utf-8")
    (tmp_path / "page.js").write_text("1;" * 900, "utf-8")
    return tmp_path


def test_a_page_knows_its_build_and_hears_of_the_next(site: Path) -> None:
    news = News()
    news.tell()
    with serve_watched(site, 0, news) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        base = address(server)
        page = read(f"{base}page.html?x=1")
        assert page == PAGE.replace("</body>", '<script src="/-/reload.js" data-build="1"></script></body>')
        assert "/-/news?seen=" in read(f"{base}-/reload.js")
        assert read(f"{base}page.js") == "1;" * 900
        assert read(f"{base}-/news?seen=0") == "1"  # a page of an earlier build is told at once
        threading.Timer(0.3, news.tell).start()
        began = time.monotonic()
        assert read(f"{base}-/news?seen=1") == "2"
        assert 0.2 < time.monotonic() - began < 10
        server.shutdown()


def test_without_news_the_question_ends(site: Path) -> None:
    assert News().after(0, timeout=0.01) == 0


def test_the_built_site_s_own_server_adds_nothing(site: Path) -> None:
    with served(site) as base:
        assert read(f"{base}page.html") == PAGE


@pytest.mark.parametrize(
    ("path", "restarts"),
    [
        ("src/coursekit/lab/charts.py", True),
        ("src/coursekit/words/en/page.yml", False),
        ("src/course/labs/price.py", False),
        ("chapters/price.md", False),
    ],
)
def test_the_waiting_process_is_started_again_when_its_own_code_changed(path: str, restarts: bool) -> None:
    assert watch.concerns_coursekit([str(watch.ROOT / path)]) is restarts


def test_after_a_failed_build_the_next_one_reads_the_same_pages_again(tmp_path: Path, monkeypatch) -> None:
    """Sphinx remembers a page as read even if it warned: what it remembered before the failure is put back."""
    import jupyter_book.cli.main as jupyter_book

    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(build, "LOGS", tmp_path / "log")
    monkeypatch.setattr(build, "_check_sources", lambda: None)
    pickled = build.place("watch").parent / ".doctrees" / "environment.pickle"
    pickled.parent.mkdir(parents=True)
    pickled.write_bytes(b"before")

    def fail(arguments: list[str], standalone_mode: bool) -> None:
        pickled.write_bytes(b"after")
        os.write(1, b"chapters/a.md:3: WARNING: no such page: b\n")
        raise SystemExit(1)

    monkeypatch.setattr(jupyter_book, "main", fail)
    kept = os.dup(1), os.dup(2)
    try:
        with pytest.raises(Failed, match=r"a\.md:3: WARNING: no such page: b"):
            build.build_in_process("watch")
    finally:
        for target, source in enumerate(kept, 1):
            os.dup2(source, target)
    assert pickled.read_bytes() == b"before"


def test_a_waiting_process_that_was_killed_is_told_and_not_waited_for() -> None:
    builder = watch.Builder()
    process = builder._process
    assert process
    threading.Timer(0.2, process.kill).start()
    try:
        assert "has ended" in builder.build()
        assert not process.is_alive()
    finally:
        builder.stop()
