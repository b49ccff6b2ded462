"""The bill of materials names everything that the locks pin, once, with its hash, and is the same each time."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from paths import ROOT

from coursekit.tasks import sbom


@pytest.fixture(scope="module")
def document() -> dict:
    return sbom.document(ROOT)


def test_it_has_the_form_of_cyclonedx(document: dict) -> None:
    assert (document["bomFormat"], document["specVersion"]) == ("CycloneDX", "1.6")
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", document["serialNumber"])
    refs = [one["bom-ref"] for one in document["components"]]
    assert len(refs) == len(set(refs)) > 300
    lengths = {"SHA-256": 64, "SHA-512": 128, "SHA-1": 40}
    for one in document["components"]:
        assert one["name"] and one["version"] and one["purl"].startswith(("pkg:pypi/", "pkg:npm/")), one
        assert all(re.fullmatch(f"[0-9a-f]{{{lengths[h['alg']]}}}", h["content"]) for h in one["hashes"]), one
        assert one["scope"] in ("required", "excluded") and one["properties"], one


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-test.lock"])
def test_every_pin_of_pip_is_in_it_with_its_hashes(document: dict, name: str) -> None:
    lock = (ROOT / name).read_text("utf-8")
    pins = re.findall(r"^([\w.-]+)==([^\s;\\]+)", lock, re.MULTILINE)
    known = {one["purl"]: one for one in document["components"]}
    assert len(pins) > 100
    for package, version in pins:
        one = known[f"pkg:pypi/{re.sub('[-_.]+', '-', package).lower()}@{version}"]
        assert one["hashes"], package
    told = {digest["content"] for one in document["components"] for digest in one["hashes"]}
    assert set(re.findall(r"sha256:([0-9a-f]{64})", lock)) <= told


def test_every_package_of_npm_and_every_file_of_the_pages_python_is_in_it(document: dict) -> None:
    names = {(one["name"], one["version"]) for one in document["components"]}
    lock = json.loads((ROOT / "web" / "package-lock.json").read_text("utf-8"))["packages"]
    wanted = {(place.rpartition("node_modules/")[2], held["version"]) for place, held in lock.items() if place}
    assert wanted and wanted <= names
    told = {digest["content"] for one in document["components"] for digest in one["hashes"]}
    runtime = json.loads((Path(sbom.__file__).parent.parent / "runtime" / "lock.json").read_text("utf-8"))
    assert {held["sha256"] for held in runtime["files"]} <= told


def test_what_only_tests_need_is_out_of_scope_and_what_the_page_ships_is_not(document: dict) -> None:
    scope = {one["name"]: one["scope"] for one in document["components"]}
    assert scope["hypothesis"] == "excluded" and scope["vega"] == scope["numpy"] == "required"


def test_the_same_locks_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = (sbom.write(ROOT, tmp_path / name / "sbom.json") for name in ("a", "b"))
    assert first.read_bytes() == second.read_bytes()
