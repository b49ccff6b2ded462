"""The works: what must hold before and around the build."""

from __future__ import annotations

import gzip
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from importlib.metadata import distributions
from pathlib import Path

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT

from coursekit.cli import parser
from coursekit.tasks import browser, build, run_checks, steps
from coursekit.tasks.check import pytest as pytest_command
from coursekit.tasks.remedies import REMEDIES, remedy
from coursekit.tasks.serve import ZIPPED, address, open_server, served


def pins(name: str) -> set[tuple[str, str]]:
    """Name and version of all that a file of requirements pins, whatever the marker and the hashes behind them."""
    found = re.findall(r"^([\w.-]+)==([^\s;]+)", (ROOT / name).read_text("utf-8"), re.M)
    return {(re.sub(r"[-_.]+", "-", package).lower(), version) for package, version in found}


def test_everything_installed_is_pinned() -> None:
    """A package that slips in unpinned would make next year's build another build."""
    free = {"pip", "wheel", "touched-measured-counted"}
    here = {re.sub(r"[-_.]+", "-", d.metadata["Name"]).lower(): d.version for d in distributions()}
    pinned = pins("requirements-test.lock")
    wrong = {name: version for name, version in here.items() if name not in free and (name, version) not in pinned}
    assert not wrong, f"not pinned so in requirements-test.lock: {wrong}"


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_pins_agree_and_each_direct_one_has_its_reason(name: str) -> None:
    assert pins(name) <= pins(name.replace(".txt", ".lock"))
    assert pins("requirements.lock") <= pins("requirements-test.lock")
    lines = [line for line in (ROOT / name).read_text("utf-8").splitlines() if line and not line.startswith("#")]
    assert all(re.search(r"\s# \w", line) for line in lines)


def test_the_bootstrap_needs_nothing_installed() -> None:
    """With site-packages shut out, it imports."""
    code = "import coursekit.tasks.bootstrap"
    done = subprocess.run([sys.executable, "-S", "-c", code], cwd=ROOT / "src", capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_another_python_is_refused_in_one_sentence(tmp_path: Path) -> None:
    """PATH holds a python3 of another version, and shims that fail: make says so, at once."""
    for name, code in (
        ("python3", 'case "$1" in --version) echo "Python 3.9.1";; *) exit 1;; esac'),
        ("python3.12", "exit 127"),
    ):
        shim = tmp_path / name
        shim.write_text(f"#!/bin/sh\n{code}\n", "utf-8")
        shim.chmod(0o755)
    (tmp_path / "clone").mkdir()
    (tmp_path / "clone" / "Makefile").write_text((ROOT / "Makefile").read_text("utf-8"), "utf-8")
    for tool in ("make", "sh", "env"):
        real = subprocess.run(["sh", "-c", f"command -v {tool}"], capture_output=True, text=True).stdout.strip()
        (tmp_path / tool).symlink_to(real)
    done = subprocess.run(
        [tmp_path / "make", "book"], cwd=tmp_path / "clone", env={"PATH": str(tmp_path)}, capture_output=True, text=True
    )
    assert done.returncode != 0
    said = done.stderr.splitlines()[0]
    assert said.startswith("This course needs Python 3.11, 3.12, 3.13 or 3.14, and there is Python 3.9.1 here")


@pytest.fixture
def few_plugins(monkeypatch: pytest.MonkeyPatch) -> None:
    """A pytest that a test starts loads the plugins that its options ask for, and no others: it is quicker so."""
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setenv("PYTEST_PLUGINS", "xdist.plugin,pytest_timeout")


@given(st.lists(st.one_of(st.text(max_size=20), st.binary(max_size=20).map(repr)), max_size=5))
def test_fingerprints_tell_apart(parts: list[str]) -> None:
    """Moving a border between two parts is another fingerprint, the same parts are the same."""
    assert steps.fingerprint(*parts) == steps.fingerprint(*parts)
    assert steps.fingerprint(*parts, "a", "b") != steps.fingerprint(*parts, "ab")


@pytest.mark.parametrize("sign", [sign for signs, _ in REMEDIES for sign in signs])
def test_every_known_trouble_has_a_remedy(sign: str) -> None:
    assert remedy(f"ERROR: something went wrong: {sign}, sorry")
    assert remedy("all is well") is None


def test_a_failed_step_keeps_what_was_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    monkeypatch.setattr(steps, "LOGS", tmp_path / "log")
    with pytest.raises(steps.Failed) as failed:
        steps.run(
            [sys.executable, "-c", "print('No space left on device'); raise SystemExit(3)"], "probe", cwd=tmp_path
        )
    assert "code 3" in failed.value.args[0]
    assert remedy(failed.value.args[1])
    assert "No space left" in (tmp_path / "log" / "probe.log").read_text("utf-8")


def test_a_check_past_its_time_is_ended_and_says_where_it_hung(capfd: pytest.CaptureFixture[str]) -> None:
    code = "import time\ndef the_one_that_hangs():\n    time.sleep(60)\nthe_one_that_hangs()"
    with pytest.raises(steps.Failed, match="probe"):
        run_checks.ended("probe", [sys.executable, "-c", code], until=0.0)
    assert "the_one_that_hangs" in capfd.readouterr().err


def run_tests(folder: Path, until: float) -> int:
    """Run the tests of a folder as ``make test`` runs the course's."""
    return run_checks.ended("tests", pytest_command("--rootdir", str(folder), "-c", "/dev/null", str(folder)), until)


@pytest.mark.usefixtures("few_plugins")
def test_files_of_tests_run_side_by_side_and_all_is_told(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    meet = "import pathlib, time\ndef test_{me}_sees_{it}():\n    here = pathlib.Path(__file__).parent\n"
    meet += "    (here / '{me}.on').touch()\n    until = time.monotonic() + 60\n"
    meet += "    while not (here / '{it}.on').exists():\n        assert time.monotonic() < until\n"
    meet += "        time.sleep(0.05)\n"
    for me, it in (("one", "two"), ("two", "one")):
        (tmp_path / f"test_{me}.py").write_text(meet.format(me=me, it=it), "utf-8")
    assert run_tests(tmp_path, time.monotonic() + 120) == 0
    assert re.fullmatch(r"=+ 2 passed in .* =+", capfd.readouterr().out.strip().splitlines()[-1])
    (tmp_path / "test_three.py").write_text("def test_three_fails():\n    assert 0\n", "utf-8")
    assert run_tests(tmp_path, time.monotonic() + 120) == 1
    assert "test_three_fails" in capfd.readouterr().out


@pytest.mark.usefixtures("few_plugins")
def test_tests_past_their_time_are_ended_telling_where_they_hung(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    hang = "import os, pathlib, time\ndef test_that_hangs():\n"
    hang += "    (pathlib.Path(__file__).parent / 'pid').write_text(str(os.getpid()))\n    time.sleep(600)\n"
    (tmp_path / "test_hang.py").write_text(hang, "utf-8")
    (tmp_path / "test_quick.py").write_text("def test_quick():\n    pass\n", "utf-8")
    said = ""
    for limit in (25, 60, 150):  # a busy machine may not have begun the test after the first
        with pytest.raises(steps.Failed, match="tests"):
            run_tests(tmp_path, time.monotonic() + limit)
        said = capfd.readouterr().err
        if (tmp_path / "pid").is_file():
            break
    assert "test_that_hangs" in said
    process = int((tmp_path / "pid").read_text())
    assert not psutil.pid_exists(process) or psutil.Process(process).status() == psutil.STATUS_ZOMBIE


def test_a_check_that_runs_beside_the_build_is_told_in_one_piece(capfd: pytest.CaptureFixture[str]) -> None:
    code = "import sys; print('found a fault'); sys.exit(sys.argv[1] == 'bad')"
    for how, said in (("good", "passed"), ("bad", "FAILED")):
        command = [sys.executable, "-c", code, how]
        assert run_checks.checked("style", command, time.monotonic() + 60, at_once=False) is (how == "good")
        assert re.search(rf"── style\nfound a fault\n── style: {said} in", capfd.readouterr().out)


def test_termination_ends_what_was_started(tmp_path: Path) -> None:
    child = "import os, pathlib, time; pathlib.Path('pid').write_text(str(os.getpid())); time.sleep(600)"
    code = "import os, sys, time\nfrom coursekit.tasks import run_checks\nfrom pathlib import Path\n"
    code += f"run_checks.ROOT = Path({str(tmp_path)!r})\nrun_checks.end_all_on_termination()\n"
    code += f"run_checks.ended('x', [sys.executable, '-c', {child!r}], time.monotonic() + 60)\n"
    parent = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT / "src")
    until = time.monotonic() + 30
    while not (tmp_path / "pid").is_file() or not (tmp_path / "pid").read_text():
        assert time.monotonic() < until
        time.sleep(0.05)
    parent.terminate()
    assert parent.wait(30) == 128 + signal.SIGTERM
    process = int((tmp_path / "pid").read_text())
    while psutil.pid_exists(process) and psutil.Process(process).status() != psutil.STATUS_ZOMBIE:
        assert time.monotonic() < until
        time.sleep(0.05)


def test_jupyter_books_errors_are_kept_whole_and_its_own_traceback_left_out() -> None:
    said = (
        "Running Jupyter-Book v1\nreading sources... [ 50%] a\n"
        "\x1b[31ma.md:3: WARNING: no such page: b\n  and more\x1b[0m\n"
        'Traceback (most recent call last):\n  File "/x/jupyter_book/cli/main.py", line 1, in build\nRuntimeError\n'
    )
    assert build._errors(said) == "  a.md:3: WARNING: no such page: b\n    and more"
    crash = 'Traceback (most recent call last):\n  File "/x/jupyter_book/sphinx.py", line 1\nKeyError: "q"\n'
    assert "KeyError" in build._errors(crash)


@pytest.mark.parametrize("name", ["a.html", "a.js", "a.wasm", "a.json", "a.css", "a.woff2", "a.whl"])
def test_the_server_zips_what_pays_and_names_types(name: str, tmp_path: Path) -> None:
    body = b"<p>the same again</p>" * 200
    (tmp_path / name).write_bytes(body)
    with served(tmp_path) as base:
        asked = urllib.request.Request(base + name + "?v=1", headers={"Accept-Encoding": "gzip"})
        with urllib.request.urlopen(asked) as answer:
            sent, headers = answer.read(), answer.headers
        with urllib.request.urlopen(base + name) as answer:
            assert answer.read() == body
    zipped = Path(name).suffix in ZIPPED
    assert (headers["Content-Encoding"] == "gzip") is zipped
    assert (gzip.decompress(sent) if zipped else sent) == body
    expected = {"wasm": "application/wasm", "js": "text/javascript", "woff2": "font/woff2", "html": "text/html"}
    assert headers["Content-Type"].startswith(
        expected.get(name.split(".")[1], "application/" if "css" not in name else "text/css")
    )


def test_a_taken_port_is_passed_over(tmp_path: Path) -> None:
    with open_server(tmp_path, 0) as first:
        taken = first.server_address[1]
        with open_server(tmp_path, taken) as second:
            assert second.server_address[1] != taken
            assert address(second).startswith("http://127.0.0.1:")


def test_make_and_the_command_line_know_the_same_commands() -> None:
    targets = set(re.findall(r"^([a-z]+): .*## ", (ROOT / "Makefile").read_text("utf-8"), re.M))
    commands = set(next(a for a in parser()._actions if a.dest == "command").choices)
    # These are nothing without what they are given, or are for whoever writes another course.
    assert commands - {"grade", "assign", "export", "new", "wheel"} <= targets


@pytest.mark.parametrize(("given", "found"), [("C", "C.UTF-8"), ("POSIX", "C.UTF-8"), ("de_AT.UTF-8", "de_AT.UTF-8")])
def test_make_starts_python_where_a_folder_has_a_name_that_is_not_ascii(given: str, found: str) -> None:
    """Under ``LC_ALL=C`` Python ended before its first line: it could not read the path of the course."""
    (line,) = re.findall(r"^COURSEKIT = (.*)$", (ROOT / "Makefile").read_text("utf-8"), re.M)
    shell = line.replace("$$", "$").replace(".venv/bin/python -I -X utf8 -m coursekit.cli", "printenv LC_ALL")
    assert shell.endswith("printenv LC_ALL")
    said = subprocess.run(["sh", "-c", shell], env={"PATH": os.environ["PATH"], "LC_ALL": given}, capture_output=True)
    assert said.stdout.decode().strip() == found


def test_a_browser_asked_for_by_name_that_is_none_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    with pytest.raises(browser.NoBrowser, match="/no/such/browser"):
        browser.installed()


def test_without_any_browser_one_sentence_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    for finder in ("installed", "_debians"):
        monkeypatch.setattr(browser, finder, lambda: None)
    monkeypatch.setattr(browser, "_playwrights", lambda path: None)
    with pytest.raises(browser.NoBrowser, match=r"install one, or set CHROMIUM"):
        browser.find("/nowhere")
