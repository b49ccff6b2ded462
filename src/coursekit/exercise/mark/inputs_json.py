"""Values sent to another Python as JSON and made there again just as they were: the arguments of the calls in marking.

Unlike an answer (:mod:`coursekit.exercise.mark.answers_json`), an input keeps its kind: a tuple stays a tuple, a table
keeps its types and its index. What JSON has no word for stands in a dictionary with one key, such as
``{"$tuple": […]}``. Never a pickle, and nothing in it is ever run. NumPy and pandas are imported only where such a
value is met.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Callable
from typing import Any

from coursekit.exercise.mark.answers_json import NotPlain

Carried = None | bool | int | float | str | list[Any] | dict[str, Any]


def packed(value: Any) -> Carried:
    """Return ``value`` as JSON-able data from which :func:`unpacked` makes it again.

    Raises
    ------
    NotPlain
        If it is, or holds, anything but numbers, text, dates, the usual containers, arrays and tables.
    """
    kind = type(value)
    if value is None or kind in (bool, int, str):
        return value  # type: ignore[no-any-return]
    if kind is float:
        return value if math.isfinite(value) else {"$float": repr(value)}
    if kind is list:
        return [packed(one) for one in value]
    if kind is dict:
        return {"$dict": [[packed(key), packed(one)] for key, one in value.items()]}
    if kind in (tuple, set, frozenset):
        return {f"${kind.__name__}": [packed(one) for one in value]}
    if kind is dt.date:
        return {"$date": value.isoformat()}
    if kind is dt.datetime:  # of an hour that a clock shows twice, ISO 8601 does not say which of the two it is
        return {"$datetime": [value.isoformat(), value.fold]}
    if kind is dt.timedelta:
        return {"$timedelta": [value.days, value.seconds, value.microseconds]}
    home = kind.__module__.partition(".")[0]
    if home == "numpy" and hasattr(value, "dtype"):
        return _array(value)
    if home == "pandas":
        return _of_pandas(value, kind.__name__)
    raise NotPlain(f"A case holds a {kind.__name__}, which marking cannot hand to another Python.")


def unpacked(data: Any) -> Any:
    """Return the value that :func:`packed` was given, made anew: no two calls share a part of it.

    Raises
    ------
    ValueError, KeyError, TypeError
        If ``data`` is nothing that :func:`packed` gives.
    """
    if isinstance(data, list):
        return [unpacked(one) for one in data]
    if not isinstance(data, dict):
        return data
    ((kind, held),) = data.items()
    return _MAKERS[kind](held)


def _array(value: Any) -> Carried:
    if value.dtype.kind not in "biufU":
        raise NotPlain(f"A case holds NumPy's {value.dtype}, which marking cannot hand to another Python.")
    if type(value).__name__ != "ndarray":
        return {"$scalar": [str(value.dtype), packed(value.item())]}
    return {"$array": [str(value.dtype), list(value.shape), [packed(one) for one in value.ravel().tolist()]]}


def _of_pandas(value: Any, kind: str) -> Carried:
    if kind in ("NAType", "NaTType"):
        return {"$missing": "NA" if kind == "NAType" else "NaT"}
    if kind in ("Timestamp", "Timedelta"):
        return {f"${kind}": value.isoformat()}
    if kind == "RangeIndex":
        return {"$range": [value.start, value.stop, value.step, packed(value.name)]}
    if kind == "MultiIndex":
        return {"$levels": [[packed(one) for one in value.tolist()], [packed(name) for name in value.names]]}
    if kind == "Series" or kind.endswith("Index"):
        index = packed(value.index) if kind == "Series" else None
        return {"$column": [*_column(value), packed(value.name), index]}
    if kind == "DataFrame":
        columns = [_column(value.iloc[:, place]) for place in range(value.shape[1])]
        return {"$frame": [packed(value.columns), columns, packed(value.index)]}
    raise NotPlain(f"A case holds a pandas {kind}, which marking cannot hand to another Python.")


def _column(value: Any) -> list[Any]:
    """Return the values' type and the values; of categories their list and whether they are ordered, too."""
    kind = str(value.dtype)
    if kind == "category":
        kind = [[packed(one) for one in value.dtype.categories.tolist()], bool(value.dtype.ordered)]  # type: ignore[assignment]
    return [kind, [packed(one) for one in value.tolist()]]


def _dtype(kind: Any) -> Any:
    import pandas as pd

    return kind if isinstance(kind, str) else pd.CategoricalDtype([unpacked(one) for one in kind[0]], kind[1])


def _made_column(held: Any) -> Any:
    import pandas as pd

    kind, values, name, index = held
    values = [unpacked(one) for one in values]
    if index is None:
        return pd.Index(values, dtype=_dtype(kind), name=unpacked(name))
    return pd.Series(values, dtype=_dtype(kind), name=unpacked(name), index=unpacked(index))


def _made_frame(held: Any) -> Any:
    import pandas as pd

    names, columns, index = unpacked(held[0]), held[1], unpacked(held[2])
    made = [pd.Series([unpacked(one) for one in values], dtype=_dtype(kind), index=index) for kind, values in columns]
    frame = pd.concat(made, axis=1) if made else pd.DataFrame(index=index)
    frame.columns = names
    return frame


def _made_array(held: Any) -> Any:
    import numpy as np

    kind, shape, values = held
    return np.array([unpacked(one) for one in values], dtype=kind).reshape(shape)


def _made_scalar(held: Any) -> Any:
    import numpy as np

    return np.dtype(held[0]).type(unpacked(held[1]))


def _with_pandas(make: Callable[[Any, Any], Any]) -> Callable[[Any], Any]:
    def made(held: Any) -> Any:
        import pandas as pd

        return make(pd, held)

    return made


_MAKERS: dict[str, Callable[[Any], Any]] = {
    "$float": float,
    "$dict": lambda held: {unpacked(key): unpacked(one) for key, one in held},
    "$tuple": lambda held: tuple(unpacked(one) for one in held),
    "$set": lambda held: {unpacked(one) for one in held},
    "$frozenset": lambda held: frozenset(unpacked(one) for one in held),
    "$date": dt.date.fromisoformat,
    "$datetime": lambda held: dt.datetime.fromisoformat(held[0]).replace(fold=held[1]),
    "$timedelta": lambda held: dt.timedelta(*held),
    "$array": _made_array,
    "$scalar": _made_scalar,
    "$column": _made_column,
    "$frame": _made_frame,
    "$missing": _with_pandas(lambda pd, held: pd.NA if held == "NA" else pd.NaT),
    "$Timestamp": _with_pandas(lambda pd, held: pd.Timestamp(held)),
    "$Timedelta": _with_pandas(lambda pd, held: pd.Timedelta(held)),
    "$range": _with_pandas(lambda pd, held: pd.RangeIndex(*held[:3], name=unpacked(held[3]))),
    "$levels": _with_pandas(
        lambda pd, held: pd.MultiIndex.from_tuples(
            [unpacked(one) for one in held[0]], names=[unpacked(name) for name in held[1]]
        )
    ),
}
