"""The page's own modules in one Node that stays, asked thousands of times; an answer that does not come is a hang."""

from __future__ import annotations

import atexit
import json
import select
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from page_modules import WORLD, bundled

from coursekit.node import node_command

LONGEST_S = 60  # on a machine that does much else at once; an answer takes a millisecond
# Questions come line by line; "raised" is what no caller expects.
LOOP = """const lines = require("readline").createInterface({ input: process.stdin });
const plain = (_key, value) => value instanceof Map ? [...value] :
  typeof value === "number" && !Number.isFinite(value) ? String(value) : value;
lines.on("line", async (line) => {
  let told;
  try { told = { is: await answer(JSON.parse(line)) ?? null }; }
  catch (error) { told = { raised: String(error?.stack ?? error) }; }
  process.stdout.write(`${JSON.stringify(told, plain)}\\n`);
});
"""


class HangError(AssertionError):
    """The page's code gave no answer."""


def page_process(folder: Path, imports: dict[str, str], body: str) -> Callable[[Any], Any]:
    """Return a function that asks ``body``, which runs on in a Node of its own.

    Parameters
    ----------
    folder
        Where the bundle goes.
    imports
        Module (as ``assignment/format``) → the names taken from it.
    body
        JavaScript with ``given``, the function's argument; it returns plain data, and may await it.

    Returns
    -------
    callable
        It fails with an AssertionError if ``body`` throws, and with HangError if no answer comes.
    """
    program = folder / "program.cjs"
    answer = f"const answer = async (given) => {{ {body} }};\n"
    program.write_text(WORLD + bundled(folder, imports) + answer + LOOP, "utf-8")
    command = [*node_command(), str(program)]
    node = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    atexit.register(node.kill)

    def ask(given: Any) -> Any:
        assert node.stdin and node.stdout
        node.stdin.write(json.dumps(given) + "\n")
        node.stdin.flush()
        if not select.select([node.stdout], [], [], LONGEST_S)[0]:
            node.kill()
            raise HangError(f"no answer after {LONGEST_S} s to {json.dumps(given)[:2000]}")
        answer = json.loads(node.stdout.readline())
        assert "raised" not in answer, answer["raised"]
        return answer["is"]

    return ask
