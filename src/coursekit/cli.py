"""``coursekit``: the course's commands, as ``make`` calls them in the prepared environment."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from coursekit.classroom.answer_key.key import make
from coursekit.classroom.answer_key.try_all import try_all
from coursekit.classroom.assignment import command as assigning
from coursekit.classroom.export import command as exporting
from coursekit.classroom.grading import options as grade_options
from coursekit.classroom.paper import options as print_options
from coursekit.downloads import write_files
from coursekit.exercise.file.cells import Malformed
from coursekit.exercise.question.body import MalformedQuestionError
from coursekit.lms import command as packages
from coursekit.lms.bank.write import bank_files
from coursekit.tasks import audit, build, check, engines, environment, sbom, wheel
from coursekit.tasks import new as creation
from coursekit.tasks import test as verify
from coursekit.tasks.serve import address, open_server
from coursekit.tasks.steps import ROOT, Failed, alone, guarded, tell
from coursekit.tasks.watch import watch
from coursekit.words import say

# Commands that build or check the course: what the user's machine sets (NODE_ENV, locale, umask …) changes nothing in
# them. The others write files for the user alone, with the user's own settings.
CLEAN = ("book", "serve", "watch", "check", "test", "pdf")


def serve(edition: str, port: int) -> int:
    """Build the edition and serve it on this machine until Ctrl-C.

    Parameters
    ----------
    edition : str
        ``self-study`` or ``class``.
    port : int
        The port to listen on; the next free one if it is taken.

    Returns
    -------
    int
        The exit code, 0.
    """
    with alone():
        html = build.book(edition)
    with open_server(html, port) as server:
        tell(f"\nThe course is at {address(server)}   (Ctrl-C stops it)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            tell("\nStopped.")
    return 0


def pdf(given: argparse.Namespace) -> int:
    """Build the edition and print it; what was built before counts as built after it."""
    # Only this command and `grade` need a browser's driver; the others start without it.
    from coursekit.classroom.paper import command

    with alone():
        html = build.book(given.edition)
        made = command.pdf(html, paper=given.paper, landscape=given.landscape, teacher=given.teacher)
        build.note_built(given.edition)
    return made


def key(out: Path | None = None, exercises: list[Path] | None = None, every: bool = False) -> Path:
    """Make the instructor's key, by default in ``_build/key``, and return its folder.

    Parameters
    ----------
    out
        Where the key goes.
    exercises
        Folders of exercises that are laid over the course's own; each is tried first.
    every
        Whether the course's own are tried too.

    Raises
    ------
    Failed
        If an exercise or a question is malformed or cannot be marked, or the folder holds something else; the
        message says what to do.
    """

    def tried(files: dict[str, Path], secret: str) -> None:
        course = [path for path in files.values() if path.parent == ROOT / "exercises"]
        own = [path for path in files.values() if path not in course]
        # The course's own tests try the course's own exercises, with many more secrets than there is time for here.
        if n := len(own) + every * len(course):
            tell(say("key.trying", n=n))
            try_all(own, course if every else [], secret)

    try:
        made = make(ROOT, (out or ROOT / "_build" / "key").resolve(), exercises, tried)
        for kind, files in bank_files(ROOT).items():
            write_files(made / "questions" / kind, files)
        return made
    except (Malformed, MalformedQuestionError, ModuleNotFoundError, OSError) as error:
        raise Failed(f"The key was not made. {error}") from error


def parser() -> argparse.ArgumentParser:
    """Return the command line's grammar."""
    top = argparse.ArgumentParser(prog="coursekit", description="Build, show and check the course.")
    commands = top.add_subparsers(dest="command", required=True)
    for name, purpose in (("book", "build the course"), ("serve", "build the course and show it on this machine")):
        command = commands.add_parser(name, help=purpose)
        command.add_argument("--edition", choices=build.EDITIONS, default="self-study")
        if name == "serve":
            command.add_argument("--port", type=int, default=8000, help="where to begin to look for a free port")
    watching = commands.add_parser("watch", help="show the course, and build it again whenever a file is saved")
    watching.add_argument("--port", type=int, default=8000, help="where to begin to look for a free port")
    print_options.arguments(commands.add_parser("pdf", help="print chapters, lessons and the whole course into PDFs"))
    making = commands.add_parser("key", help="make the instructor's key, which marks hand-ins")
    making.add_argument("-o", "--out", type=Path, help="its folder (default: _build/key); a key there keeps its secret")
    about = "a folder of your own exercises, laid over the course's; may be given several times"
    making.add_argument("--exercises", type=Path, action="append", metavar="DIR", help=about)
    making.add_argument("--try-all", action="store_true", help="try the course's own exercises too, not yours alone")
    grading = commands.add_parser("grade", help="grade what was handed in: a gradebook, and a report beside it")
    grade_options.arguments(grading, about)
    assigning.arguments(commands.add_parser("assign", help="make the link and the syllabus of an assignment"))
    exporting.arguments(commands.add_parser("export", help=exporting.PURPOSE), about)
    packages.arguments(commands.add_parser("scorm", help="make SCORM packages of chapters and lessons"))
    making = commands.add_parser("new", help="write the files of a new lab, exercise or chapter")
    making.add_argument("kind", choices=creation.KINDS)
    making.add_argument("name", metavar="NAME", help="its id and its file's name: small letters, digits and _")
    making.add_argument("--title", help="what readers see (default: made of the name)")
    checking = commands.add_parser("check", help="check style, types and units: what needs no browser and no book")
    checking.add_argument("tests", nargs="*", metavar="TEST", help="run these files or folders of tests alone")
    packing = commands.add_parser("wheel", help="write coursekit as a wheel, its front end built, for other courses")
    packing.add_argument("-o", "--out", type=Path, default=Path("dist"), help="the folder that it goes into")
    listing = commands.add_parser("sbom", help="write what the course is built from and ships, in CycloneDX's JSON")
    listing.add_argument("-o", "--out", type=Path, default=Path("_build/sbom.json"), help="the file")
    commands.add_parser("audit", help="ask npm and PyPI for known weaknesses of what the locks pin")
    testing = commands.add_parser("test", help="check everything")
    about = "instead, try the book in these browser engines; if none is named, in each that this machine has"
    testing.add_argument("--engines", nargs="*", choices=engines.ENGINES, default=None, help=about)
    return top


def main() -> int:
    """Run the command line; return the exit code."""
    given = parser().parse_args()

    def command() -> int:
        if given.command in CLEAN:
            environment.adopt(ROOT)
        sites = [build.place(edition) for edition in build.EDITIONS]
        if given.command == "serve":
            return serve(given.edition, given.port)
        if given.command == "watch":
            return watch(given.port)
        if given.command == "assign":
            return assigning.command(given, sites)
        if given.command == "export":
            return exporting.command(given, ROOT)
        if given.command == "scorm":
            return packages.command(given, build.place(given.edition))
        if given.command == "new":
            for path in creation.new(given.kind, given.name, given.title):
                tell(f"  {path.relative_to(ROOT)}")
            tell(creation.next_steps(given.kind, given.name))
            return 0
        if given.command == "check":
            return check.tests(given.tests) if given.tests else check.everything()
        if given.command in ("wheel", "sbom"):
            write = wheel.write_own_wheel if given.command == "wheel" else sbom.write
            tell(f"  {write(ROOT, given.out.resolve())}")
            return 0
        if given.command == "audit":
            return audit.audit(ROOT)
        if given.command == "test":
            return verify.everything() if given.engines is None else engines.everything(given.engines)
        if given.command == "pdf":
            return pdf(given)
        if given.command == "grade":
            from coursekit.classroom.grading.command import grade  # it needs a browser's driver

            asked = {name: value for name, value in vars(given).items() if name != "command"}
            return grade(grade_options.Asked(**asked), sites)
        if given.command == "key":
            with alone("key"):
                made = key(given.out, given.exercises, given.try_all)
            shown = made.relative_to(ROOT) if made.is_relative_to(ROOT) else made
            tell(f"The key is in {shown}: keep it from learners.")
            return 0
        with alone():
            build.book(given.edition)
        return 0

    return guarded(command)


if __name__ == "__main__":
    sys.exit(main())
