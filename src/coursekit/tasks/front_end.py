"""``web/node_modules``: the front end's packages, and what is made of them before Sphinx is there."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from coursekit.tasks.pip_commands import BIN
from coursekit.tasks.python_packages import LOCKS
from coursekit.tasks.steps import ROOT, Failed, fingerprint, is_stamped, run, step, tell

WEB = ROOT / "web"
MODULES = WEB / "node_modules"
STAMP = MODULES / ".ready"
# Said on the command line, where neither a user's .npmrc nor a variable can say otherwise.
NPM_OPTIONS: tuple[str, ...] = (
    "--include=dev",
    "--include=optional",
    "--global=false",
    "--dry-run=false",
    "--ignore-scripts",
)
NPM_OPTIONS += ("--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error", "--update-notifier=false")
NPM_OPTIONS += ("--install-strategy=hoisted",)


def missing_packages(web: Path) -> list[str]:
    """Return the packages that ``package.json`` names and ``node_modules`` does not hold."""
    listed = json.loads((web / "package.json").read_text("utf-8"))
    names = [*listed.get("dependencies", {}), *listed.get("devDependencies", {})]
    return [name for name in names if not (web / "node_modules" / name / "package.json").is_file()]


def _wanted() -> str:
    return fingerprint(WEB / "package.json", WEB / "package-lock.json", LOCKS["book"])


def is_front_end_ready() -> bool:
    """Tell whether npm's packages were installed whole, and are still there."""
    return is_stamped(STAMP, _wanted()) and not missing_packages(WEB)


def make_front_end() -> None:
    """Install the front end's packages, with the Node that came with the Python packages.

    Raises
    ------
    Failed
        If npm fails, or leaves out a package that ``package.json`` names.
    """
    tell("→ packages of web/package.json (once)")
    if MODULES.is_symlink():  # npm would empty the folder that the link points to
        MODULES.unlink()
    STAMP.unlink(missing_ok=True)
    step([BIN / "npm", "ci", *NPM_OPTIONS], "npm", cwd=WEB)
    if missing := missing_packages(WEB):
        raise Failed(
            f"npm ended well but left out {', '.join(missing)}. "
            "Look for `omit` or `production` in what `npm config list` says, and run the same command again."
        )
    STAMP.write_text(_wanted(), "utf-8")


def browser_python() -> None:
    """Fetch and precompile the browser's Python, so that the first build finds it made.

    A failure is no failure yet: the build tries again, and says what is wrong.
    """
    if not shutil.which(BIN / "node") or not is_front_end_ready():
        return
    code = "from pathlib import Path; from coursekit.runtime import prepare; prepare(Path('.'))"
    try:
        run([BIN / "python", "-c", code], "browser-python")
    except Failed:
        print("  the browser's Python could not be made yet; the build tries again", file=sys.stderr, flush=True)
