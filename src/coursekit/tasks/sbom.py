"""``coursekit sbom``: what the course is built from and ships, as a CycloneDX document, read from the locks."""

from __future__ import annotations

import base64
import json
import re
import tomllib
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

from coursekit.tasks.steps import Failed

# One pin of a lock of pip: name, version, and the hashes that stand below it.
PIN = re.compile(r"^(?P<name>[A-Za-z0-9][\w.-]*)==(?P<version>[^\s;\\]+)(?P<rest>(?:.*\\\n)*.*)$", re.MULTILINE)
SHA256 = re.compile(r"--hash=sha256:([0-9a-f]{64})")
Component = dict[str, Any]


def python_packages(lock: str, part: str) -> Iterator[Component]:
    """Yield the packages of a lock of pip.

    Parameters
    ----------
    lock
        The lock's text.
    part
        What the packages are for: ``build`` or ``test``.
    """
    for pin in PIN.finditer(lock):
        name = re.sub(r"[-_.]+", "-", pin["name"]).lower()
        hashes = [{"alg": "SHA-256", "content": digest} for digest in sorted(SHA256.findall(pin["rest"]))]
        yield _component("pypi", name, pin["version"], part, hashes)


def npm_packages(lock: dict[str, Any]) -> Iterator[Component]:
    """Yield the packages of ``package-lock.json``; what is built with, not shipped, is told as for tests and builds."""
    for place, held in lock["packages"].items():
        if not place or held.get("link"):
            continue
        name = place.rpartition("node_modules/")[2]
        algorithm, _, digest = held.get("integrity", "").partition("-")
        hashes = []
        if digest:
            alg = {"sha512": "SHA-512", "sha256": "SHA-256", "sha1": "SHA-1"}[algorithm]
            hashes = [{"alg": alg, "content": base64.b64decode(digest).hex()}]
        made = _component("npm", name, held["version"], "build" if held.get("dev") else "page", hashes)
        if licence := held.get("license"):
            made["licenses"] = [{"expression": licence} if " " in licence else {"license": {"name": licence}}]
        yield made


def page_python(lock: dict[str, Any]) -> Iterator[Component]:
    """Yield what the page's Python is made of, from its own lock: each file with the hash that the build insists on."""
    for held in lock["files"]:
        name, hashes = held["file"].split("-")[0].lower(), [{"alg": "SHA-256", "content": held["sha256"]}]
        if held["file"].endswith(".whl"):
            part = "page" if held["bundle"] else "build"
            yield _component("pypi", name.replace("_", "-"), held["version"], part, hashes)
        else:
            made = _component("npm", "pyodide", held["version"], "page", hashes)
            yield {**made, "name": held["file"], "purl": f"{made['purl']}#{held['file']}", "type": "file"}


def _component(kind: str, name: str, version: str, part: str, hashes: list[dict[str, str]]) -> Component:
    purl = f"pkg:{kind}/{quote(name, safe='/')}@{version}"
    return {"type": "library", "name": name, "version": version, "purl": purl, "hashes": hashes, "parts": {part}}


def document(root: Path) -> dict[str, Any]:
    """Return the bill of materials of the course in ``root``: the same locks give the same document, byte for byte."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    runtime = Path(__file__).parent.parent / "runtime" / "lock.json"
    found = [
        *python_packages((root / "requirements.lock").read_text("utf-8"), "build"),
        *python_packages((root / "requirements-test.lock").read_text("utf-8"), "test"),
        *npm_packages(json.loads((root / "web" / "package-lock.json").read_text("utf-8"))),
        *page_python(json.loads(runtime.read_text("utf-8"))),
    ]
    components = [_plain(one) for _, one in sorted(_merged(found).items())]
    about = {"type": "application", "name": project["name"], "version": project["version"], "bom-ref": project["name"]}
    told = {"bomFormat": "CycloneDX", "specVersion": "1.6", "version": 1, "metadata": {"component": about}}
    number = uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(components, sort_keys=True))
    return {**told, "serialNumber": f"urn:uuid:{number}", "components": components}


def _merged(found: list[Component]) -> dict[str, Component]:
    """Each package and version once, with all its hashes and all that it is for."""
    by_purl: dict[str, Component] = {}
    for one in found:
        known = by_purl.setdefault(one["purl"], {**one, "hashes": [], "parts": set()})
        known["parts"] |= one["parts"]
        known["hashes"] += [digest for digest in one["hashes"] if digest not in known["hashes"]]
        known.update({key: value for key, value in one.items() if key not in known})
    return by_purl


def _plain(one: Component) -> Component:
    """A component as the document has it: what only tests need is out of scope, and what each is for is a property."""
    parts = sorted(one["parts"])
    properties = [{"name": "coursekit:part", "value": part} for part in parts]
    rest = {key: value for key, value in one.items() if key not in ("parts", "hashes")}
    hashes = {"hashes": one["hashes"]} if one["hashes"] else {}
    scope = "required" if "page" in parts or "build" in parts else "excluded"
    return {**rest, "bom-ref": one["purl"], "scope": scope, **hashes, "properties": properties}


def write(root: Path, out: Path) -> Path:
    """Write the bill of materials of the course in ``root`` to ``out`` and return it.

    Parameters
    ----------
    root
        The course's folder.
    out
        The file; its folder is made.

    Raises
    ------
    Failed
        If the course has no lock to read.
    """
    if not (root / "requirements.lock").is_file():
        raise Failed(f"There is no requirements.lock in {root}: the bill of materials is read from the locks.")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps(document(root), indent=1, ensure_ascii=False) + "\n", "utf-8")
    return out
