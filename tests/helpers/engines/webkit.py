"""WebKit, by WebDriver: Debian's WebKitWebDriver drives WebKitGTK's MiniBrowser on a screen that nobody sees."""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

from actions import ActionDriver
from driver import HEIGHT, OFTEN_S, PAGE_S, PYTHON_S, WIDTH, Missing

BROWSERS = ("webkit2gtk-4.1", "webkitgtk-6.0", "webkit2gtk-4.0")
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # what the protocol calls a part of a page
FRAME_PX = 80  # the bar above the page, which belongs to the window's height
# The driver tells of no error: the page itself keeps what it did not catch, from when it is loaded.
LISTEN = """() => {
  const told = (window.engineFaults ??= []);
  addEventListener("error", (event) => told.push(`not caught: ${event.message} (${event.filename})`));
  addEventListener("unhandledrejection", (event) => told.push(`not caught: ${event.reason?.stack ?? event.reason}`));
  addEventListener("securitypolicyviolation", (event) => told.push(`refused: ${event.blockedURI}`));
  const { error } = console;
  console.error = (...said) => { told.push(said.map(String).join(" ")); error.apply(console, said); };
}"""
HEARD = "() => (window.engineFaults ?? []).splice(0)"
RUN = """const done = arguments[arguments.length - 1];
(async (given) => JSON.stringify((await (%s)(JSON.parse(given))) ?? null))(arguments[0])
  .then((value) => done({ value }), (error) => done({ error: `${error}` }));"""


def places() -> Iterator[Path]:
    """Give the places in which MiniBrowser may lie."""
    for name in BROWSERS:
        yield from (path / "MiniBrowser" for path in Path("/usr/lib").glob(f"*/{name}"))
        yield Path("/usr/libexec", name, "MiniBrowser")


def needed() -> tuple[str, str]:
    """Return the driver and the browser.

    Raises
    ------
    Missing
        If one of them, or a screen, is not there.
    """
    driver = shutil.which("WebKitWebDriver")
    browser = next((str(path) for path in places() if path.is_file()), None)
    if not driver or not browser:
        raise Missing("no WebKitWebDriver with its MiniBrowser (Debian: apt-get install webkit2gtk-driver)")
    if not shutil.which("Xvfb"):
        raise Missing("no Xvfb, the screen that nobody sees (Debian: apt-get install xvfb)")
    return driver, browser


class WebKit(ActionDriver):
    """WebKitGTK's MiniBrowser."""

    def __init__(self) -> None:
        driver, browser = needed()
        size = f"{WIDTH}x{HEIGHT + FRAME_PX}x24"
        screen = ["Xvfb", "-displayfd", "1", "-screen", "0", size, "-nolisten", "tcp"]
        self.screen = subprocess.Popen(screen, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        assert self.screen.stdout
        display = f":{self.screen.stdout.readline().strip()}"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.driver = subprocess.Popen(
            [driver, f"--port={port}"],
            env=os.environ | {"DISPLAY": display, "GDK_BACKEND": "x11", "WEBKIT_DISABLE_COMPOSITING_MODE": "1"},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self.session = f"http://127.0.0.1:{port}/session"
        options = {"binary": browser, "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        made = self._first({"capabilities": wanted})
        self.version = str(made["capabilities"]["browserVersion"])
        self.session += f"/{made['sessionId']}"
        self._ask("POST", "/timeouts", {"script": int(1000 * PYTHON_S), "pageLoad": int(1000 * PYTHON_S)})
        self._ask("POST", "/window/rect", {"x": 0, "y": 0, "width": WIDTH, "height": HEIGHT + FRAME_PX})

    def _first(self, wanted: object) -> Any:
        """Ask for a session until the driver listens."""
        until = time.monotonic() + PAGE_S
        while True:
            try:
                return self._ask("POST", "", wanted)
            except URLError:
                if time.monotonic() > until:
                    raise
                time.sleep(OFTEN_S)

    def _ask(self, method: str, path: str, given: object = None) -> Any:
        body = None if given is None else json.dumps(given).encode()
        request = Request(f"{self.session}{path}", body, {"Content-Type": "application/json"}, method=method)
        try:
            with urlopen(request, timeout=2 * PYTHON_S) as answer:
                return json.load(answer)["value"]
        except HTTPError as error:
            told = json.load(error)["value"]
            raise AssertionError(f"{path}: {told['error']}: {told['message']}") from None

    def go(self, address: str) -> None:
        self._ask("POST", "/url", {"url": "about:blank"})
        self._ask("POST", "/url", {"url": address})
        self.call(LISTEN)

    def call(self, function: str, given: Any = None) -> Any:
        answer = self._ask("POST", "/execute/async", {"script": RUN % function, "args": [json.dumps(given)]})
        assert "error" not in answer, answer["error"]
        return json.loads(answer["value"])

    def _act(self, source: dict[str, Any]) -> None:
        self._ask("POST", "/actions", {"actions": [source]})

    def choose_files(self, selector: str, paths: Sequence[Path]) -> None:
        field = self._ask("POST", "/element", {"using": "css selector", "value": selector})[ELEMENT]
        self._ask("POST", f"/element/{field}/value", {"text": "\n".join(str(path) for path in paths)})

    def picture(self) -> bytes:
        return base64.b64decode(self._ask("GET", "/screenshot"))

    def faults(self) -> list[str]:
        return list(self.call(HEARD))

    def close(self) -> None:
        with suppress(AssertionError, OSError):
            self._ask("DELETE", "")
        for process in (self.driver, self.screen):
            process.terminate()
            process.wait()
