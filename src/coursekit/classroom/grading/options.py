"""The options of ``coursekit grade``."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True)
class Asked:
    """What the command line asks for; see ``coursekit grade --help``."""

    place: Path
    key: Path
    out: Path
    exercises: list[Path] = field(default_factory=list)
    assignment: str | None = None
    roster: Path | None = None
    exported: Path | None = None
    column: str | None = None
    jobs: int | None = None
    fresh: bool = False
    edited: str = "cells"
    limit: float | None = None
    marks: list[Path] = field(default_factory=list)
    extensions: Path | None = None
    solutions: bool = False
    xapi: str | None = None
    scale: bool = False
    graders: list[str] = field(default_factory=list)
    by: str = "learner"
    seed: str = ""
    decide: Path | None = None
    dask: str | None = None


def arguments(grading: argparse.ArgumentParser, exercises: str) -> None:
    """Add the options to the command's parser.

    Parameters
    ----------
    grading : argparse.ArgumentParser
        The parser of ``coursekit grade``.
    exercises : str
        What ``--exercises`` is for, as ``coursekit key`` says it too.
    """
    grading.add_argument(
        "place", type=Path, metavar="FOLDER-or-ZIP", help="the hand-ins; files in folders and ZIPs too"
    )
    grading.add_argument("--key", type=Path, required=True, help="the instructor's key: its folder, or its key.json")
    grading.add_argument(
        "-o", "--out", type=Path, default=Path("gradebook.csv"), help="the gradebook; the rest is written beside it"
    )
    grading.add_argument("--exercises", type=Path, action="append", metavar="DIR", default=[], help=exercises)
    grading.add_argument("--assignment", metavar="LINK-or-FILE", help="what counts, and for how many points")
    columns = "alias,name,canvas_id,sis_id,login,section,email,also,files"
    grading.add_argument(
        "--roster", type=Path, metavar="CSV", help=f"the class list: {columns}; or an export of Canvas or Moodle"
    )
    grading.add_argument(
        "--export",
        dest="exported",
        type=Path,
        metavar="CSV",
        help="the export of Canvas or Moodle that is filled in, where the class list is your own",
    )
    grading.add_argument(
        "--column",
        metavar="NAME",
        help="the export's column for the totals (default: that of the assignment's title)",
    )
    grading.add_argument(
        "--scale", action="store_true", help="scale the totals in filled-in.csv to the maximum of their column"
    )
    grading.add_argument(
        "--marks",
        type=Path,
        action="append",
        metavar="JSON",
        default=[],
        help="marks given by hand, as the desk saves them; may be given several times; merged into marks.json",
    )
    grading.add_argument(
        "--decide",
        type=Path,
        metavar="CSV",
        help="conflicts.csv of an earlier run, with an x in its column take beside each mark that is to count",
    )
    grading.add_argument(
        "--graders",
        type=lambda text: [name.strip() for name in text.split(",") if name.strip()],
        metavar="NAMES",
        default=[],
        help="share the free texts out among these graders, with commas between; shares.csv says who marks what",
    )
    grading.add_argument(
        "--by", choices=("learner", "question"), default="learner", help="how they are shared out (default: by learner)"
    )
    grading.add_argument("--seed", default="", help="any word; another one makes other shares")
    grading.add_argument(
        "--extensions",
        type=Path,
        metavar="CSV",
        help="who,due: other due dates for single people; the rules for late hand-ins stand in marks.json",
    )
    grading.add_argument(
        "--solutions", action="store_true", help="show the exercises' solutions in feedback.zip, what learners get back"
    )
    grading.add_argument(
        "--xapi",
        nargs="?",
        const="",
        metavar="ADDRESS",
        help="write xapi.json too: statements for a learning record store, that name things by the course's ADDRESS",
    )
    grading.add_argument(
        "--edited",
        choices=("cells", "receipt"),
        default="cells",
        help="of a notebook changed after it was saved, grade its cells (default) or the receipt that it carries",
    )
    grading.add_argument(
        "--limit", type=float, metavar="S", help="seconds that each exercise may run (default: its own)"
    )
    grading.add_argument("--jobs", type=int, metavar="N", help="hand-ins side by side, in each browser")
    grading.add_argument(
        "--dask",
        metavar="SCHEDULER",
        help="grade on a Dask cluster, with a browser on each worker: its address, or local:N for N workers here",
    )
    grading.add_argument("--fresh", action="store_true", help="grade all again, also what is graded already")
