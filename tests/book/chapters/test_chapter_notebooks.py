"""Chapters as notebooks: plain Markdown, valid, and run with nothing but the wheel that the site offers."""

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import nbformat
import pytest
from jupyter_client.manager import AsyncKernelManager
from jupyter_core.utils import run_sync
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from paths import ROOT

from coursekit.book.notebook.notebooks import plain_notebook, unglued
from coursekit.book.notebook.works_cited import Works
from coursekit.exercise.file.read import read
from coursekit.runtime.course_wheel import wheel_name, write_wheel
from coursekit.tasks.build import place

SITE = place("self-study")
CHAPTERS = sorted(path.stem for path in (ROOT / "chapters").glob("*.md"))
EXERCISES = {path.stem: read(path) for path in sorted((ROOT / "exercises").glob("*_*.py"))}
# As in a new kernel, but for libraries that are loaded: no name is left, and the course's packages are loaded again.
BEGIN = """%reset -f
import sys
for _name in [name for name in sys.modules if name.partition(".")[0] in ("coursekit", "deterrence")]:
    del sys.modules[_name]
import deterrence
assert "unpacked" in deterrence.__file__, deterrence.__file__
%reset -f
"""
WIDGET = "application/vnd.jupyter.widget-view+json"


def notebook(name: str):
    return nbformat.read(SITE / "chapters" / f"{name}.ipynb", 4)


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory) -> Path:
    """The site's wheel, unpacked, as pip would."""
    folder = tmp_path_factory.mktemp("wheel") / "unpacked"
    with zipfile.ZipFile(SITE / "downloads" / wheel_name(ROOT)) as wheel:
        wheel.extractall(folder)
    return folder


@pytest.fixture(scope="module")
def kernel(unpacked, tmp_path_factory):
    """One kernel for all chapters, with the wheel alone: starting it and loading pandas and Altair costs most."""
    manager = AsyncKernelManager(kernel_name="python3")
    environment = {**os.environ, "PYTHONPATH": str(unpacked), "COURSEKIT_MOUNT": ""}
    run_sync(manager.start_kernel)(env=environment, cwd=str(tmp_path_factory.mktemp("empty")))
    yield manager
    run_sync(manager.shutdown_kernel)(now=True)


@pytest.mark.parametrize("name", CHAPTERS)
def test_a_chapter_is_a_valid_notebook_without_a_trace_of_myst(name):
    made = notebook(name)
    nbformat.validate(made)
    for cell in made.cells:
        if cell.cell_type == "markdown":
            text = re.sub(r"```python\n.*?```|(?<!\})`[^`\n]+`", "", cell.source, flags=re.S)
            assert not re.search(r"\{[a-z]+(:\w+)?\}`|^(```|:::)\{|^\{[.#]", text, re.M), text
        assert "myst_nb" not in cell.source
    assert wheel_name(ROOT) in made.cells[1].source


@pytest.mark.parametrize("name", CHAPTERS)
def test_every_chapter_offers_its_notebook_and_the_wheel(name):
    page = (SITE / "chapters" / f"{name}.html").read_text("utf-8")
    for link in re.findall(r'href="([^"]+(?:ipynb|whl))"', page):
        assert (SITE / "chapters" / link).is_file(), link
    assert f'href="{name}.ipynb"' in page and wheel_name(ROOT) in page


@pytest.mark.parametrize("name", CHAPTERS)
def test_it_runs_with_the_wheel_alone_and_its_labs_show_widgets(name, kernel):
    book = notebook(name)
    source = "\n".join(cell.source for cell in book.cells if cell.cell_type == "code")
    book.cells.insert(0, nbformat.v4.new_code_cell(BEGIN))
    NotebookClient(book, timeout=120, km=kernel).execute(cleanup_kc=False)
    shown = [output for cell in book.cells for output in cell.get("outputs", ())]
    widgets = sum(WIDGET in output.get("data", {}) for output in shown)
    assert widgets == len(re.findall(r"^lab\(", source, re.M))


def test_a_chapter_finds_nothing_that_another_left(kernel):
    for codes in (["left = 1", "import deterrence; deterrence.left = 1"], [BEGIN, "left"], [BEGIN, "deterrence.left"]):
        book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in codes])
        client = NotebookClient(book, timeout=120, km=kernel)
        if codes[0] == BEGIN:
            with pytest.raises(CellExecutionError, match="NameError"):
                client.execute(cleanup_kc=False)
        else:
            client.execute(cleanup_kc=False)


def test_the_wheel_is_small_says_what_it_needs_and_is_the_same_each_time(tmp_path):
    one, two = (write_wheel(ROOT, tmp_path / name) for name in ("a", "b"))
    assert one.read_bytes() == two.read_bytes() and one.stat().st_size < 2_000_000
    with zipfile.ZipFile(one) as wheel:
        names = wheel.namelist()
        about = wheel.read(next(name for name in names if name.endswith("METADATA"))).decode()
    for library in ("numpy", "pandas", "altair", "ipywidgets"):
        assert f"Requires-Dist: {library}>=" in about
    assert "deterrence/labs/promises/promise.py" in names and "coursekit/lab/declare/model_lab.py" in names
    assert not any(name.startswith(("coursekit/book/", "coursekit/tasks/")) or "exercises/" in name for name in names)


def test_pip_takes_the_wheel(tmp_path):
    target = tmp_path / "site"
    wheel = SITE / "downloads" / wheel_name(ROOT)
    command = [sys.executable, "-m", "pip", "install", "--no-deps", "--no-index", "-q", "--target", target, wheel]
    subprocess.run(command, check=True, capture_output=True)
    assert (target / "deterrence" / "evidence" / "datapackage.json").is_file()


TEXT = """---
file_format: mystnb
kernelspec:
  name: python3
---

# One

```{exercise} promises_honour
```

```{question} two
:kind: choice

Which? {cite:p}`popov2025,fearon1997`

- [x] This. ::: Because.
- [ ] That. ::: No.
```

:::{note}
Mind {cite:t}`fearon1997`, and [the next](counting.md).
:::
"""


@pytest.mark.parametrize("answers", [True, False])
def test_answers_and_solutions_are_in_it_only_where_the_edition_has_them(answers):
    made = plain_notebook(TEXT, None, EXERCISES, Works(ROOT / "book" / "references.bib"), answers)
    text = "\n".join(cell.source for cell in made.cells)
    exercise = EXERCISES["promises_honour"]
    body = next(line.strip() for line in exercise.solution.splitlines() if line.strip() not in exercise.starter)
    assert (body in text) == answers and ("Because." in text) == answers
    assert "(Popov 2025; Fearon 1997)" in text and "> Mind Fearon (1997), and [the next](counting.ipynb)." in text
    assert "## Works cited" in text and EXERCISES["promises_honour"].starter.strip() in text


def test_what_a_gluing_cell_brings_for_later_cells_stays():
    source = (
        "from myst_nb import glue\nfrom deterrence.text import a, b\nfor n, v in a().items():\n    glue(n, v)\nc = 1"
    )
    assert unglued(source) == "from deterrence.text import a, b\nc = 1"


def test_a_number_that_the_chapter_does_not_glue_is_named():
    with pytest.raises(KeyError, match="glues no number called 'nowhere'"):
        plain_notebook(
            TEXT + "\n{glue:text}`nowhere:.0f`\n", None, EXERCISES, Works(ROOT / "book/references.bib"), True
        )
