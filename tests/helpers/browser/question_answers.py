"""Answering a question in the page: each kind, rightly or wrongly."""

from __future__ import annotations

import json
from typing import Any

from playwright.sync_api import Locator

from coursekit.words import say


def answer(section: Locator, kind: str, given: Any) -> None:
    """Put an answer in by keyboard and pointer, as a reader would, and check it.

    Parameters
    ----------
    section
        The question's section.
    kind
        Its kind, as ``course.json`` names it.
    given
        The answer, as the page keeps it: a number, the numbers of what is chosen, or of each place.
    """
    if kind == "number":
        section.get_by_role("textbox").fill(f"{given:g}")
    elif kind == "match":
        for n, choice in enumerate(section.get_by_role("combobox").all()):
            choice.select_option(str(given[n]))
    elif kind == "order":
        for at, item in enumerate(given):
            row = section.locator(f"li[data-item='{item}']")
            name = row.get_attribute("data-name")
            assert name and row.get_by_role("button", name=say("question.up", item=name), exact=True).count() == 1
            for _ in range(row.evaluate("(li) => [...li.parentElement.children].indexOf(li)") - at):
                row.locator("[data-move=up]").press("Enter")
            assert row.evaluate("(li) => [...li.parentElement.children].indexOf(li)") == at
    else:
        for value in section.locator("input[name=answer]").evaluate_all("(all) => all.map((one) => Number(one.value))"):
            if kind == "several" or value in given:
                section.locator(f"input[name=answer][value='{value}']").set_checked(value in given)
    section.get_by_role("button", name="Check").press("Enter")


def key_of(section: Locator) -> dict[str, Any]:
    """What the page checks a question of the self-study edition against: of the numbers that are shown there."""
    key: dict[str, Any] = json.loads(section.locator("script.key").text_content() or "{}")
    variant = section.get_attribute("data-variant")
    return key["variants"][int(variant)] if variant is not None else key


def right_and_wrong(kind: str, key: dict[str, Any], items: int) -> tuple[Any, Any]:
    if kind == "number":
        return key["answer"], key["answer"] + key["tolerance"] + 1
    right = key["right"]
    if kind == "choice":
        return right, [(right[0] + 1) % items]
    if kind == "several":
        return right, [n for n in range(items) if n not in right] or right[1:]
    return right, [right[-1], *right[1:-1], right[0]] if kind == "order" else [*right[1:], right[0]]
