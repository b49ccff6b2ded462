"""A small site with only the page's Python on it: for tests and benchmarks of the worker."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from paths import ROOT

from coursekit.book.site.runtime import place
from coursekit.node import node_command
from coursekit.runtime import prepare

SCRIPTS = ("worker", "vegalite", "widgets", "widget-frame", "markdown", "math")
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Python</title>
<meta http-equiv="Content-Security-Policy" content="default-src 'self' file:; script-src 'self' file:
 'wasm-unsafe-eval'; worker-src 'self' file: blob:; style-src 'self' file: 'unsafe-inline'; img-src 'self' file: data:
 blob:; object-src 'none'; base-uri 'none'; form-action 'self' file:">
<link rel="icon" href="data:,"></head><body><main><div id="outputs"></div></main>
<script src="_static/probe.js"></script></body></html>"""


def site(folder: Path) -> Path:
    """Lay the site out in ``folder`` and return it."""
    manifest = prepare(ROOT)
    static = folder / "_static"
    subprocess.run([*node_command(), "build.mjs", *SCRIPTS], cwd=ROOT / "web", check=True)
    bundler = [*node_command(), "--input-type=module", "--eval", BUNDLE, str(static / "probe.js")]
    subprocess.run(bundler, cwd=ROOT / "web", check=True)
    for name in (*(f"{script}.js" for script in SCRIPTS), "widget-frame.html"):
        shutil.copyfile(ROOT / "_build" / "web" / name, static / name)
    for name in [*(entry["file"] for entry in manifest["files"].values()), "manifest.json"]:
        place(ROOT / "_build" / "runtime" / name, static / "runtime" / name)
    (folder / "index.html").write_text(PAGE, "utf-8")
    return folder


BUNDLE = """
import { build } from "esbuild";
await build({ entryPoints: ["../tests/helpers/browser/probe/probe.ts"], outfile: process.argv[1], bundle: true,
  format: "iife", target: "es2022", loader: { ".css": "text" } });
"""
