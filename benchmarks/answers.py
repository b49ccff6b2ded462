"""Try the answers of tests/answers on *Check* and on marking under many secrets: ``answers.py [SECRETS] [EXERCISE …]``.

The tests in CI try each answer under a few secrets; this tries them under a hundred, and prints by exercise how many
right answers are refused or marked down, and how many wrong ones pass. The exit status is 1 if there is any.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.append(str(ROOT / "tests" / "helpers"))

from answer_corpus import ANSWERS, answers_in, fault, outcome  # noqa: E402

from coursekit.classroom.answer_key.key import entry  # noqa: E402
from coursekit.exercise.file.read import read  # noqa: E402
from coursekit.exercise.mark.reference import Marks  # noqa: E402


def main(secrets: int, wanted: list[str]) -> int:
    """Print the faults and a table; return the exit status."""
    counts: dict[str, dict[str, int]] = {}
    for path in sorted(ANSWERS.glob("*.py")):
        if wanted and path.stem not in wanted:
            continue
        exercise = read(ROOT / "exercises" / path.name)
        marks = [Marks(entry(exercise), 0, 7919 * n + 1) for n in range(secrets)]
        row = counts[path.stem] = {"right": 0, "wrong": 0}
        for answer in answers_in(path):
            row["right" if answer.right else "wrong"] += 1
            began = time.process_time()
            passed, full, said = outcome(answer, exercise, marks)
            found = fault(answer, passed, full)
            if found:
                row[found] = row.get(found, 0) + 1
                print(f"{path.stem}: {'right' if answer.right else 'wrong'}: {answer.what}")
                spent = time.process_time() - began
                earned = f"full marks under {sum(full)} of {len(full)}"
                print(f"    {found}; {earned}, {spent:.1f} s; {said[:400]}", flush=True)
    for name, row in counts.items():
        print(f"{name:24}", ", ".join(f"{n} {what}" for what, n in row.items()))
    return int(any(len(row) > 2 for row in counts.values()))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    number = int(arguments.pop(0)) if arguments and arguments[0].isdigit() else 100
    sys.exit(main(number, arguments))
