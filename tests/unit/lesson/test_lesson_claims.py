"""What the lessons say of their labs is what the labs say, in questions and in the teacher's script."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from urllib.parse import parse_qsl

import pytest
from paths import ROOT

from coursekit.book.directives.lesson.labs import LabInLesson
from coursekit.classroom.answer_key.question_answers import questions
from coursekit.lab.display import TextLab
from deterrence.evidence import honour_rates
from deterrence.labs import lab

LESSONS = {path.stem: path.read_text("utf-8") for path in sorted((ROOT / "lessons").glob("*.md"))}
QUARTERS = {"words_share": 0.25, "troops_share": 0.25, "industry_share": 0.25, "army_share": 0.25, "budget": 5.0}
ARMS = {"words_share": 0.0, "troops_share": 0.0, "industry_share": 0.5, "army_share": 0.5, "budget": 5.0}
SEATS = ("overrun", "drawn_in", "win_expected")
SIZE = {"equal_cost": "size", "contingent": 5000.0}


@cache
def readings(id: str, state: tuple[tuple[str, object], ...]) -> dict[str, float]:
    return dict(lab(id).readings(**dict(state)))


def at(id: str, name: str, **state: object) -> int:
    return round(100 * readings(id, tuple(state.items()))[name])


def share(obligation: str, era: str) -> int:
    rates = honour_rates().set_index(["obligation", "era"])["rate"]
    return round(100 * rates[obligation, era])


def claims() -> list[tuple[str, str]]:
    """The sentences with numbers in them, each made with what lab or table says now."""
    words, troops = "symbolic.deterrence_value", "tangible.deterrence_value"
    memo, treaty = {**SIZE, "commitment": "memorandum"}, {**SIZE, "commitment": "treaty"}
    many, watching = {**SIZE, "contingent": 40_000.0}, {**SIZE, "mandate": "observe"}
    assert at("tripwire", troops, **watching) < 0
    low, high = (at("promise", f"{words}.{end}", **treaty) for end in ("low", "high"))
    assert at("promise", words, **treaty) > at("promise", troops, **treaty)
    table = honour_rates().query("obligation == 'defence' and era == '1816-2003'").iloc[0]
    clock = lab("clock").readings()
    seize, react = clock["symbolic.seize_days"], clock["symbolic.react_days"]
    before, since = share("defence", "1816-1944"), share("defence", "1945-2003")
    first, second = at("promise", words, **memo), at("promise", words, **treaty)
    packages = (("nothing", QUARTERS), ("mixed", QUARTERS), ("mixed", ARMS))
    seats = [{name: at("design", f"{series}.{name}", **package) for name in SEATS} for series, package in packages]
    none, even, arms = seats
    few = {**SIZE}  # 5,000 soldiers who may fight
    of_few, of_many = (
        [at("tripwire", f"{troops}{end}", **size) for end in ("", ".low", ".high")] for size in (few, many)
    )
    found = {
        "promise-worth": [
            f"a memorandum takes about {first} point off",
            f"from about {first} to about {second} points",
            f"{first} for the memorandum; {second} ({low} to {high}) for a treaty",
        ],
        "tripwire-or-shield": [
            f"from about 0 to {at('tripwire', f'{troops}.high', **many)} points",
            f"{seize:.0f} days to take, {react:.0f} days to help",
            f"{of_few[0]} ({of_few[1]} to {of_few[2]}) for 5,000 soldiers;"
            f" {of_many[0]} ({of_many[1]} to {of_many[2]}) for 40,000;"
            f" {-at('tripwire', troops, **watching)} point more, not less, for 5,000 who may only observe;"
            f" {seize:.0f} and {react:.0f} days",
        ],
        "does-history-say": [
            f"{before} of 100 before, {since} of 100 since",
            f"before 1945 it was {before} and since then {since}",
            f"Of {table['tested']} promises to defend, {table['honoured']} were kept",
            f"all years is {share('any', '1816-2003')} in 100",
            f"for promises to defend it is {share('defence', '1816-2003')} in 100",
            f"{share('any', '1816-2003')} of all promises; of those to defend {before} before 1945, {since} since",
        ],
        "whose-guarantee": [
            f"beaten falls from {none['overrun']} to {even['overrun']} in 100",
            f"war rises from {none['drawn_in']} to {even['drawn_in']}",
            f"win falls from {none['win_expected']} to {even['win_expected']}",
            f"From {none['drawn_in']} to {even['drawn_in']} in 100",
            f"the protégé {even['overrun']}, not {none['overrun']}, the guarantor {even['drawn_in']}, not"
            f" {none['drawn_in']}, the challenger {even['win_expected']}, not {none['win_expected']};"
            f" arms without a promise give the guarantor {arms['drawn_in']} and the protégé {arms['overrun']}",
            f"chance of war falls to {arms['drawn_in']} in 100",
            f"beaten is {arms['overrun']} in 100 now; with the first package it was {even['overrun']}",
        ],
    }
    return [(name, text) for name, texts in found.items() for text in texts]


def test_each_number_is_what_the_lab_says() -> None:
    wrong = [
        f"lessons/{name}.md does not say: {text}"
        for name, text in claims()
        if text not in " ".join(LESSONS[name].split())
    ]
    assert wrong == []


def test_what_wins_the_race_and_what_does_not() -> None:
    assert "Help is there first" in lab("clock").sentence(deploy_days=3.0)
    assert "likely to be over before help comes" in lab("clock").sentence(contingent=60_000.0)


def test_half_of_the_soldiers_are_there_after_35_years() -> None:
    assert at("consent", "tangible.presence_kept", presence_years=35.0, giver_loss=0.02) == 50


def test_words_are_enough_where_less_is_at_stake() -> None:
    enough = "Against the words alone attack no longer pays"
    treaty = {**SIZE, "commitment": "treaty"}
    assert enough in lab("promise").sentence(**treaty, prize=0.8)
    assert "Attack pays against either" in lab("promise").sentence(**treaty, prize=1.6)


@pytest.mark.parametrize("name", LESSONS)
def test_each_lab_opens_in_a_state_that_it_can_be_in(name: str) -> None:
    links = re.findall(r"^```\{lesson-lab\} (\S+)$", LESSONS[name], re.M)
    assert len(links) == 2
    for link in links:
        made = LabInLesson.parse(link, "deterrence.labs")
        fields = {field.name: field for field in made.lab.fields}
        for control, value in parse_qsl(made.opened.state):
            options = getattr(fields[control], "options", None)
            assert value in options if options else fields[control].low <= float(value) <= fields[control].high


OPENED = [link for text in LESSONS.values() for link in re.findall(r"^```\{lesson-lab\} (\S+)$", text, re.M)]


@pytest.mark.parametrize("link", OPENED)
def test_a_lab_shows_the_state_of_the_lesson_before_any_script_runs(link: str) -> None:
    """Its sentence and its controls; its guess, which comes first, is the chapter's, answer and all."""
    made = LabInLesson.parse(link, "deterrence.labs")
    asked = dict(parse_qsl(made.opened.state))
    guess, section = made.html().split('<section class="lab"')
    assert guess == str(made.lab._repr_mimebundle_()["text/html"]).partition('<section class="lab"')[0]
    said = re.search(r'class="says[^>]*>(.*?)</p>', section, re.S)
    assert said
    if isinstance(made.lab, TextLab):
        key = asked.get(made.lab.name) or next(iter(made.lab.passages))
        assert unescape(said[1]).strip() == made.lab.passages[key].sentence
        assert bool(asked) == (f'value="{key}" selected' in section)
        return
    assert unescape(said[1]).strip() == made.lab.sentence(**asked)
    numbers = made.lab.state(**asked) if asked else made.lab.defaults
    for slider in re.findall(r"<input[^>]*type=\"range\"[^>]*>", section):
        name, value = (re.search(rf'\b{what}="([^"]*)"', slider) for what in ("name", "value"))
        assert name and value
        if name[1] in numbers:
            assert float(value[1]) == numbers[name[1]]


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_asks_three_questions_of_its_own(name: str) -> None:
    found = list(questions(LESSONS[name]))
    assert len(found) == 3
    assert all(one.kind == "choice" and sum(answer.right for answer in one.answers) == 1 for one in found)
    assert len({[answer.right for answer in one.answers].index(True) for one in found}) > 1  # not always the same place


@pytest.mark.parametrize("name", LESSONS)
def test_every_step_has_a_script_with_what_pupils_say(name: str) -> None:
    parts = re.split(r"^## ", LESSONS[name], flags=re.M)[1:]
    steps = [part for part in parts if "```{lesson-step}" in part]
    assert len(steps) >= 6
    assert all("```{teacher}" in part for part in steps)
    assert LESSONS[name].count("Pupils say: “") >= 5
