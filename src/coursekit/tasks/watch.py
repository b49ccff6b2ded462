"""``make watch``: build what was changed as soon as it is saved, and let the open pages load themselves again.

A process with all libraries loaded waits for changes. For each it forks a child, which builds what is outdated with a
fresh Sphinx application: nothing of an earlier build is left in memory, and nothing has to be imported anew but the
course's own package. The child of a change in coursekit itself would still have the old one: then the waiting process
is started again.

The pages go to ``_build/watch/html``; their server adds a script to each that waits for word of a new build. Neither
the script nor what it asks exists in any other build.
"""

from __future__ import annotations

import importlib
import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Iterable
from multiprocessing.connection import Connection
from pathlib import Path

from coursekit.tasks import build
from coursekit.tasks.live_reload import News, serve_watched
from coursekit.tasks.serve import address
from coursekit.tasks.steps import LOGS, ROOT, Failed, alone, tell

EDITION = "watch"
WATCHED = ("chapters", "exercises", "book", "src", "web/src", "_config.yml", "_toc.yml", "pyproject.toml")
LOADED = ("jupyter_book.cli.main", "myst_nb.sphinx_ext", "sphinx_book_theme", "pandas", "altair")  # for every fork


def concerns_coursekit(paths: Iterable[str]) -> bool:
    """Tell whether one of the changed files is Python code of coursekit, which the waiting process has loaded."""
    own = ROOT / "src" / "coursekit"
    return any(path.endswith(".py") and Path(path).is_relative_to(own) for path in paths)


def _forking_builder(line: Connection) -> None:
    """Load what every build needs; then, whenever asked, build in a fork and answer with what went wrong."""
    for name in LOADED:
        importlib.import_module(name)
    while line.recv():
        child = os.fork()
        if child == 0:
            try:
                build.build_in_process(EDITION)
                os._exit(0)
            except Failed as failure:
                (LOGS / "watch-failure.txt").write_text(str(failure.args[0]), "utf-8")
                os._exit(1)
            except BaseException as error:
                (LOGS / "watch-failure.txt").write_text(repr(error), "utf-8")
                os._exit(1)
        _, status = os.waitpid(child, 0)
        line.send((LOGS / "watch-failure.txt").read_text("utf-8") if status else "")


class Builder:
    """The waiting process that builds."""

    def __init__(self) -> None:
        self._process: multiprocessing.process.BaseProcess | None = None
        self.restart()

    def restart(self) -> None:
        """End the process, if there is one, and start it."""
        self.stop()
        context = multiprocessing.get_context("spawn")
        self._line, its_end = context.Pipe()
        self._process = context.Process(target=_forking_builder, args=(its_end,), daemon=True)
        self._process.start()

    def stop(self) -> None:
        """End the process."""
        if self._process:
            self._process.terminate()
            self._process.join()

    def build(self) -> str:
        """Build what is outdated; return what went wrong, or nothing."""
        if not self._process or not self._process.is_alive():
            self.restart()
        self._line.send("build")
        try:
            while not self._line.poll(1.0):
                if not (self._process and self._process.is_alive()):
                    raise EOFError
            return str(self._line.recv())
        except (EOFError, ConnectionError):
            if self._process:
                self._process.join(5)  # its end of the line closes a moment before the process itself is gone
            return "The process that builds has ended; the next change starts it again."


def _attempt(builder: Builder, news: News) -> bool:
    began = time.monotonic()
    with alone():
        failure = builder.build()
    if failure:
        print(f"\n{failure}", file=sys.stderr, flush=True)
        return False
    news.tell()
    tell(f"  built in {time.monotonic() - began:.1f} s")
    return True


def watch(port: int) -> int:
    """Build the book, show it on this machine, and build it again at every change, until Ctrl-C."""
    from watchfiles import watch as changes

    os.environ["COURSEKIT_WATCH"] = "1"
    builder, news = Builder(), News()
    tell("→ book, to be watched (the first build takes longest; how far it is stands in _build/log/book-watch.log)")
    _attempt(builder, news)
    folder = build.place(EDITION)
    folder.mkdir(parents=True, exist_ok=True)
    with serve_watched(folder, port, news) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        tell(f"\nThe course is at {address(server)}   (Ctrl-C stops it; pages follow what you save)")
        places = [ROOT / name for name in WATCHED if (ROOT / name).exists()]
        try:
            for changed in changes(*places, debounce=200, step=50, raise_interrupt=True):
                paths = sorted({path for _, path in changed})
                tell(f"→ {', '.join(os.path.relpath(path, ROOT) for path in paths[:4])}{' …' if paths[4:] else ''}")
                if concerns_coursekit(paths):
                    builder.restart()
                _attempt(builder, news)
        except KeyboardInterrupt:
            tell("\nStopped.")
        finally:
            builder.stop()
    return 0
