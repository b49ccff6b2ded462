"""The lessons' SCORM packages: the manifest lists what is there, and the page asks for nothing that is not."""

from __future__ import annotations

import json
import posixpath
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest

from coursekit.lms.scorm import SPACES, VERSIONS, package, package_name
from coursekit.lms.site import Site
from coursekit.tasks.build import place

HTML = place("self-study")
LESSONS = (
    [one["page"] for one in json.loads((HTML / "course.json").read_text("utf-8"))["lessons"]] if HTML.is_dir() else []
)


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("page", LESSONS)
def test_a_lesson_is_whole_in_its_package(page: str, version: str) -> None:
    with zipfile.ZipFile(HTML / "downloads" / "scorm" / package_name(page, version)) as held:
        names = held.namelist()
        manifest = ET.fromstring(held.read("imsmanifest.xml"))
        text = held.read(page).decode()
        counted = held.read("_static/data/progress.js").decode()
        sheets = {name: held.read(name).decode() for name in names if name.endswith(".css")}
    space, adl = SPACES[version]
    assert names[0] == "imsmanifest.xml"
    assert sorted(one.get("href") for one in manifest.iter(f"{{{space}}}file")) == sorted(set(names) - {names[0]})
    (resource,) = manifest.iter(f"{{{space}}}resource")
    assert resource.get("href") == page and resource.get("type") == "webcontent"
    assert resource.get(f"{{{adl}}}{'scormtype' if version == '1.2' else 'scormType'}") == "sco"
    assert manifest.findtext(f"{{{space}}}metadata/{{{space}}}schemaversion").startswith(version)
    (item,) = manifest.iter(f"{{{space}}}item")
    assert item.get("identifierref") == resource.get("identifier")
    for address in re.findall(r'<(?:script|link|img)\b[^>]*?(?:src|href)="([^"]+)"', text):
        if address.startswith("data:"):
            continue
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page), address.partition("?")[0]))
        assert path in names, f"{page} asks for {address}"
    assert not re.search(r'<a\b[^>]*href="(?!#|https?:|mailto:)', text)
    fonts = {
        posixpath.normpath(posixpath.join(posixpath.dirname(sheet), font))
        for sheet, rules in sheets.items()
        for font in re.findall(r"""url\(["']?([^)"']+\.woff2)""", rules)
    }
    assert fonts and fonts <= set(names)
    to_do = json.loads(counted[counted.index("progress=") + 9 : -2])
    assert list(to_do) == [page] and to_do[page]["labs"] and to_do[page]["questions"]
    assert all(f'id="lab-{lab}"' in text for lab in to_do[page]["labs"])
    assert all(f'id="question-{one}"' in text for one in to_do[page]["questions"])


def test_there_are_lessons() -> None:
    assert LESSONS, "The book is not built: run `make book`, then the tests again."


def test_a_chapter_can_be_packed_with_its_python_and_the_same_twice() -> None:
    site = Site(HTML)
    page = next(one["page"] for one in site.course["exercises"])
    assert any(name.endswith("pyodide.asm.wasm") for name in site.files(page, python=True))
    assert not any("runtime" in name for name in site.files(page, python=False))
    assert package(site, page, "1.2", python=False) == package(site, page, "1.2", python=False)
    with pytest.raises(KeyError, match="no page"):
        package(site, "chapters/none.html", "1.2")
