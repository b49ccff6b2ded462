"""Which labs' scripts are written anew: those that a changed file takes part in, and no others."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from paths import ROOT

from coursekit.book.site.module_files import files_of_module
from deterrence.labs import modules


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("src")
    shutil.copytree(ROOT / "src" / "deterrence", folder / "deterrence", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def users(source: Path, file: str) -> set[str]:
    """The labs that a file takes part in."""
    path = source / "deterrence" / file
    assert path.is_file()
    return {name for name, module in modules().items() if path in files_of_module(module, source)}


def test_a_labs_own_file_is_of_no_other_lab(source: Path) -> None:
    for name, module in modules().items():
        path = "/".join(module.split(".")[1:]) + ".py"
        assert users(source, path) == {name}, path


def test_what_labs_share_is_of_those_that_import_it(source: Path) -> None:
    seats = users(source, "labs/_shared/seats.py")
    assert "design" in seats and seats < modules().keys()
    assert users(source, "model/rungs.py") == modules().keys(), "the model is one package, and every lab has it"
    assert not users(source, "text/figures.py"), "labs know nothing of the prose"


def test_imports_of_every_kind_are_followed(tmp_path: Path) -> None:
    package = tmp_path / "toy"
    (package / "inner").mkdir(parents=True)
    files = {
        "__init__.py": "",
        "lab.py": "import os\nfrom . import near\nfrom .inner import deep\n\ndef later():\n    import toy.late as l\n",
        "near.py": "import toy.lab",
        "inner/__init__.py": "",
        "inner/deep.py": "from ..up import thing",
        "up.py": "thing = 1",
        "late.py": "",
        "other.py": "",
    }
    for name, text in files.items():
        (package / name).write_text(text)
    found = {path.relative_to(package).as_posix() for path in files_of_module("toy.lab", tmp_path)}
    assert found == files.keys() - {"other.py"}
    (package / "up.py").write_text("thing = (")
    with pytest.raises(SyntaxError):
        files_of_module("toy.lab", tmp_path)
