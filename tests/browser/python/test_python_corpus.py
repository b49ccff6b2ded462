"""Whatever a learner's code does, page and later cells work: a corpus of mischief, and code made up by chance."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest
from corpus import KEEPS, RESTARTS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from playwright.sync_api import BrowserContext
from probe.talking import ALL, Answer, Run, errors, printed, runner, values
from watched_page import Watched

pytestmark = pytest.mark.timeout(240)

CHART = "application/vnd.vegalite.v6.json"
LATER = """import json, altair as alt, ipywidgets
print(len(json.loads('["a", "b", "c"]')))
display(alt.Chart(alt.Data(values=[{"a": 1}])).mark_point().encode(x="a:Q"))
6 * 7"""
WITH_TABLES = (
    """import numpy as np, pandas as pd, deterrence.model as model
assert int(pd.DataFrame({"a": np.arange(3)})["a"].sum()) == 3 and callable(model.attack_probability)
display(pd.DataFrame({"a": [1]}))
"""
    + LATER
)
SAID = ("again", "gone")  # words that tell of a new start


def wrong(answer: Answer) -> str:
    """What is wrong with the answer to LATER; nothing if nothing is."""
    shown = [o["data"] for o in answer["outputs"] if o["kind"] == "display"]
    right = answer["status"] == "ok" and printed(answer) == "3\n" and values(answer)[-1:] == ["42"]
    return "" if right and any(CHART in data for data in shown) else f"{answer['status']}: {answer['outputs']}"[:600]


@pytest.fixture(scope="module")
def tables(probe_profile: BrowserContext, address: str) -> Iterator[tuple[Watched, Run]]:
    """A page with all packages in its Python."""
    watched = Watched(probe_profile)
    watched.page.goto(address)
    run = runner(watched.page)
    assert wrong(run(WITH_TABLES, packages=ALL)) == ""
    yield watched, run
    watched.end()
    watched.page.close()


def test_after_harmless_code_the_same_python_goes_on(tables):
    watched, run = tables
    failures = []
    run("kept = 5", namespace="kept", packages=ALL)
    for name, code in KEEPS.items():
        answer = run(code, namespace=name, packages=ALL, typed=[None])
        if answer["status"] not in {"ok", "error", "stopped"}:
            failures.append(f"{name}: {answer['status']} {answer.get('reason')}")
        if any(not error["name"] or "\n" in error["name"] for error in errors(answer)):
            failures.append(f"{name}: an error without a name")
        late = answer["late"]
        if late > 3000:  # the machine may have done something else meanwhile: a page that is late is so a second time
            late = min(late, run(code, namespace=name, packages=ALL, typed=[None])["late"])
        if late > 3000:
            failures.append(f"{name}: the page did not answer for {late:.0f} ms")
        if trouble := wrong(run(WITH_TABLES, namespace=f"after {name}", packages=ALL)):
            failures.append(f"after {name}: {trouble}")
        if values(run("kept", namespace="kept", packages=ALL)) != ["5"]:
            failures.append(f"{name}: names of an earlier cell are gone")
            run("kept = 5", namespace="kept", packages=ALL)
    assert watched.foreign() == []
    assert len(KEEPS) >= 100 and not failures, "\n".join(failures)


# A package that was loaded once comes again with every new start: what asks for one is tried last.
@pytest.mark.parametrize("name", sorted(RESTARTS, key=lambda name: "numpy" in RESTARTS[name]))
def test_after_harmful_code_python_is_started_anew_and_that_is_said(shared, name: str):
    _, run = shared
    code = RESTARTS[name]
    packages = ["numpy"] if "numpy" in code else []
    run("kept = 5", namespace="kept", packages=packages)
    answer = run(code, packages=packages, limit_s=8 if "memory" in name else 2, typed=[None])
    # Some only do harm once they have ended, and the next run finds it.
    if answer["status"] in {"timeout", "failed", "memory"}:
        assert any(word in answer["reason"] for word in SAID) or answer["status"] == "memory", answer
    began = time.monotonic()
    after = run(LATER, packages=packages)
    if after.get("again"):  # the worker was lost in between: a page begins the run anew by itself
        after = run(LATER, packages=packages)
    assert wrong(after) == ""
    assert time.monotonic() - began < 30
    assert errors(run("kept", namespace="kept"))[0]["name"] == "NameError"


LINES = [line for code in [*KEEPS.values()] for line in code.split("\n") if "js" not in line and "while" not in line]
PIECES = st.one_of(
    st.sampled_from(LINES),
    st.text(max_size=40),
    st.sampled_from(
        ["try:", "    1/0", "finally:", "    pass", "x = [x for x in range(9)]", "x", "def f():", "    f()"]
    ),
)
CODES = st.lists(PIECES, max_size=8).map("\n".join)


def test_code_made_up_by_chance(shared):
    _, run = shared

    @settings(max_examples=60, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(CODES)
    def whatever(code: str) -> None:
        answer = run(code, limit_s=1, typed=[None, None])
        assert answer["status"] in {"ok", "error", "stopped", "timeout", "failed", "memory"}
        after = run(LATER)
        if after.get("again"):
            after = run(LATER)
        assert wrong(after) == "", code

    whatever()
