"""What is saved while the book is built is no part of it: the next run builds it."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursekit.tasks import build


@pytest.mark.parametrize("saved_meanwhile", [False, True])
def test_only_what_was_read_counts_as_built(saved_meanwhile: bool, tmp_path: Path, monkeypatch) -> None:
    chapter = tmp_path / "chapters" / "price.md"
    chapter.parent.mkdir()
    chapter.write_text("# Price")
    runs = []

    def jupyter_book(*_: object, **__: object) -> None:
        runs.append(chapter.read_text())
        page = build.place("self-study") / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(runs[-1])
        if saved_meanwhile and len(runs) == 1:
            chapter.write_text("# The price")

    for name, value in {"ROOT": tmp_path, "_check_sources": lambda: None, "run": jupyter_book}.items():
        monkeypatch.setattr(build, name, value)
    monkeypatch.setenv("COURSEKIT_CACHE", str(tmp_path / "cache"))
    for _ in range(3):
        build.book("self-study")
    assert runs == (["# Price", "# The price"] if saved_meanwhile else ["# Price"])
