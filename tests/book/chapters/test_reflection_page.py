"""The essay's directive: what it writes, how it refuses a slip; and what the page *Assign* reads of the plans."""

import pytest
from small_book import INTRO, build
from sphinx.errors import SphinxError

ESSAY = ["```{reflection} one", "Argue *for* it.", "", '- Claim | says "what" | takes a side | <none> ::: 2', "```"]
EXTENSIONS = [
    "myst_nb",
    "coursekit.book.site.manifest",
    "coursekit.book.directives.reflection",
    "coursekit.book.directives.assign",
]
ASSIGN = ["```{assign}", ":plans: plans.md", "```"]


def made(folder, lines):
    out = build(folder, [*INTRO, *lines], extensions=EXTENSIONS, exclude_patterns=["_build", "plans.md"])
    return (out / "index.html").read_text("utf-8")


def test_an_essay_has_prompt_field_and_rubric(tmp_path):
    html = made(tmp_path, ESSAY)
    assert '<section class="reflection" id="reflection-one"' in html
    assert "Argue <em>for</em> it." in html
    assert '<label for="reflection-one-text">' in html and 'maxlength="20000"' in html
    assert "<td>says “what”</td>" in html and "&lt;none&gt;" in html


def test_a_slip_in_an_essay_is_named_with_its_line(tmp_path):
    with pytest.raises(SphinxError, match=r"index\.md:\d+: reflection 'one': It needs a prompt"):
        made(tmp_path, [*ESSAY[:3], "```"])


@pytest.mark.parametrize(
    ("plans", "said"),
    [
        (None, "plans.md"),
        ("# No plan", "no heading"),
        ('### A\n\n| 1 | <a href="../chapters/a.html#page-x">x</a> |\n', "There is no kind"),
    ],
)
def test_a_slip_in_the_plans_is_named(tmp_path, plans, said):
    if plans is not None:
        (tmp_path / "plans.md").write_text(plans, "utf-8")
    with pytest.raises(SphinxError, match=f"assign: plans.md.*{said}"):
        made(tmp_path, ASSIGN)
