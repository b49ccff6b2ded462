"""SCORM packages of single pages: the page with all that it needs, and the manifest of either version."""

from __future__ import annotations

import json
from collections.abc import Sequence
from xml.etree import ElementTree as ET

from coursekit.course import course
from coursekit.downloads import zip_bytes
from coursekit.lms.packed_page import packed_page
from coursekit.lms.site import Site
from coursekit.lms.xml import document, sub

VERSIONS = ("1.2", "2004")
MORE = ("_static/scorm.js", "_static/progress.js")
DATA, PROGRESS = "_static/data/progress.js", "_static/course-progress.js"
SPACES = {
    "1.2": ("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "http://www.adlnet.org/xsd/adlcp_rootv1p2"),
    "2004": ("http://www.imsglobal.org/xsd/imscp_v1p1", "http://www.adlnet.org/xsd/adlcp_v1p3"),
}
SEQUENCING = "http://www.imsglobal.org/xsd/imsss"


def package_name(page: str, version: str) -> str:
    """Return the file name of a page's package.

    Parameters
    ----------
    page : str
        The page's path in the site.
    version : str
        The version of SCORM.
    """
    return f"{course().id}-{page.removesuffix('.html').replace('/', '-')}-scorm-{version}.zip"


def package(site: Site, page: str, version: str, address: str = "", python: bool = True) -> bytes:
    """Return the package of one page.

    Parameters
    ----------
    site : Site
        The built site.
    page : str
        The page's path in it.
    version : str
        One of ``VERSIONS``.
    address : str
        Where the site is published, ending in a slash; "" if that is not known.
    python : bool
        Whether code is to run in the package: Python is most of its size.

    Returns
    -------
    bytes
        A ZIP, its manifest first.

    Raises
    ------
    KeyError
        If the site has no such page.
    """
    names = sorted({*site.files(page, python), *MORE})
    files: dict[str, bytes | str] = {name: (site.folder / name).read_bytes() for name in names}
    files[page] = packed_page((site.folder / page).read_text("utf-8"), page, version, address, python)
    counted = json.dumps({page: site.to_do(page)}, ensure_ascii=False)
    index = f"(window.coursekit??={{}}).progress={counted};\n"
    files[DATA] = index
    # As in the site itself, pages ask for the index and its program in one file.
    files[PROGRESS] = index + (site.folder / "_static" / "progress.js").read_text("utf-8")
    manifest = _manifest(site.title(page), page, version, sorted(files))
    return zip_bytes({"imsmanifest.xml": document(manifest), **dict(sorted(files.items()))})


def _manifest(title: str, page: str, version: str, files: Sequence[str]) -> ET.Element:
    space, adl = SPACES[version]
    root = ET.Element("manifest", {"xmlns": space, "xmlns:adlcp": adl, "version": "1.0"})
    root.set("identifier", f"{course().id}-{page.removesuffix('.html').replace('/', '-')}")
    about = sub(root, "metadata")
    sub(about, "schema", "ADL SCORM")
    sub(about, "schemaversion", "1.2" if version == "1.2" else "2004 3rd Edition")
    organization = sub(sub(root, "organizations", default="course"), "organization", identifier="course")
    sub(organization, "title", course().title)
    item = sub(organization, "item", identifier="item", identifierref="page")
    sub(item, "title", title)
    if version == "2004":
        root.set("xmlns:imsss", SEQUENCING)
        control = sub(sub(item, "imsss:sequencing"), "imsss:deliveryControls", completionSetByContent="true")
        control.set("objectiveSetByContent", "true")
    held = sub(sub(root, "resources"), "resource", identifier="page", type="webcontent", href=page)
    held.set("adlcp:scormtype" if version == "1.2" else "adlcp:scormType", "sco")
    for name in files:
        sub(held, "file", href=name)
    return root
