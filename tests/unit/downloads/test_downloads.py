"""What a site offers as files is listed as it is on the disk, and the same content gives the same bytes."""

from __future__ import annotations

import io
import json
import os
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.downloads import list_downloads, write_downloads, zip_bytes

NAMES = st.text(st.sampled_from("abcїß- ."), min_size=1, max_size=8).filter(lambda name: name.strip(" .") == name)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "course.json").write_text('{"build": "b", "pages": []}', "utf-8")
    return tmp_path


def put(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def test_files_are_listed_by_path_with_kind_and_size(site: Path) -> None:
    put(site / "downloads" / "scorm" / "one.zip", b"12345")
    put(site / "downloads" / "pdf" / "course.pdf", b"%PDF")
    put(site / "downloads" / "course-1.0-py3-none-any.whl", b"PK")
    put(site / "chapters" / "first.ipynb", b"{}")
    put(site / "_static" / "no.ipynb", b"{}")
    put(site / "downloads" / "pdf" / ".partial", b"")
    listed = list_downloads(site)
    assert listed == [
        {"path": "chapters/first.ipynb", "kind": "notebook", "bytes": 2},
        {"path": "downloads/course-1.0-py3-none-any.whl", "kind": "wheel", "bytes": 2},
        {"path": "downloads/pdf/course.pdf", "kind": "pdf", "bytes": 4},
        {"path": "downloads/scorm/one.zip", "kind": "scorm", "bytes": 5},
    ]
    assert json.loads((site / "course.json").read_text("utf-8")) == {"build": "b", "pages": [], "downloads": listed}


def test_listing_again_changes_nothing_but_what_came_and_went(site: Path) -> None:
    put(site / "downloads" / "pdf" / "one.pdf", b"1")
    list_downloads(site)
    os.utime(site / "course.json", (1, 1))
    list_downloads(site)
    assert (site / "course.json").stat().st_mtime == 1
    (site / "downloads" / "pdf" / "one.pdf").unlink()
    assert list_downloads(site) == []


def test_where_no_site_is_nothing_is_listed(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list_downloads(tmp_path)


def test_the_files_of_a_kind_are_those_last_written(site: Path) -> None:
    write_downloads(site, "qti", {"old.zip": b"1", "same.zip": b"2"})
    os.utime(site / "downloads" / "qti" / "same.zip", (1, 1))
    write_downloads(site, "qti", {"same.zip": b"2", "new.xml": "ї"})
    held = {path.name: path for path in (site / "downloads" / "qti").iterdir()}
    assert sorted(held) == ["new.xml", "same.zip"]
    assert held["same.zip"].stat().st_mtime == 1
    assert held["new.xml"].read_text("utf-8") == "ї"


@given(st.dictionaries(NAMES, st.binary(max_size=200), max_size=5))
def test_a_zip_holds_what_it_was_given_in_that_order_and_is_the_same_each_time(files: dict[str, bytes]) -> None:
    made = zip_bytes(files)
    assert made == zip_bytes(dict(files))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == files
        assert archive.namelist() == list(files)
        assert len({info.date_time for info in archive.infolist()}) <= 1
