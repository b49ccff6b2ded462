"""Exercises in the book: what a page gets, what it must never get, and how a slip stops the build."""

from paths import ROOT
import io
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace

from coursekit.exercise.file.read import parse, read
from coursekit.exercise.file.variants import variant
from coursekit.words import say

COURSE = ROOT / "exercises"
GOOD = '''"""Twice & more: `twice`

Return *twice* the number $n$.
"""
# %% setup
import math
# %% solution
def twice(n):
    """Twice n."""
    ### BEGIN SOLUTION
    return 2 * n  # the secret
    ### END SOLUTION
# %% hints
HINTS = ["</script> Add."]
# %% tests
def test_of_one():
    """Twice one is two."""
    assert twice(1) == 2
# %% cases
def cases(rng):
    return [dict(n=drawn) for drawn in range(12)]
# %% mistakes
def mistake_square(n):
    """test_of_one"""
    return n ** 2
'''
PAGE = ["# A chapter", "", "Before.", "", "```{exercise} sums_twice", "```"]


def settings_of(edition):
    """An extension that knows only the two settings; the whole one would bundle the front end."""
    module = ModuleType("settings_of_the_test")
    module.setup = lambda app: (
        [
            app.add_config_value("coursekit_edition", edition, "env"),
            app.add_config_value("coursekit_exercises", "exercises", "env"),
        ]
        and {"parallel_read_safe": True}
    )
    return module


def build(folder, *lines, edition="self-study", exercise=GOOD, fresh=True):
    """Build a book of one page with one exercise; return its folder."""
    (folder / "exercises").mkdir(exist_ok=True)
    (folder / "exercises" / "sums_twice.py").write_text(exercise, "utf-8")
    (folder / "index.md").write_text("\n".join(lines or PAGE) + "\n")
    settings = {
        "extensions": [
            "myst_nb",
            "settings_of_the_test",
            "coursekit.book.site.manifest",
            "coursekit.book.directives.exercise.exercises",
        ],
        "root_doc": "index",
        "exclude_patterns": ["_build"],
        "nb_execution_mode": "off",
        "myst_enable_extensions": ["dollarmath"],
    }
    out = folder / "_build" / "html"
    with pytest.MonkeyPatch.context() as patch, docutils_namespace():
        patch.setitem(sys.modules, "settings_of_the_test", settings_of(edition))
        app = Sphinx(folder, None, out, out / "trees", "html", settings, io.StringIO(), io.StringIO(), freshenv=fresh)
        app.build()
    return out


def shipped(out):
    text = (out / "_static" / "exercises" / "sums_twice.js").read_text("utf-8")
    return json.loads(re.search(r'\["sums_twice"\]=(.*)\}\)\(window', text)[1])


def test_a_page_gets_all_it_needs_and_the_manifest_says_so(tmp_path):
    out = build(tmp_path)
    html = (out / "index.html").read_text("utf-8")
    assert html.count('<section class="exercise" id="exercise-sums_twice" data-state="idle"') == 1
    assert "Twice &amp; more" in html
    assert "<em>twice</em>" in html, "the prompt is Markdown"
    for name in ("Run", "Check", "Stop", "Hint", "Reset", "Solution"):
        assert re.search(rf"<button[^>]*>{name}</button>", html)
    data = shipped(out)
    assert data["starter"].startswith('def twice(n):\n    """Twice n."""\n    # ')
    assert data["limit_s"] == 10
    assert data["packages"] == []
    [entry] = json.loads((out / "course.json").read_text("utf-8"))["exercises"]
    assert entry.pop("version") == data["version"]
    assert entry.pop("title") == data["title"]
    assert entry == {"id": "sums_twice", "page": "index.html", "packages": [], "limit_s": 10.0}


@pytest.mark.parametrize("edition", ["self-study", "class"])
def test_no_edition_tells_cases_or_mistakes_and_the_class_no_solution(tmp_path, edition):
    out = build(tmp_path, edition=edition)
    # What pages and scripts say; Sphinx's own pickles stay behind and are not published.
    files = [f for f in out.rglob("*") if f.is_file() and "trees" not in f.parts]
    site = "\n".join(f.read_text("utf-8", "replace") for f in files)
    assert "range(12)" not in site
    assert "mistake_square" not in site
    assert "n ** 2" not in site
    assert ("the secret" in site) == (edition == "self-study")
    assert (">Solution</button>" in site) == (edition == "self-study")
    assert "Twice one is two" in site, "the tests are the feedback"


def test_a_changed_exercise_changes_the_page_and_a_removed_one_takes_its_script_away(tmp_path):
    build(tmp_path)
    out = build(tmp_path, exercise=GOOD.replace("Twice & more", "Thrice"), fresh=False)
    assert "Thrice" in (out / "index.html").read_text("utf-8")
    assert shipped(out)["title"].startswith("Thrice")
    out = build(tmp_path, "# A chapter", fresh=False)
    assert not list((out / "_static" / "exercises").glob("*.js"))


SLIPS = {
    "marker": (GOOD.replace("    ### END SOLUTION\n", ""), r"exercises/sums_twice\.py:10: `### BEGIN SOLUTION` has no"),
    "syntax": (GOOD.replace("return 2 * n", "return 2 *"), r"exercises/sums_twice\.py:11: The file is not Python"),
    "package": (GOOD.replace("import math", "import torch"), r"exercises/sums_twice\.py:1: .*'torch'.* numpy, pandas"),
}


@pytest.mark.parametrize("slip", SLIPS)
def test_a_malformed_exercise_stops_the_build(tmp_path, slip):
    text, says = SLIPS[slip]
    with pytest.raises(SphinxError, match=says):
        build(tmp_path, "# No page uses it", exercise=text)


def test_an_unknown_exercise_stops_the_build_with_the_names_there_are(tmp_path):
    lines = [*PAGE[:4], "```{exercise} sums_thrice", "```"]
    with pytest.raises(SphinxError, match=r"index\.md:5: There is no exercise 'sums_thrice'.* sums_twice\."):
        build(tmp_path, *lines)


def test_an_exercise_stands_once(tmp_path):
    with pytest.raises(SphinxError, match=r"index\.md:8: .*sums_twice.* unique"):
        build(tmp_path, *PAGE, "", *PAGE[4:])


def test_the_courses_own_exercises_name_their_packages():
    from coursekit.book.directives.exercise.exercises import packages

    assert packages(read(COURSE / "promises_honour.py")) == ["pandas", "altair"]


VARIES = '# %% varies\ndef varies(rng):\n    return {"SIZE": rng.randint(1000, 9999), "WHO": "<b>"}\n'
VARIED = GOOD.replace("the number $n$.", "of *{SIZE:,}* for `{WHO}`, not {N}, in $x_{n}$.")
VARIED = VARIED.replace("# %% setup", f"{VARIES}# %% setup")


def test_values_that_vary_stand_in_the_prompt_where_the_page_finds_them(tmp_path):
    out = build(tmp_path, exercise=VARIED)
    html = (out / "index.html").read_text("utf-8")
    first = variant(parse(VARIED, "sums_twice", ""), 0)
    size = f"{first.values['SIZE']:,}"
    assert f'<em><span class="varies" data-varies="SIZE:,">{size}</span></em>' in html
    assert '<span class="varies" data-varies="WHO">&lt;b&gt;</span>' in html
    assert "not {N}, in" in html
    assert say("exercise.varies") in html
    assert f'<pre class="varied" tabindex="0">SIZE = {first.values["SIZE"]}\nWHO = &#39;&lt;b&gt;&#39;' in html
    data = shipped(out)
    assert data["variants"][0] == {"code": first.code, "shown": {"SIZE:,": size, "WHO": "<b>"}}
    assert say("exercise.varies") not in (build(tmp_path) / "index.html").read_text("utf-8")


@pytest.mark.parametrize("place", ["$x = {SIZE}$", "```\n{SIZE}\n```"])
def test_a_place_in_a_formula_or_in_code_stops_the_build(tmp_path, place):
    text = VARIED.replace("Return *twice*", f"{place}\n\nReturn *twice*")
    with pytest.raises(SphinxError, match=r"exercises/sums_twice\.py:1: The placeholder \{SIZE\} stands in"):
        build(tmp_path, exercise=text)
