"""`make test`: the unit tests run while the book is built, those of the built book after it, and all is told."""

from __future__ import annotations

import re
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from coursekit.tasks import check, run_checks, steps
from coursekit.tasks import second_try as tried
from coursekit.tasks import test as verify
from coursekit.tasks.steps import Failed

PASSES = "def test_passes():\n    assert True\n"
FAILS = "def test_fails():\n    assert False, 'as planned'\n"
MEETS = """import pathlib, time

def test_meets_the_build():
    here = pathlib.Path(__file__).parent
    (here / "begun").touch()
    until = time.monotonic() + 60
    while not (here / "building").exists():
        assert time.monotonic() < until
        time.sleep(0.05)
"""
HANGS = "import time\n\ndef test_that_hangs():\n    time.sleep(600)\n"

Run = Callable[..., int]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs all on three small files of tests, the checks and the build being stand-ins."""
    folder = tmp_path / "tests"
    folder.mkdir()
    record = tmp_path / ".pytest_cache" / "v" / "cache" / "lastfailed"

    def command(*names: str) -> tuple[str | Path, ...]:
        *options, name = names
        file = folder / f"test_{name}.py"
        return (run_checks.BIN / "python", "-m", "pytest", "--rootdir", tmp_path, "-c", "/dev/null", *options, file)

    def all_of(unit: str, book: str, *, whole: bool = True, found: list[str] | None = None, limit: float = 2) -> int:
        (folder / "test_unit.py").write_text(unit, "utf-8")
        (folder / "test_book.py").write_text(book, "utf-8")

        def build() -> bool:
            until = time.monotonic() + 60
            while unit == MEETS and not (folder / "begun").exists():
                assert time.monotonic() < until
                time.sleep(0.05)
            (folder / "building").touch()
            return whole

        monkeypatch.setattr(verify, "built", build)
        monkeypatch.setattr(verify, "static", lambda until, *, at_once: list(found or []))
        monkeypatch.setenv("COURSEKIT_LIMIT_MIN", str(limit))
        return verify.everything()

    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")  # one process, without what its plugins import
    monkeypatch.setattr(verify, "UNBUILT", ("unit",))
    monkeypatch.setattr(verify, "BUILT", ("book",))
    monkeypatch.setattr(verify, "pytest", command)
    monkeypatch.setattr(verify, "end_all_on_termination", lambda: None)
    monkeypatch.setattr(verify, "failures", lambda: tried.failures(record))
    monkeypatch.setattr(verify, "forget_failures", lambda: tried.forget_failures(record))
    monkeypatch.setattr(run_checks, "_stopped", threading.Event())
    return all_of


def test_the_unit_tests_run_while_the_book_is_built_and_the_others_after_it(
    run: Run, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    place = tmp_path / "tests" / "building"
    after = f"from pathlib import Path\n\ndef test_after():\n    assert Path({str(place)!r}).exists()\n"
    assert run(MEETS, after) == 0
    said = capfd.readouterr().out
    assert re.findall(r"=+ (\d passed) in", said) == ["1 passed", "1 passed"]
    assert re.search(r"=+ 1 passed in .* =+\Z", said.strip())
    assert said.index("tests: unit (begun") < said.index("1 passed") < said.index("tests: book (begun after")


@pytest.mark.parametrize("thorough", [False, True])
def test_what_is_thorough_is_left_out_and_said_unless_asked_for(
    run: Run, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, thorough: bool
) -> None:
    monkeypatch.delenv(verify.THOROUGH, raising=False)
    if thorough:
        monkeypatch.setenv(verify.THOROUGH, "1")
    long = "import pytest\n@pytest.mark.thorough\ndef test_long(): assert False\ndef test_short(): pass\n"
    assert run("def test_unit(): pass\n", long) == int(thorough)
    assert ("left to `make test-thorough`" in capfd.readouterr().out) != thorough


def test_what_failed_early_is_told_again_below_the_last_summary(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(FAILS, FAILS, found=["style"]) == 1
    said = capfd.readouterr().out
    assert said.count("as planned") >= 2 and said.count("1 failed") == 2
    last = said[said.rindex("1 failed") :]
    assert "FAILED before, while the book was built:\n    tests/test_unit.py::test_fails\n" in last
    assert "test_book" not in last and last.strip().endswith("FAILED: style, tests")


def test_a_file_of_unit_tests_that_cannot_be_read_fails_the_whole(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    assert run("raise OSError", PASSES) > 0
    last = capfd.readouterr().out.rpartition("1 passed")[2]
    assert "FAILED before, while the book was built:\n    tests/test_unit.py\n" in last


def test_a_failed_check_fails_the_whole_though_all_tests_pass(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(PASSES, PASSES, found=["types"]) == 1
    assert capfd.readouterr().out.strip().endswith("FAILED: types")


def test_where_the_book_fails_only_the_unit_tests_run(run: Run, capfd: pytest.CaptureFixture[str]) -> None:
    assert run(PASSES, FAILS, whole=False) == 1
    said = capfd.readouterr().out
    assert said.count(" passed in ") == 1 and "test_book" not in said
    assert said.strip().endswith("FAILED: book")


def test_a_few_failures_in_the_built_book_are_tried_twice(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tried, "RETRIED", "tests/test_book")
    monkeypatch.setattr(run_checks, "ROOT", tmp_path)
    seen = tmp_path / "seen"
    once = f"from pathlib import Path\n\ndef test_it():\n    seen = Path({str(seen)!r})\n"
    once += "    first = not seen.exists()\n    seen.touch()\n    assert not first\n"
    assert run(PASSES, once) == 0
    assert "FLAKY" in capfd.readouterr().out
    seen.unlink()
    assert run(FAILS, once) == 1
    assert "FLAKY" not in capfd.readouterr().out


def test_unit_tests_past_their_time_are_ended_telling_where_they_hung(
    run: Run, capfd: pytest.CaptureFixture[str]
) -> None:
    said = ""
    for seconds in (12, 40, 150):  # a busy machine may not have begun the test after the first
        with pytest.raises(Failed, match="tests: unit: time was up"):
            run(HANGS, PASSES, limit=seconds / 60)
        said = capfd.readouterr().out
        if "test_that_hangs" in said:
            break
    assert "test_that_hangs" in said


@pytest.mark.parametrize(("unit", "found"), [(PASSES, []), (FAILS, []), (PASSES, ["types"]), (MEETS, ["types"])])
def test_make_check_runs_the_unit_tests_beside_the_static_checks_and_tells_them_last(
    unit: str, found: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "test_unit.py").write_text(unit, "utf-8")

    def static(until: float) -> list[str]:
        while unit == MEETS and not (tmp_path / "begun").exists():
            assert time.monotonic() < until
            time.sleep(0.05)
        (tmp_path / "building").touch()
        print("checked", flush=True)
        return list(found)

    own = (run_checks.BIN / "python", "-m", "pytest", "--rootdir", tmp_path, "-c", "/dev/null", tmp_path)
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.setattr(check, "static", static)
    monkeypatch.setattr(check, "pytest", lambda *options: own)
    monkeypatch.setattr(check, "end_all_on_termination", lambda: None)
    monkeypatch.setattr(run_checks, "_stopped", threading.Event())
    failed = [*found, *(["tests"] if unit == FAILS else [])]
    assert check.everything() == bool(failed)
    said = capfd.readouterr().out
    assert said.index("checked") < said.index("test session starts")
    assert said.strip().endswith(f"FAILED: {', '.join(failed)}" if failed else "=")


def test_after_all_checks_were_ended_none_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_checks, "_stopped", threading.Event())
    run_checks.end_all()
    with pytest.raises(Failed, match="not begun"):
        run_checks.ended("probe", ["true"], time.monotonic() + 60)


def test_two_makes_of_one_thing_wait_for_each_other_and_others_do_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(steps, "LOCKS", tmp_path / "locks")
    done: list[str] = []

    def second() -> None:
        with steps.alone():
            done.append("second")

    other = threading.Thread(target=second)
    with steps.alone():
        with steps.alone("key"):
            done.append("key")
        other.start()
        until = time.monotonic() + 60
        while "waiting for it" not in capsys.readouterr().out:
            assert time.monotonic() < until
            time.sleep(0.01)
        done.append("first")
    other.join(60)
    assert done == ["key", "first", "second"]
