"""Build the book with Jupyter Book, unless nothing changed since it was last built whole."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from coursekit.tasks.environment import make_readable
from coursekit.tasks.remedies import remedy
from coursekit.tasks.steps import COLOUR, LOGS, ROOT, Failed, run, tell

PUT_RIGHT = "Each line above names a file and what to put right there; then the same command again."
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
OWN = r"bundling the|compiling \d|running \S+$|Python for the page|  (?:fetching|precompiling|ready:|\S.* Removing) "
OWN += "|the cartridge for "
PROGRESS = re.compile(rf"^(?:{OWN})")


def place(edition: str) -> Path:
    """Return where the edition's HTML goes."""
    return ROOT / "_build" / "html" if edition == "self-study" else ROOT / "_build" / edition / "html"


def _files(folder: Path) -> list[Path]:
    if folder.is_file():
        return [folder]
    hidden = ("__pycache__", ".ipynb_checkpoints")
    found = (p for p in folder.rglob("*") if p.is_file() and not any(part in hidden for part in p.parts))
    return sorted(p for p in found if ".egg-info" not in str(p))


def sources_state() -> str:
    """Return a hash of what a build reads, by content."""
    digest = hashlib.sha256()
    for name in SOURCES:
        for path in _files(ROOT / name):
            digest.update(f"{path.relative_to(ROOT)}\0".encode() + path.read_bytes())
    return digest.hexdigest()


def state(edition: str, read: str | None = None) -> str:
    """Return a hash of what the build reads (by content) and of what it left (by size and time).

    So a changed source, and a touched, truncated or missing output or download, are both noticed.

    Parameters
    ----------
    edition
        The edition.
    read
        The hash of the sources from before a build that read them; None for what they are now.
    """
    digest = hashlib.sha256(f"{edition} {sys.version_info} {ROOT} {read or sources_state()}".encode())
    cache = Path(os.environ.get("COURSEKIT_CACHE") or ROOT / ".cache")
    for folder in (place(edition), ROOT / "_build" / "runtime", ROOT / "_build" / "web", cache):
        for path in _files(folder):
            about = path.stat()
            digest.update(f"{path}\0{about.st_size}\0{about.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def _stamp(edition: str) -> Path:
    return ROOT / "_build" / f".built-{edition}"


def note_built(edition: str, read: str | None = None) -> None:
    """Note what is there now as built: files that a later command has added need no new build.

    Parameters
    ----------
    edition
        The edition.
    read
        As in :func:`state`: what is saved while the book is built is no part of it, and the next run builds it.
    """
    _stamp(edition).write_text(state(edition, read), "utf-8")


def _show(line: str) -> str | None:
    """Return what is shown at once of a line: our own progress; errors wait for the end, where they stand together."""
    plain = COLOUR.sub("", line)
    return f"    {plain}" if PROGRESS.match(plain) else None


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


def _arguments(edition: str) -> list[str]:
    """Return what Jupyter Book is told, to build ``edition`` into its folder."""
    told = ["build", str(ROOT), "-nW", "--keep-going"]
    output = place(edition).parent
    if output == ROOT / "_build":
        return told
    # Jupyter Book writes into <output>/_build; the link makes that the edition's own folder.
    output.mkdir(parents=True, exist_ok=True)
    if not (output / "_build").is_symlink():
        (output / "_build").symlink_to(".", target_is_directory=True)
    return [*told, "--path-output", str(output)]


def _check_sources() -> None:
    """Look for slips in the sources before anything is run.

    Raises
    ------
    Failed
        With every slip: its file and line, and what would be right.
    """
    command = [sys.executable, "-m", "coursekit.book.site.source_checks"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise Failed(
            "\n".join(f"  {line}" for line in done.stderr.splitlines()) + f"\n\nThe book was not built. {PUT_RIGHT}"
        )


def build_in_process(name: str) -> None:
    """Build the self-study edition into the folder called ``name`` in this process, which has the libraries loaded.

    What Jupyter Book says goes into ``_build/log``. After a failure the next build reads the same pages again.

    Raises
    ------
    Failed
        If a source has a slip, or Jupyter Book fails or warns.
    """
    _check_sources()
    LOGS.mkdir(parents=True, exist_ok=True)
    os.environ["EDITION"] = "self-study"
    log, arguments = LOGS / f"book-{name}.log", _arguments(name)
    pickled = place(name).parent / ".doctrees" / "environment.pickle"
    before = pickled.read_bytes() if pickled.is_file() else None
    with log.open("w", encoding="utf-8") as file:
        for descriptor in (1, 2):
            os.dup2(file.fileno(), descriptor)
    from jupyter_book.cli.main import main  # heavy: it loads Sphinx

    try:
        main(arguments, standalone_mode=False)
    except BaseException as error:
        if before is None:
            shutil.rmtree(pickled.parent, ignore_errors=True)
        else:
            pickled.write_bytes(before)
        sys.stdout.flush()
        raise Failed(f"{_errors(log.read_text('utf-8'))}\n\nThe book was not built. {PUT_RIGHT}") from error


def book(edition: str) -> Path:
    """Build the edition and return the folder of its HTML.

    Raises
    ------
    Failed
        If Jupyter Book fails or warns; the message has its errors in full.
    """
    html = place(edition)
    stamp = _stamp(edition)
    read = sources_state()
    if stamp.is_file() and stamp.read_text("utf-8") == state(edition, read):
        tell(f"→ book: nothing changed since it was built; it is in {html.relative_to(ROOT)}")
        return html
    stamp.unlink(missing_ok=True)
    began = time.monotonic()
    _check_sources()
    tell(f"→ book, {edition} edition (the first build takes longest)")
    command: list[str | Path] = [Path(sys.executable).with_name("jupyter-book"), *_arguments(edition)]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    env = {**os.environ, "EDITION": edition, "PATH": path, "PYTHONUNBUFFERED": "1"}
    try:
        run(command, f"book-{edition}", env=env, show=_show)
    except Failed as failure:
        # Sphinx remembers a page as read even if it warned: the next run would be silent, and seem to succeed.
        shutil.rmtree(html.parent / ".doctrees", ignore_errors=True)
        said = failure.args[1]
        advice = remedy(said) or PUT_RIGHT
        raise Failed(f"{_errors(said)}\n\nThe book was not built: {failure.args[0]}\n{advice}") from None
    if not (html / "index.html").is_file():
        raise Failed(f"Jupyter Book ended well but left no index.html in {html}; see {LOGS}.")
    make_readable(html)
    note_built(edition, read)
    size = sum(p.stat().st_size for p in _files(html)) / 1e6
    tell(f"  done in {time.monotonic() - began:.0f} s: {html.relative_to(ROOT)}/index.html ({size:.0f} MB in all)")
    return html
