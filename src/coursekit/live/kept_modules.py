"""Of which modules and classes everything is put back after a run of learner code."""

from __future__ import annotations

import types

from coursekit.course import course

# Packages whose functions and classes are put back: what runs and shows the learner's code, and what checks rest on.
# fmt: off
KEPT = frozenset({
    "altair", "ast", "asyncio", "builtins", "codecs", "collections", "comm", "contextlib", "copy", "coursekit",
    "datetime", "functools", "gc", "getpass", "importlib", "inspect", "io", "IPython",
    "ipywidgets", "itertools", "json", "linecache", "math", "numpy", "operator", "os", "pandas", "pyodide",
    "random", "re", "statistics", "string", "sys", "textwrap", "time", "token", "tokenize", "traceback",
    "traitlets", "types", "typing", "warnings", "weakref", *course().packages,
})
# fmt: on
# Of large packages only these modules: the others are reached through them.
ONLY = {
    "altair": {"altair", "altair.vegalite.v6.api", "altair.utils"},
    "asyncio": {"asyncio"},
    "ipywidgets": {"ipywidgets", "ipywidgets.widgets.widget", "ipywidgets.widgets.interaction"},
    "numpy": {"numpy", "numpy.random", "numpy.linalg"},
    "pandas": {"pandas", "pandas.core.frame", "pandas.core.series", "pandas.core.generic"},
}
# Modules whose own classes are put back too, method by method.
CLASSES = ("coursekit.live.", "json.", "altair.vegalite.v6.api", "pandas.core.frame", "pandas.core.series",
           "pandas.core.generic", "ipywidgets.widgets.widget", "linecache", "traceback")  # fmt: skip


def is_kept(name: str) -> bool:
    """Say whether the names of the module ``name`` are put back."""
    root = name.partition(".")[0]
    return name in ONLY[root] if root in ONLY else root in KEPT


def kept_classes(name: str, module: types.ModuleType) -> list[type]:
    """Return the classes of a module's own package that are put back attribute by attribute.

    Parameters
    ----------
    name : str
        The module's name.
    module : ModuleType
        The module itself.

    Returns
    -------
    list of type
        Empty for modules whose classes are left as they are.
    """
    root = name.partition(".")[0]
    if not f"{name}.".startswith(CLASSES):
        return []
    values = list(vars(module).values())
    return [one for one in values if isinstance(one, type) and str(one.__module__).partition(".")[0] == root]
