"""Several graders: shares that are whole and apart, an order without names, and disagreements that a choice ends."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from desk_in_node import ask, marked, sheets
from hypothesis import given, settings
from hypothesis import strategies as st

QUICK = settings(max_examples=40, deadline=None)
NAMES = st.lists(st.sampled_from(["AB", "CD", "Ева", "f"]), min_size=1, max_size=4, unique=True)
ALIASES = st.lists(st.sampled_from(["anna", "Anna ", "bo", "", "Леся", "cy", "di"]), max_size=8)
TEXTS = [{"kind": "reflection", "id": f"essay{n}", "points": 5} for n in range(5)]
ITEMS = [{"kind": "exercise", "id": "sum", "points": 1}, *TEXTS]
Hand = list[dict[str, Any]]


def sharing(graders: list[str], by: str = "learner", seed: str = "", anonymous: bool = False) -> dict[str, Any]:
    return {"graders": graders, "by": by, "seed": seed, "anonymous": anonymous}


def dealt(how: dict[str, Any], all_: Hand) -> dict[tuple[str, str], str]:
    found = ask("shares", how, all_, ITEMS)
    texts = {(one["marked"]["file"], one["item"]["id"]): one["grader"] for one in found}
    assert len(texts) == len(found), "a text is in two shares"
    return texts


def handed(aliases: list[str]) -> Hand:
    return [marked(f"{n}.json", alias) for n, alias in enumerate(aliases)]


@QUICK
@given(NAMES, ALIASES, st.sampled_from(["learner", "question"]), st.sampled_from(["", "x"]))
def test_every_text_is_in_one_share_and_stays_there(names: list[str], who: list[str], by: str, seed: str) -> None:
    """Whatever order the names stand in, and whatever is handed in later; by learner, all spellings go together."""
    all_ = handed(who)
    whole = dealt(sharing(names, by, seed), all_)
    assert set(whole) == {(one["file"], item["id"]) for one in all_ for item in TEXTS}
    assert set(whole.values()) <= set(names)
    assert whole == dealt(sharing(names[::-1], by, seed), all_[::-1])
    for one in all_[:3]:
        assert {place: whole[place] for place in whole if place[0] == one["file"]} == dealt(
            sharing(names, by, seed), [one]
        )
    if by == "learner":
        for word in {alias.strip().lower() for alias in who} - {""}:
            files = {one["file"] for one in all_ if one["alias"].strip().lower() == word}
            assert len({grader for (file, _), grader in whole.items() if file in files}) == 1
        if len(names) > 1:  # one grader less: only that one's share is dealt anew
            fewer = dealt(sharing(names[1:], by, seed), all_)
            assert all(fewer[place] == grader for place, grader in whole.items() if grader != names[0])
    elif all_:
        counts = [list(whole.values()).count(name) for name in names]
        assert max(counts) - min(counts) <= len(all_)


def test_two_graders_have_about_half_of_120_learners_each_and_it_is_said() -> None:
    all_ = handed([f"learner {n}" for n in range(120)])
    how = sharing(["AB", "CD"])
    counts = [list(dealt(how, all_).values()).count(name) // 5 for name in ("AB", "CD")]
    assert sum(counts) == 120 and min(counts) > 40
    said = ask("explainShares", how, all_, ITEMS)
    assert f"AB {5 * counts[0]}" in said and f"CD {5 * counts[1]}" in said
    rows = list(
        csv.DictReader(io.StringIO(sheets(all_, items=ITEMS, sharing=how)["shares.csv"].removeprefix("\ufeff")))
    )
    assert len(rows) == 600 and sum(row["grader"] == "AB" for row in rows) == 5 * counts[0]
    assert "shares.csv" not in sheets(all_, items=ITEMS)


@QUICK
@given(ALIASES, st.sampled_from(["", "7"]))
def test_the_order_without_names_hangs_on_seed_and_file_alone(who: list[str], seed: str) -> None:
    all_ = handed(who)
    places = [ask("placeOf", seed, one) for one in all_]
    assert places == [ask("placeOf", seed, {**one, "alias": "other"}) for one in all_]
    assert len(set(places)) == len(places)


def test_the_order_without_names_is_not_that_of_names() -> None:
    all_ = handed([f"learner {n}" for n in range(40)])
    orders = [sorted(all_, key=lambda one: ask("placeOf", seed, one)) for seed in ("1", "2")]
    assert orders[0] != all_ and orders[0] != orders[1]
    codes = {ask("codeOf", "1", one) for one in all_}
    assert len(codes) == 40 and not any(one["alias"] in code for one in all_ for code in codes)


def test_how_it_is_shared_out_is_written_and_read_and_two_ways_are_named() -> None:
    first, second = (ask("writeMarks", [], "nothing", [], sharing(names)) for names in (["AB", "CD"], ["AB"]))
    assert ask("mergeSharing", [["a.json", first]]) == {"sharing": sharing(["AB", "CD"]), "notes": []}
    both = ask("mergeSharing", [["a.json", first], ["b.json", second]])
    assert both["sharing"]["graders"] == ["AB"] and "a.json and b.json" in both["notes"][0]
    for field, value in (("graders", "AB"), ("by", "luck"), ("seed", 1), ("anonymous", "yes"), ("more", 1)):
        file = json.loads(first)
        file["sharing"][field] = value
        with pytest.raises(AssertionError, match=rf"a\.json was not read: .*“{field}”"):
            ask("mergeSharing", [["a.json", json.dumps(file)]])


def mark(
    points: float | None, grader: str, hand_in: dict[str, Any], item: str = "essay0", **more: Any
) -> dict[str, Any]:
    place = {"sha256": hand_in["sha256"], "text": f"reflection/{item}", "points": points, "grader": grader}
    return {**place, "at": "2026-11-30T10:00:00Z", "comment": "", **more}


LATER = "2026-11-30T12:00:00Z"


def chosen(text: str, hand: Hand, take: dict[tuple[str, str], str]) -> str:
    """The file with an x beside the mark of a grader, for each file and item."""
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))
    for row in rows:
        if take.get((row["file"], row["item"])) == row["grader"]:
            row["take"] = "x"
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=";")
    writer.writeheader()
    writer.writerows(rows[::-1])
    return out.getvalue()


def test_a_choice_in_the_file_of_disagreements_ends_them_and_nothing_else() -> None:
    """Also where a spreadsheet has sorted it and put semicolons between; what agrees, and what waits, stays."""
    one, two = handed(["anna", "=bo"])
    hand = [mark(3, "AB", one), mark(4, "CD", one), mark(1, "AB", two), mark(2, "", two), mark(5, "AB", two, "essay1")]
    hand = ask("mergeMarks", hand)
    text = ask("conflictsFile", hand, [one, two])
    assert text.count("\r\n") == 5 and "'=bo" in text and "essay1" not in text
    file = chosen(text, hand, {("0.json", "reflection/essay0"): "CD", ("1.json", "reflection/essay0"): ""})
    read = ask("readChoices", ["c.csv", file], hand, LATER)
    assert read["notes"] == []
    merged = ask("mergeMarks", hand, read["marks"])
    assert ask("conflicts", merged) == []
    settled = {(m[0]["sha256"], m[0]["text"]): ask("settle", m)["points"] for m in ask("byText", merged)}
    assert settled[(one["sha256"], "reflection/essay0")] == 4 and settled[(two["sha256"], "reflection/essay0")] == 2
    assert settled[(two["sha256"], "reflection/essay1")] == 5
    # Given once more it changes nothing: there is no disagreement any more.
    again = ask("readChoices", ["c.csv", file], merged, LATER)
    assert again["marks"] == [] and len(again["notes"]) == 2
    # A mark that came in meanwhile is not overruled by an old choice.
    newer = ask("mergeMarks", hand, [mark(1, "CD", one, at="2026-11-30T11:00:00Z")])
    stale = ask("readChoices", ["c.csv", file], newer, LATER)
    assert [m["sha256"] for m in stale["marks"]] == [two["sha256"]] and len(stale["notes"]) == 1


def test_choices_that_cannot_be_meant_are_refused() -> None:
    [one] = handed(["anna"])
    hand = [mark(3, "AB", one), mark(4, "CD", one)]
    text = ask("conflictsFile", hand, [one])
    with pytest.raises(AssertionError, match="two marks"):
        ask("readChoices", ["c.csv", text.replace("\r\n,0.json", "\r\nx,0.json")], hand, LATER)
    with pytest.raises(AssertionError, match=r"c\.csv is no list of disagreements"):
        ask("readChoices", ["c.csv", "a,b\n1,2\n"], hand, LATER)


POINTS = st.sampled_from([None, 0, 1, 2.5])


@QUICK
@given(st.lists(st.tuples(POINTS, POINTS), min_size=1, max_size=4))
def test_the_table_of_changes_has_each_item_whose_points_are_others(pairs: list[tuple[Any, Any]]) -> None:
    def given_(side: int) -> dict[str, Any]:
        return {f"exercise/{n}": {"points": pair[side], "by": f"version {side}"} for n, pair in enumerate(pairs)}

    [one] = handed(["=anna"])
    before, after = given_(0), given_(1)
    found = ask("changesOf", one, before, after)
    assert {c["item"]: (c["before"]["points"], c["after"]["points"]) for c in found} == {
        f"exercise/{n}": pair for n, pair in enumerate(pairs) if pair[0] != pair[1]
    }
    assert ask("changesOf", one, {}, after) == ask("changesOf", one, after, after) == []
    rows = list(csv.reader(io.StringIO(ask("changesFile", found, "now").removeprefix("\ufeff"))))
    assert rows[0][:6] == ["when", "file", "alias", "item", "before", "after"] and len(rows) == 1 + len(found)
    assert all(row[2] == "'=anna" and row[6:] == ["version 0", "version 1"] for row in rows[1:])


def test_what_a_learner_did_not_draw_is_in_nobodys_share() -> None:
    """Of a pool of essays each learner has as many as are drawn, and only these are shared out."""
    pool = [{**item, "pool": "one of them", "draw": 2} for item in TEXTS]
    all_ = handed([f"learner {n}" for n in range(12)])
    found = ask("shares", sharing(["AB", "CD"]), all_, [ITEMS[0], *pool])
    texts = [one["marked"]["file"] for one in found]
    assert {texts.count(one["file"]) for one in all_} == {2}
    assert {one["item"]["id"] for one in found} > {"essay0"}
