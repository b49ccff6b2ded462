"""A thin Common Cartridge 1.3: a module for each chapter and lesson, with links to the published course.

It holds links and no pages: what learners open is the course itself, always as it was last published.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as ET

from coursekit.classroom.assignment.format import Assignment, Item
from coursekit.classroom.assignment.link import MARK, encode
from coursekit.course import course as settings
from coursekit.downloads import zip_bytes
from coursekit.lms.contents import Page
from coursekit.lms.xml import document, sub
from coursekit.words import say

SPACE = "http://www.imsglobal.org/xsd/imsccv1p3/imscp_v1p1"
LOM = "http://ltsc.ieee.org/xsd/imsccv1p3/LOM/manifest"
LINK = "http://www.imsglobal.org/xsd/imsccv1p3/imswl_v1p3"


class BadAddressError(ValueError):
    """An address at which no course can be published: what is wrong with it."""


@dataclass(frozen=True)
class Link:
    """A link of a module: what it is called, where it leads."""

    title: str
    url: str


def checked_address(address: str) -> str:
    """Return the address of a published course, ending in one slash; "" if none is set.

    Raises
    ------
    BadAddressError
        If it is no address that a browser can open.
    """
    said = address.strip()
    if not said:
        return ""
    host = said.partition("://")[2].partition("/")[0]
    if not said.startswith(("https://", "http://")) or not host or set(said) & set(' #?<>"'):
        raise BadAddressError(say("lms.bad-address", address=address))
    return f"{said.rstrip('/')}/"


def assignment_link(page: str, title: str, build: str) -> str:
    """Return what stands behind a page's address to assign all that the page asks, at one point each, with no due date.

    Parameters
    ----------
    page : str
        The page's path, as ``chapters/promises.html``.
    title : str
        What the assignment is called.
    build : str
        The build that it was made from, as ``course.json`` has it.
    """
    name = page.rpartition("/")[2].removesuffix(".html")
    return MARK + encode(Assignment(title, (Item("chapter", name),), build=build))


def modules(pages: list[Page], course: Mapping[str, Any], address: str) -> Iterator[tuple[str, list[Link]]]:
    """Yield a module for each chapter and lesson, in the order of the table of contents: its title, its links.

    Parameters
    ----------
    pages : list of Page
        All pages, in that order.
    course : mapping
        The content of ``course.json``.
    address : str
        Where the course is published, ending in a slash.
    """
    titles = {page["path"]: page["title"] for page in course["pages"]}
    lessons = {lesson["page"]: lesson for lesson in course["lessons"]}
    chapters = [page.path for page in pages if page.name.startswith(f"{settings().chapters}/")]
    for path in (page.path for page in pages if page.path in lessons or page.path in chapters):
        title = titles[path]
        here = address + quote(path)
        labs = (
            lessons[path]["labs"] if path in lessons else [lab["id"] for lab in course["labs"] if lab["page"] == path]
        )
        links = [Link(title, here)]
        links += [
            Link(say("lms.lab", lab=lab.replace("_", " ").replace("-", " ")), f"{here}#lab-{lab}") for lab in labs
        ]
        links.append(Link(say("lms.assignment", title=title), here + assignment_link(path, title, course["build"])))
        yield title, links


def cartridge(pages: list[Page], course: Mapping[str, Any], address: str) -> bytes:
    """Return the cartridge.

    Parameters
    ----------
    pages : list of Page
        All pages, in the order of the table of contents.
    course : mapping
        The content of ``course.json``.
    address : str
        Where the course is published, ending in a slash.

    Returns
    -------
    bytes
        A ZIP: its manifest first, then a file for each link.
    """
    root = ET.Element("manifest", {"xmlns": SPACE, "xmlns:lom": LOM, "identifier": settings().id})
    about = sub(root, "metadata")
    sub(about, "schema", "IMS Common Cartridge")
    sub(about, "schemaversion", "1.3.0")
    title = sub(sub(sub(about, "lom:lom"), "lom:general"), "lom:title")
    sub(title, "lom:string", settings().title, language="en")
    organization = sub(sub(root, "organizations"), "organization", identifier="course", structure="rooted-hierarchy")
    top = sub(organization, "item", identifier="root")
    resources = sub(root, "resources")
    files: dict[str, bytes | str] = {}
    for n, (name, links) in enumerate(modules(pages, course, address), 1):
        module = sub(top, "item", identifier=f"module-{n}")
        sub(module, "title", name)
        for m, link in enumerate(links, 1):
            file = f"links/{n:02}-{m:02}.xml"
            item = sub(module, "item", identifier=f"item-{n}-{m}", identifierref=f"link-{n}-{m}")
            sub(item, "title", link.title)
            held = sub(resources, "resource", identifier=f"link-{n}-{m}", type="imswl_xmlv1p3")
            sub(held, "file", href=file)
            web = ET.Element("webLink", xmlns=LINK)
            sub(web, "title", link.title)
            sub(web, "url", href=link.url, target="_blank")
            files[file] = document(web)
    return zip_bytes({"imsmanifest.xml": document(root), **files})
