"""The appendix pages of the built site: whole, led to their sources, light enough, and with the files they offer."""

import gzip
import re
from importlib import resources

import pytest
from paths import ROOT

from deterrence.evidence import codebook
from deterrence.model import GRAPHS

HTML = ROOT / "_build" / "html"
PAGES = ("model", "evidence", "api")


@pytest.fixture(scope="module")
def pages():
    if not (HTML / "course.json").is_file():
        pytest.fail("The book is not built: run `make book`, then the tests again.", pytrace=False)
    return {name: (HTML / "book" / f"{name}.html").read_text("utf-8") for name in PAGES}


def test_the_model_page_holds_every_quantity_and_parameter(pages):
    for graph in GRAPHS.values():
        for name in graph.order:
            assert f'id="quantity-{name}"' in pages["model"]
        for name in graph.defaults:
            assert f'id="parameter-{name}"' in pages["model"]


def test_the_evidence_page_offers_every_table_as_it_is(pages):
    for entry in codebook()["resources"]:
        assert f'href="../_static/data/{entry["name"]}.csv"' in pages["evidence"]
        source = resources.files("deterrence.evidence") / entry["path"]
        assert (HTML / "_static" / "data" / f"{entry['name']}.csv").read_bytes() == source.read_bytes()


@pytest.mark.parametrize("name", PAGES)
def test_sources_are_led_to_the_list_and_formulas_are_set(name, pages):
    assert "data-cite=" not in pages[name] and 'class="tex"' not in pages[name]
    for page, place in re.findall(r'<a class="cite" href="([^"#]+)#([^"]+)"', pages[name]):
        assert f'id="{place}"' in (HTML / "book" / page).read_text("utf-8")
    assert name == "api" or 'class="cite"' in pages[name]


@pytest.mark.parametrize("name", PAGES)
def test_weighs_little_and_wears_its_style(name, pages):
    assert len(gzip.compress(pages[name].encode())) < 500_000
    assert "_static/appendix.css" in pages[name]
    scrolls = re.findall(r'<div class="scroll wide"[^>]*>', pages[name])
    assert all('tabindex="0"' in tag and "aria-label=" in tag and 'role="region"' in tag for tag in scrolls)
