"""What must hold for a text lab, said with the lab's name and what would be right."""

from __future__ import annotations

from coursekit.lab.declare.text_lab import TextLabSpec


def check_text_lab(lab: TextLabSpec) -> None:
    """Check that there are passages, the opened one too, and that every row of the table is as long as its headings.

    Raises
    ------
    ValueError
        With the lab's id, what is wrong, and what would be right.
    """
    if not lab.passages:
        raise ValueError(f"Lab {lab.id!r}: it has no passages.")
    if lab.opens and lab.opens not in lab.passages:
        raise ValueError(f"Lab {lab.id!r}: {lab.name} cannot be {lab.opens!r}; choose {', '.join(lab.passages)}.")
    for key, passage in lab.passages.items():
        for row in passage.rows:
            if len(row) != len(lab.columns):
                raise ValueError(
                    f"Lab {lab.id!r}: a row of {key!r} has {len(row)} cells; columns has {len(lab.columns)}."
                )
