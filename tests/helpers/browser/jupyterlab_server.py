"""A real JupyterLab, started headless on a free port with its own empty settings, and a notebook run in it."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Locator, Page, expect

TOKEN = "for-this-test-only"
START_LIMIT_S = 60
# No question about news and updates on the first start, and no request for them.
QUIET = {"fetchNews": "false", "checkForUpdates": False}


def notebook(*cells: str) -> str:
    """Return a notebook of code cells as JSON."""
    made = [{"cell_type": "code", "id": f"cell-{n}", "source": code} for n, code in enumerate(cells)]
    for cell in made:
        cell |= {"metadata": {}, "outputs": [], "execution_count": None}
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    return json.dumps({"nbformat": 4, "nbformat_minor": 5, "metadata": kernel, "cells": made})


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def jupyterlab(folder: Path) -> Iterator[str]:
    """Run JupyterLab over ``folder/work`` as long as the block lasts; gives its address."""
    work, home, log = folder / "work", folder / "home", folder / "jupyterlab.log"
    settings = home / "settings" / "@jupyterlab" / "apputils-extension" / "notification.jupyterlab-settings"
    for path in (work, home, settings.parent):
        path.mkdir(parents=True, exist_ok=True)
    settings.write_text(json.dumps(QUIET), "utf-8")
    env = {**os.environ, "COURSEKIT_MOUNT": ""}
    env |= {f"JUPYTER_{kind}_DIR": str(home / kind.lower()) for kind in ("CONFIG", "DATA", "RUNTIME")}
    env |= {"IPYTHONDIR": str(home / "ipython"), "JUPYTER_TOKEN": TOKEN}
    port = free_port()
    options = ["--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}", "--ServerApp.port_retries=0"]
    options += [f"--ServerApp.root_dir={work}", f"--LabApp.user_settings_dir={home / 'settings'}"]
    options += [f"--LabApp.workspaces_dir={home / 'workspaces'}"]
    with log.open("w") as said:
        command = [sys.executable, "-m", "jupyterlab", *options]
        server = subprocess.Popen(command, env=env, stdout=said, stderr=subprocess.STDOUT, cwd=work)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(f"{address}/api/status?token={TOKEN}", server, log)
            yield address
        finally:
            server.terminate()
            try:
                server.wait(10)
            except subprocess.TimeoutExpired:
                server.kill()


def _wait(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + START_LIMIT_S
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError(f"JupyterLab did not start:\n{log.read_text('utf-8')[-2000:]}")


def run(page: Page, address: str, name: str) -> Locator:
    """Open the notebook ``name``, run all its cells, and return the output area of the last one."""
    page.goto(f"{address}/lab/tree/{name}?token={TOKEN}&reset")
    page.locator(".jp-Notebook").wait_for(timeout=60_000)
    # The notebook's own indicator is idle before there is a kernel; the status bar names the kernel.
    page.locator(".jp-StatusBar-Widget").get_by_text("| Idle").first.wait_for(timeout=60_000)
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_role("menuitem", name="Run All Cells", exact=True).click()
    output = page.locator(".jp-CodeCell").last.locator(".jp-OutputArea-output").first
    expect(output).to_be_visible(timeout=60_000)
    return output
