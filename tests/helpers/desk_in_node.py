"""Asks Node what the desk's functions from marks to files give, and makes hand-ins for them."""

from __future__ import annotations

import atexit
import hashlib
import json
import subprocess
from functools import lru_cache
from pathlib import Path
from typing import Any

from coursekit.node import node_command

HERE = Path(__file__).parent


@lru_cache
def _node() -> subprocess.Popen[str]:
    command = [*node_command(), str(HERE / "desk_in_node.mjs")]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    atexit.register(process.kill)
    return process


def ask(call: str, *given: Any) -> Any:
    """Return what the function ``call`` gives for ``given``."""
    node = _node()
    assert node.stdin and node.stdout
    node.stdin.write(json.dumps({"call": call, "with": given}) + "\n")
    node.stdin.flush()
    answer = json.loads(node.stdout.readline())
    assert "raised" not in answer, answer
    return answer["is"]


def result(outcome: str = "right", share: float = 1.0, detail: str = "", **more: Any) -> dict[str, Any]:
    return {"outcome": outcome, "share": share, "detail": detail, "notes": [], **more}


def marked(file: str, alias: str = "", **more: Any) -> dict[str, Any]:
    """One hand-in as the desk says it."""
    return {
        "file": file,
        "sha256": hashlib.sha256(f"{file}{alias}".encode()).hexdigest(),
        "alias": alias,
        "saved": "2026-11-20T10:00:00Z",
        "status": "read",
        "notes": [],
        "flags": [],
        "exercises": {},
        "questions": {},
        "predictions": {},
        "texts": {},
        "prints": {},
        "seconds": 0.5,
        **more,
    }


def sheets(all_: list[dict[str, Any]], hand: list[dict[str, Any]] | None = None, **about: Any) -> dict[str, str]:
    """Return the files' texts by their names."""
    made = ask("sheets", all_, {"key": {}, **about}, hand or [])
    return {sheet["name"]: sheet["text"] for sheet in made}
