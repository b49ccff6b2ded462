"""The environment variables that the course's tools run with: what a user's machine sets cannot change what is built.

A build starts pip, uv, npm, Node, Sphinx, Jupyter kernels and a browser, and each of them obeys dozens of variables.
Only those listed here are passed on: how to reach the network, where caches are, what the operating system needs.
Everything else is left out (``NODE_ENV``, ``PIP_USER``, ``PYTHONPATH``, ``LC_ALL`` and their like) or set to one value.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

# Of the operating system, and of programs that start programs.
SYSTEM = {"PATH", "HOME", "USER", "LOGNAME", "SHELL", "TERM", "COLUMNS", "DISPLAY", "WAYLAND_DISPLAY", "XAUTHORITY"}
SYSTEM |= {"XDG_CACHE_HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS", "LD_LIBRARY_PATH", "SYSTEMROOT", "CI"}
# How to reach the network, and whom to trust there.
NETWORK = {"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE"}
NETWORK |= {"CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "NODE_USE_SYSTEM_CA", "NETRC"}
# Which index pip and uv ask, how, and where they keep what they fetched: by the option's name.
INDEX = {"INDEX_URL", "EXTRA_INDEX_URL", "FIND_LINKS", "TRUSTED_HOST", "CERT", "CLIENT_CERT", "PROXY", "RETRIES"}
INDEX |= {"TIMEOUT", "DEFAULT_TIMEOUT", "CACHE_DIR", "NO_CACHE_DIR", "KEYRING_PROVIDER", "CONFIG_FILE"}
UV = {"DEFAULT_INDEX", "INDEX", "INDEX_URL", "EXTRA_INDEX_URL", "FIND_LINKS", "NATIVE_TLS", "SYSTEM_CERTS"}
UV |= {"INSECURE_HOST", "HTTP_TIMEOUT", "HTTP_RETRIES", "CACHE_DIR", "NO_CACHE", "KEYRING_PROVIDER"}
NPM = {"REGISTRY", "PROXY", "HTTPS_PROXY", "NOPROXY", "CAFILE", "CA", "STRICT_SSL", "CACHE", "USERCONFIG"}
NPM |= {"FETCH_RETRIES", "FETCH_TIMEOUT", "MAXSOCKETS"}
# Of this course's own tools; CHROMIUM names the browser of the tests.
OWN = {"CHROMIUM", "NEW_BASELINE"}
PREFIXES = ("COURSEKIT_", "PLAYWRIGHT_")
BY_PREFIX = {"PIP_": INDEX, "UV_": UV, "NPM_CONFIG_": NPM}

UTF8 = "en_US.UTF-8" if sys.platform == "darwin" else "C.UTF-8"
ALWAYS = {
    "LC_ALL": UTF8,  # names of folders are read and written as UTF-8, and tools speak English
    "LANG": UTF8,
    "TZ": "UTC",
    "PYTHONUTF8": "1",
    "PYTHONNOUSERSITE": "1",
    "PYTHONUNBUFFERED": "1",
    "PIP_DISABLE_PIP_VERSION_CHECK": "1",
}


def is_passed_on(name: str) -> bool:
    """Tell whether a variable of the user's machine reaches the course's tools."""
    upper = name.upper()
    for prefix, allowed in BY_PREFIX.items():
        if upper.startswith(prefix):
            return upper.removeprefix(prefix).replace("-", "_") in allowed
    if upper in NETWORK:
        return True
    return name in SYSTEM or name in OWN or name.startswith(PREFIXES)


def _is_writable(folder: str | Path) -> bool:
    """Tell whether a file can be made in ``folder``; permissions alone do not tell (read-only disks)."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def clean_environment(given: Mapping[str, str], root: Path) -> dict[str, str]:
    """Return the variables that the course's tools run with.

    Parameters
    ----------
    given
        The variables of the user's machine.
    root
        The course's folder. Settings and caches that would otherwise stand in a home that can't be written go into
        its ``.cache``, and settings of Jupyter and IPython always into its ``_build``, where there are none.

    Returns
    -------
    dict
        A new dictionary. It holds nothing that changes what is built.
    """
    made = {name: value for name, value in given.items() if is_passed_on(name)} | ALWAYS
    environment = root / ".venv" / "bin"
    made["PATH"] = os.pathsep.join([str(environment), made.get("PATH") or os.defpath])
    made["VIRTUAL_ENV"] = str(environment.parent)
    made["PYTHONPATH"] = str(root / "src")
    settings = root / "_build" / ".settings"
    made |= {
        "IPYTHONDIR": str(settings / "ipython"),
        "JUPYTER_CONFIG_DIR": str(settings / "jupyter"),
        "JUPYTER_DATA_DIR": str(settings / "jupyter-data"),
        "JUPYTER_RUNTIME_DIR": str(settings / "jupyter-runtime"),
    }
    cache = root / ".cache"
    if not _is_writable(made.get("HOME") or "/nonexistent"):
        made |= {"HOME": str(cache / "home"), "XDG_CACHE_HOME": str(cache / "home" / ".cache")}
        made.setdefault("npm_config_cache", str(cache / "npm"))
    elif "XDG_CACHE_HOME" in made and not _is_writable(made["XDG_CACHE_HOME"]):
        del made["XDG_CACHE_HOME"]
    temporary = given.get("TMPDIR")
    if temporary and _is_writable(temporary):
        made["TMPDIR"] = temporary
    elif not _is_writable("/tmp"):
        made["TMPDIR"] = str(cache / "tmp")
    return made


def adopt(root: Path) -> None:
    """Make the clean environment this process's own, so that every program it starts, however, has it too.

    Files are made readable for all: a site is published from them, and a server may run as another user.

    Raises
    ------
    OSError
        If the course's folder can't be written.
    """
    clean = clean_environment(os.environ, root)
    for name in ("HOME", "TMPDIR", "IPYTHONDIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR"):
        if name in clean and Path(clean[name]).is_relative_to(root):
            Path(clean[name]).mkdir(parents=True, exist_ok=True)
    os.environ.clear()
    os.environ.update(clean)
    tempfile.tempdir = clean.get("TMPDIR")
    os.umask(0o022)


def make_readable(folder: Path) -> None:
    """Let everyone read what is in ``folder``: what was made under a private umask, a web server could not show."""
    for path in (folder, *folder.rglob("*")):
        mode = path.lstat().st_mode
        wanted = mode | (0o055 if path.is_dir() else 0o044)
        if wanted != mode and not path.is_symlink():
            path.chmod(wanted & 0o7777)
