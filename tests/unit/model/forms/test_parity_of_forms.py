"""Under every combination of forms the page's JavaScript and NumPy compute the same: ten thousand samples."""

import numpy as np
from lab_in_node import ask, same
from model_settings import many

from coursekit.lab.compile.javascript import PRELUDE, compile_graph
from coursekit.model.branches import choose
from coursekit.model.forms import alternatives
from coursekit.model.symbolic import Term, exp, tracing
from deterrence.model import GRAPH
from deterrence.model.forms import FORMS

COUNT, BATCH = 10_000, 2_500
CONTESTED = [name for name in GRAPH.order if alternatives(GRAPH.functions[name])]
CHAIN = GRAPH.behind(*CONTESTED, "critical_credibility", "belief_after_signal")


def test_ten_thousand_samples_over_all_forms_are_the_same_in_the_page():
    rng = np.random.default_rng(1997)
    source = f"{PRELUDE} globalThis.coursekit = {{labs: {{model: {{evaluate: {compile_graph(CHAIN)}}}}}}};"
    met = set()
    for seed in range(COUNT // BATCH):
        drawn = many(CHAIN.defaults, seed, BATCH) | {
            name: rng.integers(0, len(forms.options), BATCH).astype(float) for name, forms in FORMS.items()
        }
        met |= set(zip(*(drawn[name] for name in FORMS), strict=True))
        rows = [dict(zip(drawn, map(float, row), strict=True)) for row in zip(*drawn.values(), strict=True)]
        theirs = ask(source=source, lab="model", evaluate=rows)["evaluated"]
        ours = CHAIN.evaluate(**drawn)
        for quantity in CONTESTED:
            values = np.broadcast_to(ours[quantity], BATCH)
            wrong = [i for i in range(BATCH) if not same(values[i], theirs[i][quantity])]
            assert not wrong, (quantity, len(wrong), rows[wrong[0]], values[wrong[0]], theirs[wrong[0]][quantity])
    assert len(met) == np.prod([len(forms.options) for forms in FORMS.values()])


def test_the_same_choice_is_written_down_and_computed_once():
    with tracing() as trace:
        first, second = (choose(Term("$form"), lambda: exp(Term("$x")), lambda: exp(-Term("$x"))) for _ in range(2))
        other = choose(Term("$form"), lambda: exp(Term("$x")), lambda: exp(Term("$y")))
    assert first.js == second.js != other.js
    assert sum(line.startswith("let ") for line in trace.lines) == 2
