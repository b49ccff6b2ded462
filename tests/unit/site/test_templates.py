"""HTML from templates: what is filled in is escaped, a name without a value is refused, and every template travels."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from fnmatch import fnmatch
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT

from coursekit.html import environment, render
from coursekit.runtime.prepare import course_files

SOURCE = ROOT / "src"
TEMPLATES = sorted(SOURCE.rglob("*.html.jinja"))
PACKAGES = sorted({path.parent.parent for path in TEMPLATES})
# A tag in a string of Python: such HTML is joined by hand.
ELEMENTS = "a b i p div span section details summary button label input select option output table thead tbody tr th td"
ELEMENTS += (
    " ul ol li dl dt dd svg g path rect circle text tspan h1 h2 h3 form fieldset legend textarea script style pre"
)
ELEMENTS += " figure figcaption noscript small template html head body main caption"
TAG = re.compile(rf"</?(?:{'|'.join(ELEMENTS.split())})[\s>/]")


def package(folder: Path) -> str:
    return folder.relative_to(SOURCE).as_posix().replace("/", ".")


@pytest.fixture
def made(tmp_path, monkeypatch):
    """A package with one template, which is to be given."""

    def make(name: str, text: str) -> str:
        folder = tmp_path / name / "templates"
        folder.mkdir(parents=True)
        (tmp_path / name / "__init__.py").write_text("", "utf-8")
        (folder / "one.html.jinja").write_text(text, "utf-8")
        monkeypatch.syspath_prepend(tmp_path)
        return name

    yield make
    environment.cache_clear()
    for name in [name for name in sys.modules if name.startswith("filled_")]:
        del sys.modules[name]


READABLE = st.text(st.characters(codec="utf-8"))


@given(READABLE, READABLE)
def test_what_is_filled_in_is_text_and_never_a_tag(label, story):
    from coursekit.lab.html.interval_strips import Strip, strips

    html = strips([Strip(label, story, 0.5, (0.4, 0.6))], {0.0: "none", 1.0: label})
    assert html.count("<") == strips([Strip("", "", 0.5, (0.4, 0.6))], {0.0: "none", 1.0: ""}).count("<")
    assert unescape(re.search('<span class="name">(.*?)</span>', html, re.S)[1]) == label


def test_line_breaks_beside_tags_are_not_in_the_page_and_lines_still_count(made):
    name = made("filled_breaks", "<p>\n  {{ a }}\n</p>\n<b>two\n  words</b>\n{{ a.nothing }}\n")
    with pytest.raises(Exception, match="nothing") as fault:
        render(name, "one", a="x")
    assert [entry.lineno + 1 for entry in fault.traceback if entry.path.name == "one.html.jinja"] == [6]
    name = made("filled_whole", "<p>\n  {{ a }}\n</p>\n{% if a %}\n  <b>two\n  words</b>\n{% endif %}\n")
    assert render(name, "one", a="<x>") == "<p>&lt;x&gt;</p><b>two\n  words</b>"


def test_a_name_without_a_value_is_refused(made):
    from jinja2 import UndefinedError

    with pytest.raises(UndefinedError, match="missing"):
        render(made("filled_missing", "<p>{{ missing }}</p>"), "one")


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_template_is_sound_and_used(path):
    folder = path.parent.parent
    environment(package(folder)).get_template(path.name)
    name = path.name.removesuffix(".html.jinja")
    python = "".join(file.read_text("utf-8") for file in folder.glob("*.py"))
    others = "".join(file.read_text("utf-8") for file in path.parent.glob("*.jinja") if file != path)
    assert f'"{name}"' in python or f'"{path.name}"' in others


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.relative_to(SOURCE).as_posix())
def test_a_template_goes_wherever_its_package_goes(path):
    about = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    patterns = about["tool"]["setuptools"]["package-data"]["*"]
    assert any(fnmatch(path.name, pattern) for pattern in patterns)
    shipped = course_files([SOURCE / "coursekit", SOURCE / "deterrence"], whole=True)
    name = path.relative_to(SOURCE).as_posix()
    beside = f"{path.parent.parent.relative_to(SOURCE).as_posix()}/__init__.py"
    assert (name in shipped) == (beside in shipped)


def looked_for(tree: ast.AST) -> set[int]:
    """The strings of a file that are compared with HTML, or explain it: patterns, operands of ``in``, docstrings."""
    found = set()
    for node in ast.walk(tree):
        pattern = isinstance(node, ast.Call) and ast.unparse(node.func) == "re.compile"
        if (
            pattern
            or isinstance(node, ast.Compare)
            or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant))
        ):
            found |= {id(inner) for inner in ast.walk(node)}
    return found


@pytest.mark.parametrize("folder", PACKAGES, ids=package)
def test_no_html_is_joined_by_hand_beside_templates(folder):
    for file in sorted(folder.glob("*.py")):
        tree = ast.parse(file.read_text("utf-8"))
        fine = looked_for(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in fine:
                assert not TAG.search(node.value), f"{file.relative_to(ROOT)}:{node.lineno}: {node.value!r}"


DRAWN = """import sys
from coursekit.lab.html.interval_strips import Strip, strips
print("jinja2" in sys.modules)
print(strips([Strip("a", "said & done", 0.5, (0.4, 0.6))], {0.0: "0", 1.0: "1"}).count("said &amp; done"))
"""


def test_the_pages_files_draw_from_a_zip_too_and_load_jinja_only_then(tmp_path):
    with zipfile.ZipFile(tmp_path / "page.zip", "w") as target:
        for name, path in course_files([SOURCE / "coursekit", SOURCE / "deterrence"]).items():
            target.write(path, name)
    variables = os.environ | {"PYTHONPATH": str(tmp_path / "page.zip")}
    done = subprocess.run([sys.executable, "-c", DRAWN], env=variables, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "1"]
