"""Math at build time: HTML for the eye, MathML for everyone else, and a formula that cannot be set is named."""

import re
from xml.etree import ElementTree

import pytest
from paths import ROOT

from coursekit.book.site.math import TEX, Setter

MODULES = ROOT / "web" / "node_modules"


@pytest.fixture
def setter(tmp_path):
    made = Setter(MODULES, tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize(
    "tex", ["q^*", r"\frac{p_0V-c_0-s}{(p_0V-c_0)-(p_1V-c_1)}", r"\begin{aligned}a&=b\\c&=d\end{aligned}"]
)
@pytest.mark.parametrize("display", [False, True])
def test_a_formula_is_html_and_mathml_and_needs_no_script(setter, tex, display):
    html = setter.set(tex, display)
    assert 'class="katex-html" aria-hidden="true"' in html
    assert "<math xmlns" in html and "<annotation" in html
    assert ("katex-display" in html) == display
    assert "<script" not in html and "katex-error" not in html


def test_what_is_set_is_kept_and_needs_no_node(setter, tmp_path):
    first = setter.set("q", False)
    again = Setter(MODULES, tmp_path)
    assert again.set("q", False) == first and again.process is None
    assert again.set("q", True) != first and again.process is not None
    again.close()


@pytest.mark.parametrize("tex", [r"\frac{1", r"\nosuchcommand", "a_b_c"])
def test_a_formula_that_cannot_be_set_is_refused_and_the_next_one_is_not(setter, tex):
    with pytest.raises(ValueError, match="KaTeX"):
        setter.set(tex, False)
    assert "katex" in setter.set("q", False)


def test_a_lab_s_formulas_are_found_each_for_itself():
    page = '<p>if <span class="tex">q &lt; 1</span> or</p><div class="tex">U</div><span class="texture">no</span>'
    assert [(m["tag"], m["tex"]) for m in TEX.finditer(page)] == [("span", "q &lt; 1"), ("div", "U")]


TWO_CHILDREN = {"msub", "msup", "mfrac", "mroot", "munder", "mover"}


@pytest.mark.parametrize(
    "tex", [r"U_{\max}", r"x^{\min}", r"\max(a, b)", r"\frac{\ln}{2}", r"\frac{\max_{i}}{U_{\max}}"]
)
def test_an_element_of_two_parts_has_two(setter, tex):
    """Firefox draws a fault in the place of a formula whose elements have a part too many."""
    found = re.search(r"<math.*?</math>", setter.set(tex, False), re.S)
    for part in ElementTree.fromstring(found[0]).iter():
        name = part.tag.rpartition("}")[2]
        assert len(part) == 2 if name in TWO_CHILDREN else len(part) == 3 or name not in {"msubsup", "munderover"}
