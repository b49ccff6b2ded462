"""nbgrader and Otter in an environment of their own (requirements-tools.txt), with the course's wheel as exported."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from paths import ROOT

from coursekit.classroom.export.command import command
from coursekit.cli import parser
from coursekit.tasks.steps import fingerprint

ASKED = "COURSEKIT_TOOLS"  # "1", or the folder of an environment that has the tools


@pytest.fixture(scope="session")
def scripts() -> Path:
    """The folder of the tools' commands; installed if they are not there yet."""
    asked = os.environ.get(ASKED)
    if not asked:
        pytest.skip("`make test-tools` runs this: it installs nbgrader and Otter")
    if asked != "1":
        return Path(asked) / "bin"
    listed = ROOT / "requirements-tools.txt"
    place = ROOT / "_build" / "tools" / fingerprint(listed)[:12]
    if not (place / "whole").is_file():
        subprocess.run([sys.executable, "-m", "venv", "--clear", place], check=True)
        subprocess.run([place / "bin" / "pip", "install", "--quiet", "-r", listed], check=True)
        (place / "whole").touch()
    return place / "bin"


@pytest.fixture(scope="session")
def run(scripts: Path) -> Callable[..., str]:
    """Run one of the environment's commands in a folder, and return what it prints; nothing of this one is seen."""
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    env |= {"PATH": os.pathsep.join([str(scripts), os.defpath]), "PYDEVD_DISABLE_FILE_VALIDATION": "1"}

    def ran(folder: Path, *words: str | Path) -> str:
        line = [scripts / words[0], *words[1:]]
        done = subprocess.run(line, cwd=folder, env=env, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{words}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    return ran


@pytest.fixture(scope="session")
def export(run: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Callable[..., Path]:
    """Export exercises for a tool into a new folder, install what it requires, and return the folder."""

    def exported(tool: str, ids: tuple[str, ...], secret: str) -> Path:
        folder = tmp_path_factory.mktemp(tool)
        key = tmp_path_factory.mktemp("key") / "key.json"
        key.write_text(f'{{"secret": "{secret}"}}', "utf-8")
        with contextlib.chdir(ROOT):
            command(parser().parse_args(["export", tool, str(folder), "--key", str(key), "--exercise", *ids]), ROOT)
        run(folder, "pip", "install", "--quiet", "-r", "requirements.txt")
        wheel = next(folder.glob("*.whl"))  # the same version may be there from before
        run(folder, "pip", "install", "--quiet", "--force-reinstall", "--no-deps", wheel.name)
        return folder

    return exported
