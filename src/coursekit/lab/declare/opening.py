"""What a lab's controls are set to: by name, and with them the mode under which a control counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from coursekit.lab.declare.controls import Control, Key


def settings(lab: str, fields: Sequence[Control], keys: Mapping[str, Key]) -> dict[str, Key]:
    """Return what is set, by parameter, and the mode under which it counts where no mode is set.

    To set a budget is to compare at equal cost. If controls of different modes are set, the mode stays as it is.

    Parameters
    ----------
    lab : str
        The lab's id, for the message.
    fields : sequence
        The lab's controls.
    keys : mapping
        From a control's name, in which a link may write ``-`` for ``_``, to what it is set to.

    Returns
    -------
    dict
        From each parameter that is set to its key.

    Raises
    ------
    ValueError
        If there is no such control.
    """
    known = [field.name for field in fields]
    found = {name if name in known else name.replace("-", "_"): key for name, key in keys.items()}
    for name in found:
        if name not in known:
            raise ValueError(f"The lab {lab!r} has no control {name!r}; it has {', '.join(known)}.")
    modes: dict[str, set[str]] = {}
    for field in fields:
        if field.when and field.name in found and field.when[0] not in found:
            modes.setdefault(field.when[0], set()).add(field.when[1])
    return {**found, **{mode: next(iter(chosen)) for mode, chosen in modes.items() if len(chosen) == 1}}
