"""What ends a run of the checks: each limit leaves the one inside it the time to print what hung."""

import re

from paths import ROOT

from coursekit.tasks import check, test

LONGEST_MIN = 45


def number(pattern: str, path: str) -> int:
    """Return the one number that the file has where the pattern's group is."""
    (found,) = re.findall(pattern, (ROOT / path).read_text("utf-8"), re.M)
    return int(found)


def test_the_limits_stand_one_inside_the_other() -> None:
    one_test = check.TEST_LIMIT_S / 60
    run = number(r"^ *exec timeout .* (\d+)m make test$", ".ci/run")
    workflow = number(r"^ *timeout-minutes: (\d+)", ".github/workflows/tests.yml")
    assert one_test < check.LIMIT_MIN < test.LIMIT_MIN < run < workflow <= LONGEST_MIN


def test_what_is_said_of_the_limits_is_so() -> None:
    said = number(r"within (\d+) minutes in all", ".ci/run"), number(r"themselves stop at (\d+)", ".ci/run")
    assert said == (number(r" (\d+)m make test$", ".ci/run"), test.LIMIT_MIN)
    assert number(r"# \.ci/run stops at (\d+)", ".github/workflows/tests.yml") == said[0]
