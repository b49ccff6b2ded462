"""What ``coursekit pdf`` is told on the command line; apart, for it alone needs a browser's driver."""

from __future__ import annotations

import argparse

NO = ("", "0")  # what `make` gives for a switch that is not set


def arguments(command: argparse.ArgumentParser) -> None:
    """Give the command its arguments."""
    command.add_argument("--edition", choices=("self-study", "class"), default="self-study")
    command.add_argument("--paper", choices=("a4", "letter"), default="a4")
    for flag, purpose in (
        ("--landscape", "sheets that lie on their side"),
        ("--teacher", "copies with the answers, which are no part of the site"),
    ):
        command.add_argument(flag, nargs="?", type=is_set, const=True, default=False, metavar="1", help=purpose)


def is_set(given: str) -> bool:
    """Tell whether a switch is set: ``0`` and nothing mean that it is not."""
    return given not in NO
