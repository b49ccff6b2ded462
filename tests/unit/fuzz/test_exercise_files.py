"""Whatever an exercise file holds: it is read, or refused with its name, a line that it has, and a remedy."""

from __future__ import annotations

import builtins
import re
from random import Random

import pytest
from hypothesis import given
from mutations import changed_text, randoms
from paths import ROOT

from coursekit.exercise.file.cells import Malformed
from coursekit.exercise.file.read import Exercise, parse, read

FILES = {path.stem: path.read_text("utf-8") for path in sorted((ROOT / "exercises").glob("*.py"))}

CANARY = '__import__("builtins").canary_of_exercise_files = 1\n'


def spoilt(random: Random) -> tuple[str, str]:
    """Return an exercise's id, and its file after some changes to its lines or its signs."""
    id = random.choice(list(FILES))
    text = FILES[id].replace("# %% solution\n", f"# %% solution\n{CANARY}", 1)
    return id, changed_text(random, text, by_lines=random.random() < 0.5)


@given(randoms)
def test_any_file_is_an_exercise_or_is_refused_with_a_line_and_a_remedy(seed: int) -> None:
    id, text = spoilt(Random(seed))
    try:
        exercise = parse(text, id, f"exercises/{id}.py")
    except Malformed as error:
        assert not hasattr(builtins, "canary_of_exercise_files"), "reading runs nothing"
        assert error.path == f"exercises/{id}.py" and 1 <= error.line <= len(re.split("\r\n|\r|\n", text)) + 1, error
        assert error.what.strip() and error.remedy.strip()
        return
    assert not hasattr(builtins, "canary_of_exercise_files"), "reading runs nothing"
    assert isinstance(exercise, Exercise) and exercise.title and exercise.subject
    assert "### BEGIN SOLUTION" not in exercise.starter


@given(randoms)
def test_any_bytes_on_disk_are_read_or_refused(tmp_path_factory, seed: int) -> None:
    random = Random(seed)
    data = spoilt(random)[1].encode("utf-8", "surrogatepass") if random.random() < 0.3 else random.randbytes(200)
    folder = tmp_path_factory.getbasetemp() / "exercises"
    folder.mkdir(exist_ok=True)
    path = folder / "sums_twice.py"
    path.write_bytes(data)
    try:
        read(path)
    except Malformed as error:
        assert str(error).strip()
    assert [one.name for one in folder.iterdir()] == ["sums_twice.py"], "reading writes nothing"


@pytest.mark.parametrize("deep", ["(" * 3000 + "1" + ")" * 3000, "-" * 50_000 + "1", "[" * 3000])
def test_a_file_with_more_brackets_than_python_reads_is_refused(deep: str) -> None:
    id, text = next(iter(FILES.items()))
    with pytest.raises(Malformed) as refused:
        parse(text.replace("# %% solution\n", f"# %% solution\nx = {deep}\n", 1), id, f"exercises/{id}.py")
    assert refused.value.remedy.strip()
