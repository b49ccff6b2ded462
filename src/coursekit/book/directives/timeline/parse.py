"""What a timeline's entries say: when, which kinds, and whether it is only proposed."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from coursekit.words import say

TENTATIVE = ","  # what follows it in an entry's label is its standing: "words, proposed"


class Entry(NamedTuple):
    """An entry of the timeline, as its bold label and the name after it give it."""

    anchor: str
    when: str
    date: datetime.date
    kinds: tuple[str, ...]
    standing: str
    name: str

    @property
    def within_year(self) -> str:
        """The date without its year, as short as the drawing has room for: "4 Sep", or "Nov" where no day is named."""
        month = say("timeline.months").split()[self.date.month - 1][:3]
        return f"{self.date.day} {month}" if self.when[:1].isdigit() else month


def parse_date(text: str) -> datetime.date | None:
    """Return the first day that a date in words names, or None if the text is no date.

    A month alone stands for its first day; of two days or months, as in "February and March 2014", the first counts.
    """
    months = say("timeline.months").split()
    name, also = "|".join(months), say("timeline.and")
    day = r"(?:\d\d? )"
    found = re.fullmatch(rf"(\d\d? )?(?:{also} {day})?({name})(?: {also} {day}?(?:{name}))? (\d{{4}})", text)
    if not found:
        return None
    return datetime.date(int(found[3]), months.index(found[2]) + 1, int(found[1] or 1))


def parse_label(label: str, known: tuple[str, ...]) -> tuple[str, datetime.date, tuple[str, ...], str] | None:
    """Return what an entry's bold label says: when (as written, and as a date), kinds, standing.

    Parameters
    ----------
    label : str
        Such as "4 September 2025 · force, announced."
    known : tuple of str
        The kinds that there are.

    Returns
    -------
    tuple or None
        None if the text does not begin with a date: then it is no entry's label.

    Raises
    ------
    ValueError
        If a kind is not known.
    """
    when, _, said = label.strip().removesuffix(".").partition(" · ")
    date = parse_date(when)
    if date is None:
        return None
    words, _, standing = said.partition(TENTATIVE)
    kinds = tuple(words.split(f" {say('timeline.and')} ")) if words else ()
    for kind in kinds:
        if kind not in known:
            raise ValueError(f"{label!r}: there is no kind {kind!r}. Right would be: {', '.join(known)}.")
    return when, date, kinds, standing.strip()
