"""A page with Python on it, as tests speak to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page

Answer = dict[str, Any]
Run = Callable[..., Answer]
CHART = """import altair as alt, numpy as np, pandas as pd
frame = pd.DataFrame({"x": np.arange(3), "y": [1, 4, 9]})
print(frame.y.sum())
display(frame)
alt.Chart(frame, title="Squares").mark_line().encode(x="x", y="y")"""
ALL = ["numpy", "pandas", "altair"]


def runner(page: Page) -> Run:
    def run(code: str, **more: Any) -> Answer:
        return page.evaluate("request => probe.run(request)", {"code": code, **more})

    return run


def printed(answer: Answer) -> str:
    return "".join(o["text"] for o in answer["outputs"] if o["kind"] == "stream")


def values(answer: Answer) -> list[str]:
    return [o["data"]["text/plain"] for o in answer["outputs"] if o["kind"] == "display"]


def errors(answer: Answer) -> list[Answer]:
    return [o for o in answer["outputs"] if o["kind"] == "error"]
