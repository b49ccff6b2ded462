"""What a user's machine sets reaches no tool of the build, unless it only says how to reach the network."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.tasks import environment
from coursekit.tasks.environment import clean_environment, is_passed_on, make_readable

ROOT = Path(__file__).parents[3]

# Each would change what is built, or stop it; by tool.
HARMFUL = {
    "Python": "PYTHONPATH PYTHONHOME PYTHONSTARTUP PYTHONWARNINGS PYTHONOPTIMIZE PYTHONDONTWRITEBYTECODE "
    "PYTHONUSERBASE PYTHONSAFEPATH PYTHONHASHSEED PYTHONIOENCODING PYTHONPLATLIBDIR PYTHONCOERCECLOCALE",
    "pip": "PIP_USER PIP_TARGET PIP_PREFIX PIP_ROOT PIP_REQUIRE_VIRTUALENV PIP_CONSTRAINT PIP_NO_DEPS PIP_NO_BINARY "
    "PIP_ONLY_BINARY PIP_PRE PIP_DRY_RUN PIP_IGNORE_INSTALLED PIP_PYTHON PIP_REQUIREMENT PIP_EDITABLE PIP_REPORT",
    "uv": "UV_PROJECT_ENVIRONMENT UV_PYTHON UV_TARGET UV_NO_BINARY UV_EXCLUDE_NEWER UV_CONSTRAINT UV_PRERELEASE",
    "npm": "npm_config_production npm_config_omit npm_config_only npm_config_prefix npm_config_global "
    "npm_config_dry_run NPM_CONFIG_OMIT npm_config_ignore_scripts npm_config_package_lock npm_config_script_shell",
    "Node": "NODE_ENV NODE_OPTIONS NODE_PATH NODE_V8_COVERAGE NODE_NO_WARNINGS",
    "Jupyter": "JUPYTER_PATH JUPYTER_CONFIG_PATH JUPYTER_PREFER_ENV_PATH JUPYTER_PLATFORM_DIRS JUPYTER_NO_CONFIG",
    "Sphinx": "SPHINXOPTS SPHINXBUILD SOURCE_DATE_EPOCH BUILDDIR EDITION",
    "locale": "LC_CTYPE LC_NUMERIC LC_MESSAGES LANGUAGE",
    "others": "GIT_DIR GIT_WORK_TREE MAKEFLAGS MFLAGS BASH_ENV ENV CDPATH LD_PRELOAD PYTEST_ADDOPTS MYPYPATH "
    "RUFF_CONFIG MPLBACKEND CONDA_PREFIX FORCE_COLOR TMPDIR_ XDG_CONFIG_HOME XDG_DATA_HOME XDG_STATE_HOME",
}
NEEDED = "HTTPS_PROXY https_proxy no_proxy SSL_CERT_FILE NODE_EXTRA_CA_CERTS PIP_INDEX_URL PIP_CERT PIP_CACHE_DIR"
NEEDED += " npm_config_registry NPM_CONFIG_CAFILE npm_config_cache UV_DEFAULT_INDEX COURSEKIT_CACHE CHROMIUM CI USER"


@pytest.mark.parametrize("name", " ".join(HARMFUL.values()).split())
def test_what_would_change_the_build_is_left_out(name: str, tmp_path: Path) -> None:
    assert clean_environment({name: "sabotage"}, tmp_path).get(name) != "sabotage"


@pytest.mark.parametrize("name", NEEDED.split())
def test_what_leads_to_the_network_is_kept(name: str, tmp_path: Path) -> None:
    assert clean_environment({name: "https://example.org"}, tmp_path)[name] == "https://example.org"


@given(st.dictionaries(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ_", min_size=1, max_size=16), st.text(max_size=9)))
def test_whatever_is_set_besides_changes_nothing(unknown: dict[str, str]) -> None:
    """Two machines that differ in variables nobody listed get the same environment."""
    given_ = {name: value for name, value in unknown.items() if not is_passed_on(name) and name != "TMPDIR"}
    plain = {"HOME": os.environ["HOME"], "PATH": "/usr/bin"}
    assert clean_environment({**given_, **plain}, ROOT) == clean_environment(plain, ROOT)


@pytest.mark.parametrize("locale", ["C", "POSIX", "tr_TR.UTF-8", "de_DE.ISO-8859-1", "no_SUCH"])
def test_names_of_folders_are_read_as_utf8_under_any_locale(locale: str, tmp_path: Path) -> None:
    folder = tmp_path / "Мій курс (копія) d'été"
    folder.mkdir()
    code = "import locale, sys; print(open('x', 'w', encoding='locale').encoding, sys.getfilesystemencoding())"
    made = clean_environment({"LC_ALL": locale, "LANG": locale, "PATH": os.environ["PATH"]}, folder)
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, env=made, capture_output=True, text=True)
    assert done.stdout.lower().split() == ["utf-8", "utf-8"], done.stderr


def test_a_home_and_a_temporary_folder_that_cannot_be_written_are_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writable = environment._is_writable
    monkeypatch.setattr(environment, "_is_writable", lambda folder: "locked" not in str(folder) and writable(folder))
    locked = {"HOME": "/locked", "TMPDIR": "/locked/tmp", "XDG_CACHE_HOME": "/locked/cache"}
    made = clean_environment(locked, tmp_path)
    assert not [name for name, value in made.items() if "locked" in value]
    assert Path(made["HOME"]).is_relative_to(tmp_path) and Path(made["npm_config_cache"]).is_relative_to(tmp_path)
    free = clean_environment({"HOME": str(tmp_path), "TMPDIR": str(tmp_path)}, ROOT)
    assert free["HOME"] == free["TMPDIR"] == str(tmp_path) and "npm_config_cache" not in free


def test_every_program_started_later_gets_the_clean_environment(tmp_path: Path) -> None:
    code = (
        "import os, subprocess, sys; from pathlib import Path; from coursekit.tasks.environment import adopt;"
        "adopt(Path(sys.argv[1])); Path('made').touch();"
        "subprocess.run([sys.executable, '-c', 'import os; print(sorted(os.environ))'])"
    )
    given_ = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "NODE_ENV": "production", "PIP_USER": "1"}
    given_ |= {"PYTHONPATH": str(ROOT / "src"), "GIT_DIR": "/nowhere"}
    command = ["sh", "-c", 'umask 077; exec "$@"', "sh", sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(command, cwd=tmp_path, env=given_, capture_output=True, text=True)
    assert not {"NODE_ENV", "PIP_USER", "GIT_DIR"} & set(eval(done.stdout)), done.stderr
    assert stat.S_IMODE((tmp_path / "made").stat().st_mode) == 0o644


def test_what_was_made_under_a_private_umask_becomes_readable(tmp_path: Path) -> None:
    folder = tmp_path / "site" / "_static"
    folder.mkdir(parents=True, mode=0o700)
    page = folder / "a.js"
    page.write_text("1")
    page.chmod(0o600)
    (folder / "link").symlink_to("/nowhere")
    make_readable(tmp_path / "site")
    assert stat.S_IMODE(page.stat().st_mode) == 0o644 and stat.S_IMODE(folder.stat().st_mode) == 0o755
