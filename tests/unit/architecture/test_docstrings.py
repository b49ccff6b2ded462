"""Every public function of two or more arguments says in numpydoc sections what they are.

Packages that are not there yet are listed with how many of their functions still lack them: a number may only fall, and
a package that is not listed has none.
"""

import inspect
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module

import pytest

import coursekit

NOT_YET = {
    "coursekit.book": 55,
    "coursekit.classroom": 15,
    "coursekit.cli": 1,
    "coursekit.exercise": 46,
    "coursekit.live": 22,
    "coursekit.runtime": 4,
    "coursekit.tasks": 4,
}
PACKAGES = sorted({found.name for found in pkgutil.iter_modules(coursekit.__path__, "coursekit.")})


def public_functions(package: str) -> Iterator[tuple[str, Callable[..., object]]]:
    """What the package's modules define for others to call, by its full name."""
    top = import_module(package)
    names = [found.name for found in pkgutil.walk_packages(getattr(top, "__path__", ()), f"{package}.")]
    for module in map(import_module, [package, *names]):
        for name, thing in vars(module).items():
            own = inspect.isfunction(thing) and thing.__module__ == module.__name__
            if own and not name.startswith("_"):
                yield f"{module.__name__}.{name}", thing


def lacking(functions: Iterator[tuple[str, Callable[..., object]]]) -> list[str]:
    """Those of two or more arguments without a section on them."""
    return [
        name
        for name, function in functions
        if len(inspect.signature(function).parameters) >= 2
        and "\nParameters\n----------\n" not in (inspect.getdoc(function) or "")
    ]


@pytest.mark.parametrize("package", PACKAGES)
def test_arguments_are_described(package: str) -> None:
    found = lacking(public_functions(package))
    folders = Counter(name.rpartition(".")[0] for name in found)
    assert len(found) <= NOT_YET.get(package, 0), f"{len(found)}, in {dict(folders)}; write Parameters and Returns"


def test_a_function_without_sections_would_be_found() -> None:
    def bare(one: int, two: int) -> int:
        """Return their sum."""
        return one + two

    assert lacking(iter([("bare", bare)])) == ["bare"]
    assert {name for name, _ in public_functions("coursekit.words")} >= {"coursekit.words.say"}
