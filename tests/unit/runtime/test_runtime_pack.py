"""Packing: what goes in, in what form, and how often."""

from __future__ import annotations

import io
import json
import marshal
import shutil
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT

from coursekit.runtime.inside import compiled, members, packed, wanted
from coursekit.runtime.lock import read_lock
from coursekit.runtime.prepare import course_files, prepare

names = st.from_regex(r"[a-z]{1,5}(/[a-z]{1,5}){0,2}\.(py|csv|json)", fullmatch=True)


@pytest.mark.parametrize("name", ["a/tests/b.py", "a/b.pyi", "a.dist-info/RECORD", "a/", "turtle.py", "x/y.c"])
def test_left_out(name):
    assert not wanted(name)


@pytest.mark.parametrize("name", ["a/b.py", "a/data.csv", "a.dist-info/METADATA", "a/x.so", "testing/b.py"])
def test_kept(name):
    assert wanted(name)


@given(st.dictionaries(names, st.binary(max_size=50), max_size=6), st.booleans())
def test_packing_keeps_every_file_whatever_the_order(files, keep_sources):
    source = {name: b"x = 1\n" if name.endswith(".py") else content for name, content in files.items()}
    there = packed(list(source.items()), "/lib/a.zip", keep_sources)
    assert there == packed(list(reversed(source.items())), "/lib/a.zip", keep_sources)
    with zipfile.ZipFile(io.BytesIO(there)) as opened:
        held = set(opened.namelist())
        for name, content in source.items():
            if name.endswith(".py") and not keep_sources:
                assert name + "c" in held and name not in held
            else:
                assert opened.read(name) == content
        assert all(info.compress_type == zipfile.ZIP_STORED for info in opened.infolist())


def test_byte_code_is_of_this_source_and_never_checked_against_it():
    made = compiled("a/b.py", b"answer = 42", "/lib/a.zip")
    assert int.from_bytes(made[4:8], "little") == 1  # hash-based, unchecked
    names: dict[str, object] = {}
    code = marshal.loads(made[16:])
    exec(code, names)
    assert names["answer"] == 42
    assert code.co_filename == "/lib/a.zip/a/b.py"


def test_members_reads_a_wheel(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.whl", "w") as wheel:
        wheel.writestr("a/__init__.py", "1")
        wheel.writestr("a/tests/test_a.py", "1")
    assert [name for name, _ in members(str(tmp_path / "a.whl"))] == ["a/__init__.py"]


def test_the_page_gets_only_the_wings_that_run_there():
    files = course_files(sorted(p.parent for p in (ROOT / "src").glob("*/__init__.py")))
    wings = {name.split("/")[1] for name in files if name.startswith("coursekit/") and name.count("/") > 1}
    assert wings <= {"model", "html", "lab", "exercise", "live", "words"} and "live" in wings
    assert "coursekit/__init__.py" in files and "deterrence/__init__.py" in files
    assert not any("__pycache__" in name for name in files)


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    """A root with the true core and one small wheel, so that preparing it takes a second or two."""
    root = tmp_path_factory.mktemp("small")
    shutil.copytree(ROOT / "web/node_modules/pyodide", root / "web/node_modules/pyodide")
    kept = [f for f in read_lock().files if f.bundle == "core" or f.file.startswith("comm-")]
    files = [{k: getattr(f, k) for k in ("file", "version", "bundle", "size", "sha256", "sources")} for f in kept]
    (root / "lock.json").write_text(json.dumps({"pyodide": "0.27.7", "python": "3.12", "files": files}), "utf-8")
    package = root / "src" / "tiny"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("answer = 42\n", "utf-8")
    return root


def make(root: Path) -> tuple[dict, list[str]]:
    said: list[str] = []
    return prepare(root, lock=root / "lock.json", say=said.append), said


def test_only_what_changed_is_made_again(small, monkeypatch):
    monkeypatch.setenv("COURSEKIT_CACHE", str(ROOT / ".cache"))
    first, said = make(small)
    assert said and set(first["files"]) >= {"pyodide.asm.wasm", "stdlib", "light", "course"}
    again, said = make(small)
    assert again == first and said == []

    (small / "src/tiny/__init__.py").write_text("answer = 43\n", "utf-8")
    changed, said = make(small)
    assert said[0].endswith("preparing course")
    assert changed["build"] != first["build"]
    assert changed["files"]["stdlib"] == first["files"]["stdlib"]

    # A file that was cut or altered after it was made is made again, and is then the same.
    made = small / "_build/runtime"
    for name, spoil in (("light.bin", lambda b: b[:-1]), ("pyodide.asm.js", lambda b: b[:-1] + b"x")):
        path = made / name
        path.write_bytes(spoil(path.read_bytes()))
        mended, said = make(small)
        assert said and mended["files"] == changed["files"]
    (made / "manifest.json").write_text("[1", "utf-8")
    mended, _ = make(small)
    assert mended == changed
