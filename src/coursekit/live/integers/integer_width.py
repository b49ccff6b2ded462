"""What is of 32 bits, what is to be of 64, and who is asking: the rules behind ``numpy_int64``."""

from __future__ import annotations

from types import FrameType
from typing import Any

# The folder of the libraries, and within it that of the course's own packages (entry.py puts both there).
LIBRARIES, COURSE = "/lib/", "/lib/course/"


def of_library(frame: FrameType) -> bool:
    """Say whether an installed library is calling, which is to find NumPy as it is."""
    file = frame.f_code.co_filename
    return file in (THIS_FILE, WRAPPERS) or (file.startswith(LIBRARIES) and not file.startswith(COURSE))


THIS_FILE = of_library.__code__.co_filename
WRAPPERS = THIS_FILE.replace("integer_width", "numpy_int64")


def is_int(dtype: Any) -> bool:
    """Say whether ``dtype`` is Python's own integer."""
    return dtype is int or (isinstance(dtype, str) and dtype == "int")


def wide_type(value: Any) -> Any:
    """Return NumPy's 64-bit integer for Python's own; anything else as it is."""
    import numpy as np

    return np.int64 if is_int(value) else value


def is_narrow(value: Any) -> bool:
    """Say whether ``value`` is an array, or a number, of 32-bit integers."""
    dtype = getattr(value, "dtype", None)
    return getattr(dtype, "kind", "") == "i" and getattr(dtype, "itemsize", 8) == 4


def summed_in(value: Any) -> Any:
    """Return the type in which NumPy sums ``value`` where its integers have 64 bits; nothing if that is its own."""
    import numpy as np

    if type(value) is not np.ndarray or value.dtype.kind not in "biu" or value.dtype.itemsize >= 8:
        return None
    return np.uint64 if value.dtype.kind == "u" else np.int64


def narrow_asked(value: Any) -> bool:
    """Say whether ``value`` is of 32 bits, or asks for them."""
    import numpy as np

    if isinstance(value, type):
        return issubclass(value, np.int32 | np.intc)
    if isinstance(value, np.dtype):
        return value.kind == "i" and value.itemsize == 4
    if isinstance(value, str):
        return value in ("int32", "i4", "<i4", "intc")
    if isinstance(value, list | tuple):
        return any(narrow_asked(one) for one in value[:100] if not isinstance(one, str))
    return is_narrow(value)


def wide(value: Any, first: bool = False) -> Any:
    """Return an argument of a NumPy function so that its integers have 64 bits where NumPy would make them 32 here.

    Parameters
    ----------
    value : Any
        The argument: the type ``int``, a list, a range or a tuple of integers, or anything else.
    first : bool
        Whether it is the first argument by place: there a tuple holds values, elsewhere it is a shape.

    Returns
    -------
    Any
        An array of 64-bit integers or the 64-bit type; ``value`` itself where nothing is to change.
    """
    import numpy as np

    if isinstance(value, list | range) or (first and isinstance(value, tuple)):
        try:
            made = np.array(value)
        except Exception:  # of lists that are not equally long: each for itself
            return [wide(one) for one in value] if isinstance(value, list) else value
        return made.astype(np.int64) if is_narrow(made) and made.ndim and not narrow_asked(value) else value
    return wide_type(value)


def as_index(value: Any) -> Any:
    """Return an array of 64-bit integers as one of places, if they all are small enough; anything else as it is."""
    import numpy as np

    if isinstance(value, np.ndarray) and value.dtype == np.int64 and (abs(value) < 2**31).all():
        return value.astype(np.intp)
    return value


def converted(result: Any) -> Any:
    """Return a result with its 32-bit integers in 64."""
    import numpy as np

    if isinstance(result, np.ndarray | np.generic):
        return result.astype(np.int64) if is_narrow(result) else result
    if type(result) in (tuple, list) and any(is_narrow(one) for one in result):
        return type(result)(converted(one) for one in result)
    return result
