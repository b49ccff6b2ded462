"""Base rates, presence, industry and providers: they say what was published and come out again from the data."""

import re

import pandas as pd
import pytest
from paths import ROOT

from deterrence.evidence import check
from deterrence.evidence.base_rates import base_rate_differences, base_rates
from deterrence.evidence.build_honour import TABLES, write
from deterrence.evidence.presence import battlegroups
from deterrence.evidence.tables import read

REFERENCE = ROOT.parent / "shared" / "reference"
at_hand = pytest.mark.skipif(not REFERENCE.is_dir(), reason="the source data are not at hand")

# Counts over politically relevant directed dyad-years of rivals (data of the R package peacesciencer, Miller 2022,
# doi 10.1177/07388942221077926): outcome, era, without and with an outside defence pact, in per cent; events.
COUNTED = [
    ("dispute", "1946-2010", (9.6, 9.7), (145, 419)),
    ("war", "1946-2010", (1.20, 0.40), (18, 17)),
    ("dispute", "1816-1944", (4.16, 3.88), (187, 103)),
    ("war", "1816-1944", (0.49, 0.72), (22, 19)),
]


@pytest.mark.parametrize(("outcome", "era", "percent", "events"), COUNTED)
def test_rates_among_rivals_are_those_counted(outcome, era, percent, events):
    rows = base_rates().query("rival and outcome == @outcome and era == @era").sort_values("pact")
    assert tuple(rows["events"]) == events
    digits = 1 if outcome == "dispute" and era == "1946-2010" else 2
    assert tuple((100 * rows["rate"]).round(digits)) == percent


def test_the_sign_flips_between_the_eras_in_both_counts():
    """And which difference is clear of 0 depends on the count: neither era alone may be told as the finding."""
    wars = base_rate_differences().set_index(["outcome", "era"])
    clear = {}
    for outcome in ("war", "war begun (recount)"):
        early, late = wars.loc[(outcome, "1816-1944")], wars.loc[(outcome, "1946-2010")]
        assert early["difference"] > 0 > late["difference"]
        clear[outcome] = (early["wide_low"] > 0, late["wide_high"] < 0)
    assert clear == {"war": (False, True), "war begun (recount)": (True, False)}


def test_no_difference_in_disputes_is_clear_of_zero():
    disputes = base_rate_differences().query("outcome in ['dispute', 'force']")
    assert len(disputes) == 4
    assert (disputes["low"] < 0).all()
    assert (disputes["high"] > 0).all()


def test_a_wider_interval_stands_where_and_only_where_it_was_computed():
    rates = base_rates()
    computed = rates["rival"] & rates["outcome"].str.startswith("war")
    for column in ("design_effect", "wide_low", "wide_high"):
        assert (rates[column].notna() == computed).all()


@at_hand
def test_base_rates_come_out_again(tmp_path):
    from deterrence.evidence import build_base_rates

    rates = build_base_rates.rates(REFERENCE)
    write(rates, tmp_path / "base_rates.csv")
    write(build_base_rates.differences(rates), tmp_path / "base_rate_differences.csv")
    for name in ("base_rates.csv", "base_rate_differences.csv"):
        assert (tmp_path / name).read_text("utf-8") == next(TABLES.rglob(name)).read_text("utf-8")


@at_hand
def test_the_recount_keeps_its_sign_without_the_world_wars():
    """Many dyads enter one world war: the early difference must not hang on those two alone."""
    from deterrence.evidence.build_base_rates import recount

    dyads = recount(REFERENCE)
    early = dyads[dyads["year"].between(1816, 1944)]
    calm = early[~early["year"].between(1914, 1918) & (early["year"] < 1939)]
    rates = calm.groupby("pact")["began"].mean()
    assert rates[True] > 1.5 * rates[False]


@at_hand
def test_presence_providers_and_losses_come_out_again(tmp_path):
    from deterrence.evidence import build_presence, build_providers

    made = {
        "troop_presence": build_presence.presence(REFERENCE),
        "providers": build_providers.providers(REFERENCE),
        "equipment_losses": build_providers.losses(REFERENCE),
    }
    for name, table in made.items():
        write(table, tmp_path / name)
        assert (tmp_path / name).read_text("utf-8") == (next(TABLES.rglob(f"{name}.csv"))).read_text("utf-8")


@at_hand
def test_the_forward_battlegroups_agree_with_the_draft():
    draft = pd.read_csv(REFERENCE / "efp_battlegroups_2022-06-28.csv").set_index("host")["troops"]
    groups = battlegroups()
    ours = groups[groups["as_of"] == pd.Timestamp("2022-06-28")].set_index("host")["troops"]
    assert ours.astype(int).to_dict() == draft.to_dict()


OURS = ["base_rates", "base_rate_differences", "troop_presence", "battlegroups", "promise_delivery"]
OURS += ["production_claims", "providers", "provider_statements", "equipment_losses"]


@pytest.mark.parametrize("name", OURS)
def test_every_source_is_in_the_bibliography(name):
    bibliography = (ROOT / "book" / "references.bib").read_text("utf-8")
    keys = set(re.findall(r"^@\w+\{(\w+),", bibliography, flags=re.MULTILINE))
    sources = {key for cell in read(name)["source"] for key in cell.split("; ")}
    assert sources <= keys


BREAKS = [
    ("base_rates", "design_effect", "wide_low", "0.5", "low"),
    ("base_rate_differences", "wide_low", "high", "-0.9", "high"),
    ("battlegroups", "lead_troops", "lead_troops", "99999", "troops"),
    ("provider_statements", "provider", "provider", "Atlantis", "provider"),
    ("promise_delivery", "due", "as_of", "soon", "as_of"),
    ("troop_presence", "fault", "fault", "odd", "fault"),
]


@pytest.mark.parametrize(("name", "filled", "column", "value", "blamed"), BREAKS)
def test_a_broken_cell_is_refused_with_its_row(name, filled, column, value, blamed):
    """Each break is put into the first row whose column ``filled`` is not empty."""
    table = pd.read_csv(next(TABLES.rglob(f"{name}.csv")), dtype=str, keep_default_na=False)
    row = int((table[filled] != "").to_numpy().nonzero()[0][0])
    table.loc[row, column] = value
    faults = check(table, name)
    assert blamed in {fault.column for fault in faults}
    assert {fault.line for fault in faults} == {row + 2}
