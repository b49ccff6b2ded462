"""Default integers of 64 bits where NumPy's own have 32: in WebAssembly ``np.array([100_000]) ** 2`` overflows.

Only calls from outside the installed libraries are changed: these rely on the platform's own integer for indices. An
array that is asked for as ``int32``, or made from one, stays so. What remains with 32 bits: ufuncs called on bare
Python integers (``np.power(10, 10)``) and their methods (``np.add.reduce``), ``np.int_``, and what counts or indexes
(``argsort``).
"""

from __future__ import annotations

import gc
import sys
from collections.abc import Callable
from functools import wraps
from types import BuiltinFunctionType, FunctionType
from typing import Any

from coursekit.live.integers.integer_width import (
    as_index,
    converted,
    is_int,
    narrow_asked,
    of_library,
    summed_in,
    wide,
    wide_type,
)

# Functions of NumPy that make no array, or whose result says of what type something is.
UNCHANGED = (
    "can_cast promote_types result_type min_scalar_type common_type mintypecode typename isdtype isscalar frombuffer "
    "fromfile load save savez savez_compressed savetxt loadtxt genfromtxt get_include get_printoptions "
    "set_printoptions printoptions seterr geterr seterrcall geterrcall setbufsize getbufsize show_config show_runtime "
    "info test may_share_memory shares_memory array2string array_repr array_str format_float_positional "
    "format_float_scientific base_repr binary_repr einsum_path issubdtype einsum busday_count is_busday"
)
RANDOM = "randint poisson binomial geometric permutation choice negative_binomial hypergeometric"
# These sum in the platform's integer, which has 32 bits here: elsewhere they sum small integers in 64.
ACCUMULATING = ("sum", "prod", "cumsum", "cumprod", "trace", "nansum", "nanprod", "nancumsum", "nancumprod")
METHODS = ("sum", "prod", "cumsum", "cumprod", "trace", "repeat", "take", "choose", "argmax", "argmin")
# The arguments of these are left as they are: only their results are widened.
MAKING = "array asarray asanyarray ascontiguousarray asfortranarray arange full fromiter copy"


def install() -> None:
    """Widen the integers of the NumPy that is loaded, if the platform's have 32 bits."""
    import numpy as np

    if np.dtype(int).itemsize >= 8:
        return
    for name, function in list(vars(np).items()):
        made = isinstance(function, FunctionType | BuiltinFunctionType) or type(function).__name__.startswith("_Array")
        if made and not name.startswith("_") and name not in UNCHANGED.split():
            setattr(np, name, accumulated(function) if name in ACCUMULATING else widened(function))
    for name in RANDOM.split():
        setattr(np.random, name, widened(getattr(np.random, name)))
    np.linalg.matrix_power = widened(np.linalg.matrix_power)
    # A class written in C lets no attribute be set; the dictionary behind it does.
    attributes: dict[str, Any] = gc.get_referents(np.ndarray.__dict__)[0]
    for name in METHODS:
        attributes[name] = accumulated(attributes[name]) if name in ACCUMULATING else widened(attributes[name])
    attributes["astype"] = _astype(attributes["astype"])
    sys._clear_type_cache()
    # What an array is shown without: the type that its numbers alone would have.
    vars(sys.modules["numpy._core.arrayprint"])["_typelessdata"][0] = np.int64


def install_pandas() -> None:
    """Have pandas read ``int`` as 64 bits, as it reads integers in a list."""
    import numpy as np
    from pandas.core.dtypes import common

    if np.dtype(int).itemsize >= 8:
        return
    plain: Callable[[Any], Any] = common.pandas_dtype

    @wraps(plain)
    def pandas_dtype(dtype: Any) -> Any:
        return plain(np.int64 if is_int(dtype) else dtype)

    for name, module in list(sys.modules.items()):
        if name.startswith("pandas.") and vars(module).get("pandas_dtype") is plain:
            vars(module)["pandas_dtype"] = pandas_dtype


def widened(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return ``function`` with the default integers of its result, and of the lists it is given, in 64 bits."""
    making = function.__name__ in MAKING.split()

    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        if of_library(sys._getframe(1)) or any(narrow_asked(one) for one in (*args, *kwargs.values())):
            return function(*args, **kwargs)
        if making or kwargs.get("dtype") is not None:
            args = tuple(wide_type(one) for one in args)
            kwargs = {name: wide_type(one) for name, one in kwargs.items()}
        else:
            args = tuple(wide(one, first=n == 0) for n, one in enumerate(args))
            kwargs = {name: wide(one) for name, one in kwargs.items()}
        try:
            return converted(function(*args, **kwargs))
        except TypeError as error:
            if "to dtype('int32') according to the rule 'safe'" not in str(error):
                raise
        # Functions that take indices and counts take them as the platform's integer only.
        kwargs = {name: as_index(one) for name, one in kwargs.items()}
        return converted(function(*(as_index(one) for one in args), **kwargs))

    return call


def accumulated(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return ``function``, which sums or multiplies, doing so in 64 bits where it would take the platform's integer."""

    @wraps(function)
    def call(*args: Any, **kwargs: Any) -> Any:
        if of_library(sys._getframe(1)) or not args:
            return function(*args, **kwargs)
        given = wide(args[0], first=True)
        if len(args) < 3 and kwargs.get("dtype") is None and (kind := summed_in(given)):
            kwargs["dtype"] = kind
        return function(given, *(wide_type(one) for one in args[1:]), **kwargs)

    return call


def _astype(function: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(function)
    def astype(self: Any, dtype: Any, *args: Any, **kwargs: Any) -> Any:
        if not of_library(sys._getframe(1)):
            dtype = wide_type(dtype)
        return function(self, dtype, *args, **kwargs)

    return astype
