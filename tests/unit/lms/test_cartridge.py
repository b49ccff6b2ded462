"""The cartridge lists the course in its order, and each link is the address of something in it."""

from __future__ import annotations

import io
import zipfile
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from paths import ROOT

from coursekit.classroom.assignment.link import decode
from coursekit.lms.cartridge import LINK, SPACE, BadAddressError, assignment_link, cartridge, checked_address
from coursekit.lms.contents import Page, pages

TITLES = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)
NAMES = st.lists(st.from_regex(r"[a-z]{1,6}", fullmatch=True), min_size=1, max_size=4, unique=True)


def read(made: bytes) -> tuple[list[tuple[str, list[tuple[str, str]]]], dict[str, bytes]]:
    """The modules of a cartridge, each with its links, as an importer follows its references; and its files."""
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    manifest = ET.fromstring(files["imsmanifest.xml"])
    name = f"{{{SPACE}}}"
    resources = {one.get("identifier"): one for one in manifest.iter(f"{name}resource")}
    assert {one.get("type") for one in resources.values()} == {"imswl_xmlv1p3"}
    (top,) = manifest.findall(f"{name}organizations/{name}organization/{name}item")
    found = []
    for module in top.findall(f"{name}item"):
        links = []
        for item in module.findall(f"{name}item"):
            file = resources[item.get("identifierref")].find(f"{name}file").get("href")
            web = ET.fromstring(files[file])
            assert web.findtext(f"{{{LINK}}}title") == item.findtext(f"{name}title")
            links.append((item.findtext(f"{name}title"), web.find(f"{{{LINK}}}url").get("href")))
        found.append((module.findtext(f"{name}title"), links))
    assert len(files) == 1 + len(resources) == 1 + sum(len(links) for _, links in found)
    return found, files


@given(NAMES, TITLES)
def test_modules_are_chapters_and_lessons_in_the_books_order_with_labs_and_an_assignment(
    names: list[str], title: str
) -> None:
    listed = [Page("book/about", "About", "")] + [Page(f"chapters/{name}", "in Markdown", "") for name in names]
    listed.append(Page("lessons/one", "", ""))
    course = {
        "build": "0123456789abcdef",
        "pages": [{"path": page.path, "title": f"{title} {page.name}"} for page in reversed(listed)],
        "labs": [{"id": f"lab_{name}", "page": f"chapters/{name}.html"} for name in names],
        "lessons": [{"page": "lessons/one.html", "labs": ["shown"]}],
    }
    address = "https://example.org/course/"
    made = cartridge(listed, course, address)
    assert made == cartridge(listed, course, address)
    found, _ = read(made)
    assert [said for said, _ in found] == [f"{title} {page.name}" for page in listed[1:]]
    for (said, links), page in zip(found, listed[1:], strict=True):
        lab = "shown" if page.name == "lessons/one" else f"lab_{page.name.removeprefix('chapters/')}"
        (first, here), (_, at_lab), (_, assigned) = links
        assert first == said and here == address + page.path and at_lab == f"{here}#lab-{lab}"
        assert assigned.startswith(f"{here}#assignment=")
        what = decode(assigned)
        assert what.title == said and what.build == course["build"] and what.due is None
        assert [(item.kind, item.id) for item in what.items] == [("chapter", page.name.rpartition("/")[2])]


def test_the_courses_own_pages_are_found_in_the_order_of_the_table_of_contents() -> None:
    found = [page.name for page in pages(ROOT)]
    text = (ROOT / "_toc.yml").read_text("utf-8")
    assert found == sorted(found, key=lambda name: text.index(f"file: {name}\n"))
    assert sum(name.startswith("chapters/") for name in found) == len(list(ROOT.glob("chapters/*.md")))
    assert all(page.title and "{" not in page.title for page in pages(ROOT))


@pytest.mark.parametrize(
    "said", ["example.org", "ftp://example.org/", "https://", "https://a b/", "https://a/#x", "/course/"]
)
def test_what_is_no_address_is_refused(said: str) -> None:
    with pytest.raises(BadAddressError, match="is no address"):
        checked_address(said)


@pytest.mark.parametrize(
    "said", ["https://example.org/course", "https://example.org/course/", " http://localhost:8000//"]
)
def test_an_address_ends_in_one_slash(said: str) -> None:
    made = checked_address(said)
    assert made.endswith("/") and not made.endswith("//") and urlsplit(made).netloc
    assert checked_address("") == "" and checked_address(made) == made


def test_an_assignments_link_says_any_title() -> None:
    assert decode(assignment_link("lessons/one.html", "Чи варто? & «більше»", "ab")).title == "Чи варто? & «більше»"
