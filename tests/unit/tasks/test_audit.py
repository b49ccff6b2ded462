"""The audit of pins tells what is known, tells what it could not ask, and never takes silence for safety."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from coursekit.tasks.audit import audit

NPM = {"vulnerabilities": {"left": {"severity": "high", "via": [{"title": "It pads to the right"}, "deep"]}}}
SOUND_NPM = {"vulnerabilities": {}}
PIP = {"dependencies": [{"name": "p", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]}]}
SOUND_PIP = {"dependencies": [{"name": "p", "version": "1", "vulns": []}]}


def answers(npm: tuple[str, str], pip: tuple[str, str]):
    def run(command: Sequence[str], folder: Path) -> tuple[str, str]:
        assert isinstance(folder, Path)
        return npm if "audit" in command else pip

    return run


@pytest.mark.parametrize(("npm", "pip"), [(NPM, SOUND_PIP), (SOUND_NPM, PIP)])
def test_a_known_weakness_fails_and_is_named(npm: dict, pip: dict, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit(Path(), answers((json.dumps(npm), ""), (json.dumps(pip), ""))) == 1
    said = capsys.readouterr().out
    assert ("It pads to the right; through deep" in said) == (npm is NPM)
    assert ("CVE-1, mended in 2" in said) == (pip is PIP)
    assert "NOT CHECKED" not in said


def test_without_a_network_it_ends_well_and_says_what_was_not_checked(capsys: pytest.CaptureFixture[str]) -> None:
    npm = json.dumps({"error": {"summary": "request to https://registry.npmjs.org failed"}})
    assert audit(Path(), answers((npm, ""), ("", "python:\nNo module named pip_audit"))) == 0
    said = capsys.readouterr().out
    assert said.count("NOT CHECKED") == 3 and "no known weakness" not in said
    assert "registry.npmjs.org failed" in said and "pip install pip-audit" in said


@pytest.mark.parametrize("odd", ["", "[]", "<html>", "{}", '{"error": {}}'])
def test_an_odd_answer_counts_as_none(odd: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert audit(Path(), answers((odd, ""), (odd, "a proxy\nrefused it"))) == 0
    assert capsys.readouterr().out.count("NOT CHECKED") == 3


def test_all_well_is_said_of_each_lock(capsys: pytest.CaptureFixture[str]) -> None:
    assert audit(Path(), answers((json.dumps(SOUND_NPM), ""), (json.dumps(SOUND_PIP), ""))) == 0
    assert capsys.readouterr().out.count("no known weakness") == 3
