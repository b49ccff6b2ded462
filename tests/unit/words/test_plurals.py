"""Sentences that count take the plural form of their language, the same in Python and in the page."""

from __future__ import annotations

import re

import pytest
from babel import Locale
from hypothesis import given
from hypothesis import strategies as st
from page_modules import node

from coursekit.words import LANGUAGE, catalog, say
from coursekit.words.plurals import RULES, category

FORMS = ("zero", "one", "two", "few", "many", "other")
STEMS = {key.rpartition(".")[0] for key in catalog() if key.endswith(".other")}
FAMILIES = sorted(stem for stem in STEMS if f"{stem}.one" in catalog())
NUMBERS = [0, 1, 2, 3, 5, 11, 21, 22, 101, 112, 1000, 0.5, 1.5, -1]


@pytest.mark.parametrize("language", RULES)
@given(number=st.integers(-2000, 2000) | st.decimals(-100, 100, places=2).map(float))
def test_the_rules_are_babels(language: str, number: float) -> None:
    plain = int(number) if number == int(number) else number
    assert category(language, number) == Locale.parse(language).plural_form(plain)


def forms(language: str) -> set[str]:
    return {category(language, number) for number in [*range(200), 0.5]}


def test_a_sentence_that_counts_has_every_form_of_its_language() -> None:
    assert len(FAMILIES) > 20
    missing = {
        f"{family}.{form}" for family in FAMILIES for form in forms(LANGUAGE) if f"{family}.{form}" not in catalog()
    }
    assert missing == set()


def test_a_sentence_that_counts_has_no_form_beside_those_of_its_language() -> None:
    unused = set(FORMS) - forms(LANGUAGE)
    assert {key for family in FAMILIES for form in unused if (key := f"{family}.{form}") in catalog()} == set()


def test_no_sentence_counts_beside_the_plural_forms() -> None:
    """A key of its own for one thing would be right in English alone."""
    assert [key for key in catalog() if re.search(r"(?:-(?:n|one)|(?<!step)-\d)$", key)] == []


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory):
    modules = {"shared/words": "say, addSentences"}
    body = "addSentences(given.words); return given.asked.map(([key, values]) => say(key, values));"
    return node(tmp_path_factory.mktemp("words"), modules, body)


def test_the_page_says_what_python_says(page) -> None:
    places = {family: set(re.findall(r"\{(\w+)\}", catalog()[f"{family}.other"])) for family in FAMILIES}
    asked = [
        (family, {name: name.upper() for name in places[family]} | {"n": n}) for family in FAMILIES for n in NUMBERS
    ]
    said = page({"words": catalog(), "asked": asked})
    assert said == [say(key, **values) for key, values in asked]


def test_one_thing_is_said_as_one() -> None:
    assert say("reflection.length", n=1) == "1 word"
    assert say("reflection.length", n=0) == "0 words"
    assert say("review.right", n=1) == "Right: it comes back tomorrow."
