"""The appendix pages of the built site: whole, led to their sources, light enough, and with the files they offer."""

import gzip
import re
from importlib import resources

import pytest
from built_site import built_site
from paths import ROOT

from deterrence.evidence import codebook
from deterrence.model import GRAPHS

HTML = ROOT / "_build" / "html"
MODEL = ("package", "credibility", "choice", "industry", "army", "games", "forms", "parameters")
API = ("api", "api/package", "api/choice", "api/pillars", "api/evidence", "api/coursekit")
PAGES = ("model", *(f"model/{name}" for name in MODEL), "evidence", *API)
ELEMENTS_MOST = 7_000  # of a page of the model, with its formulas


@pytest.fixture(scope="module")
def pages():
    built_site()
    return {name: (HTML / "book" / f"{name}.html").read_text("utf-8") for name in PAGES}


def test_the_model_page_holds_every_quantity_and_parameter(pages):
    """Each has an anchor on the page of the drawings, where all entries stood once, and an entry on its own page."""
    whole = "".join(pages[f"model/{name}"] for name in MODEL)
    for graph in GRAPHS.values():
        for name in graph.order:
            assert f'id="quantity-{name}"' in pages["model"] and whole.count(f'id="quantity-{name}"') == 1
        for name in graph.defaults:
            assert f'id="parameter-{name}"' in pages["model"] and whole.count(f'id="parameter-{name}"') == 1


def test_each_function_has_an_item_in_the_list_and_one_entry(pages):
    """The item has the anchor of the time when all entries stood on that page, and leads to the entry."""
    found = re.findall(r'<li id="(api-[^"]+)"><a href="(api/\w+)\.html#([^"]+)"', pages["api"])
    listed, entries = {}, {}
    for anchor, page, place in found:
        assert anchor == place and anchor not in listed
        listed[anchor] = page
    for name in API[1:]:
        for anchor in re.findall(r'<section class="entry" id="(api-[^"]+)"', pages[name]):
            assert anchor not in entries
            entries[anchor] = name
    assert listed == entries and len(entries) > 290
    assert all(len(re.findall(r"<[a-z]", pages[name])) < ELEMENTS_MOST for name in API)


@pytest.mark.parametrize("name", PAGES)
def test_links_into_the_model_arrive(name, pages):
    folder = (HTML / "book" / f"{name}.html").parent
    links = re.findall(r'href="([^":#]*)#((?:quantity|parameter|form)-[^"]+)"', pages[name])
    for page, anchor in links:
        target = (folder / page).resolve().relative_to(HTML / "book").with_suffix("").as_posix() if page else name
        assert f'id="{anchor}"' in pages[target], f"{page}#{anchor}"
    assert links or name in ("evidence", "api", "api/evidence", "api/coursekit")  # of no quantity, or of the list


@pytest.mark.parametrize("name", MODEL)
def test_a_page_of_the_model_opens_quickly(name, pages):
    """A phone lays out a few thousand elements in a moment; when all formulas stood on one page it took seconds."""
    assert len(re.findall(r"<[a-z]", pages[f"model/{name}"])) <= ELEMENTS_MOST


def test_the_evidence_page_offers_every_table_as_it_is(pages):
    for entry in codebook()["resources"]:
        assert f'href="../_static/data/{entry["name"]}.csv"' in pages["evidence"]
        source = resources.files("deterrence.evidence") / entry["path"]
        assert (HTML / "_static" / "data" / f"{entry['name']}.csv").read_bytes() == source.read_bytes()


@pytest.mark.parametrize("name", PAGES)
def test_sources_are_led_to_the_list_and_formulas_are_set(name, pages):
    assert "data-cite=" not in pages[name] and 'class="tex"' not in pages[name]
    for page, place in re.findall(r'<a class="cite" href="([^"#]+)#([^"]+)"', pages[name]):
        target = (HTML / "book" / f"{name}.html").parent / page
        assert f'id="{place}"' in target.read_text("utf-8")
    assert name in ("model", *API) or 'class="cite"' in pages[name]


@pytest.mark.parametrize("name", PAGES)
def test_weighs_little_and_wears_its_style(name, pages):
    assert len(gzip.compress(pages[name].encode())) < 500_000
    assert re.search(r'"stylesheet" href="[^"]*_static/page-course-appendix[^"]*\.css', pages[name])
    scrolls = re.findall(r'<div class="scroll wide"[^>]*>', pages[name])
    assert all('tabindex="0"' in tag and "aria-label=" in tag and 'role="region"' in tag for tag in scrolls)
