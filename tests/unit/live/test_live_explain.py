"""Errors are told in plain words, with what is at hand: the near name, the columns there are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coursekit.live.errors.explain import MEANINGS, explained
from coursekit.live.errors.libraries import MEANINGS as OF_LIBRARIES
from coursekit.live.session import Session
from coursekit.words import catalog, say

TABLE = "import pandas as pd\ntable = pd.DataFrame({'war': ['a'], 'honoured': [True]})\n"
CASES = [
    ("pritn(1)", "NameError", "`print`"),
    ("total = 1\ntotl + 1", "NameError", "`total`"),
    ("x = true", "NameError", "`True`"),
    ("np.arange(3)", "NameError", "`import numpy as np`"),
    ("if True\n    1", "SyntaxError", say("python.help.colon")),
    ("x = 1\nif x = 1:\n    pass", "SyntaxError", say("python.help.equals")),
    ("x = (1,\ny = 2", "SyntaxError", "`(` is opened"),
    ("x = 1)", "SyntaxError", "closes none"),
    ("x = 'abc", "SyntaxError", say("python.help.open-text")),
    ("print 'x'", "SyntaxError", say("python.help.print")),
    ("x = [1 2]", "SyntaxError", say("python.help.comma")),
    ("x = “abc”", "SyntaxError", "“"),
    ("return 5", "SyntaxError", "`return` belongs inside"),
    ("%pip install scipy", "SyntaxError", say("python.copied.install")),
    ("!ls", "SyntaxError", say("python.copied.shell")),
    ("def f():\nreturn 1", "IndentationError", "(line 1)"),
    ("  x = 1", "IndentationError", say("python.help.indent")),
    ("if 1:\n        x = 1\n    y = 2", "IndentationError", say("python.help.unindent")),
    ("'a' + 1", "TypeError", say("python.help.text-number")),
    ("1 + 'a'", "TypeError", say("python.help.text-number")),
    ("def f(): pass\nf()[0]", "TypeError", say("python.help.none")),
    ("list = [1]\nlist(2)", "TypeError", "type `list`"),
    ("for n in 5: pass", "TypeError", "`range(…)`"),
    ("sorted([1, 'a'])", "TypeError", "`str`"),
    ("def f(x): return x\nf()", "TypeError", say("python.help.argument-missing")),
    ("def f(x): return x\nf(1, 2)", "TypeError", say("python.help.argument-extra")),
    ("(1, 2)[0] = 5", "TypeError", "`tuple`"),
    ("[1]['a']", "TypeError", say("python.help.index-number")),
    ("int('3,5')", "ValueError", "3,5"),
    ("float('a')", "ValueError", "cannot be read as a number"),
    ("a, b = 1, 2, 3", "ValueError", say("python.help.unpack")),
    (TABLE + "if table['honoured'] == True: pass", "ValueError", say("python.help.truth")),
    (TABLE + "table['x'] = [1, 2]", "ValueError", say("python.help.lengths")),
    (TABLE + "table['honored']", "KeyError", "`honoured` meant"),
    (TABLE + "table['winner']", "KeyError", "There are: `war`, `honoured`."),
    (TABLE + "table.groupby('War').size()", "KeyError", "`war`"),
    ("d = {'alone': 1}\nd['Alone']", "KeyError", "`alone` meant"),
    (TABLE + "table.query('honored')", "UndefinedVariableError", "`honoured` meant"),
    (TABLE + "table['war'].dt.year", "AttributeError", say("python.help.dates")),
    (TABLE + "table['honoured'].str.upper()", "AttributeError", say("python.help.texts")),
    (TABLE + "table.mean()", "TypeError", say("python.help.text-column")),
    (TABLE + "table.merge(pd.DataFrame({'war': [1]}), on='war')", "ValueError", "In one table `war` is of type"),
    ("import pandas as pd\npd.read_json('[{\"a\": 1}]')", "FileNotFoundError", "StringIO"),
    ("'a'.uper()", "AttributeError", "`upper`"),
    ("import math\nmath.squareroot(2); ", "AttributeError", ""),
    ("import math\nmath.sqr(2)", "AttributeError", "`sqrt`"),
    ("x = [1].sort()\nx.append(2)", "AttributeError", say("python.help.none")),
    ("import nunpy", "ModuleNotFoundError", "`numpy`"),
    ("import scipy", "ModuleNotFoundError", ""),
    ("def f():\n    n = n + 1\nn = 1\nf()", "UnboundLocalError", "`n` gets a value"),
    ("open('data.csv')", "FileNotFoundError", "`data.csv`"),
    ("1 / 0", "ZeroDivisionError", ""),
    ("[1][5]", "IndexError", ""),
    ("def f(n): return f(n)\nf(1)", "RecursionError", ""),
]


def failed(code: str) -> dict:
    outputs: list[dict] = []
    Session(outputs.append).run(code)
    return next(output for output in outputs if output["kind"] == "error")


@pytest.mark.parametrize(("code", "name", "words"), CASES)
def test_what_is_said_of_the_commonest_errors(code: str, name: str, words: str) -> None:
    error = failed(code)
    assert error["name"] == name
    assert words in error["help"]
    # What has no better word than its kind's has one in the catalog of kinds.
    assert error["help"] or f"exercise.raised.{name}" in catalog()
    assert "{p" not in error["help"]
    if name not in {"SyntaxError", "IndentationError"}:
        places = [line for line in error["traceback"].splitlines() if ", line " in line]
        assert places and all(line.startswith("your code, line ") for line in places)


def test_every_meaning_has_its_sentence_and_fills_it() -> None:
    for kind, patterns in [*MEANINGS.items(), *OF_LIBRARIES.items()]:
        for pattern, key in patterns:
            sentence = catalog()[f"python.help.{key}"]
            wanted = [int(n) for n in re.findall(r"\{p(\d)\}", sentence)]
            assert max(wanted, default=0) <= re.compile(pattern).groups, (kind, key)


@settings(deadline=None, max_examples=50)
@given(st.text(), st.sampled_from([NameError, KeyError, TypeError, ValueError, AttributeError, ImportError, OSError]))
def test_an_explanation_never_fails(text: str, kind: type[Exception]) -> None:
    error = kind(text)
    for name in ("name", "obj"):
        if hasattr(error, name):
            setattr(error, name, text)
    assert isinstance(explained(error), str)


def test_nothing_of_the_learners_is_run_to_explain() -> None:
    code = """ran = []
class Sly:
    def __getattr__(self, name):
        ran.append(name)
        raise AttributeError(name, name=name, obj=self)
    def __dir__(self):
        ran.append("dir")
        return []
    @property
    def value(self):
        ran.append("property")
s = Sly()
s.valu"""
    outputs: list[dict] = []
    session = Session(outputs.append)
    session.run(code)
    assert "`value`" in outputs[0]["help"]
    session.run("ran")
    assert outputs[-1]["data"]["text/plain"] == "['valu']"
