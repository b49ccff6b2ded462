"""Which documents there are to print, read from the built site's ``course.json``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

WHOLE = "course"  # the name of the document that has all pages in it


@dataclass(frozen=True)
class Document:
    """A PDF to be written.

    Attributes
    ----------
    name
        The file's name, without its suffix.
    title
        The title that readers of the PDF see.
    pages
        The paths of the pages that go into it, in order.
    """

    name: str
    title: str
    pages: tuple[str, ...]


def documents(course: Mapping[str, Any], chapters: str, title: str) -> list[Document]:
    """Return the documents of a course: one for each chapter and each lesson, and last one with all of them.

    Parameters
    ----------
    course : mapping
        What ``course.json`` says of the site; its pages stand in the order of the table of contents.
    chapters : str
        The folder of the chapters.
    title : str
        The course's title.

    Returns
    -------
    list of Document
        Empty if the site has neither chapters nor lessons.
    """
    lessons = {lesson["page"] for lesson in course.get("lessons", [])}
    found = [page for page in course["pages"] if page["path"].startswith(f"{chapters}/") or page["path"] in lessons]
    made = []
    for page in found:
        folder, _, file = page["path"].rpartition("/")
        name = file.removesuffix(".html")
        made.append(Document(name if folder == chapters else f"lesson-{name}", page["title"], (page["path"],)))
    if made:
        made.append(Document(WHOLE, title, tuple(page["path"] for page in found)))
    return made
