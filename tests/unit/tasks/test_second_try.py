"""A failed browser test is tried once more alone; what fails twice, or fails without a browser, fails."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

from coursekit.tasks import run_checks
from coursekit.tasks import second_try as tried

BROWSER = "tests/browser/offline/test_offline.py::test_one"


@pytest.mark.parametrize(
    ("failed", "chance"),
    [
        ([BROWSER], True),
        ([], False),
        ([BROWSER, "tests/unit/lab/test_labs.py::test_two"], False),
        (["tests/browser/offline/test_offline.py"], False),  # a file that could not be read
        ([f"{BROWSER}_{number}[book/a.html-light]" for number in range(tried.MOST + 9)], True),  # one visit to a page
        ([f"{BROWSER}[book/{number}.html]" for number in range(tried.MOST + 1)], False),
        ([f"{BROWSER}[{number}]" for number in range(tried.MOST + 1)], False),
    ],
)
def test_only_a_few_failures_all_of_them_in_a_browser_are_tried_again(failed: list[str], chance: bool) -> None:
    assert tried.may_be_chance(failed) is chance


@pytest.mark.parametrize("first", [0, 2, 5])
def test_what_is_not_a_failed_test_keeps_its_exit_code(first: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tried, "ended", lambda *_: pytest.fail("ran again"))
    assert tried.second_try(first, [BROWSER], time.monotonic() + 60) == first


def test_the_second_try_decides_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Run by pytest itself: a test that fails at its first run only, and one that always fails."""
    seen = tmp_path / "seen"
    flaky, broken = tmp_path / "test_flaky.py", tmp_path / "test_broken.py"
    flaky.write_text(
        "from pathlib import Path\n\ndef test_it():\n"
        f"    seen = Path({str(seen)!r})\n    first = not seen.exists()\n    seen.touch()\n    assert not first\n",
        "utf-8",
    )
    broken.write_text("def test_it():\n    assert False\n", "utf-8")
    monkeypatch.setattr(tried, "RETRIED", str(tmp_path))
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(run_checks, "ROOT", tmp_path)  # elsewhere, so that it does not read this course's own options
    until = time.monotonic() + 120
    assert tried.second_try(1, [f"{flaky}::test_it"], until) == 1
    assert tried.second_try(1, [f"{flaky}::test_it"], until) == 0
    assert f"FLAKY, passed only when run alone; please find out why:\n    {flaky}::test_it" in capsys.readouterr().out
    assert tried.second_try(1, [f"{flaky}::test_it", f"{broken}::test_it"], until) == 1


def test_the_record_is_of_this_run_alone(tmp_path: Path) -> None:
    record = tmp_path / "lastfailed"
    record.write_text(json.dumps({BROWSER: True}), "utf-8")
    assert tried.failures(record) == [BROWSER]
    tried.forget_failures(record)
    assert tried.failures(record) == []
    record.write_text("{", "utf-8")
    assert tried.failures(record) == []
