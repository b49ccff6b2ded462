"""What newcomers write gives what it should: a result, or an error in their own line that says what to do."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.timeout(240)

TEXT = Path(__file__).with_name("habits.txt").read_text("utf-8")
SETUP = """import numpy as np, pandas as pd, altair as alt, ipywidgets as widgets
t = pd.DataFrame({"year": [2000, 2001, 2002, 2003], "side": ["a", "b", "a", "b"], "share": [0.1, 0.3, 0.5, 0.7],
                  "n": [1, 2, 3, 4]})"""
CHART, WIDGET = "application/vnd.vegalite.v6.json", "application/vnd.jupyter.widget-view+json"


def habits() -> list[tuple[str, str, str, str]]:
    """Return every cell: its kind and name, its code, what should come and with which words."""
    found = []
    for part in TEXT.split("\n=== ")[1:]:
        kind, _, cells = part.partition("\n")
        for piece in re.split(r"^--- ", cells, flags=re.MULTILINE)[1:]:
            name, _, rest = piece.partition("\n")
            code, _, come = rest.rpartition("\n=> ")
            what, _, words = come.strip().partition(" ")
            found.append((f"{kind}: {name}", code, what, words))
    return found


def fault(answer: dict[str, Any], what: str, words: str) -> str:
    """Say what is wrong with the answer to a cell; nothing if it is as it should be."""
    outputs = answer["outputs"]
    if what == "says":
        errors = [one for one in outputs if one["kind"] == "error"]
        if answer["status"] != "error" or len(errors) != 1:
            return f"{answer['status']}, {len(errors)} errors"
        error = errors[0]
        told = f"{error['name']}: {error['message']} {error['help']}"
        if words not in told:
            return told
        if not re.search(r"your code>?\"?, line \d", error["traceback"]) or "/lib/" in told + error["traceback"]:
            return error["traceback"]
        return ""
    if answer["status"] != "ok":
        return f"{answer['status']}: {outputs}"
    data = [one["data"] for one in outputs if one["kind"] == "display"]
    printed = "".join(one["text"] for one in outputs if one["kind"] == "stream")
    if "Traceback" in printed:
        return printed
    if what in ("chart", "widget"):
        mime = CHART if what == "chart" else WIDGET
        return "" if any(mime in one for one in data) else f"none of {[list(one) for one in data]} {printed}"
    return (
        "" if words in printed + "".join(f"{mime} {form}\n" for one in data for mime, form in one.items()) else printed
    )


def test_there_are_enough_of_each_kind() -> None:
    names = [name for name, *_ in habits()]
    assert len(names) >= 150 and len(set(names)) == len(names)
    for kind in ("pandas", "Altair", "ipywidgets", "IPython"):
        assert sum(name.startswith(f"{kind}: ") for name in names) >= 10
    assert {what for _, _, what, _ in habits()} == {"shows", "chart", "widget", "says"}


def test_every_habit_gives_what_it_should(shared) -> None:
    _, run = shared
    run("1", setup=SETUP, namespace="first", packages=["numpy", "pandas"])
    began = time.monotonic()
    faults = []
    for name, code, what, words in habits():
        answer = run(code, setup=SETUP, namespace=name, packages=["numpy", "pandas"])
        if wrong := fault(answer, what, words):
            faults.append(f"{name}: should be {what} {words}, is {wrong[:400]}")
    assert not faults, "\n".join(faults)
    assert time.monotonic() - began < 120
