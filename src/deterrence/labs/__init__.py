"""The course's labs: one file each, in a folder by chapter or directly here, its `LAB` found by its id.

Folders whose name begins with an underscore hold what several labs share.
"""

from __future__ import annotations

from coursekit.lab.collection import lab_in, labs_in, modules_in
from coursekit.lab.display import AnyLab
from coursekit.model.equations import Equations
from deterrence.model import GRAPHS


def modules() -> dict[str, str]:
    """Return the module of each lab's file by the file's name; nothing is imported for it but packages."""
    return modules_in(__name__)


def labs() -> dict[str, AnyLab]:
    """Return every lab by its id."""
    return labs_in(__name__)


def lab(id: str) -> AnyLab:
    """Return one lab, which shows itself as a cell's last value."""
    return lab_in(__name__, id)


def equations(*names: str) -> Equations:
    """Return the equations of some quantities of one of the model's graphs, printed from their functions.

    Raises
    ------
    ValueError
        If no graph has them all.
    """
    for graph in GRAPHS.values():
        if all(name in graph.functions for name in names):
            return Equations(graph, *names)
    raise ValueError(f"No graph of the model has {', '.join(names)} together; there are {', '.join(GRAPHS)}.")
