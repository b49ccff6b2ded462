"""How far the two language models that coded the guarantee cases agree, case by case and in sum.

Two language models are not two independent coders, so this says how alike they are, and not how reliable the coding
is: for that the codebook wants a human coder. Both coded cases 1-45; the second saw the short codebook and no coding,
and was done before the first table was there. Their disagreements are published, not settled: they show which
judgements the evidence leaves open, and where the words of the codebook do. Cases that only one of them coded are left
out. A coder's ``confidence`` is no judgement of the case and is not compared.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable

import pandas as pd

from deterrence.evidence.tables import read

FIRST, SECOND = "guarantee_cases", "guarantee_cases_second"
VARIABLES = ("form", "binding", "presence", "support", "challenged", "attacked", "response", "kind")


def kappa(first: Iterable[Hashable], second: Iterable[Hashable]) -> float:
    r"""Return Cohen's kappa: the agreement of two coders beyond what their habits alone would give.

    Parameters
    ----------
    first, second : iterable
        The two coders' answers on the same cases, in the same order.

    Returns
    -------
    float
        :math:`\kappa = (p_o - p_e) / (1 - p_e)`, where :math:`p_o` is the share of cases with equal answers and
        :math:`p_e = \sum_k p_{1k} p_{2k}` the share expected if both kept to how often they give each answer
        :math:`k`, but dealt their answers out at random. 1: always equal; 0: no better than chance; below 0: worse.
        NaN if both gave one and the same answer throughout: there is then nothing to tell apart.

    Raises
    ------
    ValueError
        If there is no case, or the coders answered different numbers of cases.

    Notes
    -----
    All errors weigh alike: *none* for *shield* is as wrong as *tripwire* for *shield*. If nearly every case has the
    same answer, kappa is low even where the coders seldom differ; read it together with the share.

    References
    ----------
    Cohen (1960), ``cohen1960``.
    """
    ours, theirs = list(first), list(second)
    if not ours or len(ours) != len(theirs):
        raise ValueError(
            f"first and second must answer the same cases, at least one; they answer {len(ours)} and {len(theirs)}."
        )
    n, agreed = len(ours), sum(a == b for a, b in zip(ours, theirs, strict=True))
    habits, other_habits = Counter(ours), Counter(theirs)
    by_chance = sum(count * other_habits[answer] for answer, count in habits.items())
    # In whole numbers (multiplied by n²), so that changing places changes nothing, to the last digit.
    return (n * agreed - by_chance) / (n * n - by_chance) if by_chance < n * n else float("nan")


def _both(first: pd.DataFrame | None, second: pd.DataFrame | None) -> tuple[pd.DataFrame, pd.DataFrame]:
    ours = (read(FIRST) if first is None else first).set_index("id")
    theirs = (read(SECOND) if second is None else second).set_index("id")
    shared = ours.index.intersection(theirs.index).sort_values()
    if shared.empty or not (ours.index.is_unique and theirs.index.is_unique):
        raise ValueError("first and second must share a case, and hold each case once; compare their columns 'id'.")
    return ours.loc[shared], theirs.loc[shared]


def agreement(first: pd.DataFrame | None = None, second: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return how far the two coders agree on the cases that both coded, by variable.

    Parameters
    ----------
    first, second : DataFrame, optional
        The two codings, with the column ``id`` and :data:`VARIABLES`; those that are shipped, if left out.

    Returns
    -------
    DataFrame
        One row a variable: ``variable``, ``n`` (cases coded by both), ``agreed`` (cases coded alike), ``share`` (from
        0 to 1) and ``kappa`` (see :func:`kappa`).

    Raises
    ------
    ValueError
        If the two share no case, or one of them holds a case twice.
    """
    ours, theirs = _both(first, second)
    rows = [
        {
            "variable": name,
            "n": len(ours),
            "agreed": int((ours[name] == theirs[name]).sum()),
            "kappa": kappa(ours[name], theirs[name]),
        }
        for name in VARIABLES
    ]
    table = pd.DataFrame(rows)
    table.insert(3, "share", table["agreed"] / table["n"])
    return table


def disagreements(first: pd.DataFrame | None = None, second: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return every cell that both coders filled, but not alike, with what each says of the case.

    Parameters
    ----------
    first, second : DataFrame, optional
        The two codings, with the columns ``id``, ``case``, ``note`` and :data:`VARIABLES`; those that are shipped,
        if left out.

    Returns
    -------
    DataFrame
        One row a cell, by case and then by variable: ``id``, ``case`` (the first coder's name of it), ``variable``,
        ``first``, ``second`` (the two answers), ``first_note``, ``second_note``. Empty if they agree throughout.

    Raises
    ------
    ValueError
        If the two share no case, or one of them holds a case twice.
    """
    ours, theirs = _both(first, second)
    columns = ["id", "case", "variable", "first", "second", "first_note", "second_note"]
    rows = [
        {
            "id": key,
            "case": ours.at[key, "case"],
            "variable": name,
            "first": said[0],
            "second": said[1],
            "first_note": ours.at[key, "note"],
            "second_note": theirs.at[key, "note"],
        }
        for key in ours.index
        for name in VARIABLES
        if len(set(said := [str(table.at[key, name]) for table in (ours, theirs)])) > 1
    ]
    return pd.DataFrame(rows, columns=columns)
