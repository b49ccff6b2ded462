"""Quasi-random draws from the parameters' bands, shipped as files so that they are drawn only once."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import numpy as np

from coursekit.model.symbolic import Numbers

COUNT = 512
FILE = "draws.csv"
LATER = "draws_later.csv"


@lru_cache
def draws() -> dict[str, Numbers]:
    """Return each uncertain parameter's 512 values, in the file's order: the first 64 fill the bands evenly too.

    Source: ``build_draws.py`` made the files from the bands in ``symbols``: one column a parameter in the first file;
    in the second, one line for each parameter that came later, so that it moves no earlier draw.
    """
    first = [line.split(",") for line in _lines(FILE)]
    rows = np.array([[float(cell) for cell in line] for line in first[1:]])
    found = dict(zip(first[0], rows.T, strict=True))
    for line in _lines(LATER):
        name, *cells = line.split(",")
        found[name] = np.array([float(cell) for cell in cells])
    return found


def _lines(file: str) -> list[str]:
    return resources.files(__package__).joinpath(file).read_text("utf-8").splitlines()
