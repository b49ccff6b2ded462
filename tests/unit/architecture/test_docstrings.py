"""Every public function and method of two or more arguments says in numpydoc sections what they are."""

import inspect
import pkgutil
from collections import Counter
from collections.abc import Callable, Iterator
from importlib import import_module

import pytest

import coursekit

# A quantity's sections are written by its decorator, from the table of symbols. What the charts of labs take is said
# once, by coursekit.lab.declare.model_lab.
PACKAGES = [
    *sorted({found.name for found in pkgutil.iter_modules(coursekit.__path__, "coursekit.")}),
    *("deterrence.analysis", "deterrence.evidence", "deterrence.labs._shared", "deterrence.model", "deterrence.text"),
]


def public_functions(package: str) -> Iterator[tuple[str, Callable[..., object]]]:
    """Functions that the package's modules define, and methods of their classes, but for private ones; by full name."""
    top = import_module(package)
    names = [found.name for found in pkgutil.walk_packages(getattr(top, "__path__", ()), f"{package}.")]
    for module in map(import_module, [package, *names]):
        for name, thing in vars(module).items():
            if name.startswith("_") or getattr(thing, "__module__", None) != module.__name__:
                continue
            if inspect.isfunction(thing):
                yield f"{module.__name__}.{name}", thing
            elif inspect.isclass(thing):
                yield from methods(thing, f"{module.__name__}.{name}")


def methods(owner: type, called: str) -> Iterator[tuple[str, Callable[..., object]]]:
    """Public methods that a class defines itself."""
    for name, thing in vars(owner).items():
        function = getattr(thing, "__func__", thing)
        if inspect.isfunction(function) and function.__module__ == owner.__module__ and not name.startswith("_"):
            yield f"{called}.{name}", function


def arguments(function: Callable[..., object]) -> list[str]:
    """Names of the arguments, without the object or class that a method belongs to."""
    return [name for name in inspect.signature(function).parameters if name not in ("self", "cls")]


def lacking(functions: Iterator[tuple[str, Callable[..., object]]]) -> list[str]:
    """Those of two or more arguments without a section on them."""
    return [
        name
        for name, function in functions
        if len(arguments(function)) >= 2 and "\nParameters\n----------\n" not in (inspect.getdoc(function) or "")
    ]


@pytest.mark.parametrize("package", PACKAGES)
def test_arguments_are_described(package: str) -> None:
    found = lacking(public_functions(package))
    folders = Counter(name.rpartition(".")[0] for name in found)
    assert not found, f"{len(found)}, in {dict(folders)}; write Parameters and Returns: {found}"


def test_a_function_without_sections_would_be_found() -> None:
    def bare(one: int, two: int) -> int:
        """Return their sum."""
        return one + two

    class Bare:
        def alone(self, one: int) -> int:
            """Return it."""
            return one

        def both(self, one: int, two: int) -> int:
            """Return their sum."""
            return one + two

        @staticmethod
        def fixed(one: int, two: int) -> int:
            """Return their sum."""
            return one + two

    assert lacking(iter([("bare", bare)])) == ["bare"]
    assert lacking(methods(Bare, "Bare")) == ["Bare.both", "Bare.fixed"]
    assert {name for name, _ in public_functions("coursekit.words")} >= {"coursekit.words.say"}
