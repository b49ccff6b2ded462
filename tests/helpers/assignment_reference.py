"""Assignments' links written a second time, in Python, to hold the front end's against."""

from __future__ import annotations

import base64
import json
import re

from coursekit.classroom.assignment.format import Assignment, content
from coursekit.classroom.assignment.link import MARK


def encode(assignment: Assignment) -> str:
    """Return what stands behind ``#assignment=``."""
    text = json.dumps(content(assignment), ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def link(assignment: Assignment, site: str) -> str:
    """Return the link to share. ``site`` is the address of the course: its folder, or any of its pages."""
    start = re.sub(r"(?:(?:book|chapters)/)?[\w.-]+\.html$", "", site.partition("#")[0].partition("?")[0])
    return f"{start.rstrip('/')}{'/' if start else ''}book/index.html{MARK}{encode(assignment)}"
