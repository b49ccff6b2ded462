"""Until the site's fonts have come text stands in fonts of the system, set as wide as the site's own."""

from __future__ import annotations

import re

from paths import ROOT

from coursekit.front_end.fonts import STAND_INS, font_faces

TOKENS = ROOT / "src" / "coursekit" / "book" / "assets" / "css" / "tokens.css"
STACK = re.compile(r'--(?:serif|sans): "[^"]+", "(?P<stand_in>[^"]+)",')


def test_each_stand_in_is_declared_and_comes_right_after_the_font_that_it_stands_for() -> None:
    rules, files = font_faces(ROOT / "web" / "node_modules")
    assert files
    for one in STAND_INS:
        assert f'font-family: "{one.family}"; font-style: {one.style}; font-weight: {one.weight};' in rules
        assert all(f'local("{name}")' in rules for name in one.local)
    assert set(STACK.findall(TOKENS.read_text("utf-8"))) == {one.family for one in STAND_INS}


def test_without_the_sites_fonts_nothing_is_declared() -> None:
    assert font_faces(ROOT / "nowhere") == ("", [])
