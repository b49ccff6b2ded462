"""README's map is the house, and its commands are there."""

from __future__ import annotations

import re
import subprocess

import pytest
from paths import ROOT

TEXT = (ROOT / "README.md").read_text("utf-8")
MAP = TEXT.split("## A map of the house")[1].split("\n## ")[0]
NAMED = sorted(set(re.findall(r"`([\w.-]+/[\w./-]*|[\w.-]*\.\w+|Makefile|LICENSE[A-Z-]*)`", MAP)))
FREE = {"README.md", ".gitignore"}


def kept() -> set[str]:
    """Every path that git keeps."""
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines())


@pytest.mark.parametrize("path", NAMED)
def test_what_the_map_names_exists(path: str) -> None:
    assert (ROOT / path).exists()


def test_the_map_names_all_that_stands_at_the_root() -> None:
    roots = {path.split("/")[0] for path in kept()}
    named = {path.split("/")[0] for path in NAMED}
    assert roots - named - FREE == set()


@pytest.mark.parametrize("package", ["deterrence", "coursekit"])
def test_the_map_names_every_wing(package: str) -> None:
    wings = {"/".join(path.split("/")[:3]) + "/" for path in kept() if re.match(rf"src/{package}/\w+/", path)}
    assert wings <= set(NAMED)


def test_pictures_and_links_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", TEXT)
    missing = [target for target in targets if not (ROOT / target).exists()]
    assert targets and not missing


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\bmake ([a-z-]+)", " ".join(re.findall(r"`[^`]+`", TEXT))))))
def test_commands_are_make_targets(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.M)
