"""Whether two builds of the same sources give the same files, byte for byte.

``make reproducible`` copies the sources into two folders with different names, builds the course in each with its own
order of sets, its own time and its own clock, and compares every file of the two sites by its SHA-256. It takes two
whole builds, about ten minutes each on two slow processors. ``benchmarks/reproducible.py --compare FIRST SECOND``
compares two built sites that are there already.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDERS = ("first", "another folder")


def hashes(site: Path) -> dict[str, str]:
    """Return the SHA-256 of every file of a built site, by its path in it."""
    files = sorted(path for path in site.rglob("*") if path.is_file())
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def where(first: bytes, second: bytes) -> str:
    """Return what two files that differ hold round the first place where they do.

    Parameters
    ----------
    first, second
        Their contents.
    """
    place = next(
        (n for n, (a, b) in enumerate(zip(first, second, strict=False)) if a != b), min(len(first), len(second))
    )
    held = [one[max(0, place - 40) : place + 60] for one in (first, second)]
    return f"from byte {place} on:\n      {held[0]!r}\n      {held[1]!r}"


def parts_that_differ(first: Path, second: Path) -> list[str]:
    """Return the names of the entries that two ZIPs do not hold alike; nothing for other files.

    Parameters
    ----------
    first, second
        Two files.
    """
    if not (zipfile.is_zipfile(first) and zipfile.is_zipfile(second)):
        return []
    held = []
    for path in (first, second):
        with zipfile.ZipFile(path) as archive:
            held.append({one.filename: (one.CRC, one.date_time, one.external_attr) for one in archive.infolist()})
    return sorted(name for name in held[0].keys() | held[1].keys() if held[0].get(name) != held[1].get(name))


def compared(first: Path, second: Path) -> list[str]:
    """Return the paths of the files that two built sites do not hold alike, each with where it differs.

    Parameters
    ----------
    first, second
        The folders of the sites.
    """
    ours, theirs = hashes(first), hashes(second)
    found = [f"{name}: only in one of them" for name in sorted(ours.keys() ^ theirs.keys())]
    for name in sorted(ours.keys() & theirs.keys()):
        if ours[name] != theirs[name]:
            inside = parts_that_differ(first / name, second / name)
            said = (
                f"in {', '.join(inside)}" if inside else where(*((one / name).read_bytes() for one in (first, second)))
            )
            found.append(f"{name}: {said}")
    return found


def sources() -> list[str]:
    """Return the paths of all files that belong to the course, as git knows them."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def built(folder: Path, seed: str) -> Path:
    """Copy the sources into a folder that is not there yet, build the course, and return the folder of its site.

    Parameters
    ----------
    folder
        The folder.
    seed
        For the order of Python's sets, which no build may depend on.
    """
    for name in sources():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes((ROOT / name).read_bytes())
    (folder / ".venv").symlink_to(ROOT / ".venv")
    (folder / "web" / "node_modules").symlink_to((ROOT / "web" / "node_modules").resolve())
    cache = os.environ.get("COURSEKIT_CACHE") or str(ROOT / ".cache")
    changed = {"PYTHONPATH": str(folder / "src"), "PYTHONHASHSEED": seed, "COURSEKIT_CACHE": cache}
    command = [sys.executable, "-m", "coursekit.cli", "book"]
    subprocess.run(command, cwd=folder, env=os.environ | changed, stdin=subprocess.DEVNULL, check=True)
    return folder / "_build" / "html"


def main() -> int:
    """Build twice and compare, or compare what is built; return 1 if anything differs."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--compare", nargs=2, type=Path, metavar=("FIRST", "SECOND"), help="two built sites")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="reproducible-") as place:
        sites = given.compare or [built(Path(place, name), str(seed)) for seed, name in enumerate(FOLDERS, 1)]
        found = compared(*sites)
        many = len(hashes(sites[0]))
    print("\n".join(f"  {one}" for one in found))
    print(f"{many} files in the first, {len(found)} not the same in both" if found else f"{many} files, all the same")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
