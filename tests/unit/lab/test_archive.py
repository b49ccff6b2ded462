"""An archive counts what it shows, refuses what does not fit, and its map is the world's."""

import json
import math
import re
import subprocess
from dataclasses import replace
from importlib import resources

import pytest
from archive_example import example
from hypothesis import given, settings
from hypothesis import strategies as st
from paths import ROOT

from coursekit.lab.charts.worldmap import HEIGHT, WIDTH, apart, land_path, project
from coursekit.lab.compile.case_lab_script import case_lab_script
from coursekit.lab.declare import Preset, Say
from coursekit.lab.html.case_lab import mount
from coursekit.lab.widgets.case_lab import view
from coursekit.node import node_command

ARCHIVE = example()
WEB = ROOT / "web"
KEYS = st.fixed_dictionaries({field.name: st.sampled_from(list(field.options)) for field in ARCHIVE.fields})


@settings(max_examples=60, deadline=None)
@given(KEYS)
def test_counts_add_up_whatever_is_chosen(keys):
    shown, readings = ARCHIVE.shown(**keys), ARCHIVE.readings(**keys)
    assert readings["shown"] == len(shown) <= readings["all"] == len(ARCHIVE.cases)
    for one in ARCHIVE.filters:
        assert sum(readings[f"{one.name}.{key}"] for key in one.options) == len(shown)
        if keys[one.name] != "any":
            assert readings[f"{one.name}.{keys[one.name]}"] == len(shown)


def test_the_sentence_names_what_is_selected():
    assert ARCHIVE.sentence().startswith("All 51 cases.")
    said = ARCHIVE.sentence(kind="symbolic", era="since")
    assert said.startswith(f"{len(ARCHIVE.shown(kind='symbolic', era='since'))} of 51 cases: Made of – words only; ")


def test_a_control_or_an_option_that_there_is_not_is_named():
    with pytest.raises(ValueError, match="has no control 'color'; it has kind, era, region, attacked, case"):
        ARCHIVE.shown(color="red")
    with pytest.raises(ValueError, match="there is no 'paper'; choose any, symbolic"):
        ARCHIVE.shown(kind="paper")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "legal"}, "its kind is 'legal'"),
        ({"cells": ["one"]}, "it has 1 cells; columns has 5"),
        ({"values": {}}, "its kind is None; options are symbolic"),
        ({"start": 2030, "event": None}, "its years are 2030 to"),
        ({"event": 1700}, "its event is in 1700"),
        ({"place": (200.0, 10.0)}, "off the map"),
        ({"key": "a b"}, "a key is made of letters"),
    ],
)
def test_a_case_that_does_not_fit_is_refused(change, said):
    with pytest.raises(ValueError, match="Lab 'probe'") as error:
        example(cases=[replace(ARCHIVE.cases[0], **change)])
    assert said in str(error.value)


def test_what_sentences_and_presets_name_must_be_there():
    with pytest.raises(ValueError, match=r"a sentence names \{attacked\.often\}"):
        example(says=[[Say("{attacked.often}")]])
    with pytest.raises(ValueError, match="the preset 'None' shows no case"):
        example(presets=[Preset("None", {"kind": "symbolic", "era": "before", "region": "americas"})])


def test_the_page_has_every_case_in_timeline_map_and_table_without_script():
    html = mount(ARCHIVE)
    for case in ARCHIVE.cases:
        assert html.count(f'data-row="{case.key}"') == 3
    assert '<section class="lab" id="lab-probe"' in html and 'role="status"' in html and "<table" in html
    assert "<script" not in mount(example(question="<script>")).replace("<noscript", "")


def test_a_bar_ends_where_its_case_does_and_never_beyond_the_attack_that_ended_it():
    html = mount(ARCHIVE)
    places = re.findall(r"left:min\(([\d.]+)%, calc\(100% - ([\d.]+)% - 6px\)\);right:\2%", html)
    events = re.findall(r'class="event" style="position:absolute;left:([\d.]+)%"', html)
    assert len(places) == len(ARCHIVE.cases) and len(events) == sum(case.event is not None for case in ARCHIVE.cases)
    rows = dict(re.findall(r'<li data-row="([^"]+)">(.*?)</li>', html, re.S))
    for case in ARCHIVE.cases:
        left, right = (
            float(re.search(rf"{side}:(?:min\()?([\d.]+)%", rows[case.key])[1]) for side in ("left", "right")
        )
        if case.end is None:
            assert right == 0
        elif case.end == case.event:
            assert f"left:{100 - right:.2f}%" in rows[case.key].rpartition("event")[2]
        assert left + right <= 100.01


def test_the_script_has_each_cases_options_and_the_controls():
    script = case_lab_script(ARCHIVE, "deterrence.labs")
    plan = json.loads(script.split("  plan: ", 1)[1].split(",\n  says", 1)[0])
    assert [one["key"] for one in plan["cases"]] == [case.key for case in ARCHIVE.cases]
    assert [one["name"] for one in plan["controls"]] == ["kind", "era", "region", "attacked", "case"]


def test_in_a_notebook_a_filter_changes_sentence_and_drawings():
    box = view(ARCHIVE)
    kind = next(child for child in box.children if getattr(child, "description", "") == "Made of")
    kind.value = "symbolic"
    text = " ".join(child.value for child in box.children if hasattr(child, "value") and isinstance(child.value, str))
    assert f"<p>{ARCHIVE.sentence(kind='symbolic')}</p>" in text
    assert text.count("data-row=") == 2 * len(ARCHIVE.shown(kind="symbolic"))


def test_the_figure_draws_what_is_selected():
    spec = json.dumps(ARCHIVE.figure(kind="tangible").to_dict(), ensure_ascii=False)
    drawn = {case.name for case in ARCHIVE.cases if f'"{case.name}"' in spec}
    assert drawn == {case.name for case in ARCHIVE.shown(kind="tangible")}


@given(st.floats(-180, 180), st.floats(-55, 84))
def test_places_lie_on_the_map_and_south_is_down(longitude, latitude):
    x, y = project(longitude, latitude)
    assert -1e-6 <= x <= WIDTH + 1e-6 and 0 <= y <= HEIGHT
    assert project(longitude, latitude - 1)[1] > y
    assert math.isclose(project(-longitude, latitude)[0], WIDTH - x, abs_tol=1e-6)


def test_areas_keep_their_proportions():
    def area(low, high):  # of one degree of longitude, summed in thin slices
        slices = [low + (high - low) * (i + 0.5) / 400 for i in range(400)]
        return sum((project(1, at)[0] - project(0, at)[0]) * (high - low) / 400 * _down(at) for at in slices)

    def _down(at):
        return (project(0, at - 0.01)[1] - project(0, at + 0.01)[1]) / 0.02

    sphere = (math.sin(math.radians(70)) - math.sin(math.radians(50))) / math.sin(math.radians(20))
    assert area(50, 70) / area(0, 20) == pytest.approx(sphere, rel=1e-3)


def test_the_land_is_world_atlas_s():
    made = subprocess.run([*node_command(), "land.mjs"], cwd=WEB, capture_output=True, text=True, check=True).stdout
    assert resources.files("coursekit.lab.charts").joinpath("land.json").read_text("utf-8") == made
    assert len(land_path()) < 30_000


@given(st.integers(1, 40))
def test_marks_of_one_place_stand_apart(count):
    shifts = apart([(100.0, 100.0)] * count)
    assert shifts[0] == (0, 0)
    pairs = [math.dist(a, b) for i, a in enumerate(shifts) for b in shifts[:i]]
    assert min(pairs, default=11) > 10
