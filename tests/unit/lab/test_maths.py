"""What a function says of numbers, its trace says in JavaScript."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lab_in_node import ask, same

from coursekit.lab.compile.javascript import PRELUDE
from coursekit.model import symbolic as maths
from coursekit.model.symbolic import Term, js, scan, tracing, where

LEAF = st.one_of(st.sampled_from(["a", "b"]), st.floats(-4, 4).map(lambda x: round(x, 3)))
TREES = st.recursive(
    LEAF,
    lambda inner: st.one_of(
        st.tuples(st.sampled_from(["+", "-", "*", "/", "**", "min", "max"]), inner, inner),
        st.tuples(st.sampled_from(["exp", "log", "sqrt", "abs", "floor", "logistic", "neg"]), inner),
        st.tuples(st.just("where"), inner, inner, inner),
    ),
    max_leaves=25,
)
BINARY = {
    "+": lambda x, y: x + y,
    "-": lambda x, y: x - y,
    "*": lambda x, y: x * y,
    "/": lambda x, y: x / y,
    "**": lambda x, y: x**y,
    "min": maths.minimum,
    "max": maths.maximum,
}
UNARY = {"exp": maths.exp, "log": maths.log, "sqrt": maths.sqrt, "abs": maths.absolute, "floor": maths.floor}


def compute(tree, values):
    if isinstance(tree, str):
        return values[tree]
    if not isinstance(tree, tuple):
        return np.float64(tree)
    head, *parts = tree
    parts = [compute(part, values) for part in parts]
    if head == "where":
        return where(parts[0] < parts[1], parts[2], parts[0])
    if head == "neg":
        return -parts[0]
    if head == "logistic":
        return maths.logistic(parts[0])
    return BINARY[head](*parts) if head in BINARY else UNARY[head](*parts)


def in_page(build, names):
    with tracing() as trace:
        result = js(build({name: Term(f"p.{name}") for name in names}))
    body = " ".join(trace.lines)
    return f"{PRELUDE} globalThis.coursekit = {{labs: {{t: {{evaluate(p) {{ {body} return {{out: {result}}}; }}}}}}}};"


@settings(max_examples=40, deadline=None)
@given(TREES, st.lists(st.tuples(st.floats(-3, 3), st.floats(-3, 3)), min_size=5, max_size=5))
def test_any_expression_is_the_same_traced_and_computed(tree, inputs):
    rows = [{"a": a, "b": b} for a, b in inputs]
    theirs = ask(source=in_page(lambda v: compute(tree, v), "ab"), lab="t", evaluate=rows)["evaluated"]
    with np.errstate(all="ignore"):
        for row, got in zip(rows, theirs, strict=True):
            ours = compute(tree, {name: np.float64(value) for name, value in row.items()})
            if abs(float(ours)) < 1e12:  # beyond that the last digits of exp and pow differ by platform
                assert same(ours, got["out"]), (tree, row)


@settings(max_examples=15, deadline=None)
@given(st.floats(0, 50), st.floats(0.1, 0.9), st.integers(0, 60))
def test_a_recurrence_is_the_same_traced_and_computed(start, keep, steps):
    def build(v):
        stock, spent = scan(lambda t, s, x: (s * v["keep"] + t, x + s), (v["start"], 0.0), v["steps"])
        return stock + 10 * spent

    row = {"start": start, "keep": keep, "steps": steps}
    (got,) = ask(source=in_page(build, row), lab="t", evaluate=[row])["evaluated"]
    stock, spent = start, 0.0
    for t in range(steps):
        stock, spent = stock * keep + t, spent + stock
    assert same(stock + 10 * spent, got["out"])
    assert same(build(row), got["out"])


def test_a_scan_lets_each_setting_take_its_own_number_of_steps():
    (state,) = scan(lambda t, s: (s + 1,), (np.zeros(4),), np.array([0, 1, 5, 2.9]))
    assert state.tolist() == [0, 1, 5, 2]


def test_a_scan_is_bounded():
    with pytest.raises(ValueError, match=r"n is 1e\+09; a scan takes at most 240 steps"):
        scan(lambda t, s: (s,), (0.0,), 1e9)


def test_a_scan_says_when_a_step_loses_part_of_the_state():
    with pytest.raises(ValueError, match="returned 1 parts; the state has 2"):
        scan(lambda t, a, b: (a,), (0.0, 0.0), 3)


def test_a_quantity_cannot_branch_with_if():
    with pytest.raises(TypeError, match="use where"):
        bool(Term("x") > 1)
