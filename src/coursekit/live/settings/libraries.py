"""What libraries keep as settings: read as a whole, and written back, so that one run does not spoil the next.

A setting of a library that is not loaded has no value. Between the cells of a page settings stay, as in any notebook,
but for those under which nothing more could be shown; a check, and each answer that is marked, begins with those of
the start (``restore.InterpreterSnapshot``).
"""

from __future__ import annotations

import calendar
import csv
import decimal
import locale
import logging
import os
import random
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

Settings = dict[str, Any]


@dataclass(frozen=True)
class Setting:
    """How one setting is read and written.

    Attributes
    ----------
    module
        Where it lies; it is not asked for before that is loaded.
    read
        Returns its value, which later changes of the setting must not touch.
    write
        Sets it to such a value.
    """

    module: str
    read: Callable[[], Any]
    write: Callable[[Any], object]


def read_settings() -> Settings:
    """Return the value of every setting that there is."""
    found: Settings = {}
    for name, setting in SETTINGS.items():
        if setting.module in sys.modules:
            with suppress(Exception):
                found[name] = setting.read()
    return found


def write_settings(values: Settings, *names: str) -> None:
    """Set libraries' settings to earlier values; a library that is not imported, or that refuses, keeps its own.

    Parameters
    ----------
    values : dict
        From each setting's name, as ``pandas.options``, to its value; see :func:`read_settings`.
    *names : str
        Which of them to set; by default all.
    """
    for name in names or values:
        if name in values:
            with suppress(Exception):
                SETTINGS[name].write(values[name])


def seed(number: int) -> None:
    """Begin every generator of random numbers that is shared by all code at ``number``."""
    random.seed(number)
    if numpy := sys.modules.get("numpy"):
        numpy.random.seed(number)


def _registry(module: str, name: str) -> Setting:
    """Return one of Altair's registries: what is enabled, what is registered, with which options."""

    def registry() -> Any:
        return getattr(sys.modules[module], name)

    def copied(state: dict[str, Any]) -> dict[str, Any]:
        return {key: dict(value) if isinstance(value, dict) else value for key, value in state.items()}

    return Setting(module, lambda: copied(registry()._get_state()), lambda state: registry()._set_state(copied(state)))


def _attribute(module: str, name: str) -> Setting:
    return Setting(module, lambda: getattr(sys.modules[module], name), lambda v: setattr(sys.modules[module], name, v))


def _pandas_options() -> dict[str, Any]:
    return dict(_leaves(vars(sys.modules["pandas._config.config"])["_global_config"]))


def _leaves(options: dict[str, Any], above: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in options.items():
        if isinstance(value, dict):
            yield from _leaves(value, f"{above}{key}.")
        else:
            yield above + key, value


def _place(config: Any, key: str) -> tuple[dict[str, Any], str]:
    found: tuple[dict[str, Any], str] = config._get_root(key)
    return found


def _write_pandas_options(values: dict[str, Any]) -> None:
    config: Any = sys.modules["pandas._config.config"]
    for key, value in values.items():
        place, name = _place(config, key)
        if place[name] is not value and place[name] != value:
            place[name] = value
            if (told := config._registered_options[key].cb) is not None:
                told(key)


def _write_filters(filters: list[Any]) -> None:
    warnings.filters[:] = filters  # type: ignore[index]
    warnings._filters_mutated()  # type: ignore[attr-defined]


def _write_environment(values: dict[str, str]) -> None:
    if dict(os.environ) == values:
        return
    moved = os.environ.get("TZ") != values.get("TZ")
    os.environ.clear()
    os.environ.update(values)
    if moved:
        time.tzset()


def _loggers() -> dict[str, Any]:
    made = {name: one for name, one in logging.root.manager.loggerDict.items() if isinstance(one, logging.Logger)}
    state = {
        name: (one.level, list(one.handlers), one.propagate, one.disabled)
        for name, one in {"": logging.root, **made}.items()
    }
    return {"loggers": state, "disable": logging.root.manager.disable}


def _write_loggers(values: dict[str, Any]) -> None:
    logging.disable(values["disable"])
    for name in _loggers()["loggers"]:
        one = logging.getLogger(name or None)
        level, one.handlers, one.propagate, one.disabled = values["loggers"].get(name, (0, [], True, False))
        one.handlers = list(one.handlers)
        one.setLevel(level)


def _shell() -> Any:
    return vars(sys.modules["IPython.core.interactiveshell"])["InteractiveShell"]


def _numpy() -> Any:
    return sys.modules["numpy"]


SETTINGS: dict[str, Setting] = {
    "altair.data_transformers": _registry("altair.vegalite.v6.data", "data_transformers"),
    "altair.renderers": _registry("altair.vegalite.v6.display", "renderers"),
    "altair.theme": _registry("altair.vegalite.v6.theme", "themes"),
    "altair.debug_mode": _attribute("altair.utils.schemapi", "DEBUG_MODE"),
    "calendar.firstweekday": Setting("calendar", calendar.firstweekday, calendar.setfirstweekday),
    "csv.field_size_limit": Setting("csv", csv.field_size_limit, lambda size: csv.field_size_limit(size)),
    "decimal.context": Setting(
        "decimal", lambda: decimal.getcontext().copy(), lambda it: decimal.setcontext(it.copy())
    ),
    "environment": Setting("os", lambda: dict(os.environ), _write_environment),
    "IPython.interactivity": Setting(
        "IPython.core.interactiveshell",
        lambda: getattr(_shell(), "ast_node_interactivity", "last_expr"),
        lambda v: setattr(_shell(), "ast_node_interactivity", v),
    ),
    "integer digits": Setting("sys", sys.get_int_max_str_digits, sys.set_int_max_str_digits),
    "locale": Setting("locale", lambda: locale.setlocale(locale.LC_ALL), lambda v: locale.setlocale(locale.LC_ALL, v)),
    "logging": Setting("logging", _loggers, _write_loggers),
    "numpy.errors": Setting(
        "numpy",
        lambda: (_numpy().geterr(), _numpy().geterrcall()),
        lambda v: (_numpy().seterr(**v[0]), _numpy().seterrcall(v[1])),
    ),
    "numpy.print": Setting("numpy", lambda: _numpy().get_printoptions(), lambda v: _numpy().set_printoptions(**v)),
    "numpy.random": Setting(
        "numpy", lambda: _numpy().random.get_state(), lambda state: _numpy().random.set_state(state)
    ),
    "pandas.options": Setting("pandas._config.config", _pandas_options, _write_pandas_options),
    "random": Setting("random", random.getstate, random.setstate),
    "search path": Setting("sys", lambda: list(sys.path), lambda v: sys.path.__setitem__(slice(None), v)),
    "warnings": Setting("warnings", lambda: list(warnings.filters), _write_filters),
}
