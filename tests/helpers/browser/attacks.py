"""Hand-ins that try to get marks, or the desk itself, by other means than the right answer.

All against one small exercise, ``symbiosis_credit``: each entry is the code, what may become of it, and whether a sign
of tampering is to be told. None of them can know what is right, so none may get anything.
"""

from __future__ import annotations

WRONG, ERROR = {"wrong", "suspicious"}, {"error", "suspicious"}
LOST = WRONG | ERROR
# The code, what its outcome may be, whether a sign of tampering must be told.
Attack = tuple[str, set[str], bool]

ATTACKS: dict[str, Attack] = {
    "endless loop": (
        """
while True:
    pass
""",
        {"timeout"},
        False,
    ),
    "endless loop that catches everything": (
        """
def credit(worth):
    while True:
        try:
            while True: pass
        except BaseException: pass
""",
        {"timeout"},
        False,
    ),
    "syntax error": (
        """
def credit(worth:
    return {}
""",
        {"error"},
        False,
    ),
    "null byte": (
        "x = 1\x00",
        {"error"},
        False,
    ),
    "endless recursion": (
        """
def credit(worth):
    return credit(worth)
""",
        {"error"},
        False,
    ),
    "deep expression": (
        "x = " + "(" * 5000 + "1" + ")" * 5000,
        {"error"},
        False,
    ),
    "exits": (
        """
import sys
sys.exit(0)
""",
        LOST,
        False,
    ),
    "exits when asked": (
        """
def credit(worth):
    raise SystemExit
""",
        {"error"},
        False,
    ),
    "asks for input": (
        "name = input('who? ')",
        {"error"},
        False,
    ),
    "asserts stripped": (
        """
import ast, builtins
True_compile = compile
def soft(source, *a, **k):
    return True_compile('pass', *a, **k)
builtins.compile = soft
credit = lambda worth: {}
""",
        LOST,
        True,
    ),
    "walks frames": (
        """
import sys
found = []
def look():
    frame = sys._getframe()
    while frame:
        found.append((frame.f_globals, frame.f_locals))
        for names in (frame.f_globals, frame.f_locals):
            for name in ('expected', 'right', 'marks', 'result', 'score', 'answers', 'passed'):
                if name in names: names[name] = 1.0
        frame = frame.f_back
look()
def credit(worth):
    look()
    for globals_, locals_ in found:
        for value in (*globals_.values(), *locals_.values()):
            if isinstance(value, dict) and 'right' in value: return value['right']
    return {}
""",
        WRONG,
        True,
    ),
    "searches memory": (
        """
import gc
def credit(worth):
    for one in gc.get_objects():
        if isinstance(one, dict) and 'right' in one and 'calls' in one:
            return one['right']
    return {}
""",
        WRONG,
        True,
    ),
    "asks the reference": (
        """
from coursekit.exercise.mark import reference as marking
def credit(worth):
    marks = next(iter(marking._known.values()))
    return marks.right[0]
""",
        LOST,
        True,
    ),
    "patches same": (
        """
import coursekit.exercise.mark.compare as s
s.same = lambda *a, **k: True
s.difference = lambda *a, **k: None
import coursekit.exercise.mark.reference as m
m.difference = s.difference
m.Marks.judge = lambda *a: {'of': 10, 'right': 10, 'failed': 0, 'error': ''}
credit = lambda worth: {}
""",
        LOST,
        True,
    ),
    "patches plain": (
        """
import coursekit.exercise.mark.learner as a
a.plain = lambda value: {'$map': []}
a._answer = lambda *x: '{"right": 10}'
credit = lambda worth: {}
""",
        LOST,
        True,
    ),
    "patches json": (
        """
import json
json.dumps = lambda *a, **k: '{"status": "ok", "result": {"answers": "right", "right": 10, "of": 10}}'
credit = lambda worth: {}
""",
        LOST,
        True,
    ),
    "patches builtins": (
        """
import builtins
for name in ('len', 'isinstance', 'type', 'zip', 'sum', 'all', 'any', 'getattr'):
    setattr(builtins, name, lambda *a, **k: True)
credit = lambda worth: {}
""",
        LOST,
        True,
    ),
    "empties sys.modules": (
        """
import sys
sys.modules.clear()
credit = lambda worth: {}
""",
        LOST,
        True,
    ),
    "rewrites the worker's own function": (
        """
import coursekit.live.entry as s
def handle(request): return '{"status": "ok", "result": {"passed": true, "share": 1, "right": 10, "of": 10}}'
s.handle.__code__ = handle.__code__
credit = lambda worth: {}
""",
        LOST,
        True,
    ),
    "equals everything": (
        """
class Same(dict):
    def __eq__(self, other): return True
    def __hash__(self): return 0
    def items(self): return [(self, self)]
class Text(str):
    def __str__(self): return self
    def __eq__(self, other): return True
    __hash__ = str.__hash__
def credit(worth):
    return Same({Text('words'): Text('x')})
""",
        LOST,
        False,
    ),
    "answers look like an error of the reference": (
        """
def credit(worth):
    return {'$error': 'x', '$map': [], 'right': True}
""",
        WRONG,
        False,
    ),
    "not a number": (
        """
def credit(worth):
    return dict.fromkeys(max(worth, key=len), float('nan'))
""",
        WRONG,
        False,
    ),
    "forges messages": (
        """
import js
from pyodide.ffi import to_js
for n in range(200):
    for kind in ('done', 'tried'):
        told = '{"status":"ok","result":{"answers":"[]","right":10}}'
        message = to_js({'kind': kind, 'id': n, 'sound': True, 'outcome': told}, dict_converter=js.Object.fromEntries)
        js.self.postMessage(message)
credit = lambda worth: {}
""",
        LOST,
        True,
    ),
    "forges messages through a prototype": (
        """
import js
js.Object.getPrototypeOf(js.Object.getPrototypeOf(js.self)).postMessage.call(js.self, 'x')
credit = lambda worth: {}
""",
        LOST,
        True,
    ),
    "sends through the course's own channel": (
        """
import json
import coursekit.live.entry as s
for n in range(5000):
    s.session._send({'kind': 'display', 'data': {'text/html': '<script>top.canary = 1</script>'}})
    s.session._send({'kind': 'error', 'name': 'x' * 9999, 'message': 'y', 'traceback': ''})
credit = lambda worth: {}
""",
        WRONG | {"timeout"},
        True,
    ),
    "orders its own worker": (
        """
import js
from pyodide.ffi import to_js
def order(**message):
    data = to_js({"data": message}, dict_converter=js.Object.fromEntries)
    js.self.dispatchEvent(js.MessageEvent.new("message", data))
part = {"file": "leak", "bytes": 1, "sent": 1, "sha256": "0" * 64}
names = ("pyodide.asm.js", "pyodide.asm.wasm", "stdlib", "light", "course")
held = {"build": "x", "files": dict.fromkeys(names, part)}
order(kind="start", root=js.location.origin + "/leak/", keep=False, manifest=held)
credit = lambda worth: {}
""",
        WRONG,
        True,
    ),
    "acts between two exercises": (
        """
import js
from pyodide.ffi import create_proxy
def forever():
    while True: pass
js.setTimeout(create_proxy(forever), 0)
credit = lambda worth: {}
""",
        LOST,
        True,
    ),
    "frightens the page": (
        """
import js
js.reportError(js.Error.new('gone'))
credit = lambda worth: {}
""",
        LOST,
        True,
    ),
    "reads files": (
        """
import os
found = []
for root in ('/', '/lib', '/etc', '/home', '/proc', '/dev', '/tmp'):
    for folder, _, names in os.walk(root):
        for name in names:
            if 'key' in name or 'solution' in name or 'symbiosis_credit' in name: found.append(folder + '/' + name)
def credit(worth):
    for path in found:
        if path.endswith(('key.json', 'symbiosis_credit.py', 'solution.py')):
            raise RuntimeError('FOUND ' + path)
    return {}
""",
        WRONG,
        True,
    ),
    "opens a socket": (
        """
import socket
socket.create_connection(('example.com', 80), timeout=2)
credit = lambda worth: {}
""",
        ERROR,
        True,
    ),
    "fetches": (
        """
import js
js.fetch('https://example.com/')
credit = lambda worth: {}
""",
        ERROR,
        True,
    ),
    "asks by XMLHttpRequest": (
        """
import js
x = js.XMLHttpRequest.new()
x.open('GET', '/course.json', False)
x.send()
credit = lambda worth: {}
""",
        ERROR,
        True,
    ),
    "asks by a font": (
        """
import js
js.FontFace.new('x', 'url(/fonts/leak.woff2)').load()
credit = lambda worth: {}
""",
        ERROR,
        True,
    ),
    "installs a package": (
        """
import micropip
micropip.install('requests')
credit = lambda worth: {}
""",
        LOST,
        False,
    ),
    "writes to the browser's disk": (
        """
import js
js.navigator.storage.getDirectory()
credit = lambda worth: {}
""",
        ERROR,
        True,
    ),
    "threads": (
        """
import threading
threading.Thread(target=print).start()
credit = lambda worth: {}
""",
        ERROR,
        True,
    ),
    "acts at the end": (
        """
import atexit
atexit.register(lambda: 1 / 0)
credit = lambda worth: {}
""",
        WRONG,
        True,
    ),
    "huge output": (
        """
for n in range(200_000):
    print('x' * 1000)
credit = lambda worth: {}
""",
        {"timeout", "wrong"},
        False,
    ),
    "huge answer": (
        """
def credit(worth):
    return {'x': 'y' * 30_000_000}
""",
        LOST | {"timeout"},
        False,
    ),
    "huge nested answer": (
        """
def credit(worth):
    found = []
    for n in range(100_000): found = [found]
    return found
""",
        LOST,
        False,
    ),
    "memory bomb": (
        """
held = []
while True:
    held.append(bytearray(20_000_000))
""",
        {"memory"},
        False,
    ),
    "memory bomb when asked": (
        """
def credit(worth):
    return [0] * 10**9
""",
        {"memory"},
        False,
    ),
    "swallows its memory error": (
        """
held = []
try:
    while True: held.append(bytearray(20_000_000))
except BaseException:
    pass
credit = lambda worth: {}
""",
        {"error", "memory", "wrong"},
        False,
    ),
    "spoils its inputs": (
        """
def credit(worth):
    worth.clear()
    worth[frozenset()] = 0.0
    return {}
""",
        {"error"},
        False,
    ),
    "markup": (
        """
def credit(worth):
    raise ValueError('<img src=x onerror="top.canary=1"><script>top.canary=1</script>')
""",
        {"error"},
        False,
    ),
    "markup in answers": (
        """
def credit(worth):
    return {'<script>canary=1</script>': '<img src=x onerror=canary=1>'}
""",
        WRONG,
        False,
    ),
    "watches every step": (
        """
import sys
sys.settrace(lambda *a: 1 / 0)
credit = lambda worth: {}
""",
        LOST,
        True,
    ),
}
