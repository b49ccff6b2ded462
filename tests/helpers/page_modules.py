"""The page's own modules under Node, for tests that hold them against Python."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

from paths import ROOT

from coursekit.course import course
from coursekit.node import node_command

WEB = ROOT / "web"
# What little of a browser the modules look at while they load.
WORLD = f"""globalThis.window = globalThis;
globalThis.document = {{ currentScript: null, querySelector: () => null, getElementById: () => null, title: "",
  baseURI: "file:///site/book/x.html", documentElement: {{ dataset: {{ course: {json.dumps(course().id)} }} }} }};
globalThis.location = new URL("file:///site/book/x.html");
"""
PRELUDE = f"""{WORLD}const given = JSON.parse(require("fs").readFileSync(0, "utf8"));
"""


def bundled(folder: Path, imports: dict[str, str]) -> str:
    """Bundle modules of the page for Node; return the line of a program that takes the names from the bundle.

    Parameters
    ----------
    folder
        Where the bundle goes.
    imports
        Module (as ``assignment/format``) → the names taken from it.

    Returns
    -------
    str
        JavaScript.
    """
    entry, bundle = folder / "entry.ts", folder / "bundle.cjs"
    lines = [f'export {{ {names} }} from "{WEB}/src/{module}";' for module, names in imports.items()]
    entry.write_text("\n".join(lines), "utf-8")
    esbuild = [*node_command(), str(WEB / "node_modules" / "esbuild" / "bin" / "esbuild"), str(entry), "--bundle"]
    esbuild += ["--format=cjs", f"--outfile={bundle}", "--platform=node", "--loader:.css=text", "--log-level=error"]
    subprocess.run(esbuild, check=True, cwd=WEB)
    return f"const {{ {', '.join(imports.values())} }} = require({json.dumps(str(bundle))});\n"


def node(folder: Path, imports: dict[str, str], body: str) -> Callable[[Any], Any]:
    """Return a function that runs ``body`` under Node.

    Parameters
    ----------
    folder
        Where the bundle goes.
    imports
        Module (as ``assignment/format``) → the names taken from it.
    body
        JavaScript with ``given``, the function's argument; it returns what the function does, as plain data, and may
        await it.
    """
    program = PRELUDE + bundled(folder, imports)
    program += f"(async () => console.log(JSON.stringify(await (async () => {{ {body} }})())))();"

    def run(argument: Any) -> Any:
        call = [*node_command(), "--input-type=commonjs", "-e", program]
        done = subprocess.run(call, input=json.dumps(argument), capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run
