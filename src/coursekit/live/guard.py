"""Do what may go wrong: with streams in place, with whatever it raises told, and with Python put back as it was."""

from __future__ import annotations

import gc
import getpass
import sys
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Any

from coursekit.live.errors.traceback import described
from coursekit.live.ipython import stub as jupyter
from coursekit.live.mimebundle import mimebundle
from coursekit.live.settings.restore import InterpreterSnapshot
from coursekit.live.stdin import Ask, Declined, Questions, Unanswered
from coursekit.live.stdout import Printed, Send
from coursekit.words import say

Outcome = dict[str, Any]
# Results that one run may show; a loop that displays for ever would drown the page (web/src/outputs has the same).
MOST = 200
# Bound here: learner code may replace the names in sys.
_settrace, _setprofile = sys.settrace, sys.setprofile


def guarded(
    work: Callable[[], None],
    send: Send,
    snapshot: InterpreterSnapshot,
    ask: Ask | None = None,
    answers: Sequence[str] = (),
    collect: bool = True,
) -> Outcome:
    """Do ``work`` with streams in place, turning whatever it raises into an outcome.

    Parameters
    ----------
    work
        What runs the learner's code.
    send
        Takes each output as it comes.
    snapshot
        The interpreter as it is to be afterwards.
    ask
        Asks the learner what ``input()`` wants to know; without it nothing can be answered.
    answers
        What the learner has answered in earlier rounds.
    collect
        Whether to clear away at once what the run left in circles.
    """
    out, err = Printed("stdout", send), Printed("stderr", send)
    questions = Questions(out, ask, answers)
    displayed = 0

    def display(value: object) -> None:
        nonlocal displayed
        displayed += 1
        if displayed > MOST + 1:  # one more than the page shows, so that it can say that there were more
            return
        out.send()
        err.send()
        shown: dict[str, Any] = {"kind": "display"}
        if isinstance(value, jupyter.Identified):
            shown |= {"id": value.name, "update": value.update}
            value = value.value
        with _plain_arithmetic():
            shown["data"] = mimebundle(value)
        # What was printed by the object while it was asked stands before it.
        out.send()
        err.send()
        send(shown)

    def clear(wait: bool) -> None:
        nonlocal displayed
        displayed = 0
        out.send()
        err.send()
        send({"kind": "clear", "wait": bool(wait)})

    def getpassword(prompt: str = "Password: ", stream: object = None) -> str:
        out.write(prompt)
        return questions.answer(prompt, secret=True)

    restored = sys.stdout, sys.stderr, sys.stdin, jupyter.failing, jupyter.clearing
    watching = sys.gettrace(), sys.getprofile()
    sys.stdout, sys.stderr, sys.stdin = out, err, questions
    getpass.getpass = getpassword
    jupyter.showing, jupyter.clearing = display, clear
    jupyter.failing = lambda error: send(described(error))
    raised: BaseException | None = None
    try:
        work()
    except BaseException as error:  # SystemExit, KeyboardInterrupt and the like are the learner's too
        raised = error
    # What watches every step first: nothing else can be done before. It may object, once; and no function written
    # in Python may be called here, for it would be watched too.
    for _ in (1, 2):
        try:
            _setprofile(watching[1])
            _settrace(watching[0])
        except BaseException:
            continue
    snapshot.restore()
    outcome, trouble = _outcome(raised, err)
    del raised
    out.finish()
    err.finish()
    sys.stdout, sys.stderr, sys.stdin, jupyter.failing, jupyter.clearing = restored
    if trouble:
        send(trouble)
    # Objects that the run left referring to each other: the page's Python has no other moment to free them.
    if collect:
        gc.collect()
    return outcome


def _plain_arithmetic() -> AbstractContextManager[Any]:
    """Let what is shown be computed under NumPy's own handling of errors, whatever the code has set."""
    numpy: Any = sys.modules.get("numpy")
    return numpy.errstate(divide="warn", over="warn", under="ignore", invalid="warn") if numpy else nullcontext()


def _repr(value: object) -> str:
    try:
        return repr(value)[:200]
    except Exception:
        return type(value).__name__


def _outcome(raised: BaseException | None, err: Printed) -> tuple[Outcome, dict[str, Any] | None]:
    """Return what came of a run that ended with ``raised``, and the output that tells of an error."""
    if raised is None:
        return {"status": "ok"}, None
    if isinstance(raised, SystemExit):
        call = f"sys.exit({'' if raised.code is None else _repr(raised.code)})"
        err.write(say("python.exited", call=call) + "\n")
        return {"status": "ok"}, None
    if isinstance(raised, Unanswered):
        return {"status": "asked", "result": {"prompt": raised.prompt, "secret": raised.secret}}, None
    if isinstance(raised, Declined):
        return {"status": "stopped"}, None
    return {"status": "memory" if isinstance(raised, MemoryError) else "error"}, described(raised)
