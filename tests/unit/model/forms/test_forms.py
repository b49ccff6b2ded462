"""The contested forms as such: each has a source, its siblings share its arguments, and the defaults change nothing."""

import inspect
import re

import numpy as np
import pytest
from model_settings import many
from paths import ROOT

from coursekit.model.branches import choose
from coursekit.model.forms import Form, Forms, alternatives, universes
from coursekit.model.graph import Graph
from deterrence.model import GRAPHS, QUANTITIES, SYMBOLS
from deterrence.model.forms import FORMS

CONTESTED = [function for function in QUANTITIES if alternatives(function)]
FORMULAS = [
    (function.__name__, selector, place, formula)
    for function in CONTESTED
    for selector, formulas in alternatives(function).items()
    for place, formula in enumerate(formulas)
]
KEYS = set(re.findall(r"^@\w+\{(\w+),", (ROOT / "book" / "references.bib").read_text("utf-8"), re.M))


def sourced(text: str) -> bool:
    """Whether a text names a work of the bibliography, or says that something was assumed."""
    return "assumed" in text or any(word in KEYS for word in re.findall(r"\w+", text))


@pytest.mark.parametrize("name", FORMS)
def test_every_form_has_a_plain_sentence_and_a_source_or_the_word_assumed(name):
    forms = FORMS[name]
    assert forms.name == name and forms.reason.endswith(".")
    for form in forms.options:
        assert form.sentence.endswith("."), form.key
        assert sourced(form.source), form.key
        cited = set(re.findall(r"\b[a-z]+(?:19|20)\d\d[a-z]?\b", form.source))
        assert cited <= KEYS, form.key


@pytest.mark.parametrize(("quantity", "selector", "place", "formula"), FORMULAS)
def test_every_alternative_says_its_source_and_takes_what_its_siblings_take(quantity, selector, place, formula):
    doc = inspect.unwrap(formula).__doc__ or ""
    source = doc.partition("Source:")[2]
    assert source.strip(), f"{formula.__name__} says no source."
    assert len(alternatives(GRAPHS_OF[quantity])[selector]) == len(FORMS[selector].options)
    first = inspect.signature(alternatives(GRAPHS_OF[quantity])[selector][0])
    given = inspect.signature(formula)
    assert {n: p.default for n, p in given.parameters.items()} == {n: p.default for n, p in first.parameters.items()}


GRAPHS_OF = {function.__name__: function for function in CONTESTED}


def test_every_question_is_answered_by_some_quantity_and_every_selector_stands_in_the_table():
    used = {selector for function in CONTESTED for selector in alternatives(function)}
    assert used == set(FORMS)
    for name, forms in FORMS.items():
        assert (SYMBOLS[name].low, SYMBOLS[name].high) == (0, len(forms.options) - 1)
        assert SYMBOLS[name].band is None  # a form is chosen, not drawn


@pytest.mark.parametrize("name", GRAPHS)
def test_the_default_forms_give_what_the_default_formulas_alone_give_to_the_last_digit(name):
    graph = GRAPHS[name]
    plain = Graph(
        [_plain(function) if alternatives(function) else function for function in graph.functions.values()],
        SYMBOLS,
    )
    drawn = many([n for n in plain.defaults if n not in FORMS], 2024, 200)
    drawn |= {n: np.zeros(200) for n in plain.defaults if n in FORMS}
    with np.errstate(all="ignore"):
        ours, theirs = graph.evaluate(**drawn), plain.evaluate(**drawn)
    for quantity in graph.order:
        np.testing.assert_array_equal(
            np.broadcast_to(ours[quantity], 200), np.broadcast_to(theirs[quantity], 200), err_msg=quantity
        )


def _plain(function):
    """The innermost formula, without its alternatives and without checks."""
    return inspect.unwrap(function)


def test_a_selector_may_be_a_number_or_an_array():
    options = (lambda: 1.0, lambda: np.array([2.0, 3.0, 4.0]), lambda: 5.0)
    assert [choose(at, *options) for at in (0.0, 2.0)] == [1.0, 5.0]
    assert choose(np.array([0.0, 1.0, 2.0]), *options).tolist() == [1.0, 3.0, 5.0]


def test_only_the_chosen_option_is_computed():
    def never():
        raise AssertionError("The other form was computed.")

    assert choose(1.0, never, lambda: 3.0) == 3.0


A, B = (Form(key, f"{key}.", "It is so.", "assumed") for key in "ab")


def test_forms_that_are_not_siblings_are_refused():
    forms = Forms("form_x", "Which?", "It is simple.", (A, B))

    def first(height: float = 1.0) -> float:
        return height

    def second(width: float = 1.0) -> float:
        return width

    def third(height: float = 2.0) -> float:
        return height

    for other in (second, third):
        with pytest.raises(ValueError, match="must take what first takes: height"):
            forms.of(other)(first)
    with pytest.raises(ValueError, match="has 2 forms, not 3"):
        forms.of(first, first)(first)
    assert forms.number("b") == 1.0
    with pytest.raises(ValueError, match="there is no form 'c'; there are a, b"):
        forms.number("c")


def test_none_stands_for_the_default_formula():
    forms = Forms("form_x", "Which?", "It is simple.", (A, B, Form("c", "c.", "It is so.", "assumed")))

    def first(height: float = 1.0) -> float:
        return height

    def second(height: float = 1.0) -> float:
        return -height

    chosen = forms.of(second, None)(first)
    assert [chosen(3.0, place) for place in (0.0, 1.0, 2.0)] == [3.0, -3.0, 3.0]
    assert alternatives(chosen)["form_x"] == (first, second, first)


@pytest.mark.parametrize("options", [(A,), (A, A), (A, Form("b", "b", "", "assumed")), (A, Form("b", "b", "So.", ""))])
def test_a_form_alone_or_without_sentence_or_source_is_refused(options):
    with pytest.raises(ValueError, match="form_x"):
        Forms("form_x", "Which?", "It is simple.", options)


def test_universes_are_all_combinations_the_defaults_first():
    made = list(universes(*FORMS.values()))
    assert len(made) == np.prod([len(forms.options) for forms in FORMS.values()])
    assert made[0] == dict.fromkeys(FORMS, 0.0)
    assert len({tuple(one.items()) for one in made}) == len(made)
