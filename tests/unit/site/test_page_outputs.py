"""A page runs again when something that its cells have read has changed, and only then."""

from __future__ import annotations

import sys
from pathlib import Path

import nbformat
import pytest

from coursekit.book.site.run.outputs import Outputs, hash_of_cells
from coursekit.book.site.run.runs import CellFailed, Page, run_pages

CELL = """import sys; sys.path.insert(0, "../src")
from pathlib import Path
from course import used
table = Path(used.__file__).with_name("table.csv").read_text()
names = [p.name for p in Path("../texts").iterdir()]
print(used.VALUE, table, len(names))"""


def page(root: Path, *cells: str) -> Page:
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    made.metadata["source_map"] = [7 + 10 * n for n in range(len(cells))]
    return Page("chapters/one", root / "chapters" / "one.md", made, 60)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A course with a page, a module that it imports by way of another, a table, a folder, and a module it ignores."""
    files = {
        "src/course/__init__.py": "",
        "src/course/used.py": "from course.deep import VALUE\n",
        "src/course/deep.py": "VALUE = 41\n",
        "src/course/idle.py": "VALUE = 0\n",
        "src/course/table.csv": "1,2",
        "src/course/idle.csv": "1,2",
        "texts/a.txt": "",
        "chapters/one.md": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_what_the_cells_read_decides_and_nothing_else(root: Path) -> None:
    outputs, said = Outputs(root / "_build" / "outputs", root), []
    cells = hash_of_cells(page(root, CELL).notebook)
    assert outputs.find("chapters/one", cells) is None
    made = run_pages([page(root, CELL)], outputs, said.append)
    assert said == ["running chapters/one.md"]
    place = outputs.find("chapters/one", cells)
    assert place == made["chapters/one"]
    for idle in ("src/course/idle.py", "src/course/idle.csv", "src/course/new.py", "texts/a.txt"):
        (root / idle).write_text("VALUE = 1\n", "utf-8")
        assert outputs.find("chapters/one", cells) == place, idle
    for name in ("src/course/used.py", "src/course/deep.py", "src/course/table.csv", "src/course/__init__.py"):
        before = (root / name).read_text("utf-8")
        (root / name).write_text(f"{before}# changed\n", "utf-8")
        assert outputs.find("chapters/one", cells) is None, name
        (root / name).write_text(before, "utf-8")
        assert outputs.find("chapters/one", cells) == place, name
    (root / "texts" / "b.txt").write_text("", "utf-8")
    assert outputs.find("chapters/one", cells) is None
    (root / "texts" / "b.txt").unlink()
    assert outputs.find("chapters/one", hash_of_cells(page(root, CELL + "\n1").notebook)) is None


def test_the_outputs_are_those_of_the_cells_alone(root: Path) -> None:
    """What is noted while they run leaves no trace: the numbers of the cells, their names, what they print."""
    one = page(root, CELL, "[name for name in dir() if 'trace' in name]", "sys.flags.utf8_mode")
    run_pages([one], Outputs(root / "_build" / "outputs", root), lambda line: None)
    first, second, third = one.notebook.cells
    assert [cell.execution_count for cell in one.notebook.cells] == [1, 2, 3]
    assert one.notebook.metadata["language_info"]["pygments_lexer"].startswith("ipython")
    assert first.outputs[0]["text"] == "41 1,2 1\n"
    assert second.outputs[0]["data"]["text/plain"] == "[]" and len(third.outputs) == 1


def test_a_page_keeps_every_output_of_a_cell_with_very_many(root: Path) -> None:
    many = page(root, "for n in range(1500): display({'text/plain': str(n)}, raw=True)")
    run_pages([many], Outputs(root / "_build" / "outputs", root), lambda line: None)
    shown = [output["data"]["text/plain"] for output in many.notebook.cells[0].outputs]
    assert shown == [str(n) for n in range(1500)]


def test_outputs_that_do_not_come_are_a_failure_and_never_kept(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from nbclient import NotebookClient

    seen: dict[str, object] = {}
    made = NotebookClient.__init__

    def noted(self: NotebookClient, *args: object, **settings: object) -> None:
        seen.update(settings)
        made(self, *args, **settings)

    monkeypatch.setattr(NotebookClient, "__init__", noted)
    run_pages([page(root, "1")], Outputs(root / "_build" / "outputs", root), lambda line: None)
    assert seen["raise_on_iopub_timeout"] and seen["iopub_timeout"] == seen["timeout"] == 60


def test_every_cell_that_fails_is_named_with_its_line(root: Path) -> None:
    (root / "src" / "course" / "deep.py").write_text("def value(x):\n    return 1 / x\n\n\nVALUE = value(0)\n", "utf-8")
    other = Page("chapters/two", root / "chapters" / "two.md", page(root, "1", "nothing").notebook, 60)
    with pytest.raises(CellFailed) as failed:
        run_pages([page(root, CELL), other], Outputs(root / "_build" / "outputs", root), lambda line: None)
    said = str(failed.value)
    assert "chapters/one.md:7: this cell failed: ZeroDivisionError: division by zero" in said
    assert "src/course/deep.py:2" in said
    assert "chapters/two.md:17: this cell failed: NameError: name 'nothing' is not defined" in said


def test_only_the_states_used_last_are_kept(root: Path) -> None:
    outputs = Outputs(root / "_build" / "outputs", root)
    for n in range(5):
        (root / "src" / "course" / "deep.py").write_text(f"VALUE = {n}\n", "utf-8")
        run_pages([page(root, CELL)], outputs, lambda line: None)
    assert len(list((root / "_build" / "outputs").glob("*/*"))) == 3
    assert sys.modules.get("course") is None
