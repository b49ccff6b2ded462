"""Try the answers of tests/answers on *Check* and on marking under many secrets: ``answers.py [SECRETS] [EXERCISE …]``.

The tests in CI try each answer under a few secrets; this tries them under a hundred, and prints by exercise how many
right answers are refused or marked down, and how many wrong ones pass. The exit status is 1 if there is any.
``--first 20`` begins at the twenty-first secret, ``--answers DIR`` takes other answers in the form of tests/answers.
*Check* is not tried again where ``--first`` is given: it knows no secret.
"""

from __future__ import annotations

import argparse
import sys
import time
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tests" / "helpers"))

from answer_corpus import ANSWERS, answers_in, fault, outcome  # noqa: E402

from coursekit.classroom.answer_key.key import entry  # noqa: E402
from coursekit.exercise.file.read import read  # noqa: E402
from coursekit.exercise.mark.reference import Marks  # noqa: E402


def main() -> int:
    """Print the faults and a table; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("given", nargs="*", metavar="SECRETS | EXERCISE")
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--answers", type=Path, default=ANSWERS)
    asked = parser.parse_args()
    secrets = int(asked.given.pop(0)) if asked.given and asked.given[0].isdigit() else 100
    faults = 0
    for path in sorted(asked.answers.glob("*.py")):
        if not asked.given or path.stem in asked.given:
            faults += tried(path, range(asked.first, asked.first + secrets), asked.first == 0)
    return int(faults > 0)


def tried(path: Path, secrets: range, checked: bool) -> int:
    """Try the answers of one file, print their faults and a line, and return how many faults there are.

    Parameters
    ----------
    path
        The file of answers to the exercise of the same name.
    secrets
        The numbers of the secrets.
    checked
        Whether *Check* is tried too; without it, no answer counts as refused or accepted by it.

    Returns
    -------
    int
        How many answers did not get what they are.
    """
    began, cpu = time.monotonic(), time.process_time()
    exercise = read(ROOT / "exercises" / path.name)
    with redirect_stdout(StringIO()):  # some solutions print
        marks = [Marks(entry(exercise), 0, 7919 * n + 1) for n in secrets]
    slowest = 0.0
    row = {"right": 0, "wrong": 0}
    for answer in answers_in(path):
        row["right" if answer.right else "wrong"] += 1
        before = time.process_time()
        passed, _, refused = outcome(answer, exercise, [], checked)
        slowest = max(slowest, time.process_time() - before)
        _, full, lost = outcome(answer, exercise, marks, checked=False)
        found = fault(answer, passed if checked else answer.right, full)
        if found:
            row[found] = row.get(found, 0) + 1
            print(f"{path.stem}: {'right' if answer.right else 'wrong'}: {answer.what}")
            print(f"    {found}; full marks under {sum(full)} of {len(full)}; {(refused or lost)[:400]}", flush=True)
    took = f"slowest Check {slowest:.2f} s; " if checked else ""
    took += f"{time.process_time() - cpu:.0f} s of CPU in {time.monotonic() - began:.0f} s"
    counts = ", ".join(f"{n} {what}" for what, n in row.items())
    print(f"{path.stem:24} {counts}; {len(secrets)} secrets from {secrets.start}; {took}", flush=True)
    return sum(row.values()) - row["right"] - row["wrong"]


if __name__ == "__main__":
    sys.exit(main())
