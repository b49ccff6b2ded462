"""How hard each chapter is to read: words of narrative, words a sentence, and the Flesch–Kincaid grade.

Grade 8 is read by most adults; 12 by school leavers. A figure for authors, not a target that a sentence should be
broken for. Run: ``.venv/bin/python benchmarks/reading_level.py``.
"""

from __future__ import annotations

import re
from pathlib import Path

from pyphen import Pyphen

ROOT = Path(__file__).parents[1]
SYLLABLES = Pyphen(lang="en_GB", left=1, right=1)


def narrative(text: str) -> str:
    """Return a page's running text: no front matter, directives, headings, markup, or citations."""
    text = re.sub(r"\A---.*?---", "", text, flags=re.DOTALL)
    text = re.sub(r"^(```|:::|~~~)[^\n]*\n.*?^\1", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"\{cite:[pt]\}`[^`]*`", "", text)
    text = re.sub(r"\{glue:text\}`[^`]*`", "ten", text)
    text = re.sub(r"<[^>]+>|\{[.\w: ]+\}|[`*_\[\]]|\([^)]*\)", "", text)
    return re.sub(r"^(#.*|\|.*|[-*] .*|\d+\. .*)$", "", text, flags=re.MULTILINE)


def grade(text: str) -> tuple[int, float, float]:
    """Return words, words a sentence, and the Flesch–Kincaid grade of a text."""
    sentences = max(1, len(re.findall(r"[.!?:;](?:\s|$)", text)))
    words = re.findall(r"[^\W\d_][\w’'-]*", text)
    syllables = sum(len(SYLLABLES.positions(word)) + 1 for word in words)
    length = len(words) / sentences
    return len(words), length, 0.39 * length + 11.8 * syllables / max(1, len(words)) - 15.59


def main() -> None:
    """Print a row for each chapter and page."""
    print(f"{'page':28} {'words':>6} {'a sentence':>11} {'grade':>6}")
    for path in sorted([*(ROOT / "chapters").glob("*.md"), *(ROOT / "book").glob("*.md")]):
        words, length, level = grade(narrative(path.read_text("utf-8")))
        print(f"{path.relative_to(ROOT).as_posix():28} {words:6} {length:11.1f} {level:6.1f}")


if __name__ == "__main__":
    main()
