"""Firefox, by WebDriver BiDi: the protocol that it speaks itself over a WebSocket (https://www.w3.org/TR/webdriver-bidi/)."""

from __future__ import annotations

import base64
import json
import re
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import websocket
from actions import ActionDriver
from driver import HEIGHT, PAGE_S, PYTHON_S, WIDTH, Missing

PROGRAMS = ("firefox-esr", "firefox")
# Of a request whose page was left before the answer came, which is no fault: it has no address any more.
LEFT = "Failed to load ‘’. A ServiceWorker intercepted the request"
ADDRESS = re.compile(r"ws://[\d.:]+")
# Nothing of the browser's own: no first page, no question, no update, no report.
SETTINGS: dict[str, object] = {
    "browser.aboutwelcome.enabled": False,
    "browser.startup.page": 0,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "toolkit.telemetry.reportingpolicy.firstRun": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "extensions.update.enabled": False,
}
NO_STORAGE: dict[str, object] = {"network.cookie.cookieBehavior": 2}  # "all cookies (will cause websites to break)"


class Firefox(ActionDriver):
    """An installed Firefox, without a window on the screen."""

    def __init__(self, storage: bool = True) -> None:
        program = next((path for path in map(shutil.which, PROGRAMS) if path), None)
        if not program:
            raise Missing("no Firefox on PATH (Debian: apt-get install firefox-esr)")
        self.profile = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        settings = SETTINGS if storage else SETTINGS | NO_STORAGE
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in settings.items()]
        Path(self.profile.name, "user.js").write_text("\n".join(lines), "utf-8")
        command = [program, "--headless", "--no-remote", "--remote-debugging-port", "0"]
        command += ["--width", str(WIDTH), "--height", str(HEIGHT), "--profile", self.profile.name]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
        self.told: list[str] = []
        self.asked = 0
        self.socket = websocket.create_connection(f"{self._address()}/session", suppress_origin=True, timeout=PYTHON_S)
        session = self._ask("session.new", capabilities={})
        self.version = str(session["capabilities"]["browserVersion"])
        self.tab = self._ask("browsingContext.getTree")["contexts"][0]["context"]
        self._ask("session.subscribe", events=["log.entryAdded"])
        self._ask("browsingContext.setViewport", context=self.tab, viewport={"width": WIDTH, "height": HEIGHT})

    def _address(self) -> str:
        """Return where the browser listens, which it says when it has started; then let it say what it likes."""
        assert self.process.stderr
        started = threading.Timer(PAGE_S, self.process.kill)
        started.start()
        for line in self.process.stderr:
            if found := ADDRESS.search(line):
                started.cancel()
                threading.Thread(target=self.process.stderr.read, daemon=True).start()
                return found[0]
        raise Missing(f"Firefox said no address within {PAGE_S:.0f} s")

    def _ask(self, method: str, **given: Any) -> dict[str, Any]:
        """Send a command; return its result, and keep the errors that the page tells of meanwhile."""
        self.asked += 1
        self.socket.send(json.dumps({"id": self.asked, "method": method, "params": given}))
        while True:
            answer = json.loads(self.socket.recv())
            if answer.get("method") == "log.entryAdded":
                entry = answer["params"]
                if entry["level"] == "error" and not str(entry["text"]).startswith(LEFT):
                    self.told.append(f"{entry['text']} ({(entry.get('source') or {}).get('context', '')})")
            elif answer.get("id") == self.asked:
                assert answer["type"] == "success", f"{method}: {answer['error']}: {answer['message']}"
                return dict(answer["result"])

    def go(self, address: str) -> None:
        self._ask("browsingContext.navigate", context=self.tab, url="about:blank", wait="complete")
        self._ask("browsingContext.navigate", context=self.tab, url=address, wait="complete")

    def _function(self, source: str, given: Any) -> dict[str, Any]:
        argument = {"type": "string", "value": json.dumps(given)}
        answer = self._ask(
            "script.callFunction",
            functionDeclaration=source,
            arguments=[argument],
            awaitPromise=True,
            target={"context": self.tab},
        )
        assert answer["type"] == "success", answer.get("exceptionDetails", {}).get("text", answer)
        return dict(answer["result"])

    def call(self, function: str, given: Any = None) -> Any:
        source = f"async (given) => JSON.stringify((await ({function})(JSON.parse(given))) ?? null)"
        return json.loads(self._function(source, given)["value"])

    def _act(self, source: dict[str, Any]) -> None:
        self._ask("input.performActions", context=self.tab, actions=[source])

    def choose_files(self, selector: str, paths: Sequence[Path]) -> None:
        field = self._function("(given) => document.querySelector(JSON.parse(given))", selector)
        element = {"sharedId": field["sharedId"]}
        self._ask("input.setFiles", context=self.tab, element=element, files=[str(path) for path in paths])

    def picture(self) -> bytes:
        return base64.b64decode(self._ask("browsingContext.captureScreenshot", context=self.tab)["data"])

    def faults(self) -> list[str]:
        self._ask("session.status")  # what was told before is here then
        found, self.told = self.told, []
        return found

    def close(self) -> None:
        self.socket.close()
        self.process.terminate()
        self.process.wait()
        self.profile.cleanup()
