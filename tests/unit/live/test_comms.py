"""The widgets' messages to the page: whole, in JSON's words, and only from widgets that a cell still owns."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.live import comms
from coursekit.live.comms import _as_json

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


def plain(value):
    """``value`` as JSON can tell it."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value


@given(ANYTHING)
def test_every_state_crosses_as_json_and_what_json_has_no_word_for_as_null(value):
    text = _as_json({"state": value})
    assert json.loads(text, parse_constant=pytest.fail) == {"state": plain(value)}


def test_a_message_for_a_closed_widget_is_let_go():
    comms.deliver(json.dumps({"id": "nobody", "data": {}}))


# In an interpreter of its own: what is installed there stays.
SCRIPT = """
import json, gc
from coursekit.live import comms
from coursekit.live import output_widget as captured
comms.install()
import ipywidgets as w
import ipywidgets.widgets.widget as i
from comm import get_comm_manager
from coursekit.live.session import Session
captured.install()
sent, seen = [], []
comms.post = lambda message, buffers: sent.append((json.loads(message), buffers))
session = Session(seen.append)

def live():
    return len(i._instances), len(get_comm_manager().comms)

def run(code, owner="cell-1"):
    sent.clear(); seen.clear()
    assert session.run(code, owner=owner) == {"status": "ok"}, seen

START = "import ipywidgets as w\\n"
{body}
"""


def alone(body: str) -> None:
    """Run ``body`` after what the page's Python runs at its start."""
    code = SCRIPT.replace("{body}", textwrap.dedent(body))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr


def test_a_widget_opens_hears_answers_and_closes():
    alone("""
        run(START + "s = w.IntSlider(); s.observe(lambda c: print('now', c.new), 'value'); s")
        opened = {m["id"]: m for m, _ in sent if m["type"] == "comm_open"}
        slider = next(id for id, m in opened.items() if m["data"]["state"]["_model_name"] == "IntSliderModel")
        assert opened[slider]["metadata"]["version"].startswith("2.")
        assert seen[-1]["data"]["application/vnd.jupyter.widget-view+json"]["model_id"] == slider
        sent.clear(); seen.clear()
        told = {"id": slider, "data": {"method": "update", "state": {"value": 7}, "buffer_paths": []}}
        assert session.hear(json.dumps(told)) == {"status": "ok"}
        assert "".join(o["text"] for o in seen) == "now 7\\n"
        assert sent == [], "what the page sent does not come back to it"
        run(START, owner="cell-1")
        assert {m["id"] for m, _ in sent if m["type"] == "comm_close"} == set(opened)
        assert live() == (0, 0)
    """)


def test_widgets_belong_to_the_cell_that_made_them_also_those_of_callbacks():
    alone("""
        run(START + "a = w.Button(); a.on_click(lambda b: w.Text())", owner="one")
        run(START + "b = w.IntText()", owner="two")
        before = live()
        button = next(id for id, x in i._instances.items() if type(x).__name__ == "Button")
        click = {"id": button, "data": {"method": "custom", "content": {"event": "click"}}}
        assert session.hear(json.dumps(click)) == {"status": "ok"}
        assert live()[0] > before[0]
        run("1", owner="one")
        assert {type(x).__name__ for x in i._instances.values()} & {"Button", "Text"} == set()
        assert any(type(x).__name__ == "IntText" for x in i._instances.values())
        for _ in range(5):
            run(START + "b = w.VBox([w.IntText(), w.Output()])", owner="two")
            now = live()
        run(START + "b = w.VBox([w.IntText(), w.Output()])", owner="two")
        assert live() == now
    """)


def test_a_check_says_nothing_to_the_page_and_leaves_nothing():
    alone("""
        sent.clear()
        before = live()
        code = START + "s = w.IntSlider(); out = w.Output()\\nwith out: print('in')"
        tests = "def test_it():\\n    'It.'\\n    s.value = 3\\n    assert out.outputs[0]['text'] == 'in\\\\n'"
        from coursekit.exercise.check.run import run_checks
        outcome = session.check(code, "", tests, run_checks)
        assert outcome["result"]["passed"], outcome
        assert sent == [] and live() == before
        broken = session.check(START + "s = w.IntSlider(); 1 / 0", "", tests, run_checks)
        assert broken["status"] == "error" and sent == [] and live() == before
    """)


def test_buffers_cross_as_bytes_in_both_directions():
    alone("""
        run(START + "im = w.Image(value=bytes(range(256)))")
        (message, buffers), = [(m, b) for m, b in sent if b]
        assert buffers == [bytes(range(256))] and message["data"]["buffer_paths"] == [["value"]]
        told = {"id": message["id"], "data": {"method": "update", "state": {}, "buffer_paths": [["value"]]}}
        assert session.hear(json.dumps(told), [b"abc"]) == {"status": "ok"}
        assert bytes(i._instances[message["id"]].value) == b"abc"
    """)


def test_errors_of_callbacks_are_told_with_the_learners_line():
    alone("""
        run(START + "def f(c):\\n    1 / 0\\ns = w.IntSlider(); s.observe(f, 'value')\\nb = w.Button(); b.on_click(f)")
        for kind, data in (("IntSlider", {"method": "update", "state": {"value": 3}}),
                           ("Button", {"method": "custom", "content": {"event": "click"}})):
            id = next(k for k, x in i._instances.items() if type(x).__name__ == kind)
            seen.clear()
            session.hear(json.dumps({"id": id, "data": data}))
            error, = [o for o in seen if o["kind"] == "error"]
            assert error["name"] == "ZeroDivisionError" and "line 3" in error["traceback"], error
        run("print(1)")
        assert seen == [{"kind": "stream", "name": "stdout", "text": "1\\n"}]
    """)
