"""What a case lab answers: the cases that its filters let through, their counts, and its sentence."""

from __future__ import annotations

from coursekit.lab.declare.case_lab import ANY, Case, CaseLabSpec
from coursekit.lab.declare.controls import Key
from coursekit.lab.declare.sentences import Readings, render_sentences
from coursekit.words import say


def shown_cases(lab: CaseLabSpec, **keys: Key) -> list[Case]:
    """Return the cases that the filters let through.

    Parameters
    ----------
    lab : CaseLabSpec
        The lab.
    **keys : str
        From a control's name to the key of the option that is set; the others are at *any*.

    Returns
    -------
    list of Case
        In the order in which the lab declares them.

    Raises
    ------
    ValueError
        If there is no such control, or it has no such option.
    """
    chosen = lab.chosen(**keys)
    wanted = {one.name: chosen[one.name] for one in lab.filters if chosen[one.name] != ANY}
    return [case for case in lab.cases if all(case.values[name] == key for name, key in wanted.items())]


def case_readings(lab: CaseLabSpec, **keys: Key) -> Readings:
    """Return the counts that sentences and predictions may name.

    Parameters
    ----------
    lab : CaseLabSpec
        The lab.
    **keys : str
        From a control's name to the key of the option that is set.

    Returns
    -------
    mapping
        ``shown`` and ``all`` (numbers of cases), and ``FILTER.OPTION``: how many of the shown cases have that option.

    Raises
    ------
    ValueError
        If there is no such control, or it has no such option.
    """
    shown = shown_cases(lab, **keys)
    counts = {
        f"{one.name}.{key}": float(sum(case.values[one.name] == key for case in shown))
        for one in lab.filters
        for key in one.options
    }
    return {"shown": float(len(shown)), "all": float(len(lab.cases))} | counts


def case_sentence(lab: CaseLabSpec, **keys: Key) -> str:
    """Return what is selected, and what the counts make the sentences say.

    Parameters
    ----------
    lab : CaseLabSpec
        The lab.
    **keys : str
        From a control's name to the key of the option that is set.

    Returns
    -------
    str
        One or more sentences.

    Raises
    ------
    ValueError
        If there is no such control, or it has no such option.
    """
    chosen, readings = lab.chosen(**keys), case_readings(lab, **keys)
    named = [
        say("archive.filter", label=one.label, option=one.options[chosen[one.name]])
        for one in lab.filters
        if chosen[one.name] != ANY
    ]
    counts = {"shown": f"{readings['shown']:.0f}", "all": f"{readings['all']:.0f}"}
    first = say("archive.some", filters="; ".join(named), **counts) if named else say("archive.all", **counts)
    return f"{first} {render_sentences(lab.says, readings)}".strip()
