"""The runtime beside the pages: the same files, by link or by copy, and a plain word when it can't be had."""

from __future__ import annotations

import os
from pathlib import Path
from types import SimpleNamespace

import pytest
from sphinx.errors import ExtensionError

from coursekit.book.site import runtime
from coursekit.runtime import Refused
from coursekit.runtime.pack import put


@pytest.fixture(params=["link", "copy"])
def disk(request, monkeypatch):
    """A disk with hard links, and one without."""
    if request.param == "copy":

        def none(*_: object) -> None:
            raise OSError("no links here")

        monkeypatch.setattr(os, "link", none)


@pytest.mark.usefixtures("disk")
def test_the_page_has_the_present_file(tmp_path):
    made, target = tmp_path / "made", tmp_path / "html" / "_static" / "made"
    for content in (b"one", b"two", b"two", b"three"):
        put(made, content)
        before = target.read_bytes() if target.exists() else None
        if before is not None:
            # A rebuild never changes under a reader what was published before.
            assert target.read_bytes() == before
        runtime.place(made, target)
        assert target.read_bytes() == content


def test_install_lays_out_what_the_manifest_names_and_nothing_else(tmp_path, monkeypatch):
    made = tmp_path / "_build" / "runtime"
    made.mkdir(parents=True)
    for name in ("light.bin", "manifest.json", "stray"):
        (made / name).write_bytes(name.encode())
    monkeypatch.setattr(runtime, "prepare", lambda *_, **__: {"files": {"light": {"file": "light.bin"}}})
    builder = SimpleNamespace(format="html")
    app = SimpleNamespace(srcdir=str(tmp_path), outdir=str(tmp_path / "html"), builder=builder)
    static = Path(app.outdir) / "_static" / "runtime"
    static.mkdir(parents=True)
    (static / "old.bin").write_bytes(b"old")
    runtime.install(app)
    assert sorted(path.name for path in static.iterdir()) == ["light.bin", "manifest.json"]


def test_a_refusal_ends_the_build_with_its_words(tmp_path, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise Refused("light.whl is cut short")

    monkeypatch.setattr(runtime, "prepare", refuse)
    app = SimpleNamespace(srcdir=str(tmp_path), outdir=str(tmp_path), builder=SimpleNamespace(format="html"))
    with pytest.raises(ExtensionError, match=r"light\.whl is cut short"):
        runtime.install(app)
