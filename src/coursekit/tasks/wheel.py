"""``coursekit wheel``: coursekit as a wheel of its own, its front end built, for courses without ``web``."""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

from coursekit.archive import write_wheel_file
from coursekit.front_end.fonts import font_faces
from coursekit.tasks.steps import Failed, run

PACKAGE = Path(__file__).parents[1]
PARTS: dict[str, tuple[str, ...]] = {
    "katex": ("package.json", "LICENSE", "dist/katex.js", "dist/katex.min.css", "dist/fonts/*.woff2"),
    "pyodide": ("package.json", "README.md", "pyodide.asm.*", "pyodide.mjs", "pyodide-lock.json", "python_stdlib.zip"),
}
"""What a build without npm needs of npm's packages."""


def write_own_wheel(root: Path, folder: Path) -> Path:
    """Build the front end and write coursekit's wheel into ``folder``.

    Parameters
    ----------
    root : Path
        The folder of this repository: it has ``web`` with npm's packages.
    folder : Path
        Where the wheel goes.

    Returns
    -------
    Path
        The wheel.

    Raises
    ------
    Failed
        If there are no sources of the front end here, or its bundler fails.
    """
    web = root / "web"
    if not (web / "node_modules").is_dir():
        raise Failed(f"{web / 'node_modules'} is missing: the front end is built once, here. Run `make environment`.")
    files = {
        path.relative_to(PACKAGE.parent).as_posix(): path.read_bytes()
        for path in sorted(PACKAGE.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }
    files |= {f"coursekit/front_end/built/{name}": content for name, content in built_files(root).items()}
    files["INFO/entry_points.txt"] = b"[console_scripts]\ncoursekit = coursekit.cli:main\n"
    files["INFO/licenses/LICENSE"] = (root / "LICENSE").read_bytes()
    about = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    head = ["Metadata-Version: 2.1", "Name: coursekit", f"Version: {about['version']}"]
    head += ["Summary: Builds interactive courses: labs, exercises and Python in the page."]
    head += [f"Requires-Python: {about['requires-python']}", *(f"Requires-Dist: {one}" for one in _requirements(root))]
    return write_wheel_file(folder / f"coursekit-{about['version']}-py3-none-any.whl", head, files)


def built_files(root: Path) -> dict[str, bytes]:
    """Return the built front end, by the names of its files in :data:`coursekit.front_end.BUILT`."""
    web, modules = root / "web", root / "web" / "node_modules"
    node = _node()
    run([node, "build.mjs"], "front-end", cwd=web)
    parser = root / "_build" / "parse-charts.mjs"
    esbuild = modules / "esbuild" / "bin" / "esbuild"
    options = ["--bundle", "--platform=node", "--format=esm", "--minify", "--external:canvas", "--log-level=warning"]
    run([node, esbuild, "parse-charts.mjs", *options, f"--outfile={parser}"], "chart-parser", cwd=web)
    found = {"parse-charts.mjs": parser, "drawn-charts.mjs": web / "drawn-charts.mjs"}
    scripts = root / "_build" / "web"
    found |= {f"scripts/{path.relative_to(scripts)}": path for path in scripts.rglob("[!.]*") if path.is_file()}
    for package, patterns in PARTS.items():
        for path in (path for pattern in patterns for path in (modules / package).glob(pattern)):
            found[f"node_modules/{path.relative_to(modules).as_posix()}"] = path
    rules, fonts = font_faces(modules)
    for path in (*fonts, *{font.parents[1] / f"{face}.css" for font in fonts for face in _faces(font)}):
        found[f"node_modules/{path.relative_to(modules).as_posix()}"] = path
    assert rules
    return {name: path.read_bytes() for name, path in sorted(found.items())}


def _faces(font: Path) -> set[str]:
    """Return the names that the style sheet of a font's face may have: ``400`` or ``400-italic``."""
    found = re.search(r"-(\d{3})-(\w+)$", font.stem)
    return {found[1] if found[2] == "normal" else f"{found[1]}-{found[2]}"} if found else set()


def _node() -> Path | str:
    own = Path(sys.executable).with_name("node")
    return own if own.exists() else "node"


def _requirements(root: Path) -> list[str]:
    """Return what ``requirements.txt`` lists, without its comments and the tools that install it."""
    lines = (line.partition("#")[0].strip() for line in (root / "requirements.txt").read_text("utf-8").splitlines())
    return [line for line in lines if line and not re.match(r"(?:pip|setuptools)\b", line)]
