"""Run one long step: say what it is, show that it is alive, keep its output, and on failure say what to do next."""

from __future__ import annotations

import fcntl
import hashlib
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from coursekit.course import find_root
from coursekit.tasks.remedies import remedy

ROOT = find_root() or Path.cwd()
LOGS = ROOT / "_build" / "log"
LOCKS = ROOT / "_build"
HEARTBEAT_S = 20.0
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class Failed(Exception):
    """A step failed; its message is for the person at the terminal."""


def tell(text: str) -> None:
    """Print one line now, even when the output is a file."""
    print(text, flush=True)


def run(
    command: Sequence[str | Path],
    log: str,
    *,
    env: Mapping[str, str] | None = None,
    cwd: Path = ROOT,
    show: Callable[[str], str | None] = lambda line: None,
) -> str:
    """Run ``command``, keep what it prints in ``_build/log/<log>.log``, and return it.

    Parameters
    ----------
    command
        Program and arguments.
    log
        Name of the log file.
    env
        The whole environment, or None for this process's.
    cwd
        Where to run it.
    show
        Given each line, returns what to show of it at once, or None.

    Raises
    ------
    Failed
        If the command cannot be started or exits with anything but 0; ``args[1]`` is its output.
    """
    LOGS.mkdir(parents=True, exist_ok=True)
    path = LOGS / f"{log}.log"
    lines: list[str] = []
    done = threading.Event()
    began = time.monotonic()

    def beat() -> None:
        while not done.wait(HEARTBEAT_S):
            said = [line for line in lines[-4:] if "[IPKernelApp]" not in line]  # a kernel's standing warning
            last = COLOUR.sub("", said[-1]).strip()[:90] if said else ""
            tell(
                f"    … {time.monotonic() - began:.0f} s: {last}" if last else f"    … {time.monotonic() - began:.0f} s"
            )

    try:
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env=env,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
    except OSError as error:
        raise Failed(f"{command[0]} could not be started: {error}", "") from error
    threading.Thread(target=beat, daemon=True).start()
    try:
        with path.open("w", encoding="utf-8") as file:
            assert process.stdout is not None
            for line in process.stdout:
                lines.append(line)
                file.write(line)
                shown = show(line.rstrip("\n"))
                if shown is not None:
                    tell(shown)
        code = process.wait()
    except BaseException:
        process.terminate()
        process.wait()
        raise
    finally:
        done.set()
    output = "".join(lines)
    if code != 0:
        raise Failed(
            f"{Path(command[0]).name} ended with code {code}; all it said is in {path.relative_to(ROOT)}.", output
        )
    return output


def step(command: Sequence[str | Path], log: str, *, cwd: Path = ROOT, env: Mapping[str, str] | None = None) -> None:
    """Run one tool that makes the environment.

    Parameters
    ----------
    command
        Program and arguments.
    log
        Name of the log file.
    cwd
        Where to run it.
    env
        The whole environment, or None for this process's.

    Raises
    ------
    Failed
        With the tool's last lines, and what to do.
    """
    try:
        run(command, log, cwd=cwd, env=env)
    except Failed as failure:
        output = failure.args[1]
        last = "\n".join("    " + line for line in output.strip().splitlines()[-12:])
        advice = remedy(output) or "If the last lines do not help: `make clean-all`, then the same command again."
        raise Failed(f"{last}\n{failure.args[0]}\n{advice}", output) from None


def fingerprint(*parts: str | Path) -> str:
    """Return a hash of texts and of files' contents, in order."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(part.read_bytes() if isinstance(part, Path) else part.encode())
        digest.update(b"\0")
    return digest.hexdigest()


def is_stamped(stamp: Path, value: str) -> bool:
    """Tell whether the file ``stamp`` holds ``value``.

    Parameters
    ----------
    stamp : Path
        The file in which a step notes what it was done for, usually a hash of its inputs.
    value : str
        What the step would be done for now.

    Returns
    -------
    bool
        True if the step need not be done again; False also if there is no such file.
    """
    return stamp.is_file() and stamp.read_text("utf-8") == value


@contextmanager
def alone(what: str = "make") -> Iterator[None]:
    """Hold the clone's lock, so that two ``make``s at once do not build into each other.

    Parameters
    ----------
    what
        What is made: the environment and the book by default; what leaves both alone has a lock of its own.
    """
    LOCKS.mkdir(exist_ok=True)
    with (LOCKS / f".{what}.lock").open("w") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            tell("→ another make is at work in this folder: waiting for it")
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def guarded(main: Callable[[], int]) -> int:
    """Run ``main``; turn a failure or Ctrl-C into a message and an exit code instead of a traceback."""
    try:
        return main()
    except Failed as failure:
        sys.stdout.flush()
        print(f"\n{failure.args[0]}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"\n{error}\n{remedy(str(error)) or ''}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nStopped. The same command picks up where this one left off.", file=sys.stderr)
        return 130
