"""Learner code stays in its worker: no way to other sites, none into the page."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import BrowserContext
from probe.talking import ALL, runner, values

from coursekit.words import say

pytestmark = pytest.mark.timeout(90)  # a page that never answers is a failure, not a wait


WAYS_OUT = [
    "import js\njs.fetch('http://example.com/')",
    "import js\njs.XMLHttpRequest.new()",
    "import js\njs.WebSocket.new('ws://example.com/')",
    "import js\njs.EventSource.new('http://example.com/')",
    "import js\njs.navigator.sendBeacon('http://example.com/', 'x')",
    "import js\njs.Worker.new('http://example.com/x.js')",
    "import js\njs.Worker.new('data:text/javascript,fetch(\"http://example.com/\")')",
    "import js\njs.importScripts('http://example.com/x.js')",
    "import js\njs.self.constructor.prototype.importScripts('http://example.com/x.js')",
    "import js\njs.Object.getPrototypeOf(js.self).fetch('http://example.com/')",
    "import js\njs.WebTransport.new('https://example.com/')",
    "import js\njs.Function.new('return fetch(\"http://example.com/\")')()",
    "import js\njs.eval('import(\"http://example.com/x.js\")')",
    "from pyodide.code import run_js\nrun_js('import(\"http://example.com/x.js\")')",
    "from pyodide.http import open_url\nopen_url('http://example.com/')",
    "import urllib.request\nurllib.request.urlopen('http://example.com/')",
    "import pandas as pd\npd.read_csv('http://example.com/a.csv')",
]


@pytest.mark.parametrize("code", WAYS_OUT)
def test_no_way_out(shared, code: str):
    watched, run = shared
    answer = run(code, packages=ALL)
    assert answer["status"] == "error"
    assert watched.foreign() == []


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("Markdown", "[x](javascript:window.bad=1) ![x](http://example.com/a.png) <img src=x onerror='window.bad=1'>"),
        ("Markdown", "<script>window.bad=1</script>\n\n<iframe srcdoc='<script>parent.bad=1</script>'></iframe>"),
        ("SVG", "<svg xmlns='http://www.w3.org/2000/svg' onload='window.bad=1'><script>parent.bad=1</script></svg>"),
        ("SVG", "<svg xmlns='http://www.w3.org/2000/svg'><image href='http://example.com/a.png'/></svg>"),
        ("Latex", "$<img src=x onerror='window.bad=1'>$"),
    ],
)
def test_markdown_and_drawings_run_and_fetch_nothing(shared, kind: str, text: str):
    watched, run = shared
    assert run(f"from IPython.display import {kind}\n{kind}({text!r})")["status"] == "ok"
    watched.page.wait_for_timeout(300)
    assert watched.page.evaluate("window.bad") is None
    assert watched.foreign() == []
    assert watched.page.locator("#outputs > *").count() == 1


HTML = [
    "<script>window.bad = 1</script>",
    "<img src=x onerror='window.bad=1'>",
    "<img src='http://example.com/a.png'>",
    "<svg onload='window.bad=1'><script>window.bad=1</script></svg>",
    "<iframe srcdoc='<script>parent.bad=1</script>'></iframe>",
    "<a href='javascript:window.bad=1' id=outputs>x</a>",
    "<form action='http://example.com'><input name=a autofocus onfocus='window.bad=1'></form>",
    "<math><mtext><table><mglyph><style><img src=x onerror='window.bad=1'></style></mglyph></table></mtext></math>",
    "<style>body{display:none} @import 'http://example.com/a.css';</style>",
    "<p style='position:fixed;background:url(http://example.com/a.png)'>x</p>",
    "<template><img src=x onerror='window.bad=1'></template><details open ontoggle='window.bad=1'>x</details>",
]


@pytest.mark.parametrize("html", HTML)
def test_html_of_an_output_runs_and_fetches_nothing(shared, html: str):
    watched, run = shared
    page = watched.page
    answer = run(f"from IPython.display import HTML\ndisplay(HTML({html + '<b class=seen>seen</b>'!r}))")
    assert answer["status"] == "ok"
    page.wait_for_timeout(100)
    assert page.evaluate("window.bad") is None
    assert watched.foreign() == []
    inside = page.locator("#outputs").evaluate("node => node.innerHTML")
    assert not any(word in inside.lower() for word in ("<script", "onerror", "javascript:", "url(", "srcdoc", "<form"))
    assert page.locator("#outputs").is_visible()


def test_a_chart_that_asks_for_remote_data_says_so(shared):
    watched, run = shared
    run("import altair as alt\nalt.Chart('http://example.com/a.csv').mark_point().encode(x='a:Q')")
    watched.page.wait_for_selector("#outputs .drawing[data-state=failed]")
    assert say("outputs.remote-data") in watched.page.locator("#outputs").inner_text()
    assert watched.foreign() == []


def test_a_forged_message_moves_nothing(context: BrowserContext, address: str):
    """Messages from the worker are taken only if well-formed and of the present run."""
    page = context.new_page()
    page.add_init_script(
        """const True = Worker;
        window.Worker = class extends True { constructor(...a) { super(...a); window.last = this; } };"""
    )
    page.goto(address)
    run = runner(page)
    run("1")
    forged = [None, 5, "x", {}, {"kind": "done"}, {"kind": "constructor"}, {"kind": "loaded", "bundles": 3}]
    forged += [{"kind": "output", "id": 2, "output": "["}, {"kind": "module", "module": {}}]
    forged += [{"kind": "done", "id": 10**9, "outcome": "{}"}]
    page.evaluate("all => { for (const data of all) last.onmessage(new MessageEvent('message', {data})); }", forged)
    assert values(run("2")) == ["2"]
    assert json.dumps(run("3")["outputs"])
