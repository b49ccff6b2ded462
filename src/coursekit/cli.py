"""``coursekit``: the course's commands, as ``make`` calls them in the prepared environment."""

from __future__ import annotations

import argparse
import sys

from coursekit.works import build, verify
from coursekit.works.serve import address, open_server
from coursekit.works.steps import ROOT, alone, guarded, tell


def serve(edition: str, port: int) -> int:
    """Build the edition and serve it on this machine until Ctrl-C."""
    with alone():
        html = build.book(edition)
    with open_server(html, port) as server:
        tell(f"\nThe course is at {address(server)}   (Ctrl-C stops it)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            tell("\nStopped.")
    return 0


def parser() -> argparse.ArgumentParser:
    """Return the command line's grammar."""
    top = argparse.ArgumentParser(prog="coursekit", description="Build, show and check the course.")
    commands = top.add_subparsers(dest="command", required=True)
    for name, purpose in (("book", "build the course"), ("serve", "build the course and show it on this machine")):
        command = commands.add_parser(name, help=purpose)
        command.add_argument("--edition", choices=build.EDITIONS, default="self-study")
        if name == "serve":
            command.add_argument("--port", type=int, default=8000, help="where to begin to look for a free port")
    commands.add_parser("key", help="make the instructor's key")
    commands.add_parser("test", help="check everything")
    return top


def main() -> int:
    """Run the command line; return the exit code."""
    given = parser().parse_args()

    def command() -> int:
        if given.command == "serve":
            return serve(given.edition, given.port)
        if given.command == "test":
            return verify.everything()
        with alone():
            made = build.key() if given.command == "key" else build.book(given.edition)
        if given.command == "key":
            tell(f"The key is in {made.relative_to(ROOT)}")
        return 0

    return guarded(command)


if __name__ == "__main__":
    sys.exit(main())
