"""An assignment's link: JSON in base64url (UTF-8, no padding) behind ``#assignment=``.

Whole links are written by the front end (``web/src/assignment/link.ts``), also for the command line: see
:mod:`.front_end`.
"""

from __future__ import annotations

import base64
import json
import re

from coursekit.classroom.assignment.format import Assignment, BadAssignmentError, content, from_content

MARK = "#assignment="
LONGEST = 20_000  # characters of a link's content
BROKEN = "The link is cut off or has signs that do not belong in it."


def encode(assignment: Assignment) -> str:
    """Return what stands behind a link's ``#assignment=``."""
    text = json.dumps(content(assignment), ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def decode(text: str) -> Assignment:
    """Return the assignment that a link, the part behind its ``#assignment=``, or JSON holds.

    Raises
    ------
    BadAssignmentError
        If it holds none: why.
    """
    part = text.strip().rpartition(MARK)[2]
    if len(part) > LONGEST * 2:
        raise BadAssignmentError("It is too long for an assignment.")
    if part.startswith("{"):
        return from_content(_json(part))
    if len(part) > LONGEST or not re.fullmatch(r"[A-Za-z0-9_-]+", part) or len(part) % 4 == 1:
        raise BadAssignmentError(BROKEN)
    try:
        plain = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4)).decode()
    except ValueError:
        raise BadAssignmentError(BROKEN) from None
    return from_content(_json(plain))


def _json(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise BadAssignmentError(BROKEN) from None
