"""Slips in the sources are told, each with file, line and remedy, before anything is run."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coursekit.book.site import toc
from coursekit.book.site.source_checks import check, check_pages, named_in, pages_of
from coursekit.course import Course

ROOT = Path(__file__).parents[3]
COURSE = Course(id="toy", title="Toy", labs="toy.labs")
HEAD = "---\nfile_format: mystnb\nkernelspec:\n  name: python3\n---\n\n# One\n\n"
LAB = '```{code-cell} ipython3\n:tags: [remove-input]\nfrom toy.labs import lab\n\nlab("price")\n```\n'
QUESTION = "```{question} one\n:kind: choice\n\nWhich?\n\n- [ ] this ::: no\n- [x] that ::: yes\n```\n"
EXERCISE = "```{exercise} one_sum\n```\n"
EXAMPLE = f"````markdown\n{LAB}{QUESTION}````\n\n```python\nlab('none')\n```\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for folder in ("src/toy/labs", "exercises", "chapters"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "src/toy/labs/price.py").write_text('LAB = Lab(\n    id="price",\n)\n', "utf-8")
    (tmp_path / "src/toy/labs/_charts.py").write_text("", "utf-8")
    (tmp_path / "exercises/one_sum.py").write_text("", "utf-8")
    return tmp_path


def faults(root: Path, *texts: str) -> list[str]:
    pages = [root / "chapters" / f"p{n}.md" for n in range(len(texts))]
    for path, text in zip(pages, texts, strict=True):
        path.write_text(text, "utf-8")
    return [str(fault) for fault in check_pages(root, pages, COURSE)]


def test_the_course_itself_is_right_and_all_that_its_pages_name_is_seen() -> None:
    assert check(ROOT) == []
    pages = pages_of(ROOT)
    named = [one for path in pages for one in named_in(path.read_text("utf-8"), path.name)]
    assert {one.kind for one in named} == {"lab", "exercise", "question", "reflection", "memo", "lesson-lab"}
    assert {one.id for one in named if one.kind == "exercise"} == {p.stem for p in (ROOT / "exercises").glob("*.py")}


def test_a_right_page_has_no_fault_and_examples_are_not_obeyed(root: Path) -> None:
    assert faults(root, HEAD + LAB + QUESTION + EXERCISE + EXAMPLE * 2) == []


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        (LAB.replace("price", "prise"), 13, "There is no lab 'prise'. Did you mean `price`?"),
        (LAB.replace("price", "zebra"), 13, "Make it: src/toy/labs/zebra.py."),
        (LAB + "\n" + LAB, 20, "The lab 'price' stands in chapters/p0.md:13 already. Link to it there"),
        (EXERCISE.replace("one", "two"), 9, "There is no exercise 'two_sum'. Did you mean `one_sum`?"),
        (EXERCISE * 2, 11, "The exercise 'one_sum' stands in chapters/p0.md:9 already."),
        (QUESTION * 2, 17, "The question 'one' stands in chapters/p0.md:9 already. Give one of the two another id"),
        (QUESTION.replace(" ::: no", ""), 14, "has no feedback"),
        (QUESTION.replace("[x]", "[ ]"), 15, "0 answers are marked right"),
        ("````{admonition} A\n" + LAB.replace("price", "prise") + "````\n", 14, "Did you mean `price`?"),
        ("```{memo} prise\n:title: T\n\na: b\n```\n", 9, "There is no lab 'prise'."),
    ],
)
@pytest.mark.parametrize("shift", [0, 5])
def test_a_slip_is_named_with_file_line_and_remedy(root: Path, text: str, line: int, says: str, shift: int) -> None:
    told = faults(root, HEAD + "\n" * shift + text)
    places = (f"p0.md:{13} ", f"p0.md:{13 + shift} ")
    assert len(told) == 1 and told[0].startswith(f"chapters/p0.md:{line + shift}: "), told
    assert says.replace("p0.md:13 ", places[1]).replace("p0.md:9 ", f"p0.md:{9 + shift} ") in told[0]


def test_the_same_id_in_two_pages_is_told_of_the_second(root: Path) -> None:
    told = faults(root, HEAD + LAB + QUESTION, HEAD + QUESTION + LAB)
    assert [one.split(" ")[0] for one in told] == ["chapters/p1.md:9:", "chapters/p1.md:21:"]


@pytest.mark.parametrize(
    ("head", "line", "says"),
    [
        ("# One\n", 1, "does not say that its cells are run"),
        (HEAD.replace("kernelspec:\n  name: python3\n", ""), 1, "`kernelspec:`"),
        (HEAD.replace("# One", "One"), 6, "Write a line `# Its title`"),
    ],
)
def test_a_chapter_without_head_or_title_is_told(root: Path, head: str, line: int, says: str) -> None:
    [told] = faults(root, head)
    assert told.startswith(f"chapters/p0.md:{line}: ") and says in told


def pages(contents: object) -> list[str]:
    """Return the pages that a table of contents names, in its order."""
    if isinstance(contents, list):
        return [page for one in contents for page in pages(one)]
    if not isinstance(contents, dict):
        return []
    return [page for key, one in contents.items() for page in ([one] if key == "file" else pages(one))]


LINES = (ROOT / "_toc.yml").read_text("utf-8").splitlines()


@given(st.integers(0, len(LINES) - 1), st.integers(0, 12))
@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_a_line_of_the_contents_wrongly_indented_is_told_or_changes_nothing(at: int, spaces: int) -> None:
    """Whatever its indent, either every page is still in its place in the order, or a line and a remedy are named.

    Indented as those above it, a page may become one of their sections: that is a table of contents as good as before.
    """
    text = "\n".join([*LINES[:at], " " * spaces + LINES[at].lstrip(), *LINES[at + 1 :]])
    told = toc.check(text, ROOT)
    if not told:
        assert pages(yaml.safe_load(text)) == pages(yaml.safe_load("\n".join(LINES)))
    assert all(fault.line and fault.remedy for fault in told)


def test_a_faulty_contents_file_stops_the_build_before_anything_else(tmp_path, monkeypatch) -> None:
    from coursekit.tasks import build, steps

    (tmp_path / "_toc.yml").write_text(
        "format: jb-book\nroot: book/index\nparts:\n - chapters:\n    - file: a\n   - file: b\n"
    )
    monkeypatch.setattr(build, "ROOT", tmp_path)
    monkeypatch.setattr(build, "run", lambda *_, **__: pytest.fail("something was run"))
    with pytest.raises(steps.Failed, match=r"_toc\.yml:\d+: This is not YAML.* Look at indents"):
        build.book("self-study")
