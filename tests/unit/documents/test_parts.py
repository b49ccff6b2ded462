"""The page on safety names every part by others: held against what the course is built with."""

from __future__ import annotations

import json
import re

from paths import ROOT

PAGE = (ROOT / "book" / "access" / "safety.md").read_text("utf-8")
ROW = re.compile(r"^\| (\S+) \| (\d\S*) \| (.+) \|$", re.M)


def packages() -> set[tuple[str, str, str]]:
    """The front end's own dependencies: name, version and licence, from the lock file."""
    lock = json.loads((ROOT / "web" / "package-lock.json").read_text("utf-8"))["packages"]
    names = json.loads((ROOT / "web" / "package.json").read_text("utf-8"))["dependencies"]
    found = ((name, lock[f"node_modules/{name}"]) for name in names)
    return {(name, entry["version"], entry["license"]) for name, entry in found}


def requirements() -> set[tuple[str, str]]:
    """What the build installs: name and version; of a package with several, each."""
    text = (ROOT / "requirements.txt").read_text("utf-8")
    return set(re.findall(r"^([\w-]+)==([\w.]+)", text, re.M))


def test_every_package_of_the_front_end_is_named_with_version_and_licence() -> None:
    npm = PAGE[PAGE.index("## Parts by others") : PAGE.index("Packages of Python")]
    assert set(ROW.findall(npm)) == packages()


def test_every_package_of_the_build_is_named_with_its_version() -> None:
    python = PAGE[PAGE.index("Packages of Python") :]
    rows = {(name, version) for name, version, _ in ROW.findall(python)}
    assert rows == requirements()
