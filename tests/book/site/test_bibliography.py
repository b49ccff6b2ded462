"""The list of works says how many were read how far, and the numbers add up to the works listed."""

import re

import pytest
from built_site import built_site


@pytest.fixture(scope="module")
def html() -> str:
    """The page, as built."""
    return (built_site() / "book" / "bibliography.html").read_text("utf-8")


def test_the_counts_of_works_read_add_up_to_the_works_listed(html):
    text = re.sub(r"<[^>]+>|\s+", " ", html)
    said = re.search(
        r"Of (\d+) works, (\d+) were read in full .*? (\d+) in part, (\d+) as an abstract or a summary, and (\d+) are"
        r" press reports\. (\d+) are unverified",
        re.sub(r" +", " ", text),
    )
    assert said, "the numbers are not on the page"
    every, *levels = map(int, said.groups())
    assert every == sum(levels) == len(re.findall(r'class="citation"[^>]*id="|<div class="citation"', html))
    assert levels[-1] <= 5
