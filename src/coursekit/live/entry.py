"""Ready the page's interpreter: bundles on the path, light packages imported, a session to talk to.

Called by the worker alone (web/src/worker); everything that crosses is JSON text.
"""

from __future__ import annotations

import builtins
import gc
import json
import random
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from functools import partial
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ExtensionFileLoader, ModuleSpec
from importlib.util import spec_from_file_location
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import Any
from zipimport import zipimporter

from coursekit.exercise.check.run import run_checks
from coursekit.exercise.mark import learner, mistaken, reference
from coursekit.live import comms, zip_templates
from coursekit.live import output_widget as captured
from coursekit.live.charts import altair_patches as quick
from coursekit.live.charts import display as chart_display
from coursekit.live.complete import names_for
from coursekit.live.integers import numpy_int64
from coursekit.live.ipython import stub as jupyter
from coursekit.live.session import Session
from coursekit.live.stdin import Ask

NATIVE = Path("/lib/native")


class Native(MetaPathFinder):
    """Finds compiled modules, which can't be loaded from inside a zip: they lie beside it, by their full name."""

    def __init__(self) -> None:
        self.files: dict[str, str] = {}

    def find_spec(
        self, fullname: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return how to load ``fullname`` if it is one of ours.

        Parameters
        ----------
        fullname : str
            The module's name with those of its packages, as ``numpy._core._multiarray_umath``.
        path : sequence of str, optional
            The package's folders; not used.
        target : ModuleType, optional
            The module that is loaded again; not used.

        Returns
        -------
        ModuleSpec or None
            None where the module is not one of those that lie beside the bundles.
        """
        file = self.files.get(fullname)
        return spec_from_file_location(fullname, file, loader=ExtensionFileLoader(fullname, file)) if file else None


native = Native()
session: Session


def add(bundle: str) -> None:
    """Put the zip ``bundle`` on the path, its compiled modules beside it."""
    NATIVE.mkdir(parents=True, exist_ok=True)
    archive = zipimporter(bundle)
    # The names in a zip are known to its importer; reading them so spares importing the zipfile module.
    for name in archive._files:  # type: ignore[attr-defined]
        if name.endswith(".so"):
            module = name.partition(".")[0].replace("/", ".")
            file = NATIVE / f"{module}.so"
            file.write_bytes(archive.get_data(f"{bundle}/{name}"))
            native.files[module] = str(file)
    if native not in sys.meta_path:
        sys.meta_path.insert(0, native)
    sys.path.append(bundle)


def warm(module: str) -> None:
    """Import ``module`` now, so that no learner's time limit pays for it."""
    import_module(module)
    if module == "numpy":
        numpy_int64.install()
    elif module == "pandas":
        numpy_int64.install_pandas()
    session.snapshot.retake()
    gc.freeze()


def light() -> None:
    """Import what every page with code needs and no compiled module does, so that a snapshot can hold it."""
    jupyter.stand_in()
    comms.install()
    import ipywidgets  # noqa: F401

    quick.without_script()
    import altair  # noqa: F401 (loaded into the kept memory)

    captured.install()
    chart_display.install()
    zip_templates.install()
    quick.install()
    quick.warm()
    gc.collect()
    # These objects live as long as the page: the collection after each run need not look at them.
    gc.freeze()


def begin(send: Callable[[str], None], ask: Ask, post: Callable[[str, Any], None]) -> None:
    """Open the session of this page.

    Parameters
    ----------
    send : callable
        Takes each output as JSON text.
    ask : callable
        Takes a prompt, and whether the answer is secret; returns what the answer can be waited for by.
    post : callable
        Takes each message of a widget, as JSON text, with its binary buffers (None if it has none).
    """
    global session

    def crossing(message: str, buffers: list[bytes]) -> None:
        if buffers:
            from pyodide.ffi import to_js

            post(message, to_js(buffers))
        else:
            post(message, None)

    comms.post = crossing
    # Last of all: the session notes the interpreter's state of this moment, and every run begins with it.
    session = Session(lambda output: send(json.dumps(output)), ask)


def sound() -> bool:
    """Say whether Python would still give what it should after what the last run did to it."""
    return session.sound()


def hear(message: str, buffers: Any = None) -> str:
    """Give a widget a message of the page.

    Parameters
    ----------
    message : str
        The message as JSON; see :func:`coursekit.live.comms.deliver`.
    buffers : JavaScript array of buffers, optional
        Its binary parts.

    Returns
    -------
    str
        The outcome as JSON: ``status``, and what a callback raised.
    """
    return json.dumps(session.hear(message, buffers.to_py() if buffers is not None else ()))


def reseed() -> None:
    """Give ``random`` a new state: one restored from a snapshot would repeat itself for every learner."""
    random.seed()


def complete(request: str) -> str:
    """Return names that may be written at the end of the request's ``code``, as JSON; it never fails."""
    try:
        asked: dict[str, Any] = json.loads(request)
        found = names_for(asked["code"], {**vars(builtins), **session.names(asked["namespace"])})
        return json.dumps({"names": found})
    except Exception:
        return '{"names": []}'


def _referee(asked: dict[str, Any]) -> dict[str, Any]:
    """Draw cases, judge answers or name mistakes: in a Python that no learner's code enters."""
    tasks = {"cases": reference.cases, "judge": reference.judge, "mistaken": mistaken.mistaken}
    try:
        with redirect_stdout(StringIO()):  # what the key's own solution prints is of no interest
            return {"status": "ok", "result": tasks[asked["task"]](asked)}
    except (reference.UnusableError, reference.AnswersError) as error:
        return {"status": "error", "result": str(error)}


def handle(request: str) -> str:
    """Carry out one request of the page (``Request`` in web/src/python/protocol.ts) and return its outcome, as JSON."""
    asked: dict[str, Any] = json.loads(request)
    answers = [str(answer) for answer in asked.get("answers") or ()]
    if asked["task"] in ("cases", "judge", "mistaken"):
        outcome = _referee(asked)
    elif asked["task"] == "warm":
        learner.warm(asked["requests"])
        session.snapshot.retake()
        outcome = {"status": "ok"}
    elif asked["task"] == "mark":
        # Run as a check is, but its result is the answers of the learner's function, which are judged elsewhere.
        outcome = session.check(asked["code"], asked["setup"], "", learner.answering(asked), answers)
    elif asked["task"] == "check":
        checks = partial(run_checks, setup=asked["setup"])
        outcome = session.check(asked["code"], asked["setup"], asked.get("tests") or "", checks, answers)
    else:
        owner = asked.get("owner") or ""
        outcome = session.run(asked["code"], asked["setup"], asked["namespace"], answers, owner)
    try:
        return json.dumps(outcome)
    except (TypeError, ValueError):
        return json.dumps({"status": "failed"})
