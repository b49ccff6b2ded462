"""Base rates, presence, industry and providers: they say what was published and come out again from the data."""

import re
from pathlib import Path

import pandas as pd
import pytest

from deterrence.evidence import check
from deterrence.evidence.base_rates import base_rate_differences, base_rates
from deterrence.evidence.build_honour import TABLES, write
from deterrence.evidence.industry import equipment_losses, production_claims, production_ranges, promise_delivery
from deterrence.evidence.presence import battlegroups, troop_presence
from deterrence.evidence.providers import provider_profiles, provider_statements, providers
from deterrence.evidence.tables import read

ROOT = Path(__file__).parents[2]
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
        assert (tmp_path / name).read_text("utf-8") == (TABLES / name).read_text("utf-8")


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
        assert (tmp_path / name).read_text("utf-8") == (TABLES / f"{name}.csv").read_text("utf-8")


@at_hand
def test_the_forward_battlegroups_agree_with_the_draft():
    draft = pd.read_csv(REFERENCE / "efp_battlegroups_2022-06-28.csv").set_index("host")["troops"]
    groups = battlegroups()
    ours = groups[groups["as_of"] == pd.Timestamp("2022-06-28")].set_index("host")["troops"]
    assert ours.astype(int).to_dict() == draft.to_dict()


def test_the_battlegroups_add_up_to_what_nato_said():
    """NATO's spokeswoman, 28 June 2022 (LSM, same day): 9641 troops in 8 battlegroups."""
    groups = battlegroups()
    rows = groups[groups["as_of"] == pd.Timestamp("2022-06-28")]
    assert (len(rows), rows["troops"].sum()) == (8, 9641)


def test_known_faults_of_the_troop_series_are_flagged():
    table = troop_presence().set_index(["host", "year"])
    assert (table.query("year in [1951, 1952] and older.notna()")["fault"] == "imputed").all()
    assert set(table[table["fault"] == "rebuilt counts twice"].index.get_level_values("year")) == {2008}
    vietnam = table.loc["Vietnam"].loc[1954:1975]
    assert (vietnam["fault"] == "filed elsewhere").all()
    assert vietnam.loc[1968, "low"] == vietnam.loc[1968, "high"] == 537_377
    assert vietnam.loc[1972, ["low", "high"]].tolist() == [35_292, 69_242]
    assert table.loc["Kuwait"].loc[2003:2005, "low"].min() > 30_000


def test_forces_that_rotate_are_missing():
    """Poland 2020: NATO's figures (Top Channel 2022) give the US part of one battlegroup alone as about 670."""
    groups = battlegroups()
    poland = groups[(groups["host"] == "Poland") & (groups["as_of"] == pd.Timestamp("2020-12-31"))]
    assigned = troop_presence().set_index(["host", "year"]).at[("Poland", 2020), "high"]
    assert assigned < 200 < poland["lead_troops"].item() == 670


def test_no_wrong_value_enters_the_span():
    table = troop_presence()
    assert table.loc[table["fault"] == "imputed", ["low", "high"]].isna().all(axis=None)
    twice = table[table["fault"] == "rebuilt counts twice"]
    assert (twice["high"] == twice["older"]).all()
    assert (table.loc[table["standing"] == "estimated", "fault"] == "imputed").all()


def test_half_the_shells_had_come_by_the_due_date():
    """Borrell (Politico, 31 January 2024): 524,000, or 52 %, by March; (Ukrainska Pravda, 18 November 2024): met."""
    shells = promise_delivery().query("promise == 'eu_shells'")
    expected = shells[(shells["kind"] == "forecast") & (shells["as_of"] == shells["due"])]
    assert expected["share_low"].item() == pytest.approx(0.52, abs=0.005)
    met = shells[(shells["kind"] == "delivered") & (shells["share_low"] >= 1)]
    assert met["as_of"].min() == pd.Timestamp("2024-11-18")
    assert (met["as_of"] > met["due"]).all()


def test_aid_allocated_against_committed():
    """Kiel Institute, 16 February 2024: 77 of 144 billion euros; June 2024: 75.8 of 177.9 and 24.7 of 98.7 to go."""
    aid = promise_delivery().query("kind == 'allocated'").set_index("promise")
    assert (aid["promised"] - aid["low"]).round(1).to_dict() == {"eu_aid": 67.0, "europe_aid": 75.8, "us_aid": 24.7}


def test_ranges_hold_every_claim():
    claims, ranges = production_claims(), production_ranges()
    assert ranges["claims"].sum() == len(claims)
    together = claims.merge(ranges, on=["producer", "item", "measure", "year", "unit"], suffixes=("", "_all"))
    assert len(together) == len(claims)
    assert not (together["low"] < together["low_all"]).any()
    assert not (together["high"] > together["high_all"]).any()


def test_russian_and_european_shells_are_ranges():
    """CNN, 11 March 2024: 3 million; Bain via Sky News, 26 May 2024: 4.5 million. EU: 'a third' of 1.7 million."""
    ranges = production_ranges().set_index(["producer", "item", "measure", "year"])
    russia = ranges.loc[("Russia", "artillery rounds", "output", 2024)]
    assert (russia["low"], russia["high"]) == (3_000_000, 4_500_000)
    europe = ranges.loc[("European Union", "155 mm shells", "capacity", 2024)]
    assert europe["high"] / europe["low"] > 3


def test_losses_add_up_to_the_total_from_which_their_date_was_inferred():
    losses = equipment_losses()
    assert losses["documented"].sum() == 9022
    assert losses.set_index("equipment").at["Tanks", "documented"] == 1673


def test_providers_cover_the_same_sixteen():
    names = set(providers()["provider"])
    assert len(names) == 16
    assert set(provider_statements()["provider"]) == names
    assert set(provider_profiles().index) == names


def test_profiles_hold_the_latest():
    profiles = provider_profiles()
    # Kiel Institute, as reported on 12 August 2025 (Daily Times): US military aid 64.6 billion euros, and none since.
    assert profiles.at["United States", "military aid"] == pytest.approx(64.6, abs=0.05)
    assert profiles.at["Finland", "stance"] == "support from outside Ukraine"
    assert profiles.at["Germany", "leads"] == "Lithuania"
    assert pd.isna(profiles.at["Türkiye", "military aid"])


@pytest.mark.parametrize("name", ["provider_statements", "promise_delivery", "production_claims", "battlegroups"])
def test_what_people_say_is_never_called_measured(name):
    table = read(name)
    counted = table["source"].str.startswith("kiel")
    assert (table.loc[~counted, "standing"] != "measured").all()


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
    table = pd.read_csv(TABLES / f"{name}.csv", dtype=str, keep_default_na=False)
    row = int((table[filled] != "").to_numpy().nonzero()[0][0])
    table.loc[row, column] = value
    faults = check(table, name)
    assert blamed in {fault.column for fault in faults}
    assert {fault.line for fault in faults} == {row + 2}
