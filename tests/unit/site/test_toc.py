"""The table of contents: every slip is named with its line and its remedy."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT

from coursekit.book.site.toc import check

GOOD = ["format: jb-book", "root: book/index", "chapters:", "  - file: chapters/one", "  - file: chapters/two"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    made = tmp_path_factory.mktemp("course")
    for page in ("book/index", "chapters/one", "chapters/two"):
        (made / page).parent.mkdir(exist_ok=True)
        (made / f"{page}.md").write_text("# Page\n")
    return made


def test_the_course_own_is_right():
    assert check((ROOT / "_toc.yml").read_text("utf-8"), ROOT) == []


@pytest.mark.parametrize(
    ("changes", "line", "what", "remedy"),
    [
        ({4: "  - file: chapters/tow"}, 5, "no page chapters/tow", "Did you mean `chapters/two`?"),
        ({4: "  - file: chapters/zebra"}, 5, "no page chapters/zebra", "chapters/zebra.md"),
        ({4: "  - flie: chapters/two"}, 5, "`flie` is not a key", "Did you mean `file`?"),
        ({4: "  - chapters/two"}, 5, "has no key", "- file: chapters/two"),
        ({4: "  - file: chapters/one"}, 5, "stands in line 4 already", "Take one"),
        ({2: "chaptres:"}, 3, "`chaptres` is not a key", "Did you mean `chapters`?"),
        ({1: "start: book/index"}, 1, "`root` is missing", "root: book/index"),
        ({0: "format: jb-boook"}, 1, "format is not", "format: jb-book"),
        ({3: "  - title: One"}, 4, "names no file", "- file: chapters/"),
        ({3: "", 4: ""}, 3, "not a list", "begins with a dash"),
        ({4: "  - file: [chapters/two"}, 6, "not YAML", "indents"),
    ],
)
def test_a_slip_is_named(folder, changes, line, what, remedy):
    lines = [changes.get(n, text) for n, text in enumerate(GOOD)]
    faults = check("\n".join(lines) + "\n", folder)
    assert any(f.line == line and what in f.what and remedy in f.remedy for f in faults), list(map(str, faults))
    assert str(faults[0]).startswith(f"_toc.yml:{faults[0].line}: ")


@given(st.text(max_size=120))
def test_whatever_stands_there_the_check_itself_never_fails(text):
    for fault in check(text, ROOT):
        assert fault.line >= 1 and fault.what and fault.remedy


@given(st.integers(0, 4), st.characters(codec="ascii", categories=["Ll"]), st.integers(0, 8))
def test_a_wrong_letter_in_a_key_is_found_in_its_line(line, letter, place):
    key, _, rest = GOOD[line].partition(":")
    start = len(key) - len(key.lstrip(" -"))
    at = min(start + place, len(key) - 1)
    if key[at] == letter:
        return
    slip = key[:at] + letter + key[at + 1 :] + ":" + rest
    faults = check("\n".join([*GOOD[:line], slip, *GOOD[line + 1 :]]), ROOT)
    assert any(fault.line == line + 1 and "is not a key" in fault.what for fault in faults)
