"""input() in the page: the run waits for the learner, and nobody's time limit runs meanwhile."""

from __future__ import annotations

import pytest
from playwright.sync_api import BrowserContext
from probe.talking import errors, printed, runner, values

from coursekit.words import say

pytestmark = pytest.mark.timeout(90)  # a page that never answers is a failure, not a wait

SUM = """total = 0
while True:
    text = input("Next number, or nothing: ")
    if not text:
        break
    try:
        total += int(text)
    except ValueError:
        print("not a number")
total"""


def test_a_loop_of_questions(shared):
    _, run = shared
    answer = run(SUM, typed=["4", "x", "38", ""])
    assert answer["status"] == "ok" and values(answer) == ["42"]
    assert [one["prompt"] for one in answer["asked"]] == ["Next number, or nothing: "] * 4
    # As in a terminal: what was answered stands behind the prompt.
    assert "Next number, or nothing: x\nnot a number\n" in printed(answer)


def test_thinking_costs_no_time_and_running_does(shared):
    _, run = shared
    answer = run(
        "import time\na = input()\ntime.sleep(.3)\nb = input()\na + b", typed=["x", "y"], thinking=1500, limit_s=1
    )
    assert answer["status"] == "ok" and values(answer) == ["'xy'"]
    answer = run("input()\nwhile True: pass", typed=["x"], limit_s=1)
    assert answer["status"] == "timeout" and answer["ms"] < 4000


def test_a_secret_is_not_shown(shared):
    _, run = shared
    answer = run("from getpass import getpass\nlen(getpass('Word: '))", typed=["hush"])
    assert values(answer) == ["4"] and answer["asked"] == [{"prompt": "Word: ", "secret": True}]
    assert "hush" not in printed(answer) and "••••" in printed(answer)


def test_functions_streams_and_earlier_cells_may_ask(shared):
    _, run = shared
    run("def asked(n):\n    return [int(input(f'{k}: ')) for k in range(n)]", namespace="asks")
    assert values(run("sum(asked(3))", namespace="asks", typed=["1", "2", "3"])) == ["6"]
    assert values(run("import sys\nsys.stdin.readline()", typed=["line"])) == [repr("line\n")]
    assert values(run("max(map(int, (input(), input())), key=lambda n: -n)", typed=["5", "4"])) == ["4"]


def test_stop_instead_of_an_answer_ends_the_run_and_keeps_the_names(shared):
    _, run = shared
    answer = run("kept = 5\ninput('well? ')\nkept = 6", namespace="stops", typed=[None])
    assert answer["status"] == "stopped" and answer["reason"] == say("python.stopped-asking")
    assert values(run("kept", namespace="stops")) == ["5"]
    # Code that knows an end of input meets one.
    answer = run("try:\n    input()\nexcept EOFError:\n    print('the end')", typed=[None])
    assert answer["status"] == "ok" and "the end" in printed(answer)
    # Code that ignores it is ended all the same.
    answer = run("while True:\n    try: input()\n    except: pass", typed=[None, None], limit_s=2)
    assert answer["status"] in {"timeout", "stopped"}
    assert values(run("1")) == ["1"]


@pytest.mark.parametrize("setup", ["", "1 / 0"])
def test_checks_may_ask_too(shared, setup: str):
    _, run = shared
    tests = 'def test_two():\n    """Two."""\n    assert x == 2\n'
    answer = run("x = int(input())", task="check", tests=tests, setup=setup, typed=["2"])
    assert answer["status"] == ("error" if setup else "ok")
    assert setup or answer["result"]["passed"]


def test_where_python_cannot_wait_the_run_is_begun_again_with_the_answers(context: BrowserContext, address: str):
    def without_switching(route):
        route.fulfill(body=f"delete WebAssembly.Suspending;\n{route.fetch().text()}", content_type="text/javascript")

    page = context.new_page()
    page.route("**/worker.js*", without_switching)
    page.goto(address)
    run = runner(page)
    code = f"import random\nluck = random.random()\nseen.append(luck)\nprint(luck)\n{SUM}"
    run("seen = []", namespace="again")
    first = run(code, namespace="again")
    assert first["status"] == "asked" and first["result"] == {"prompt": "Next number, or nothing: ", "secret": False}
    second = run(code, namespace="again", answers=["4"])
    assert second["status"] == "asked" and printed(second).splitlines()[0] == printed(first).splitlines()[0]
    last = run(code, namespace="again", answers=["4", "x", "38", ""])
    assert last["status"] == "ok" and values(last) == ["42"] and last["asked"] == []
    assert errors(last) == []
