"""A chapter's code cells in the book: what becomes live, what goes with it, and how a slip stops the build."""

import io
import json
import re

import pytest
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace

HEAD = ["---", "file_format: mystnb", "kernelspec:", "  name: python3", "---", "# A chapter", ""]
DATA = re.compile(r'<script type="application/json" class="cells">(.*?)</script>', re.DOTALL)


def cell(code, *tags):
    return ["```{code-cell} ipython3", *([f":tags: [{', '.join(tags)}]"] if tags else []), code, "```", ""]


def build(folder, *cells):
    """Build a book of one page with these cells, unexecuted; return the page's HTML."""
    (folder / "index.md").write_text("\n".join([*HEAD, *(line for one in cells for line in one)]), "utf-8")
    settings = {
        "extensions": ["myst_nb", "coursekit.book.directives.exercise.cells"],
        "root_doc": "index",
        "exclude_patterns": ["_build"],
        "nb_execution_mode": "off",
    }
    out = folder / "_build" / "html"
    with docutils_namespace():
        app = Sphinx(folder, None, out, out / "trees", "html", settings, io.StringIO(), io.StringIO(), freshenv=True)
        app.build()
    return (out / "index.html").read_text("utf-8")


def told(html):
    return json.loads(DATA.search(html)[1])


def test_only_shown_cells_become_live_and_the_setup_goes_with_them(tmp_path):
    html = build(
        tmp_path,
        cell("from myst_nb import glue", "remove-cell"),
        cell("import math\nbase = 'secret </script>'", "live-setup"),
        cell("import altair\nfirst = '<b>'"),
        cell("from myst_nb import glue as seen", "no-live"),
        cell("folded = 1", "hide-input"),
        cell("unseen = 1", "remove-input"),
        cell("second = first"),
    )
    assert re.findall(r'<section class="cell" id="([^"]*)" data-state="idle"', html) == ["cell-1", "cell-2"]
    data = told(html)
    assert data["codes"] == {"1": "import altair\nfirst = '<b>'", "2": "second = first"}
    assert data["setup"] == "import math\nbase = 'secret </script>'"
    assert data["packages"] == ["altair"]
    assert data["page"] == "index"
    body = html.replace(DATA.search(html)[0], "")
    assert "secret" not in body, "the setup is not shown"
    assert "seen" in body, "what is not live is still shown"
    assert html.count(">Edit and run</button>") == 2
    assert html.count("<section") == html.count("</section>")


def test_a_page_without_shown_cells_carries_nothing(tmp_path):
    html = build(tmp_path, cell("hidden = 1", "remove-input"), cell("setup = 1", "live-setup"))
    assert not DATA.search(html)
    assert 'class="cell"' not in html


SLIPS = {
    "package": ([cell("import torch")], r"index: .*'torch'.* `no-live`"),
    "removed setup": ([cell("a = 1", "live-setup", "remove-input"), cell("a")], r"index: another tag removes"),
    "no Python": ([cell("%matplotlib inline")], r"index: .* `no-live`"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_cell_that_could_not_run_in_the_page_stops_the_build(tmp_path, slip):
    cells, says = SLIPS[slip]
    with pytest.raises(SphinxError, match=says):
        build(tmp_path, *cells)
