"""The page's JavaScript and NumPy compute the same, for every quantity of every graph of the model."""

import numpy as np
import pytest
from lab_in_node import ask, same
from model_settings import many

from coursekit.lab.compile.javascript import PRELUDE, compile_graph
from deterrence.model import GRAPHS, QUANTITIES

COUNT = 300


@pytest.mark.parametrize("name", GRAPHS)
def test_every_quantity_of_the_model_is_the_same_in_the_page(name):
    graph = GRAPHS[name]
    drawn = many(graph.defaults, 1997, COUNT, forms=True)
    rows = [dict(zip(drawn, map(float, row), strict=True)) for row in zip(*drawn.values(), strict=True)]
    source = f"{PRELUDE} globalThis.coursekit = {{labs: {{model: {{evaluate: {compile_graph(graph)}}}}}}};"
    theirs = ask(source=source, lab="model", evaluate=rows)["evaluated"]
    ours = graph.evaluate(**drawn)
    for quantity in graph.order:
        values = np.broadcast_to(ours[quantity], COUNT)
        wrong = [i for i in range(COUNT) if not same(values[i], theirs[i][quantity])]
        assert not wrong, (quantity, len(wrong), rows[wrong[0]], values[wrong[0]], theirs[wrong[0]][quantity])
        assert len({float(value) for value in values}) > 1, f"{quantity} never moved: the comparison shows nothing."


def test_no_quantity_is_left_out():
    compared = [name for graph in GRAPHS.values() for name in graph.order]
    assert sorted(compared) == sorted(function.__name__ for function in QUANTITIES)
