"""The bank's files: packages of QTI 1.2 and QTI 2.1, and Moodle XML."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

from coursekit.course import course
from coursekit.downloads import zip_bytes
from coursekit.lms.bank import moodle, qti12, qti21
from coursekit.lms.bank.questions import Section, read_bank
from coursekit.lms.xml import document, sub

KINDS = ("qti", "moodle-xml")  # as course.json lists them among the downloads
PACKAGE = "http://www.imsglobal.org/xsd/imscp_v1p1"
SCHEMAS = {"imsqti_xmlv1p2": ("IMS Content", "1.1.3"), "imsqti_item_xmlv2p1": ("QTIv2.1 Package", "1.0.0")}


def bank_files(root: Path, address: str = "") -> dict[str, dict[str, bytes]]:
    """Return the question banks of a course, by their kind and their file's name.

    They hold every answer: they are for the instructor, and go into no edition whose pages veil the answers.

    Parameters
    ----------
    root : Path
        The course's folder.
    address : str
        Where the course is published, ending in a slash, for the links in questions; "" if that is not known.

    Returns
    -------
    dict
        From kind, as ``course.json`` lists it, to the content of each file by its name; no file if nothing is asked.
    """
    sections = read_bank(root, address)
    if not sections:
        return {kind: {} for kind in KINDS}
    name = course().id
    return {
        "qti": {
            f"{name}-questions-qti-1.2-canvas.zip": qti12_package(sections),
            f"{name}-questions-qti-2.1.zip": qti21_package(sections),
        },
        "moodle-xml": {f"{name}-questions-moodle.xml": document(moodle.quiz(sections))},
    }


def qti12_package(sections: Sequence[Section]) -> bytes:
    """Return the ZIP of QTI 1.2: a manifest, and a quiz of each section."""
    files = {f"{section.name}.xml": document(qti12.assessment(section)) for section in sections}
    return zip_bytes({"imsmanifest.xml": document(_manifest("imsqti_xmlv1p2", list(files))), **files})


def qti21_package(sections: Sequence[Section]) -> bytes:
    """Return the ZIP of QTI 2.1: a manifest, and an item of each question in a folder of its section."""
    files = {
        f"{section.name}/{question.id}.xml": document(qti21.item(question))
        for section in sections
        for question in section.questions
    }
    return zip_bytes({"imsmanifest.xml": document(_manifest("imsqti_item_xmlv2p1", list(files))), **files})


def _manifest(kind: str, files: Sequence[str]) -> ET.Element:
    """Return the manifest of a package in which each file is a resource of one kind."""
    schema, version = SCHEMAS[kind]
    root = ET.Element("manifest", xmlns=PACKAGE, identifier=f"{course().id}-questions")
    about = sub(root, "metadata")
    sub(about, "schema", schema)
    sub(about, "schemaversion", version)
    sub(root, "organizations")
    resources = sub(root, "resources")
    for name in files:
        identifier = name.removesuffix(".xml").replace("/", "-")
        held = sub(resources, "resource", identifier=f"res-{identifier}", type=kind, href=name)
        sub(held, "file", href=name)
    return root
