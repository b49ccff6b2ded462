"""The memo's directive: what it writes, and how it refuses a slip."""

import pytest
from small_book import INTRO, build
from sphinx.errors import SphinxError

GOOD = [
    "```{memo} design",
    ":title: Which to sign",
    "",
    "what: What <do> you say? ::: In a sentence.",
    "why: And why?",
    "```",
]
EXTENSIONS = ["myst_nb", "sphinxcontrib.bibtex", "coursekit.book.site.manifest", "coursekit.book.directives.memo"]
ENTRY = """@article{a2020,
  author = {van der Berg, Ann and Smith, J.},
  title = {{On {W}ar}},
  journal = {Journal}, year = {2020}, doi = {10.1/x},
}
"""


def made(folder, lines):
    (folder / "works.bib").write_text(ENTRY)
    out = build(folder, [*INTRO, *lines], extensions=EXTENSIONS, bibtex_bibfiles=["works.bib"])
    return (out / "index.html").read_text("utf-8")


def test_each_line_becomes_a_labelled_field(tmp_path):
    html = made(tmp_path, [GOOD[0], GOOD[1], ":sources: a2020", *GOOD[2:]])
    assert '<section class="memo" id="memo-design"' in html
    assert '<label for="memo-design-what">What &lt;do&gt; you say?</label>' in html
    assert 'aria-describedby="memo-design-what-hint"' in html
    assert html.count("<textarea") == 2
    assert "van der Berg, Ann; Smith, J. (2020). On War. Journal. https://doi.org/10.1/x" in html


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ([GOOD[0], "", *GOOD[3:]], "it needs a :title:"),
        ([*GOOD[:3], "no question here", "```"], "is not ‘name: question ::: hint’"),
        ([GOOD[0], GOOD[1], ":sources: b2021", *GOOD[2:]], "the list of works has no 'b2021'"),
    ],
)
def test_a_slip_is_named(tmp_path, lines, said):
    with pytest.raises(SphinxError) as error:
        made(tmp_path, lines)
    assert said in str(error.value)
