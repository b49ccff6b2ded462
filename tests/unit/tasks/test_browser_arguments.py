"""How the browser is started: what Playwright switches off stays off, and nothing may reach another host."""

import re
from pathlib import Path

import playwright

from coursekit.tasks.browser import ARGUMENTS

BUNDLE = Path(playwright.__file__).parent / "driver" / "package" / "lib" / "coreBundle.js"


def test_the_features_that_playwright_switches_off_stay_off() -> None:
    listed = re.search(r"^ *disabledFeatures = \[(.*?)^ *\]", BUNDLE.read_text("utf-8"), re.M | re.S)
    assert listed, "Playwright keeps its list elsewhere now: find it, and read it here."
    theirs = re.findall(r'^ *"(\w+)"', listed[1], re.M)
    assert len(theirs) > 10
    (ours,) = [one.partition("=")[2].split(",") for one in ARGUMENTS if one.startswith("--disable-features=")]
    assert set(theirs) <= set(ours)
    assert len(ours) == len(set(ours))


def test_no_other_host_is_reached() -> None:
    (rules,) = [one.partition("=")[2] for one in ARGUMENTS if one.startswith("--host-resolver-rules=")]
    assert rules.split(" , ") == ["MAP * ~NOTFOUND", "EXCLUDE 127.0.0.1", "EXCLUDE localhost"]
