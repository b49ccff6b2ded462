"""Marks through JSON and another namespace are the marks that an author sees; every exercise, every planned mistake."""

import datetime as dt
import json

import numpy as np
import pandas as pd
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from paths import ROOT

from coursekit.classroom.answer_key.key import entry
from coursekit.exercise import trial
from coursekit.exercise.file.read import read
from coursekit.exercise.mark.answers_json import NotPlain
from coursekit.exercise.mark.inputs_json import packed, unpacked
from coursekit.exercise.mark.learner import answering
from coursekit.exercise.mark.mistaken import Mistakes
from coursekit.exercise.mark.reference import AnswersError, Marks, UnusableError, without_cases

FOLDER = ROOT / "exercises"
EXERCISES = {path.stem: read(path) for path in sorted(FOLDER.glob("*.py"))}
SEED = 20140218


def crossed(value):
    """What comes out of a message between two Pythons."""
    return json.loads(json.dumps(value, allow_nan=False))


def answered(marks, namespace):
    """What ``namespace`` answers, as the text that goes out."""
    return answering(crossed(marks.request()))("", namespace)["answers"]


def share(marks, answers):
    """The share that answers earn."""
    found = marks.judge(answers)
    return found["right"] / found["of"]


def marked(marks, namespace):
    """The share that ``namespace`` earns when its answers go out as text."""
    return share(marks, answered(marks, namespace))


@pytest.mark.parametrize("id", EXERCISES)
def test_marks_through_json_are_the_authors_marks(id):
    exercise = EXERCISES[id]
    variant = 5 if exercise.varies else 0
    marks = Marks(crossed(entry(exercise)), variant, SEED)
    worlds = {name: trial.mistake(exercise, name, variant) for name in exercise.mistakes}
    worlds["solution"] = trial.world(exercise, exercise.solution, variant)
    worlds["starter"] = trial.world(exercise, exercise.starter, variant)
    answers = {name: answered(marks, world) for name, world in worlds.items()}
    earned = {name: share(marks, text) for name, text in answers.items()}
    assert earned == {name: trial.mark(exercise, world, SEED, variant) for name, world in worlds.items()}
    for name, world in worlds.items():
        assert trial.loses_marks(exercise, world, SEED, variant) is (earned[name] < 1)
    assert earned["solution"] == 1
    assert max(share for name, share in earned.items() if name != "solution") < 1
    mistakes = Mistakes(marks)
    shown = {name: mistakes.shown(text) for name, text in answers.items()}
    assert shown == {**{name: [name] for name in exercise.mistakes}, "solution": [], "starter": shown["starter"]}
    for name in shown["starter"]:
        assert answers[name] == answers["starter"], "the starter shows only what answers as it does"


@pytest.mark.parametrize("id", EXERCISES)
def test_a_learners_python_gets_neither_answers_nor_solution(id):
    exercise = EXERCISES[id]
    told = json.dumps(Marks(entry(exercise), 0, SEED).request())
    lines = {line.strip() for line in exercise.solution.split("\n")} - {
        line.strip() for line in exercise.starter.split("\n")
    }
    known = exercise.setup + without_cases(exercise.cases)
    assert not [line for line in lines if len(line) > 15 and line not in known and json.dumps(line)[1:-1] in told]
    assert "def cases" not in told


@pytest.mark.parametrize("id", EXERCISES)
def test_a_case_comes_out_as_it_went_in(id):
    exercise = EXERCISES[id]
    world = trial.world(exercise, exercise.solution)
    exec(exercise.cases, world)
    import random

    for case in world["cases"](random.Random(SEED)):
        again = unpacked(crossed(packed(case)))
        assert again.keys() == case.keys()
        for name, value in case.items():
            alike(value, again[name])


def alike(one, other):
    assert type(one) is type(other)
    if isinstance(one, pd.DataFrame):
        pd.testing.assert_frame_equal(one, other, check_exact=True)
    else:
        assert one == other


PLAIN = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.text()
    | st.dates()
    | st.datetimes()
    | st.timedeltas(),
    lambda inner: (
        st.lists(inner)
        | st.lists(inner).map(tuple)
        | st.frozensets(st.integers() | st.text())
        | st.dictionaries(st.text() | st.integers() | st.tuples(st.integers()), inner)
    ),
    max_leaves=20,
)


@given(PLAIN)
@example(dt.datetime(2000, 1, 1, fold=1))
def test_a_value_comes_out_as_it_went_in(value):
    again = unpacked(crossed(packed(value)))
    assert again == value
    assert repr(again) == repr(value) or isinstance(value, frozenset | dict | list | tuple)


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame(
            {"a": pd.Categorical(["x", "y", None], categories=["y", "x"], ordered=True)}, index=["p", "q", "r"]
        ),
        pd.DataFrame({"d": pd.to_datetime(["2024-01-01", None]), "i": pd.array([1, None], dtype="Int64")}),
        pd.DataFrame(
            {("a", 1): [1.5, float("nan")]}, index=pd.MultiIndex.from_tuples([(1, "x"), (2, "y")], names=["n", None])
        ),
        pd.DataFrame({"s": ["x", None], "b": [True, False], "o": pd.Series([1, "x"], dtype=object)}),
        pd.DataFrame(columns=["a", "b"]),
    ],
)
def test_a_table_keeps_types_and_index(frame):
    pd.testing.assert_frame_equal(unpacked(crossed(packed(frame))), frame, check_exact=True)


def test_arrays_and_columns_keep_their_kind():
    array = np.array([[1.0, np.inf], [np.nan, 2.0]])
    np.testing.assert_array_equal(unpacked(crossed(packed(array))), array)
    assert unpacked(crossed(packed(np.float64(1.5)))) == 1.5
    series = pd.Series([1, 2], index=["a", "b"], name="n", dtype="int8")
    pd.testing.assert_series_equal(unpacked(crossed(packed(series))), series)


@pytest.mark.parametrize("value", [len, object(), np.array([object()]), 1j])
def test_what_cannot_be_carried_is_refused(value):
    with pytest.raises(NotPlain):
        packed(value)


ONE = EXERCISES["promises_firmest"]
FORGED = ["", "[", "{}", "null", "[1]", "NaN", '"' + "x" * 100, "[" * 5000 + "]" * 5000, '[{"a":1,"a":2}]', "[NaN]"]


@pytest.mark.parametrize("text", FORGED)
def test_answers_that_are_none_are_refused(text):
    with pytest.raises(AnswersError):
        Marks(entry(ONE), 0, SEED).judge(text)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(["$map", "$set", "$table", "$chart", "$number", "$series", "$error", "a"]),
            inner,
            max_size=2,
        )
    ),
    max_leaves=12,
)
MARKS = {
    id: Marks(entry(EXERCISES[id]), 0, SEED)
    for id in ("counting_map", "promises_chart", "industry_contradict", "army_rates")
}


@given(st.sampled_from(sorted(MARKS)), JSON)
def test_made_up_answers_earn_nothing_and_break_nothing(id, answer):
    marks = MARKS[id]
    found = marks.judge(json.dumps([answer] * len(marks.right)))
    assert found["right"] <= found["of"] / 2


def test_inputs_are_new_for_each_call_and_one_that_is_changed_is_told():
    exercise = EXERCISES["promises_honour"]
    marks = Marks(entry(exercise), 0, SEED)
    spoiling = f"""{exercise.solution}
_true = {exercise.subject}
def {exercise.subject}(given):
    answer = _true(given)
    del given["honoured"]
    return answer
"""
    world = trial.world(exercise, spoiling)
    answers = json.loads(answering(crossed(marks.request()))("", world)["answers"])
    # Had one call met what another left, its column would be missing.
    assert all("changes what it is given" in answer["$error"] for answer in answers)
    assert marked(marks, world) == 0


def test_a_long_answer_is_cut_off_and_the_others_count():
    marks = Marks(entry(ONE), 0, SEED)
    answers = answering({**marks.request(), "most": 100})("", {ONE.subject: lambda *given: "x" * 90})["answers"]
    assert "too long" in answers
    assert len(answers) < 100 + 60 * len(marks.right)


def test_an_exercise_that_cannot_be_marked_says_why():
    broken = entry(ONE)
    broken["sources"] = {**broken["sources"], "cases": "def cases(rng):\n    return [{'clauses': len}]\n"}
    with pytest.raises(UnusableError, match="promises_firmest cannot be marked"):
        Marks(broken, 0, SEED)
