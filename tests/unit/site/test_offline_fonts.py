"""A page that is kept for reading without a connection is kept with the fonts of its own letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from coursekit.book.site.offline import needs

COURSE = {"labs": [], "exercises": []}


@pytest.mark.parametrize("quote", ["", '"', "'"])
def test_fonts_are_needed_whatever_quotes_the_style_sheet_writes(tmp_path: Path, quote: str) -> None:
    static = tmp_path / "_static"
    (static / "fonts").mkdir(parents=True)
    for name in ("sans-latin-400-normal.woff2", "sans-cyrillic-400-normal.woff2"):
        (static / "fonts" / name).write_bytes(b"")
    rules = "".join(f"src:url({quote}fonts/sans-{part}-400-normal.woff2{quote})" for part in ("latin", "cyrillic"))
    (static / "page.css").write_text(f"a{{mask:url('data:image/svg+xml,(x)')}}@font-face{{{rules}}}", "utf-8")
    (static / "course.css").write_text("", "utf-8")
    html = '<link rel="stylesheet" href="_static/page.css?v=1"/>'
    (tmp_path / "a.html").write_text(html, "utf-8")
    reading = needs("a.html", html, tmp_path, COURSE)["reading"]
    assert "_static/fonts/sans-latin-400-normal.woff2" in reading
    assert "_static/fonts/sans-cyrillic-400-normal.woff2" not in reading
