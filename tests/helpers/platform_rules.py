"""What Canvas and Moodle make of a file of grades, by the rules that they publish; written anew from these.

Canvas: the instructors' guide "How do I import grades in the Gradebook?" and ``lib/gradebook_importer.rb`` of its
public source. The headings are checked, a person is found by ID, an assignment by the number in brackets; columns that
the row "Points Possible" calls read-only, and those that Canvas computes, are left alone; a cell that differs is a
change. Moodle: the documentation's page "Grade import" and ``grade/import/csv/classes/load_data.php``. An unknown
person, a grade that is no number, or one above the maximum ends the whole import; an empty cell or a dash is no grade.
The grading worksheet: ``mod/assign/feedback/offline/importgradeslib.php``.
"""

from __future__ import annotations

import csv
import io
import re

COMPUTED = (
    "Current Score|Current Points|Current Grade|Final Score|Final Points|Final Grade|Override (Score|Grade|Status)"
)


class Refused(Exception):
    """The whole import ends."""


def table(text: str) -> list[list[str]]:
    """The rows; Canvas tells semicolons from commas by which of them gives rows of one length."""
    body = text.removeprefix("\ufeff")
    parsed = {sep: list(csv.reader(io.StringIO(body, newline=""), delimiter=sep)) for sep in ";,"}
    widths = {sep: len(rows[0]) if len({len(row) for row in rows if row}) == 1 else 0 for sep, rows in parsed.items()}
    return [row for row in parsed[";" if widths[";"] > widths[","] else ","] if row]


def canvas_grades(text: str) -> dict[tuple[str, str], str]:
    """Student's ID and assignment's number → the grade that Canvas reads."""
    head, *rows = table(text)
    names = ["Student"] if "Student" in head[0] else ["LastName", "FirstName"]
    if [name.removeprefix("\ufeff") for name in head[: len(names)]] != names or "ID" not in head[len(names)]:
        raise Refused("Invalid header row")
    if "Section" not in head:
        raise Refused("Invalid header row")
    possible = next((row for row in rows if "Points Possible" in row[0]), [""] * len(head))
    grades: dict[tuple[str, str], str] = {}
    for row in rows:
        if row is possible or all(re.fullmatch(r"\s*(Muted|Manual Posting.*)?\s*", cell, re.I) for cell in row):
            continue
        for place, name in enumerate(head):
            number = re.search(r"\((\d+)\)$", name)
            closed = re.search(COMPUTED, name) or re.search(r"read\s+only", possible[place])
            if place > head.index("Section") and number and not closed:
                grades[row[len(names)], number[1]] = canvas_number(row[place].strip())
    return grades


def canvas_number(cell: str) -> str:
    """A comma or a point before the last group of digits is the decimal sign; two decimals are kept."""
    if not re.fullmatch(r"-?[0-9.,]+%?", cell):
        return cell
    *first, last = re.split("[,.]", cell)
    return f"{float('.'.join([''.join(first), last]) if first else last):.2f}"


def moodle_grades(text: str, column: str, people: dict[str, str], most: float) -> dict[str, float | None]:
    """Person → grade, of a file whose address is mapped to the person and one column to the grade item."""
    head, *rows = table(text)
    made: dict[str, float | None] = {}
    for row in rows:
        address, cell = row[head.index("Email address")], row[head.index(column)].strip()
        if address not in people:
            raise Refused(f"User mapping error: {address}")
        if cell in ("", "-"):
            made[people[address]] = None
        elif not re.fullmatch(r"\d+([.,]\d+)?", cell):
            raise Refused("Bad grade")
        elif float(cell.replace(",", ".")) > most:
            raise Refused("Grade above the maximum")
        else:
            made[people[address]] = float(cell.replace(",", "."))
    return made


def worksheet_grades(text: str) -> dict[str, str]:
    """Participant → grade as it stands, of an assignment's grading worksheet."""
    head, *rows = table(text)
    if not {"Identifier", "Grade", "Last modified (grade)"} <= set(head):
        raise Refused("The uploaded file does not have the columns")
    return {row[head.index("Identifier")].removeprefix("Participant "): row[head.index("Grade")] for row in rows}


def moodle_feedback(path: str, participants: set[str]) -> tuple[str, str] | None:
    """Whose feedback a file of a ZIP is, and its name: ``mod/assign/feedback/file/importziplib.php``."""
    parts = path.split("/")
    if parts[-1].startswith((".", "~")):
        return None
    while parts:
        words = parts.pop(0).split("_", 4)
        if len(words) >= 4 and words[1].isdigit() and words[1] in participants and words[2] == "assignsubmission":
            return words[1], "/".join([words[4] if len(words) > 4 else "", *parts]).strip("/")
    return None


def canvas_feedback(path: str, files: dict[str, str]) -> str | None:
    """Whose feedback a file of a ZIP is; ``files`` says whose each handed-in file is.

    By ``infer_comment_context_from_filename`` of Canvas's public source: the first two whole numbers between
    underscores are the person and a file that this person handed in.
    """
    numbers = [word for word in path.rsplit("/", 1)[-1].split("_") if re.fullmatch(r"\d+", word)][:2]
    return numbers[0] if len(numbers) == 2 and files.get(numbers[1]) == numbers[0] else None
