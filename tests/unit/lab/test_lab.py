"""A lab that is wrong is refused with its name, what is wrong and what would be right."""

from dataclasses import replace

import pytest

from coursekit.lab.declare import Axis, Choice, Preset, Say, Slider, Toggle
from coursekit.lab.declare.sentences import format_number
from coursekit.lab.display import Lab
from coursekit.lab.html.model_lab import mount
from coursekit.model.equations import equation, equations
from coursekit.model.graph import Graph
from coursekit.model.quantity import Symbol, quantity
from deterrence.labs import lab, labs
from deterrence.model import GRAPH, credibility

PROMISE = lab("promise")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": "a b"}, "an id is made of letters"),
        ({"chart": None}, "give either chart= or bars="),
        ({"x": None}, "a chart needs x=Axis"),
        ({"x": Axis("stake", 0, 1)}, "x is 'stake'; it must be one of the controls"),
        ({"show": ("worth",)}, "There is no quantity 'worth'"),
        ({"along": ("worth",)}, "along names 'worth'; it must be one of show"),
        ({"controls": [Slider("trops", "Troops", 0, 1, 1)]}, "control 'trops' is no parameter"),
        ({"controls": [Slider("prize", "Prize", 2, 3, 1)]}, "prize is 1; its range is 2 to 3"),
        ({"controls": [Choice("prize", "Prize", {"a": ("A", 7.0)})]}, "no option has the value 1"),
        ({"compare": {"paper": {}}}, "there is no series 'paper'"),
        ({"compare": {"mixed": {}}}, "labels says no name for the series 'mixed'"),
        ({"compare": {"symbolic": {"words": 1.0}}}, "sets 'words', which is no parameter"),
        ({"presets": [Preset("Case", {"prize": 99})]}, "prize is 99; its range is 0.2 to 2"),
        ({"says": [[Say("It is {symbolic.worth}.")]]}, "a sentence names {symbolic.worth}"),
        ({"says": [[Say("Yes.", lambda r: r("prize") > 9)]]}, "it says nothing at its default state"),
    ],
)
def test_a_lab_that_is_wrong_is_refused(change, said):
    with pytest.raises(ValueError) as error:
        replace(PROMISE, **{"opens": {}} | change)
    assert said in str(error.value)


def test_the_labs_are_found_by_name_and_each_shows_itself():
    for name, found in labs().items():
        assert found.id == name
        html = mount(found) if isinstance(found, Lab) else found._repr_mimebundle_()["text/html"]
        assert f'<section class="lab" id="lab-{name}"' in html
        assert 'role="status"' in html
        assert "<table" in html


def test_an_unknown_lab_is_named_with_those_there_are():
    with pytest.raises(ValueError, match=f"There is no lab 'promises'; there are {', '.join(labs())}"):
        lab("promises")


def test_symbolic_is_only_words_and_tangible_only_forces():
    for found in labs().values():
        if isinstance(found, Lab):
            assert found.compare.get("symbolic", {}).get("troops_share", 0.0) == 0
            assert found.compare.get("tangible", {}).get("words_share", 0.0) == 0


def test_what_the_page_says_escapes_what_a_lab_names():
    wicked = replace(PROMISE, question="<script>alert(1)</script>", caption="a & b")
    assert "<script>" not in mount(wicked)


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (0.125, "%", "13%"),
        (0.01, "points", "1 point"),
        (-0.001, "points", "0 points"),
        (12345.5, ",", "12,346"),
        (float("nan"), "%", "—"),
        (1.005, ".1f", "1.0"),
        (0.305, "hundredths", "31"),
        (0.0, "%", "0%"),
        (0.002, "%", "under 1%"),
        (0.005, "%", "1%"),
        (0.9949, "%", "99%"),
        (0.997, "%", "over 99%"),
        (1.0, "%", "100%"),
    ],
)
def test_numbers_as_a_reader_sees_them(number, form, text):
    assert format_number(number, form) == text


def test_a_toggle_takes_one_and_nought_only():
    toggle = Toggle("peace", "Peace")
    assert [toggle.number(key) for key in ("1", "off", True, 0.0)] == [1, 0, 1, 0]
    with pytest.raises(ValueError, match="neither 1 nor 0"):
        toggle.number("maybe")


@pytest.mark.parametrize("name", GRAPH.order)
def test_every_quantity_prints_its_equation_in_symbols(name):
    latex = equation(GRAPH, name)
    assert latex.startswith(GRAPH.symbols[name].latex)
    assert "Zz" not in latex
    assert r"\_" not in latex  # symbols, not names


def test_equations_follow_the_function_not_a_copy_of_it():
    declared = quantity({"twice": Symbol("y", "Twice", "one"), "x": Symbol("x", "It", "one")})

    @declared
    def twice(x=1.0):
        """Twice. Source: arithmetic."""
        return 2 * x

    assert equations(Graph([twice], {"twice": Symbol("y", "", ""), "x": Symbol("x", "", "")}), "twice") == (
        "\\begin{aligned}\ny &= 2 {x}\n\\end{aligned}"
    )


def test_quantities_that_need_each_other_are_refused():
    symbols = {name: Symbol(name, name, "one") for name in ("a", "b")}
    declared = quantity(symbols)

    @declared
    def a(b):
        return b

    @declared
    def b(a):
        return a

    with pytest.raises(ValueError, match="in a circle"):
        Graph([a, b], symbols)


def test_two_defaults_for_one_parameter_are_refused():
    symbols = {name: Symbol(name, name, "one") for name in ("a", "b", "x")}
    declared = quantity(symbols)

    @declared
    def a(x=1.0):
        return x

    @declared
    def b(x=2.0):
        return x

    with pytest.raises(ValueError, match="the default of 'x' differs"):
        _ = Graph([a, b], symbols).defaults


def test_a_name_that_is_not_in_the_table_is_refused():
    with pytest.raises(ValueError, match="'x' is not in the table of symbols"):

        @quantity({"a": Symbol("a", "a", "one")})
        def a(x=1.0):
            return x


def test_a_part_of_a_graph_keeps_the_defaults_of_the_whole():
    part = GRAPH.behind("critical_credibility")
    assert part.evaluate()["critical_credibility"] == GRAPH.evaluate()["critical_credibility"]
    assert part.defaults.items() <= GRAPH.defaults.items()


@pytest.mark.parametrize("value", [None, "0.3", "much", [1, "x"]])
def test_what_is_no_number_is_refused_though_numpy_would_take_it(value):
    with pytest.raises(ValueError, match="resolve must be a number"):
        credibility(value)
