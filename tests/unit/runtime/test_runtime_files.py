"""Runtime files: only the right hash is accepted, whatever the source; what is refused is named."""

from __future__ import annotations

import hashlib
import json
import threading
import zipfile
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.runtime.fetch import Store
from coursekit.runtime.lock import LOCK, File, Lock, Refused, read_lock
from coursekit.runtime.pack import HERE

NAME = "thing-1.0-py3-none-any.whl"
CONTENT = bytes(range(256)) * 9
NOWHERE = "http://127.0.0.1:9/"


def entry(*sources: dict[str, str], content: bytes = CONTENT, name: str = NAME) -> File:
    return File(name, "1.0", "light", len(content), hashlib.sha256(content).hexdigest(), list(sources))


def store(tmp_path: Path, *files: File) -> tuple[Store, list[str]]:
    said: list[str] = []
    return Store(Lock("0", "3.12", list(files)), tmp_path / "cache", tmp_path / "node_modules", said.append), said


@pytest.fixture
def served(tmp_path, monkeypatch):
    """A folder, and the address at which a real server serves it."""
    monkeypatch.setattr(SimpleHTTPRequestHandler, "log_message", lambda *_: None)
    folder = tmp_path / "served"
    folder.mkdir()
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(SimpleHTTPRequestHandler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield folder, f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@given(st.binary(min_size=1, max_size=400), st.data())
def test_any_other_content_has_a_fault(content, data):
    file = entry(content=content)
    other = data.draw(
        st.one_of(
            st.binary(max_size=400),
            st.integers(0, len(content) - 1).map(lambda n: content[:n]),
            st.integers(0, 8 * len(content) - 1).map(
                lambda bit: bytes(b ^ (1 << bit % 8 if i == bit // 8 else 0) for i, b in enumerate(content))
            ),
        )
    )
    assert file.fault(content) is None
    assert (file.fault(other) is None) == (other == content)


def test_a_cut_file_is_said_to_be_cut():
    assert "cut short" in (entry().fault(CONTENT[:-1]) or "")


def test_fetched_once_then_from_the_cache_with_the_network_gone(tmp_path, served):
    folder, address = served
    (folder / NAME).write_bytes(CONTENT)
    file = entry({"url": address + NAME})
    first, said = store(tmp_path, file)
    assert first.get(file).read_bytes() == CONTENT
    assert any(NAME in line for line in said)
    (folder / NAME).unlink()
    second, said = store(tmp_path, file)
    assert second.get(file).read_bytes() == CONTENT
    assert said == []


@pytest.mark.parametrize("bad", [b"", CONTENT[:-7], CONTENT[:-1] + b"x", CONTENT + b"x"])
def test_a_bad_download_is_refused_by_name_and_not_kept(tmp_path, served, bad):
    folder, address = served
    (folder / NAME).write_bytes(bad)
    file = entry({"url": address + NAME})
    fetching, _ = store(tmp_path, file)
    with pytest.raises(Refused, match=NAME) as refused:
        fetching.get(file)
    assert "COURSEKIT_WHEELS" in str(refused.value)
    assert not list((tmp_path / "cache").glob("*"))


def test_the_next_source_is_tried(tmp_path, served):
    folder, address = served
    (folder / NAME).write_bytes(CONTENT)
    (folder / "bad").write_bytes(CONTENT[:-1] + b"x")
    sources = [{"url": NOWHERE + NAME}, {"url": address + "bad"}, {"url": address + "missing"}]
    file = entry(*sources, {"url": address + NAME})
    fetching, _ = store(tmp_path, file)
    assert fetching.get(file).read_bytes() == CONTENT


@pytest.mark.parametrize("bad", [b"", CONTENT[:100], bytes(len(CONTENT))])
def test_a_damaged_cached_file_is_named_and_fetched_again(tmp_path, served, bad):
    folder, address = served
    (folder / NAME).write_bytes(CONTENT)
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / NAME).write_bytes(bad)
    file = entry({"url": address + NAME})
    fetching, said = store(tmp_path, file)
    assert fetching.get(file).read_bytes() == CONTENT
    assert NAME in said[0] and "Removing" in said[0]


def test_damaged_and_offline_says_what_to_do(tmp_path):
    (tmp_path / "cache").mkdir()
    (tmp_path / "cache" / NAME).write_bytes(CONTENT[:5])
    file = entry({"url": NOWHERE + NAME})
    fetching, said = store(tmp_path, file)
    with pytest.raises(Refused, match=f"{NAME} could not be had.*Connect to the internet"):
        fetching.get(file)
    assert NAME in said[0]


def test_a_local_folder_comes_first_but_must_match(tmp_path, monkeypatch):
    local = tmp_path / "wheels"
    local.mkdir()
    monkeypatch.setenv("COURSEKIT_WHEELS", str(local))
    file = entry({"url": NOWHERE + NAME})
    (local / NAME).write_bytes(CONTENT)
    fetching, _ = store(tmp_path, file)
    assert fetching.get(file).read_bytes() == CONTENT
    (tmp_path / "cache" / NAME).unlink()
    (local / NAME).write_bytes(CONTENT[::-1])
    with pytest.raises(Refused, match=str(local)):
        fetching.get(file)


def test_pip_offline_is_one_sentence(tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_INDEX_URL", NOWHERE + "simple")
    for name in ("PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS"):
        monkeypatch.setenv(name, "")
    file = entry({"pip": "thing==1.0"})
    fetching, _ = store(tmp_path, file)
    with pytest.raises(Refused, match="the Python index can't be reached") as refused:
        fetching.get(file)
    assert "\n" not in str(refused.value)


def test_inside_a_wheel_from_an_index_of_ours(tmp_path, monkeypatch):
    """The carrier is fetched by pip from a folder, checked, and what it carries is checked again."""
    carrier = "carrier-1.0-py3-none-any.whl"
    links = tmp_path / "links"
    links.mkdir()
    with zipfile.ZipFile(links / carrier, "w") as wheel:
        wheel.writestr("carrier/inner.whl", CONTENT)
        wheel.writestr("carrier-1.0.dist-info/METADATA", "Metadata-Version: 2.1\nName: carrier\nVersion: 1.0\n")
        wheel.writestr("carrier-1.0.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr("carrier-1.0.dist-info/RECORD", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(links))
    file = entry({"inside": "carrier==1.0", "member": "carrier/inner.whl"})
    carrying = entry({"pip": "carrier==1.0"}, content=(links / carrier).read_bytes(), name=carrier)
    fetching, _ = store(tmp_path, file, carrying)
    assert fetching.get(file).read_bytes() == CONTENT
    other = entry({"pip": "carrier==1.0"}, content=b"another", name=carrier)
    (tmp_path / "cache" / NAME).unlink()
    refusing, _ = store(tmp_path, file, other)
    with pytest.raises(Refused, match=carrier):
        refusing.get(file)


def test_npm_files_are_checked_too(tmp_path):
    folder = tmp_path / "node_modules" / "pyodide"
    folder.mkdir(parents=True)
    file = entry({"npm": "pyodide"}, name="pyodide.asm.js")
    fetching, _ = store(tmp_path, file)
    with pytest.raises(Refused, match=r"pyodide\.asm\.js is missing.*make book"):
        fetching.get(file)
    (folder / file.file).write_bytes(CONTENT[:-3])
    with pytest.raises(Refused, match=r"pyodide\.asm\.js is cut short"):
        fetching.get(file)


def test_an_unreadable_lock_is_named(tmp_path):
    path = tmp_path / "lock.json"
    path.write_text("{", "utf-8")
    with pytest.raises(Refused, match=str(path)):
        read_lock(path)


def test_the_lock_agrees_with_itself_and_with_pyodide():
    lock = read_lock()
    names = [file.file for file in lock.files]
    assert len(set(names)) == len(names)
    assert all(file.sources and file.size > 0 and len(file.sha256) == 64 for file in lock.files)
    for file in lock.files:
        for source in file.sources:
            if "inside" in source:
                lock.named(source["inside"])
    # What Pyodide's own list has under the same name must have the same hash.
    official = json.loads((HERE.parents[2] / "web/node_modules/pyodide/pyodide-lock.json").read_text("utf-8"))
    hashes = {package["file_name"]: package["sha256"] for package in official["packages"].values()}
    shared = [file for file in lock.files if file.file in hashes]
    assert any(file.file.startswith("numpy") for file in shared)
    assert all(hashes[file.file] == file.sha256 for file in shared)
    assert official["info"]["version"] == lock.pyodide
    assert LOCK.exists()
