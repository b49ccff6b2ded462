"""A split budget in a real browser: by keyboard, by link, undone, and as its numbers say."""

from pathlib import Path

import pytest
from lab_on_page import faults, stage
from playwright.sync_api import Page, expect

from coursekit.lab.declare import Budget, Preset, Say
from coursekit.lab.display import Lab
from deterrence.model import GRAPH, draws

pytestmark = pytest.mark.kept_profile

PARTS = {"words_share": "Words", "troops_share": "Troops", "industry_share": "Industry", "army_share": "Army"}
LAB = Lab(
    id="probe",
    title="a split",
    question="What is the money best spent on?",
    model=GRAPH,
    show=("deterrence_value",),
    compare={"mixed": {}},
    labels={"mixed": "Your package"},
    controls=[Budget("split", "How the money is spent", PARTS, words=("words_share",))],
    draws=draws(),
    bars="deterrence_value",
    says=[[Say("{mixed.deterrence_value:points} for {words_share:%} words and {troops_share:%} troops.")]],
    presets=[Preset("Half and half", {"words_share": 0.5, "troops_share": 0.5})],
)


def shares(section) -> list[float]:
    return [float(section.locator(f'[name="{name}"]').input_value()) for name in PARTS]


def test_a_part_takes_from_the_others_and_gives_back_what_is_unspent(page: Page, base: str, site: Path):
    section = stage(page, base, site, LAB)
    group = section.get_by_role("group", name="How the money is spent")
    rest = group.locator(".rest output")
    expect(rest).to_have_text("0%")
    troops = section.get_by_label("Troops")
    troops.focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    assert shares(section) == [0.97, 0.03, 0, 0]
    page.keyboard.press("End")
    assert shares(section) == [0, 1, 0, 0]
    page.keyboard.press("Home")
    assert shares(section) == [0, 0, 0, 0]
    expect(rest).to_have_text("100%")
    expect(section.locator(".says")).to_have_text(LAB.sentence(words_share=0, troops_share=0))
    undo = section.get_by_role("button", name="Undo")
    undo.click()
    assert shares(section) == [0, 1, 0, 0]
    expect(section.locator(".says")).to_have_text(LAB.sentence(troops_share=1))
    section.get_by_role("button", name="Half and half").click()
    assert shares(section) == [0.5, 0.5, 0, 0]
    section.get_by_role("button", name="Copy link").click()
    assert page.evaluate("location.hash").endswith("?words_share=0.5&troops_share=0.5&industry_share=0&army_share=0")
    section.get_by_role("button", name="Reset").click()
    assert shares(section) == [1, 0, 0, 0]


def test_a_drag_there_and_back_leaves_the_others_as_they_were(page: Page, base: str, site: Path):
    section = stage(page, base, site, LAB, "#lab-probe?words_share=0.5&troops_share=0.3&army_share=0.2")
    box = section.get_by_label("Army").bounding_box()
    assert box
    at = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + 8 + 0.2 * (box["width"] - 16), at)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] + 20, at, steps=6)
    assert shares(section) == [0, 0, 0, 1]
    page.mouse.move(box["x"] + 8 + 0.1 * (box["width"] - 16), at, steps=6)
    page.mouse.up()
    assert shares(section)[:2] == [0.5, 0.3]


@pytest.mark.parametrize(
    ("query", "wanted", "note"),
    [
        ("troops_share=.4", [0.6, 0.4, 0, 0], None),
        ("words_share=.2&army_share=.3", [0.2, 0, 0, 0.3], None),
        ("troops_share=.7&army_share=.7", [1, 0, 0, 0], "troops_share, army_share add up to 1.4"),
        ("troops_share=7", [1, 0, 0, 0], "it takes 0 to 1"),
    ],
)
def test_a_link_sets_parts_or_says_why_not(
    page: Page, base: str, site: Path, query: str, wanted: list, note: str | None
):
    section = stage(page, base, site, LAB, f"#lab-probe?{query}")
    assert shares(section) == wanted
    if note:
        expect(section.locator(".note")).to_contain_text(note)
    else:
        expect(section.locator(".note")).to_be_hidden()
    state = dict(zip(PARTS, wanted, strict=True))
    expect(section.locator(".says")).to_have_text(LAB.sentence(**state))


def test_axe_finds_nothing_in_it(page: Page, base: str, site: Path):
    stage(page, base, site, LAB)
    assert not faults(page, ".lab")
