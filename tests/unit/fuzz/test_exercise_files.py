"""Whatever an exercise file holds: it is read, or refused with its name, a line that it has, and a remedy."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from mutations import changed_text
from paths import ROOT

from coursekit.exercise.file.cells import Malformed
from coursekit.exercise.file.read import Exercise, parse, read

FILES = {path.stem: path.read_text("utf-8") for path in sorted((ROOT / "exercises").glob("*.py"))}


@st.composite
def spoilt(draw: st.DrawFn) -> tuple[str, str]:
    """An exercise's id, and its file after some changes to its lines, its signs or both."""
    id = draw(st.sampled_from(sorted(FILES)))
    return id, draw(changed_text(FILES[id], "\n") | changed_text(FILES[id]))


@given(spoilt())
def test_any_file_is_an_exercise_or_is_refused_with_a_line_and_a_remedy(file: tuple[str, str]) -> None:
    id, text = file
    try:
        exercise = parse(text, id, f"exercises/{id}.py")
    except Malformed as error:
        assert error.path == f"exercises/{id}.py" and 1 <= error.line <= text.count("\n") + 2, error
        assert error.what.strip() and error.remedy.strip()
        return
    assert isinstance(exercise, Exercise) and exercise.title and exercise.subject
    assert "### BEGIN SOLUTION" not in exercise.starter


@given(st.binary(max_size=400) | spoilt().map(lambda file: file[1].encode("utf-8", "surrogatepass")))
def test_any_bytes_on_disk_are_read_or_refused(tmp_path_factory, data: bytes) -> None:
    folder = tmp_path_factory.getbasetemp() / "exercises"
    folder.mkdir(exist_ok=True)
    path = folder / "sums_twice.py"
    path.write_bytes(data)
    try:
        read(path)
    except Malformed as error:
        assert str(error).strip()
    assert [one.name for one in folder.iterdir()] == ["sums_twice.py"], "reading writes nothing"
