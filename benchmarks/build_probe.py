"""What one checkout computes, as JSON: its labs at their named states, and the marks of its exercises.

``compare_builds.py`` runs this in each of two checkouts, with that checkout's packages on the path. So it uses only
what has kept its name: a lab's own methods, ``coursekit.exercise.trial``, and the reader of exercise files.
"""

from __future__ import annotations

import json
import sys
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import Any

SEED = 20260101


class _Text(HTMLParser):
    """Collects what a reader sees: text outside scripts and styles, and what controls hold."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("script", "style")
        self.parts += [value for name, value in attrs if name in ("value", "alt", "aria-label", "title") and value]

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def visible_text(html: str) -> list[str]:
    """Return the words of a page, one run of text after the other, whatever its tags and its white space."""
    parser = _Text()
    parser.feed(html)
    return [text for part in parser.parts if (text := " ".join(part.split()))]


def lab_answers(package: str) -> dict[str, Any]:
    """Return every lab's sentence, readings and rows at its default and at each preset, and its text in the page.

    Parameters
    ----------
    package : str
        The module that has ``labs()``.

    Returns
    -------
    dict
        From ``LAB: STATE: WHAT`` to what it gives.
    """
    found: dict[str, Any] = {}
    for name, lab in import_module(package).labs().items():
        states = {"default": {}} | {preset.name: dict(preset.state) for preset in getattr(lab, "presets", ())}
        for state, keys in states.items():
            for what in ("sentence", "readings", "point", "curve"):
                if hasattr(lab, what):
                    found[f"{name}: {state}: {what}"] = getattr(lab, what)(**keys)
        found[f"{name}: text"] = visible_text(lab._repr_mimebundle_()["text/html"])
    return found


def exercise_marks(folder: Path) -> dict[str, Any]:
    """Return the checks and the mark of each exercise's solution, starter and planned mistakes, variant by variant.

    Parameters
    ----------
    folder : Path
        The folder of exercise files.

    Returns
    -------
    dict
        From ``EXERCISE: VARIANT: WHOSE CODE`` to the tests' outcomes with their messages, and the share of cases.
    """
    try:
        files, variants = (
            import_module("coursekit.exercise.file.read"),
            import_module("coursekit.exercise.file.variants"),
        )
    except ModuleNotFoundError:  # before these had a folder of their own
        files, variants = import_module("coursekit.exercise.file"), import_module("coursekit.exercise.variants")
    trial = import_module("coursekit.exercise.trial")
    found: dict[str, Any] = {}
    for path in sorted(folder.glob("*.py")):
        exercise = files.read(path)
        for n in [variant.number for variant in variants.variants(exercise)]:
            worlds = {"solution": lambda n=n, e=exercise: trial.world(e, e.solution, n)}
            worlds |= {"starter": lambda n=n, e=exercise: trial.world(e, e.starter, n)}
            worlds |= {m: lambda m=m, n=n, e=exercise: trial.mistake(e, m, n) for m in exercise.mistakes}
            for whose, make in worlds.items():
                report = trial.check_in(exercise, make(), n)
                tests = [(one["name"], one["status"], one.get("message", "")) for one in report["tests"]]
                found[f"{exercise.id}: {n}: {whose}"] = [tests, trial.mark(exercise, make(), SEED, n)]
    return found


def main() -> None:
    """Print everything as JSON; arguments are the package of the labs and the folder of the exercises."""
    package, folder = sys.argv[1:]
    json.dump({"labs": lab_answers(package), "marks": exercise_marks(Path(folder))}, sys.stdout, default=float)


if __name__ == "__main__":
    main()
