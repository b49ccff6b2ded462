"""Under an assignment learners see no page for instructors: what is hidden is what stands under that heading."""

from __future__ import annotations

import re

import yaml
from paths import ROOT

SOURCE = (ROOT / "web" / "src" / "assignment" / "panel" / "mark_assigned.ts").read_text("utf-8")


def test_the_pages_that_are_hidden_are_those_under_the_heading_for_instructors() -> None:
    (pattern,) = re.findall(r"^const INSTRUCTORS = /(.*)/;$", SOURCE, re.M)
    hidden = re.compile(pattern.replace(r"\/", "/"))
    parts = {
        part["caption"]: part["chapters"] for part in yaml.safe_load((ROOT / "_toc.yml").read_text("utf-8"))["parts"]
    }
    for caption, pages in parts.items():
        for page in pages:
            assert bool(hidden.match(f"{page['file']}.html")) is (caption == "For instructors"), page
