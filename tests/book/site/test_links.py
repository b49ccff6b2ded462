"""Every link of the built site leads somewhere: to a page, a place in it, a lab in a state that the lab can take."""

from __future__ import annotations

import re
from functools import cache
from html import unescape
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from coursekit.tasks.build import place
from deterrence.labs import labs

SITE = place("self-study")
PAGES = sorted(path.relative_to(SITE).as_posix() for path in SITE.rglob("*.html"))
LINK = re.compile(r'<a\b[^>]*\bhref="([^"]*)"')


@cache
def html(page: str) -> str:
    """A page's text."""
    return (SITE / page).read_text("utf-8")


@cache
def places(page: str) -> set[str]:
    """The names in a page that a link may end with."""
    return {unescape(name) for name in re.findall(r'\bid="([^"]+)"', html(page))}


def links(page: str) -> list[str]:
    return [unescape(link) for link in LINK.findall(html(page))]


def test_the_site_is_built():
    assert len(PAGES) > 10


@pytest.mark.parametrize("page", PAGES)
def test_links_within_the_site_lead_somewhere(page):
    for link in links(page):
        if urlsplit(link).scheme:
            continue
        path, _, fragment = link.partition("#")
        path = path.partition("?")[0]
        target = (SITE / page).parent / unquote(path) if path else SITE / page
        assert target.is_file(), f"{page}: {link} leads to no file"
        if not fragment or target.suffix != ".html":
            continue
        name, _, state = fragment.partition("?")
        there = target.resolve().relative_to(SITE.resolve()).as_posix()
        assert unquote(name) in places(there), f"{page}: {link}: no such place in {there}"
        if state and name.startswith("lab-"):
            settable(name.removeprefix("lab-"), state, f"{page}: {link}")


def settable(id: str, state: str, where: str) -> None:
    """Fail if the lab cannot take the state."""
    lab = labs()[id]
    keys = dict(parse_qsl(state, strict_parsing=True))
    if hasattr(lab, "state"):
        lab.state(**keys)
    elif hasattr(lab, "passages"):
        assert set(keys) <= {lab.name} and set(keys.values()) <= set(lab.passages), where


@pytest.mark.parametrize("page", PAGES)
def test_links_to_other_sites_are_whole_and_safe(page):
    for link in links(page):
        parts = urlsplit(link)
        if parts.scheme in ("", "mailto"):
            continue
        assert parts.scheme == "https" or parts.netloc, f"{page}: {link}"
        assert parts.scheme in ("http", "https") and "." in parts.netloc, f"{page}: {link}"
        assert not re.search(r"\s", link), f"{page}: {link}"
        if parts.netloc == "doi.org":
            assert re.match(r"/10\.\d{4,9}/\S+", parts.path), f"{page}: {link}"


# What says nothing of where a link leads, to whoever hears the links of a page one after another; Lighthouse has it so.
WORDLESS = {"click here", "click this", "go", "here", "information", "learn more", "more", "more info", "read more",
            "right here", "see more", "start", "this"}  # fmt: skip
LINK_TEXT = re.compile(r"<a\b[^>]*\bhref=[^>]*>(.*?)</a>", re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_links_say_where_they_lead(page):
    texts = [unescape(re.sub(r"<[^>]*>", "", text)).strip().lower() for text in LINK_TEXT.findall(html(page))]
    assert not [text for text in texts if text in WORDLESS]
