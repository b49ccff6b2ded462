"""The shipped evidence: it says what was published, can be recomputed, and reads as its codebook promises."""

import pandas as pd
import pytest
from paths import ROOT

from deterrence.evidence import clauses, codebook, datasets, findings, honour_rates, promises_tested, read, texts

REFERENCE = ROOT.parent / "shared" / "reference"

# Berkemeier, M. & Fuhrmann, M. (2018), Research & Politics 5(2), abstract: 50 % overall, 66 % before 1945, 22 % from
# 1945 to 2003; defence pacts 41 %, nonaggression 37 %, offence 74 %, neutrality 78 %.
PUBLISHED = {
    ("any", "1816-2003"): (0.50, 73, 146),
    ("any", "1816-1944"): (0.66, 61, 92),
    ("any", "1945-2003"): (0.22, 12, 54),
    ("defence", "1816-2003"): (0.41, 42, 102),
    ("nonaggression", "1816-2003"): (0.37, 18, 49),
    ("offence", "1816-2003"): (0.74, 31, 42),
    ("neutrality", "1816-2003"): (0.78, 35, 45),
}


@pytest.mark.parametrize(("group", "published"), PUBLISHED.items())
def test_rates_agree_with_the_published_ones(group, published):
    rate, honoured, tested = published
    row = honour_rates().set_index(["obligation", "era"]).loc[group]
    assert (row["honoured"], row["tested"]) == (honoured, tested)
    assert round(row["rate"], 2) == pytest.approx(rate, abs=0.005)


def test_rates_are_counted_in_the_table_of_promises():
    promises = promises_tested()
    for row in honour_rates().itertuples():
        part = promises if row.era == "1816-2003" else promises[promises["era"] == row.era]
        part = part if row.obligation == "any" else part[part[row.obligation]]
        assert (row.honoured, row.tested) == (part["honoured"].sum(), len(part))
        assert row.wars == part["war_id"].nunique()
        assert row.rate == pytest.approx(part["honoured"].mean(), abs=1e-4)


def test_intervals_are_wider_than_if_promises_were_independent():
    """Wilson's intervals for 73/146 and 42/102 are .42-.58 and .32-.51; by war about .33-.60 and .20-.54."""
    rates = honour_rates().set_index(["obligation", "era"])
    everything, defence = rates.loc[("any", "1816-2003")], rates.loc[("defence", "1816-2003")]
    assert everything["low"] == pytest.approx(0.33, abs=0.02)
    assert everything["high"] == pytest.approx(0.60, abs=0.02)
    assert defence["low"] == pytest.approx(0.20, abs=0.02)
    assert defence["high"] == pytest.approx(0.54, abs=0.02)


def test_one_war_has_one_name_and_one_year():
    by_war = promises_tested().groupby("war_id")[["war", "year"]].nunique()
    assert len(by_war) == 45
    assert (by_war == 1).all(axis=None)
    assert promises_tested()["war"].nunique() == 45


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the replication data are not at hand")
def test_both_tables_come_out_again_from_the_replication_data(tmp_path):
    from deterrence.evidence import build_honour

    promises = build_honour.promises(REFERENCE)
    build_honour.write(promises, tmp_path / "promises_tested.csv")
    build_honour.write(build_honour.rates(promises), tmp_path / "honour_rates.csv")
    for name in ("promises_tested.csv", "honour_rates.csv"):
        assert (tmp_path / name).read_text("utf-8") == next(build_honour.TABLES.rglob(name)).read_text("utf-8")


@pytest.mark.skipif(not REFERENCE.is_dir(), reason="the replication data are not at hand")
def test_duties_agree_with_the_alliance_data():
    """ATOP 4.01 codes the same duties for the same alliances, from another file."""
    atop = pd.read_csv(REFERENCE / "atop-alliance-level.csv").set_index("atopid")
    promises = promises_tested().set_index("atop_id")
    for ours, theirs in {"defence": "defense", "offence": "offense", "neutrality": "neutral"}.items():
        assert (atop.loc[promises.index, theirs].to_numpy() == promises[ours].astype(int).to_numpy()).all()


def test_interval_is_a_point_when_every_war_says_the_same():
    from deterrence.evidence.build_honour import interval

    table = pd.DataFrame({"war_id": [1, 2, 3], "honoured": [True, True, True]})
    assert interval(table, resamples=50) == (1.0, 1.0)


def test_interval_draws_wars_not_promises():
    """Two wars that disagree: whatever their size, a resample may hold one of them alone."""
    from deterrence.evidence.build_honour import interval

    table = pd.DataFrame({"war_id": [1] * 50 + [2] * 50, "honoured": [True] * 50 + [False] * 50})
    assert interval(table, resamples=2000) == (0.0, 1.0)


def test_clauses_read_as_sentences():
    for row in clauses().itertuples():
        sentence = f"{row.who} {row.modal} {row.duty}, {row.trigger}."
        assert row.who[0].isupper(), sentence
        assert not any(part.endswith((".", ",", " ")) for part in (row.modal, row.duty, row.trigger)), sentence
        assert "  " not in sentence


def test_clauses_grade_agrees_with_their_verb():
    """Who only abstains promises no help; who may choose owes nothing yet; only a named measure is graded highest."""
    allowed = {
        "abstain": {0},
        "declare": {0, 1},
        "consult": {1},
        "may act": {1},
        "must act": {1, 2},
        "must act by all means": {2, 3},
    }
    for row in clauses().itertuples():
        assert row.automatic in allowed[row.strength], f"{row.text} {row.article}"
        assert (row.help == "none") == (row.strength == "abstain") or row.strength == "declare"


def test_budapest_promises_no_arms_and_no_fight():
    budapest = clauses().query("text_id == 'budapest_1994'")
    assert len(budapest) == 6
    assert set(budapest["help"]) == {"none", "diplomatic", "talks"}
    assert (budapest["strength"] == "abstain").sum() == 4


def test_loaders_give_a_fresh_table_each_time():
    table = honour_rates()
    table.loc[0, "rate"] = 9
    assert honour_rates()["rate"].max() <= 1


def test_an_unknown_table_is_refused_by_name():
    with pytest.raises(KeyError, match="honour_rates"):
        read("honor_rates")


def test_datasets_lists_every_table():
    listed = datasets()
    assert list(listed["name"]) == [entry["name"] for entry in codebook()["resources"]]
    assert listed["rows"].tolist() == [len(read(name)) for name in listed["name"]]
    assert (listed[["title", "licence", "sources"]] != "").all(axis=None)


def test_types_are_those_of_the_codebook():
    assert texts()["dated"].dt.year.between(1900, 2026).all()
    assert findings()["value"].dtype == "float64"
    assert promises_tested()["honoured"].dtype == bool
