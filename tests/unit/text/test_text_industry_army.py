"""The chapters on industry and army: their sentences hold, their tables agree with themselves, no side always wins."""

import pandas as pd
import pytest

from deterrence.evidence import aid_months, interception_claims
from deterrence.labs import lab
from deterrence.labs.industry.delivery import claims
from deterrence.text import army, industry
from deterrence.text.army_figures import interception_figure
from deterrence.text.industry_figures import aid_figure, shells_figure


@pytest.mark.parametrize(
    ("chapter", "number", "value"),
    [
        (industry, "five-nothing-endurance", 60.0),
        (industry, "rich-tangible-deterrence_value", 0.9),
        (industry, "sheds-tangible-endurance", 19.0),
        (army, "square-tangible-battle_margin", 0.5),
        (army, "missiles-to-dec2023", 0.7),
    ],
)
def test_a_sentence_that_is_no_longer_true_stops_the_build(chapter, number, value):
    name = chapter.__name__.rsplit(".", 1)[1]
    numbers = getattr(chapter, f"{name}_numbers")()
    with pytest.raises(ValueError, match=rf"chapters/{name}\.md says that .* rewrite that passage"):
        chapter._check(numbers | {number: value})


def test_the_text_follows_the_evidence(monkeypatch):
    """A cell of the evidence changes, and the number in the text with it."""
    fewer = aid_months()
    fewer.loc[20, "military"] = 0.0  # August 2023, until then a month like others
    before = industry.industry_numbers()["aid-thin"]
    monkeypatch.setattr(industry, "aid_months", lambda: fewer)
    assert industry.industry_numbers()["aid-thin"] == before + 1


def test_months_of_aid_run_on_without_a_hole():
    months = aid_months()["month"]
    assert list(months) == list(pd.date_range(months.iloc[0], periods=len(months), freq="MS"))


def test_shares_stopped_are_what_the_counts_make():
    counted = interception_claims().dropna(subset=["launched", "stopped"])
    assert len(counted) >= 4
    assert ((counted["stopped"] / counted["launched"] - counted["low"]).abs() < 0.001).all()


@pytest.mark.parametrize("figure", [aid_figure, shells_figure, interception_figure])
def test_each_figure_draws_and_reads_itself_out(figure):
    html = figure()._repr_html_()
    assert "<svg" in html
    assert html.count("<tr") > 4


def test_the_crosses_are_the_claims_that_were_seen():
    shown = claims()
    assert len(shown) == 9  # of ten claims of delivery, one report was not seen
    assert min(row["low"] for row in shown) == 220
    assert sum(row["open"] for row in shown) == 2


def test_there_are_settings_where_each_side_of_the_argument_is_right():
    """Own production, aid, words, things, the few and the many: each is ahead somewhere."""
    months = lab("endurance").readings
    assert months(month=36)["nothing.endurance"] > months(month=36)["tangible.endurance"]
    early = months(month=48, aid_stops=2, aid_gap=36, stock_start=1000, capacity_goal=240)
    assert early["nothing.endurance"] < early["tangible.endurance"]
    for name, words, things in (
        ("arms", {"budget": 5}, {"budget": 5, "audience_ceiling": 0}),
        ("modern", {"budget": 10}, {"budget": 10, "protege_strength": 0.9}),
    ):
        paper, built = lab(name).readings(**words), lab(name).readings(**things)
        assert paper["symbolic.deterrence_value"] > paper["tangible.deterrence_value"]
        assert built["symbolic.deterrence_value"] < built["tangible.deterrence_value"]
    fight = lab("lanchester").readings
    few = fight(lanchester_exponent=1, defender_effect=8)
    many = fight(lanchester_exponent=2, defenders=700, defender_effect=5)
    assert few["tangible.battle_margin"] > 0 > few["nothing.battle_margin"]
    assert many["nothing.battle_margin"] > 0 > many["tangible.battle_margin"]
