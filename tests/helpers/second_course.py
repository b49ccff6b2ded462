"""The course in tests/second_course, built in an empty folder by coursekit as its own wheel brings it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

from paths import ROOT

from coursekit.tasks.wheel import write_own_wheel

SOURCE = ROOT / "tests" / "second_course"
SCRIPTS = {"coursekit": "coursekit.cli", "jupyter-book": "jupyter_book.cli.main"}


def install(folder: Path) -> Path:
    """Install coursekit's wheel into a fresh environment that takes all else from this one; return its ``bin``."""
    wheel = write_own_wheel(ROOT, folder / "dist")
    environment = folder / "environment"
    venv.create(environment, with_pip=False)
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(environment)}))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    # One line, a path: what the other environment's own .pth files name (this repository's src) is not taken along.
    (packages / "others.pth").write_text(sysconfig.get_path("purelib") + "\n")
    for name, module in SCRIPTS.items():  # as pip would write them
        script = environment / "bin" / name
        script.write_text(f"#!{environment}/bin/python\nimport sys\nfrom {module} import main\nsys.exit(main())\n")
        script.chmod(0o755)
    return environment / "bin"


def build(folder: Path) -> Path:
    """Copy the course into an empty folder, build it there, and return its site."""
    scripts = install(folder)
    course = folder / "course"
    shutil.copytree(SOURCE, course)
    made = ROOT / "_build" / "runtime"  # Python's own files are the same for every course; only its own code is packed
    if (made / "manifest.json").is_file():
        shutil.copytree(made, course / "_build" / "runtime")
    kept = {name: os.environ[name] for name in ("HOME", "LANG") if name in os.environ}
    cache = os.environ.get("COURSEKIT_CACHE") or str(ROOT / ".cache")
    path = os.pathsep.join([str(scripts), str(Path(sys.executable).parent), os.defpath])
    command = [scripts / "coursekit", "book"]
    env = {**kept, "PATH": path, "COURSEKIT_CACHE": cache}
    done = subprocess.run(command, cwd=course, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return course / "_build" / "html"
