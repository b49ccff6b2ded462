"""Quasi-random draws from the parameters' bands, shipped as a file so that they are drawn only once."""

from __future__ import annotations

from functools import lru_cache
from importlib import resources

import numpy as np

from coursekit.lab.maths import Numbers

COUNT = 512
FILE = "draws.csv"


@lru_cache
def draws() -> dict[str, Numbers]:
    """Return each uncertain parameter's 512 values, in the file's order: the first 64 fill the bands evenly too.

    Source: ``build_draws.py`` made the file from the bands in ``symbols.py``.
    """
    text = resources.files(__package__).joinpath(FILE).read_text("utf-8").splitlines()
    rows = np.array([[float(cell) for cell in line.split(",")] for line in text[1:]])
    return dict(zip(text[0].split(","), rows.T, strict=True))
