"""What a site is built with says nothing of the folder that it was built in: two builds give the same files."""

from __future__ import annotations

import shutil
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from coursekit.book.site import assets


def settings(folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What is put into the settings of a course in that folder, with the course's own machine in it."""
    shutil.copytree(assets.ASSETS / "templates", folder / "src" / "templates")
    monkeypatch.setattr(assets, "ASSETS", folder / "src")
    monkeypatch.setattr(assets, "sources", lambda app: "the same")
    app = SimpleNamespace(srcdir=str(folder), confdir=str(folder))
    config = SimpleNamespace(templates_path=["own"], coursekit_exercises="exercises", coursekit_sources="")
    assets.note_sources(app, config)  # type: ignore[arg-type]
    assert all((folder / path).is_dir() for path in config.templates_path[1:]), "Sphinx looks from the course's folder"
    return vars(config)


def test_settings_are_the_same_in_any_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = (settings(tmp_path / name, monkeypatch) for name in ("first", "another folder/deeper"))
    assert first == second
