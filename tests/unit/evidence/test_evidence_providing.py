"""Presence, industry and providers: faults are flagged, claims stay ranges, and figures are those published."""

import pandas as pd
import pytest

from deterrence.evidence.industry import equipment_losses, production_claims, production_ranges, promise_delivery
from deterrence.evidence.presence import battlegroups, troop_presence
from deterrence.evidence.providers import provider_profiles, provider_statements, providers
from deterrence.evidence.tables import read


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
