"""A built site says nothing of where and when it was built; `make reproducible` compares two whole builds."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from built_site import built_site
from paths import ROOT

# A short folder's name may be a word of any text; with one of these behind it, it is no chance.
FOLDERS = [f"{ROOT}/{name}".encode() for name in ("src", "web", "book", "chapters", "exercises", "_build", ".venv")]
FOLDERS += [str(ROOT).encode()] * (len(str(ROOT)) > 12)
ALWAYS = (2020, 1, 1, 0, 0, 0)  # what every entry of an archive is dated to


@pytest.fixture(scope="module")
def files() -> list[Path]:
    """Every file of the self-study edition but the PDFs, which a browser prints and dates."""
    html = built_site()
    return sorted(path for path in html.rglob("*") if path.is_file() and path.suffix != ".pdf")


def contents(path: Path) -> Iterator[tuple[str, bytes]]:
    """A file's bytes, and if it is a ZIP those of its entries, each with its name."""
    yield path.name, path.read_bytes()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for one in archive.infolist():
                yield f"{path.name}: {one.filename}", archive.read(one)


def test_no_file_names_the_folder_that_it_was_built_in(files: list[Path]) -> None:
    told = [name for path in files for name, held in contents(path) if any(folder in held for folder in FOLDERS)]
    assert not told


def test_no_archive_says_when_it_was_made(files: list[Path]) -> None:
    archives = [path for path in files if zipfile.is_zipfile(path)]
    assert len(archives) > 5
    for path in archives:
        with zipfile.ZipFile(path) as archive:
            dated = {one.filename for one in archive.infolist() if one.date_time != ALWAYS}
            assert not dated, f"{path.name}: {sorted(dated)[:3]}"
            names = archive.namelist()
            assert len(names) == len(set(names)), path.name
