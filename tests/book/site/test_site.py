"""What holds for the built site's files, whatever the chapters say."""

import json
import re
from functools import lru_cache
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest
from built_site import built_site
from paths import ROOT

HTML = ROOT / "_build" / "html"
PAGES = sorted(p for p in HTML.rglob("*.html") if "_static" not in p.parts)
LOADS = {
    "script": ("src",),
    "img": ("src", "srcset"),
    "iframe": ("src",),
    "source": ("src", "srcset"),
    "video": ("src", "poster"),
    "audio": ("src",),
    "object": ("data",),
    "embed": ("src",),
    "link": ("href",),
    "use": ("href", "xlink:href"),
    "image": ("href", "xlink:href"),
}


class Elements(HTMLParser):
    """Every start tag of a page with its attributes."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, {name: value or "" for name, value in attrs}))


@lru_cache
def elements(path):
    return Elements(path.read_text("utf-8")).found


@lru_cache
def places(path):
    """The ids on a page; kept, for a page may link to itself a thousand times."""
    return {found.get("id") for _, found in elements(path)}


def loaded(path):
    """What a page loads: address and element."""
    for tag, attributes in elements(path):
        for name in LOADS.get(tag, ()):
            if attributes.get(name):
                yield tag, attributes[name]


@pytest.fixture(autouse=True, scope="module")
def built():
    built_site()


@pytest.fixture(scope="module")
def course():
    return json.loads((HTML / "course.json").read_text("utf-8"))


pages = pytest.mark.parametrize("path", PAGES, ids=lambda p: p.relative_to(HTML).as_posix())


@pages
def test_loads_nothing_from_elsewhere_and_nothing_that_is_missing(path):
    for tag, address in loaded(path):
        parts = urlsplit(address)
        if parts.scheme == "data":
            continue
        assert not parts.scheme and not parts.netloc, f"<{tag}> loads {address}"
        if tag == "link" and parts.path.endswith(".html"):
            parts = urlsplit(parts.path)
        assert (path.parent / parts.path).resolve().is_file(), f"<{tag}> loads {address}, which is not there"


@pages
def test_links_inside_the_site_lead_somewhere(path):
    for tag, attributes in elements(path):
        parts = urlsplit(attributes.get("href", ""))
        if tag != "a" or parts.scheme or parts.netloc:
            continue
        target = (path.parent / parts.path).resolve() if parts.path else path
        assert target.is_file(), f"{attributes['href']} leads nowhere"
        name = parts.fragment.partition("?")[0]
        if name:
            assert name in places(target), f"{attributes['href']}: no such place in {target.name}"


@pages
def test_has_one_search_box_and_one_main_part(path):
    found = elements(path)
    if path == HTML / "index.html":
        return
    searched = path.parent.name != "slides"  # slides have no frame round them
    assert sum(tag == "input" and a.get("type") == "search" for tag, a in found) == searched
    assert sum(tag == "main" for tag, _ in found) == 1
    assert sum(tag == "h1" for tag, _ in found) == 1
    assert [a["lang"] for tag, a in found if tag == "html"] == ["en"]


@pages
def test_ids_are_unique(path):
    ids = [a["id"] for _, a in elements(path) if "id" in a]
    assert sorted(ids) == sorted(set(ids))


@pages
def test_carries_no_script_of_its_own(path):
    """Scripts are files, what stands in the page is data: so a strict policy can be set, and nothing stands twice."""
    scripts = [a for tag, a in elements(path) if tag == "script"]
    assert all(a.get("src") or a.get("type") == "application/json" for a in scripts)
    sources = [a["src"] for a in scripts if a.get("src")]
    assert len(sources) == len(set(sources))
    assert not any(name.startswith("on") for _, a in elements(path) for name in a)


@pages
def test_forbids_what_comes_from_elsewhere(path):
    if path == HTML / "index.html":
        return
    (policy,) = [a["content"] for _, a in elements(path) if a.get("http-equiv") == "Content-Security-Policy"]
    assert "http" not in policy and "*" not in policy and "'unsafe-eval'" not in policy
    assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]


@pages
def test_nothing_is_left_of_what_the_theme_brings(path):
    text = "".join(re.findall(r"<[^>]*>", path.read_text("utf-8")))  # in tags: a text may speak of the bootstrap
    for name in ("fontawesome", "bootstrap", "thebe", "require.min", "mathjax@", "html-manager", "launch-btn"):
        assert name not in text.lower(), name


@pages
def test_each_page_says_what_it_is_about(path):
    """What a search engine shows; not the same for two pages, but for those that lead on."""
    found = [a["content"] for tag, a in elements(path) if tag == "meta" and a.get("name") == "description"]
    assert path == HTML / "index.html" or (len(found) == 1 and 20 <= len(found[0]) <= 200)


@pages
def test_math_is_linked_where_it_is_used_only(path):
    text = path.read_text("utf-8")
    names = re.findall(r'<link rel="stylesheet" href="[^"?]*_static/([^"?]*)', text)
    assert path == HTML / "index.html" or len(names) == 1
    assert any("katex" in name for name in names) == ('class="katex' in text)


@pytest.mark.parametrize("sheet", sorted((HTML / "_static").rglob("*.css")), ids=lambda p: p.name)
def test_style_sheets_load_only_files_that_are_here(sheet):
    text = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    assert "@import" not in text
    for address in re.findall(r"url\(\s*[\"']?([^\"')]+)", text):
        if not address.startswith(("data:", "#")):
            assert (sheet.parent / address).resolve().is_file(), f"{sheet.name} loads {address}"


def test_course_json_says_what_the_pages_hold(course):
    assert re.fullmatch(r"[0-9a-f]{8,}", course["build"])
    assert course["edition"] in ("self-study", "class")
    kinds = {"labs", "exercises", "predictions", "questions", "reflections", "lessons"}
    assert set(course) == {"build", "edition", "pages", "downloads", *kinds}
    listed = {page["path"]: page for page in course["pages"]}
    for path, page in listed.items():
        assert page["title"] and page.get("minutes", 1) > 0 and page["bytes"] == (HTML / path).stat().st_size
    for kind in kinds:
        stands = set()
        for path in listed:
            if path.startswith("lessons/") and kind in ("labs", "predictions"):
                continue  # those of chapters, shown once more: see below
            for tag, a in elements(HTML / path):
                if tag == "section" and a.get("class", "").split()[:1] == [kind[:-1]]:
                    stands.add((a["id"].removeprefix(f"{kind[:-1]}-"), path))
        assert {(entry["id"], entry["page"]) for entry in course[kind]} == stands, kind
    for lesson in course["lessons"]:
        held = [a for tag, a in elements(HTML / lesson["page"]) if tag == "section"]
        shown = [a["data-lab"] for a in held if a.get("class") == "lab"]
        assert shown == lesson["labs"] and set(shown) <= {lab["id"] for lab in course["labs"]}
        assert 40 <= lesson["minutes"] <= 45 and 450 <= lesson["words"] <= 700, lesson["id"]
    for lab in course["labs"]:
        for control in lab["controls"]:
            assert control["name"] and control["kind"] and "default" in control
    for exercise in course["exercises"]:
        assert isinstance(exercise["packages"], list) and exercise["limit_s"] > 0


def test_the_landing_page_lets_a_visitor_move_one_control(course):
    (lab,) = (lab for lab in course["labs"] if lab["page"] == "book/index.html")
    # The forms of the model stand in a closed fold, below.
    assert [one["name"] for one in lab["controls"] if not one["name"].startswith("form-")] == ["prize"]
