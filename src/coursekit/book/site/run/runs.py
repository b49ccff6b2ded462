"""Run the cells of pages, several pages at a time, each in a kernel of its own."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coursekit.book.site.run.outputs import Dependencies, Outputs, hash_of_cells

COLOUR = re.compile(r"\x1b\[[0-9;]*m")


@dataclass(frozen=True)
class Page:
    """A page whose cells are to be run: its name in the book, its source, its notebook, its time limit for a cell."""

    docname: str
    path: Path
    notebook: Any
    timeout: int


class CellFailed(Exception):
    """A cell of a page raised an error; the message has file, line, the error and where in the course it arose."""


def _fault(page: Page, root: Path, index: int, error: Any) -> CellFailed:
    """Return what is said of a cell that failed: the line at which it begins, the error, the frames in the course."""
    lines = page.notebook.metadata.get("source_map", [])
    line = lines[index] if index < len(lines) else 1
    place = page.path.relative_to(root) if page.path.is_relative_to(root) else page.path
    told = COLOUR.sub("", getattr(error, "traceback", "") or "")
    where = re.findall(rf"{re.escape(str(root))}/(\S+?\.py)(?:\"?, line |:)(\d+)", told)
    frames = "".join(f"\n    in {os.path.normpath(file)}:{number}" for file, number in where[-4:])
    name, value = getattr(error, "ename", type(error).__name__), getattr(error, "evalue", str(error))
    return CellFailed(f"{place}:{line}: this cell failed: {name}: {value}{frames}")


def run_page(page: Page, root: Path) -> Dependencies:
    """Run a page's cells; its notebook holds their outputs afterwards.

    Parameters
    ----------
    page : Page
        The page.
    root : Path
        The course's folder.

    Returns
    -------
    Dependencies
        What the outputs were made from.

    Raises
    ------
    CellFailed
        If a cell raises an error, takes longer than its limit, or ends the kernel.
    """
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

    resources = {"metadata": {"path": str(page.path.parent)}}
    # On a busy machine outputs come long after a cell has ended: they are waited for, as a page must have all of them.
    waits: dict[str, Any] = {"timeout": page.timeout, "iopub_timeout": page.timeout, "raise_on_iopub_timeout": True}
    client: Any = NotebookClient(
        page.notebook, resources=resources, record_timing=False, kernel_name="python3", **waits
    )
    cells = hash_of_cells(page.notebook)
    with tempfile.TemporaryDirectory() as folder, client.setup_kernel():
        told = Path(folder) / "read.json"
        about = _reply(client, client.kc.kernel_info())
        page.notebook.metadata["language_info"] = about["language_info"]
        trace = "from coursekit.book.site.run import kernel_trace as __trace"
        _quietly(client, f"{trace}; __trace.start(); del __trace")
        for index, cell in enumerate(page.notebook.cells):
            try:
                client.execute_cell(cell, index)
            except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
                raise _fault(page, root, index, error) from None
        _quietly(client, f"{trace}; __trace.write({str(root)!r}, {str(told)!r})")
        read = json.loads(told.read_text("utf-8"))
    return Dependencies.now(root, cells, read["files"], read["folders"])


def _reply(client: Any, asked: str) -> dict[str, Any]:
    """Return what the kernel answers to the message ``asked``.

    Raises
    ------
    RuntimeError
        If it answers with an error.
    """
    from jupyter_core.utils import run_sync

    while True:
        reply = run_sync(client.kc.get_shell_msg)(timeout=120)
        if reply["parent_header"].get("msg_id") == asked:
            break
    content: dict[str, Any] = reply["content"]
    if content["status"] != "ok":
        raise RuntimeError(f"The kernel failed at a question of the build's: {content.get('evalue')}")
    return content


def _quietly(client: Any, code: str) -> None:
    """Run code in the page's kernel that leaves no trace in what its cells say."""
    _reply(client, client.kc.execute(code, silent=True, store_history=False))


def run_pages(pages: Sequence[Page], outputs: Outputs, say: Callable[[str], object]) -> dict[str, Path]:
    """Run pages side by side, as many as there are processors, and keep their outputs.

    Parameters
    ----------
    pages : sequence of Page
        Those to run.
    outputs : Outputs
        Where their outputs are kept.
    say : callable
        Told each page as it begins.

    Returns
    -------
    dict
        For each page's name the folder of its outputs.

    Raises
    ------
    CellFailed
        If cells failed: the message names each, of every page.
    """

    def one(page: Page) -> Path | CellFailed:
        say(f"running {page.path.relative_to(outputs.root)}")
        try:
            return outputs.keep(page.docname, run_page(page, outputs.root), page.notebook, page.path)
        except CellFailed as fault:
            return fault

    # The longest first, so that no processor waits for one long page at the end.
    longest = sorted(pages, key=lambda page: -len(json.dumps([cell["source"] for cell in page.notebook.cells])))
    with ThreadPoolExecutor(max(1, min(4, os.cpu_count() or 1))) as pool:
        ended = dict(zip([page.docname for page in longest], pool.map(one, longest), strict=True))
    if faults := [str(end) for end in ended.values() if isinstance(end, CellFailed)]:
        raise CellFailed("\n".join(faults))
    return {name: end for name, end in ended.items() if isinstance(end, Path)}
