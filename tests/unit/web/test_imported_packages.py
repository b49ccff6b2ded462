"""What a piece of code imports is loaded for it, whether or not the author's own code needed it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from page_modules import WEB, node

from coursekit.live.errors.traceback import LOADED_WHERE_NAMED

BODY = "return given.map((code) => importedPackages(code));"


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Callable[[Any], Any]:
    return node(tmp_path_factory.mktemp("imports"), {"python/bundles": "importedPackages"}, BODY)


def test_packages_are_found_however_they_are_imported(imported: Callable[[Any], Any]) -> None:
    codes = {
        "import pandas": ["pandas"],
        "import pandas as pd, numpy as np": ["numpy", "pandas"],
        "import json, pandas": ["pandas"],
        "def f():\n    from pandas.api import types": ["pandas"],
        "import numpy.linalg": ["numpy"],
        "x = 1  # pandas": [],
        "import json\npandas = 1": [],
        "import numpyish": [],
        "important = 'numpy'": [],
    }
    assert dict(zip(codes, imported(list(codes)), strict=True)) == codes


def test_what_is_loaded_where_named_is_the_same_in_python_and_in_the_page() -> None:
    [table] = re.findall(
        r"BUNDLES: Record<string, string\[\]> = \{(.*?)\};", (WEB / "src/python/bundles.ts").read_text()
    )
    assert tuple(re.findall(r"(\w+): \[", table)) == LOADED_WHERE_NAMED
