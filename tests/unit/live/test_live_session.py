"""A session runs a learner's code as a notebook cell would, and survives whatever it does."""

from __future__ import annotations

import builtins
import json
import sys

import altair as alt
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.live.guard import MOST
from coursekit.live.ipython.display import HTML, Markdown
from coursekit.live.mimebundle import LARGEST, mimebundle
from coursekit.live.session import Session
from coursekit.live.stdout import FLUSHES, SHOWN, Printed
from coursekit.words import say


class Talk:
    """A session and everything that it sent; each output must be able to cross as JSON."""

    def __init__(self) -> None:
        self.outputs: list[dict] = []
        self.session = Session(lambda output: self.outputs.append(json.loads(json.dumps(output))))

    def run(self, code: str, **more: str) -> dict:
        self.outputs.clear()
        return self.session.run(code, **more)

    def printed(self, name: str = "stdout") -> str:
        return "".join(o["text"] for o in self.outputs if o["kind"] == "stream" and o["name"] == name)

    def shown(self) -> list[dict]:
        return [o["data"] for o in self.outputs if o["kind"] == "display"]

    def error(self) -> dict:
        return next(o for o in self.outputs if o["kind"] == "error")


@pytest.fixture
def talk():
    return Talk()


def test_the_last_expression_is_shown(talk):
    assert talk.run("x = 20\nx + 22") == {"status": "ok"}
    assert talk.shown() == [{"text/plain": "42"}]


@pytest.mark.parametrize("code", ["x = 1", "None", "1;", "", "# nothing", "def f(): 1", "for i in [1]: i"])
def test_nothing_is_shown_where_a_notebook_shows_nothing(talk, code):
    assert talk.run(code) == {"status": "ok"}
    assert talk.outputs == []


def test_a_frame_is_html_and_a_chart_is_vega_lite(talk):
    talk.run("import pandas as pd\npd.DataFrame({'a': [1]})")
    assert "<table" in talk.shown()[0]["text/html"]
    with alt.renderers.enable("mimetype"):
        talk.run("import altair as alt\nalt.Chart(alt.Data(values=[{'a': 1}])).mark_point().encode(x='a:Q')")
    (kind,) = [mime for mime in talk.shown()[0] if "vegalite" in mime]
    assert kind.startswith("application/vnd.vegalite.v6")
    assert talk.shown()[0][kind]["mark"]["type"] == "point"


def test_display_and_print_come_in_order(talk):
    talk.run("print('a')\ndisplay(1)\nprint('b')\n2")
    assert [o.get("text") or o["data"]["text/plain"] for o in talk.outputs] == ["a\n", "1", "b\n", "2"]


def test_setup_runs_once_a_namespace_and_names_stay(talk):
    setup = "import itertools\ncounter = itertools.count()"
    talk.run("next(counter)", setup=setup, namespace="a")
    talk.run("next(counter)", setup=setup, namespace="a")
    assert talk.shown() == [{"text/plain": "1"}]
    talk.run("next(counter)", setup=setup, namespace="b")
    assert talk.shown() == [{"text/plain": "0"}]


def test_a_setup_that_fails_is_tried_again(talk):
    assert talk.run("1", setup="1/0", namespace="a")["status"] == "error"
    assert talk.run("x", setup="x = 5", namespace="a")["status"] == "ok"


def test_check_has_a_namespace_of_its_own(talk):
    talk.run("x = 1", namespace="page")
    seen = {}

    def checks(tests: str, names: dict) -> dict:
        seen.update(names)
        return {"passed": tests == "T"}

    outcome = talk.session.check("y = z + 1", "z = 1", "T", checks)
    assert outcome == {"status": "ok", "result": {"passed": True}}
    assert seen["y"] == 2 and "x" not in seen
    assert talk.session.check("1/0", "", "T", checks) == {"status": "error"}


def test_a_traceback_holds_only_the_learners_lines(talk):
    talk.run("import json\ndef f(x):\n    return json.loads(x)\nf('{')")
    lines = talk.error()["traceback"].splitlines()
    assert lines[:4] == ["your code, line 4", "    f('{')", "your code, line 3, in f", "    return json.loads(x)"]
    assert lines[4].startswith("JSONDecodeError: ") and len(lines) == 5


def test_a_syntax_error_shows_its_place(talk):
    assert talk.run("x = (1,\ny = 2")["status"] == "error"
    assert talk.error()["name"] == "SyntaxError"
    assert "line 1" in talk.error()["traceback"] and "^" in talk.error()["traceback"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("import nothere.really", say("python.no-module", name="nothere")),
        ("raise ModuleNotFoundError('x', name='pandas.core')", say("python.not-loaded", name="pandas")),
        ("input('name?')", say("python.no-input")),
        ("import sys; sys.stdin.readline()", say("python.no-input")),
        ("raise MemoryError", say("python.memory")),
        ("class E(Exception):\n    def __str__(self): raise ValueError\nraise E", ""),
    ],
)
def test_messages(talk, code, words):
    assert talk.run(code)["status"] in {"error", "memory"}
    assert talk.error()["message"] == words


def test_deep_recursion_is_cut(talk):
    talk.run("def f(n): return f(n + 1)\nf(0)")
    assert talk.error()["name"] == "RecursionError"
    assert len(talk.error()["traceback"].splitlines()) < 40


def test_memory_is_an_outcome_of_its_own(talk):
    assert talk.run("raise MemoryError('no')") == {"status": "memory"}


def test_leaving_is_no_error(talk):
    assert talk.run("import sys\nprint('x')\nsys.exit(3)\nprint('y')") == {"status": "ok"}
    assert talk.printed() == "x\n"
    assert "sys.exit(3)" in talk.printed("stderr")


@given(st.lists(st.text(max_size=60), max_size=30), st.integers(1, 200))
def test_what_is_printed_comes_whole_up_to_the_limit(pieces, limit):
    sent: list[dict] = []
    stream = Printed("stdout", sent.append, limit)
    for piece in pieces:
        assert stream.write(piece) == len(piece)
    stream.finish()
    text = "".join(pieces)
    got = "".join(o["text"] for o in sent if o["name"] == "stdout")
    assert got == text[:limit]
    rest = [o["text"] for o in sent if o["name"] == "stderr"]
    assert bool(rest) == (len(text) > limit)
    if rest:
        assert f"{len(text) - limit:,} more characters ({text.count(chr(10), limit):,} lines)" in rest[0]


@given(st.lists(st.text(min_size=1, max_size=9), min_size=1, max_size=FLUSHES))
def test_each_of_a_hundred_flushes_is_seen_at_once(pieces):
    sent: list[dict] = []
    stream = Printed("stdout", sent.append)
    for n, piece in enumerate(pieces, 1):
        stream.write(piece)
        stream.flush()
        assert "".join(one["text"] for one in sent) == "".join(pieces[:n])


def test_a_flood_is_few_messages(talk):
    talk.run("for i in range(200_000): print(i)")
    assert len(talk.printed()) == SHOWN
    # By time, 20 a second at most: a slow machine may take some seconds over it.
    assert len(talk.outputs) < 400
    talk.run("import sys\nfor i in range(90_000): print(i, flush=True)\nsys.stdout.flush()")
    assert talk.printed() == "".join(f"{i}\n" for i in range(90_000))[:SHOWN]
    assert len(talk.outputs) < 500
    talk.run(f"for i in range({MOST * 20}): display(i)")
    assert len(talk.shown()) == MOST + 1


@pytest.mark.parametrize(
    "mischief",
    [
        "import sys\nsys.stdout.close()\nsys.stderr.close()",
        "import sys\nsys.stdout = None\nsys.stderr = 5",
        "import builtins\nbuiltins.len = None\nbuiltins.repr = None\nprint = 3\ndel builtins.isinstance",
        "display = None\n__builtins__ = None",
        "import sys\nsys.modules.clear",
        "class A:\n    def __repr__(self): 1/0\nA()",
        "class A:\n    def _repr_html_(self): 1/0\nA()",
        "class A:\n    def __getattr__(self, name): return lambda *a, **k: {'text/html': 5}\nA()",
        "class A:\n    def _repr_mimebundle_(self, **k): return {'x': {1, 2}}\nA()",
        "raise KeyboardInterrupt",
        "raise BaseException('x')",
        "raise GeneratorExit",
        "x = '\\ud800'; print(x); x",
        "x = []\nx.append(x)\nx",
        "import warnings; warnings.warn('w')",
        "float('nan')",
    ],
)
def test_later_cells_work_after_any_mischief(talk, mischief):
    before = dict(vars(builtins))
    streams = sys.stdout, sys.stderr, sys.stdin
    assert talk.run(mischief, namespace="mischief")["status"] in {"ok", "error"}
    assert dict(vars(builtins)) == before
    assert (sys.stdout, sys.stderr, sys.stdin) == streams
    talk.run("print(len([1]))\n7", namespace="after")
    assert talk.printed() == "1\n" and talk.shown() == [{"text/plain": "7"}]


@settings(deadline=None, max_examples=40)
@given(st.text(max_size=80))
def test_any_text_as_code_has_an_outcome(code):
    assert Talk().run(code)["status"] in {"ok", "error", "memory"}


def test_large_results_are_replaced_by_a_sentence():
    class Large:
        def _repr_html_(self) -> str:
            return "x" * (LARGEST + 1)

        def __repr__(self) -> str:
            return "x" * (LARGEST + 1)

    bundle = mimebundle(Large())
    assert set(bundle) == {"text/plain"} and len(bundle["text/plain"]) < LARGEST


@given(
    st.recursive(st.none() | st.floats() | st.text(), lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
)
def test_plain_values_show_as_their_repr(value):
    assert mimebundle(value) == {"text/plain": repr(value)}


def test_classes_are_not_asked_to_show_themselves():
    assert set(mimebundle(pd.DataFrame)) == {"text/plain"}


def test_stand_ins_show_as_their_type():
    assert mimebundle(HTML("<b>x</b>"))["text/html"] == "<b>x</b>"
    assert mimebundle(Markdown("*x*"))["text/markdown"] == "*x*"


def test_a_message_of_a_widget_finds_the_shells_events() -> None:
    """ipywidgets' comm asks ``get_ipython().events`` around each message that a widget gets."""
    talk = Talk()
    assert talk.run("get_ipython().events.trigger('pre_execute'); get_ipython().events.register('x', print)") == {
        "status": "ok"
    }
