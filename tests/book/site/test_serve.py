"""`make serve`, as a stranger meets it: an address is said, the course is there, Ctrl-C ends it quietly."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from functools import partial

import pytest
from paths import ROOT


def test_serve_says_where_and_stops_when_asked() -> None:
    command = [sys.executable, "-m", "coursekit.cli", "serve", "--port", "0"]
    heard = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)  # a shell's background job is begun deaf to it
    server = subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, preexec_fn=heard
    )
    try:
        assert server.stdout
        said = next((line for line in server.stdout if "The course is at" in line), "")
        found = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert found, "make serve ended without an address: see what `make book` says"
        with urllib.request.urlopen(found[0]) as answer:
            assert answer.status == 200 and "Touched, Measured, Counted" in answer.read().decode()
        with pytest.raises(urllib.error.HTTPError, match="404"):
            urllib.request.urlopen(found[0] + "no-such-page.html")
    finally:
        server.send_signal(signal.SIGINT)
        _, errors = server.communicate(timeout=30)
    assert server.returncode == 0
    assert errors == ""
