"""Build the book with Jupyter Book, unless nothing changed since it was last built whole."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import sys
import time
from pathlib import Path

from coursekit.tasks.environment import make_readable
from coursekit.tasks.remedies import remedy
from coursekit.tasks.steps import COLOUR, LOGS, ROOT, Failed, run, tell

EDITIONS = ("self-study", "class")
SOURCES: tuple[str, ...] = (
    "_config.yml",
    "_toc.yml",
    "requirements.lock",
    "pyproject.toml",
    "book",
    "chapters",
)
SOURCES += ("exercises", "src", "web/src", "web/build.mjs", "web/package.json", "web/package-lock.json")
# Sphinx's own progress, of no use to a reader of errors.
NOISE = re.compile(
    r"^(Running |Source Folder|Config Path|Output Path|loading |making output|myst|copying |reading sources|writing "
    r"|pickling|checking |looking for|building \[|updating env|preparing doc|generating ind|dumping |parsing bib"
    r"|\[etoc\]|Using jup|sphinx-multitoc|=====|Building your book, returns|\[IPKernelApp\])|\[mystnb\]$"
)
# Our extension's own progress: what a reader sees of a build that goes well.
OWN = r"bundling the|compiling \d|Python for the page|  (?:fetching|precompiling|ready:|\S.* Removing) "
PROGRESS = re.compile(rf"^(?:{OWN})|^(?P<run>.+): Executing notebook")


def place(edition: str) -> Path:
    """Return where the edition's HTML goes."""
    return ROOT / "_build" / "html" if edition == "self-study" else ROOT / "_build" / edition / "html"


def _files(folder: Path) -> list[Path]:
    if folder.is_file():
        return [folder]
    hidden = ("__pycache__", ".ipynb_checkpoints")
    found = (p for p in folder.rglob("*") if p.is_file() and not any(part in hidden for part in p.parts))
    return sorted(p for p in found if ".egg-info" not in str(p))


def state(edition: str) -> str:
    """Return a hash of what the build reads (by content) and of what it left (by size and time).

    So a changed source, and a touched, truncated or missing output or download, are both noticed.
    """
    digest = hashlib.sha256(f"{edition} {sys.version_info} {ROOT}".encode())
    for name in SOURCES:
        for path in _files(ROOT / name):
            digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    cache = Path(os.environ.get("COURSEKIT_CACHE") or ROOT / ".cache")
    for folder in (place(edition), ROOT / "_build" / "runtime", ROOT / "_build" / "web", cache):
        for path in _files(folder):
            about = path.stat()
            digest.update(f"{path}\0{about.st_size}\0{about.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _show(line: str) -> str | None:
    """Return what is shown at once of a line: our own progress; errors wait for the end, where they stand together."""
    plain = COLOUR.sub("", line)
    found = PROGRESS.match(plain)
    if not found:
        return None
    return f"    running {Path(found['run']).relative_to(ROOT)}" if found["run"] else f"    {plain}"


def _errors(output: str) -> str:
    """Return all that Jupyter Book said but its progress, and but its own traceback if the reason stands before it."""
    said = COLOUR.sub("", output).replace(f"{ROOT}/", "")
    reason, mark, own = said.partition("Traceback (most recent call last):\n  File")
    if "Exception occurred:" in said:  # a fault in code: Sphinx's short form of it, and where the long one is
        said = said.partition("Exception occurred:")[2].partition("Please also report")[0]
    elif mark and "jupyter_book" in own[:300] and re.search(r"error|WARNING", reason):
        said = reason
    return "\n".join(
        "  " + line
        for line in said.splitlines()
        if line.strip() and not NOISE.search(line.strip()) and not re.match(OWN, line)
    )


def book(edition: str) -> Path:
    """Build the edition and return the folder of its HTML.

    Raises
    ------
    Failed
        If Jupyter Book fails or warns; the message has its errors in full.
    """
    html = place(edition)
    stamp = ROOT / "_build" / f".built-{edition}"
    if stamp.is_file() and stamp.read_text("utf-8") == state(edition):
        tell(f"→ book: nothing changed since it was built; it is in {html.relative_to(ROOT)}")
        return html
    stamp.unlink(missing_ok=True)
    began = time.monotonic()
    tell(f"→ book, {edition} edition (the first build takes longest)")
    command: list[str | Path] = [Path(sys.executable).with_name("jupyter-book"), "build", ROOT, "-nW", "--keep-going"]
    if edition != "self-study":
        # Jupyter Book writes into <output>/_build; the link makes that the edition's own folder.
        output = html.parent
        output.mkdir(parents=True, exist_ok=True)
        if not (output / "_build").is_symlink():
            (output / "_build").symlink_to(".", target_is_directory=True)
        command += ["--path-output", output]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    env = {**os.environ, "EDITION": edition, "PATH": path, "PYTHONUNBUFFERED": "1"}
    try:
        run(command, f"book-{edition}", env=env, show=_show)
    except Failed as failure:
        # Sphinx remembers a page as read even if it warned: the next run would be silent, and seem to succeed.
        shutil.rmtree(html.parent / ".doctrees", ignore_errors=True)
        said = failure.args[1]
        advice = (
            remedy(said) or "Each line above names a file and what to put right there; then the same command again."
        )
        raise Failed(f"{_errors(said)}\n\nThe book was not built: {failure.args[0]}\n{advice}") from None
    if not (html / "index.html").is_file():
        raise Failed(f"Jupyter Book ended well but left no index.html in {html}; see {LOGS}.")
    make_readable(html)
    stamp.write_text(state(edition), "utf-8")
    size = sum(p.stat().st_size for p in _files(html)) / 1e6
    tell(f"  done in {time.monotonic() - began:.0f} s: {html.relative_to(ROOT)}/index.html ({size:.0f} MB in all)")
    return html
