"""A split budget never spends more than there is, keeps proportions, and is split in the page as in Python."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lab_in_node import ask

from coursekit.lab.compile.model_lab_script import describe_controls
from coursekit.lab.declare import Budget, Preset, Say
from coursekit.lab.declare.budget import share_out
from coursekit.lab.display import Lab
from coursekit.lab.html.model_lab import mount
from coursekit.lab.widgets.model_lab import view
from deterrence.model import GRAPH, draws

PARTS = {"words_share": "Words", "troops_share": "Troops", "industry_share": "Industry", "army_share": "Army"}
SPLIT = Budget("split", "How the money is spent", PARTS, words=("words_share",))


def lab_with(budget: Budget, **changes) -> Lab:
    return Lab(
        **{
            "id": "split",
            "title": "a split",
            "question": "What is the money best spent on?",
            "model": GRAPH,
            "show": ("deterrence_value",),
            "compare": {"mixed": {}},
            "labels": {"mixed": "Your package"},
            "controls": [budget],
            "draws": draws(),
            "bars": "deterrence_value",
            "says": [[Say("It is worth {mixed.deterrence_value:points}.")]],
            "presets": [Preset("Half and half", {"words_share": 0.5, "troops_share": 0.5})],
        }
        | changes
    )


UNITS = st.lists(st.integers(0, 100), min_size=1, max_size=6)


@given(UNITS, st.integers(0, 100), st.booleans())
def test_shares_fit_and_are_in_proportion(units, room, whole):
    made = share_out(units, room, whole)
    total = sum(units)
    assert sum(made) == (room if whole else min(total, room))
    assert all(part >= 0 for part in made)
    if total:
        assert all(abs(new - old * sum(made) / total) < 1 for new, old in zip(made, units, strict=True))
    assert share_out(made, room, whole) == made  # what fits stays


@given(st.lists(st.integers(0, 100), min_size=4, max_size=4), st.sampled_from(list(PARTS)), st.integers(0, 100))
def test_the_part_that_is_moved_gets_what_it_asks_for_and_the_budget_holds(units, moved, value):
    start = dict(zip(PARTS, (unit / 100 for unit in share_out(units, 100, False)), strict=True))
    after = SPLIT.split(start, {moved: value / 100})
    assert after[moved] == value / 100
    assert sum(after.values()) <= 1 + 1e-9
    others = {name: start[name] for name in PARTS if name != moved}
    if sum(others.values()) + value / 100 <= 1 + 1e-9:  # the unspent rest was enough
        assert all(after[name] == pytest.approx(share) for name, share in others.items())


@settings(max_examples=5, deadline=None)
@given(st.data())
def test_the_page_splits_as_python_does(data):
    cases, ours = [], []
    for _ in range(60):
        budget = Budget("b", "B", PARTS, step=data.draw(st.sampled_from([0.01, 0.05])), whole=data.draw(st.booleans()))
        start = {name: data.draw(st.integers(0, budget.steps)) * budget.step for name in PARTS}
        fixed = {
            name: round(data.draw(st.integers(0, budget.steps)) * budget.step, 10)
            for name in data.draw(st.sets(st.sampled_from(list(PARTS)), max_size=4))
        }
        plan = {"name": "b", "parts": list(PARTS), "total": 1.0, "step": budget.step, "whole": budget.whole}
        cases.append({"budget": plan, "start": start, "fixed": fixed})
        try:
            ours.append(budget.split(start, fixed))
        except ValueError:
            ours.append(None)
    assert ask(splits=cases)["splits"] == ours


def test_a_state_takes_some_parts_and_the_others_give_way():
    made = lab_with(SPLIT)
    assert made.state() == {"words_share": 1, "troops_share": 0, "industry_share": 0, "army_share": 0}
    assert made.state(troops_share=0.4) == {
        "words_share": 0.6,
        "troops_share": 0.4,
        "industry_share": 0,
        "army_share": 0,
    }
    assert made.state(words_share=0.2)["troops_share"] == 0  # the rest is unspent
    with pytest.raises(ValueError, match=r"troops_share, army_share add up to 1.2; they may add up to 1\."):
        made.state(troops_share=0.6, army_share=0.6)
    with pytest.raises(ValueError, match=r"troops_share is 1\.4; its range is 0 to 1"):
        made.state(troops_share=1.4)


def test_where_all_is_spent_the_others_take_what_is_given_up():
    made = lab_with(Budget("split", "All of it", PARTS, whole=True))
    assert sum(made.state(words_share=0.1).values()) == pytest.approx(1)
    with pytest.raises(ValueError, match="they must add up to 1"):
        made.state(words_share=0.1, troops_share=0, industry_share=0, army_share=0)


def test_the_page_has_a_labelled_group_with_an_input_for_each_part():
    html = mount(lab_with(SPLIT))
    assert "<fieldset" in html and "<legend>How the money is spent</legend>" in html
    for name, label in PARTS.items():
        assert f'<label for="split-{name}" id="split-{name}-label">{label}</label>' in html
        assert f'name="{name}" min="0" max="1" step="0.01"' in html
    assert "Unspent:" in html and "Unspent:" not in mount(lab_with(Budget("s", "S", PARTS, whole=True)))


def test_machines_are_told_of_each_part_and_of_the_budget():
    described = describe_controls(lab_with(SPLIT))
    assert [entry["name"] for entry in described] == list(PARTS)
    assert described[1] == {
        "name": "troops_share",
        "kind": "slider",
        "default": 0.0,
        "min": 0.0,
        "max": 1.0,
        "step": 0.01,
        "form": "%",
        "budget": "split",
        "total": 1.0,
    }


def test_in_a_notebook_the_sliders_give_way_and_a_case_sets_them_all():
    box = view(lab_with(SPLIT))
    sliders = {child.description: child for child in box.children if hasattr(child, "readout_format")}
    sliders["Army"].value = 0.75
    assert [slider.value for slider in sliders.values()] == pytest.approx([0.25, 0, 0, 0.75])
    sliders["Army"].value = 0.25
    assert [slider.value for slider in sliders.values()] == pytest.approx([0.25, 0, 0, 0.25])
    box.children[1].children[0].click()
    assert [slider.value for slider in sliders.values()] == pytest.approx([0.5, 0.5, 0, 0])


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"parts": {"words_share": "Words"}}, "it needs two or more"),
        ({"step": 0.3}, "must be a whole number of steps"),
        ({"words": ("paper",)}, "has no part paper"),
    ],
)
def test_a_budget_that_is_wrong_is_refused(given, said):
    with pytest.raises(ValueError, match=said):
        Budget(**{"name": "split", "label": "S", "parts": PARTS} | given)


def test_a_lab_refuses_a_budget_that_does_not_fit_its_model():
    with pytest.raises(ValueError, match="control 'nurses' is no parameter"):
        lab_with(Budget("split", "S", {"words_share": "W", "nurses": "N"}))
    with pytest.raises(ValueError, match=r"words_share is 1; its range is 0 to 0\.5"):
        lab_with(Budget("split", "S", PARTS, total=0.5))
    with pytest.raises(ValueError, match="named like a parameter"):
        lab_with(Budget("budget", "S", PARTS))
