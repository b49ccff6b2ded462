"""The reference's side of marking: draw the cases, know what is right, judge what another Python has answered.

This runs in a Python of its own, which no learner's code ever enters. What a learner's Python is given is plain data,
and so is what it gives back: answers are parsed strictly, compared, and neither unpickled nor run. Everything here
takes and gives what JSON can hold.
"""

from __future__ import annotations

import ast
import hashlib
import hmac
import json
import random
from functools import cached_property
from typing import Any

from coursekit.exercise.mark.answers_json import plain
from coursekit.exercise.mark.answers_load import revived
from coursekit.exercise.mark.call import by_position, called
from coursekit.exercise.mark.compare import difference
from coursekit.exercise.mark.inputs_json import packed, unpacked
from coursekit.exercise.mark.learner import error_text
from coursekit.exercise.mark.untouched import counted

ROOM = 500_000  # characters that the answers to one exercise may have, where the right ones have far less
SHOWN = 120  # characters of an answer that a report shows
Entry = dict[str, Any]
_known: dict[tuple[str, str, int], Marks] = {}


class UnusableError(ValueError):
    """An exercise of the key by which nothing can be marked; the message is for the instructor."""


class AnswersError(ValueError):
    """What came back is no list of answers."""


def case_seed(secret: str, exercise: str, variant: int = 0) -> int:
    """Return the seed with which the cases of one exercise's variant are drawn: the same for every learner.

    Parameters
    ----------
    secret : str
        The key's secret, in hexadecimal digits.
    exercise : str
        The exercise's id.
    variant : int
        The number of its variant.

    Returns
    -------
    int
        A number of 64 bits, not negative.

    Raises
    ------
    ValueError
        If the secret is not hexadecimal.
    """
    name = f"{exercise}/{variant}".encode()
    return int.from_bytes(hmac.new(bytes.fromhex(secret), name, hashlib.sha256).digest()[:8], "big")


class Marks:
    """One exercise's variant: its cases, and the solution's answers to them.

    Parameters
    ----------
    entry
        What the key says of the exercise (:func:`coursekit.classroom.answer_key.key.entry`).
    variant
        The variant's number.
    seed
        Draws the cases.

    Raises
    ------
    UnusableError
        If its cases cannot be drawn or handed over, or the solution fails on one.
    """

    def __init__(self, entry: Entry, variant: int, seed: int) -> None:
        sources, codes = entry["sources"], entry["variants"] or [""]
        self.entry = entry
        self.setup = f"{codes[variant % len(codes)]}{sources['setup']}"
        self.moved = moves(sources["cases"])  # the answer is moved as a user would: it can't leave its Python
        own = entry["compared"]
        world: dict[str, Any] = {"__name__": "exercise"}
        try:
            exec(compile(self.setup, "<setup>", "exec"), world)
            exec(compile(sources["solution"], f"<{entry['id']}>", "exec"), world)
            exec(compile(sources["cases"], f"<{entry['id']}: cases>", "exec"), world)
            drawn = world["cases"](random.Random(seed))
            self.calls = [packed({k: v for k, v in case.items() if k not in (own or ())}) for case in drawn]
            self.own = [packed({k: v for k, v in case.items() if k in (own or ())}) for case in drawn]
            self.compared = None if own is None else world["compared"]
            solution = world[entry["subject"]]
            # By position: a learner may have renamed the parameters.
            self.passed = [packed(list(by_position(solution, unpacked(call)))) for call in self.calls]
            self.right = [self.comparable(n, self.answer_of(solution, n)) for n in range(len(drawn))]
        except Exception as error:
            what = f"{type(error).__name__}: {error}"
            raise UnusableError(
                f"{entry['id']} cannot be marked, for its cases or its solution fail: {what}"
            ) from error
        if not self.right:
            raise UnusableError(f"{entry['id']} cannot be marked: its cell `cases` draws none.")

    def request(self) -> dict[str, Any]:
        """Return what the learner's Python needs, and nothing that tells what is right."""
        asked = {"subject": self.entry["subject"], "setup": self.setup, "calls": self.passed, "most": self.room}
        if self.compared and self.moved:
            asked |= {"compared": without_cases(self.entry["sources"]["cases"]), "own": self.own}
        return asked

    @property
    def room(self) -> int:
        """How many characters the answers may have."""
        return max(ROOM, 4 * len(json.dumps(self.right)))

    def judge(self, text: str) -> dict[str, Any]:
        """Return how the answers in ``text`` fare: how many count as right, and for a person where they first depart.

        ``idle`` are those that are right and do not count, since nothing is answered otherwise than by the starter.

        Raises
        ------
        AnswersError
            If the text is no list of as many answers as there were calls.
        """
        given = strict(text) if len(text) <= 2 * self.room else None
        if not isinstance(given, list) or len(given) != len(self.right):
            raise AnswersError("What came back is no list of answers.")
        departed = [self.departs(n, one) for n, one in enumerate(given)]
        wrong = [n for n, where in enumerate(departed) if where is not None]
        right = sum(self.counting(given, [where is None for where in departed]))
        errors = [one["$error"] for one in given if isinstance(one, dict) and one.keys() == {"$error"}]
        idle = len(given) - len(wrong) - right
        found: dict[str, Any] = {"of": len(given), "right": right, "idle": idle, "failed": len(errors)}
        found["error"] = str(errors[0])[:300] if errors else ""
        if wrong:
            n = wrong[0]
            found["first"] = {
                "case": n + 1,
                "where": (departed[n] or "")[:SHOWN],
                "call": _short(self.calls[n]),
                "right": _short(self.right[n]),
                "given": _short(given[n]),
            }
        return found

    @cached_property
    def untouched(self) -> list[Any]:
        """What the starter answers to each call, in plain form; an error where it fails."""
        world: dict[str, Any] = {"__name__": "exercise"}
        found: list[Any] = []
        for n in range(len(self.passed)):
            try:
                if not n:
                    exec(compile(self.setup, "<setup>", "exec"), world)
                    exec(compile(self.entry["sources"]["starter"], f"<{self.entry['id']}: starter>", "exec"), world)
                found.append(self.answer_of(world[self.entry["subject"]], n))
            except Exception as error:
                found.append({"$error": error_text(error)})
        return found

    @cached_property
    def idle(self) -> list[bool]:
        """Whether the starter answers each call right."""
        return [self.departs(n, one) is None for n, one in enumerate(self.untouched)]

    def counting(self, given: list[Any], agreed: list[bool]) -> list[bool]:
        """Return for each answer whether it counts as right, where ``agreed`` says whether it is.

        The starter is asked only where it matters: where some answers are right, and not all.

        Parameters
        ----------
        given : list
            The answers, in plain form, one for each case.
        agreed : list of bool
            Whether each is right.

        Returns
        -------
        list of bool
            The same length; see :func:`~coursekit.exercise.mark.untouched.counted`.
        """
        if all(agreed) or not any(agreed):
            return agreed
        return counted(agreed, given, self.untouched, self.idle)

    def answer_of(self, function: Any, n: int) -> Any:
        """Return what a function of the key answers to one call.

        Parameters
        ----------
        function : Any
            The solution, the starter or a planned mistake.
        n : int
            Which call, from 0.

        Returns
        -------
        Any
            Plain data, as a learner's Python would give it.

        Raises
        ------
        Exception
            Whatever the function raises, or ``compared`` where the answer is moved.
        """
        answer = called(function, *unpacked(self.passed[n]))
        if self.compared and self.moved:
            answer = self.compared(answer, **unpacked(self.own[n]))
        return _crossed(plain(answer))

    def comparable(self, n: int, answer: Any) -> Any:
        """Return an answer in plain form as it is compared: as the exercise's ``compared`` gives it, if there is one.

        Parameters
        ----------
        n : int
            Which call, from 0.
        answer : Any
            The answer to it, in plain form.

        Returns
        -------
        Any
            Plain data.

        Raises
        ------
        Exception
            Whatever ``compared`` raises.
        """
        if self.compared is None or self.moved:
            return answer
        return _crossed(plain(self.compared(revived(answer), **unpacked(self.own[n]))))

    def departs(self, n: int, answer: Any) -> str | None:
        """Return where the answer to one call is not the right one.

        Parameters
        ----------
        n : int
            Which call, from 0.
        answer : Any
            The learner's answer, in plain form.

        Returns
        -------
        str or None
            The place, as :func:`difference` gives it, "" for the whole answer; None if it is right.
        """
        try:
            answer = self.comparable(n, answer)
        except Exception:
            return ""
        return difference(self.right[n], answer, self.entry["tolerance"], self.entry["ordered"])


def cases(request: Entry) -> dict[str, Any]:
    """Return what a learner's Python needs for the exercise ``entry`` in ``variant``, its cases drawn with ``secret``.

    Raises
    ------
    UnusableError
        As :class:`Marks`.
    """
    entry, variant = request["entry"], int(request["variant"])
    made = Marks(entry, variant, case_seed(request["secret"], entry["id"], variant))
    _known[entry["id"], entry["version"], variant] = made
    return made.request()


def known(request: Entry) -> Marks:
    """Return the exercise ``id`` of ``version`` in ``variant``, whose cases were drawn in this Python.

    Raises
    ------
    KeyError
        If they were not.
    """
    return _known[request["id"], request["version"], int(request["variant"])]


def judge(request: Entry) -> dict[str, Any]:
    """Return how ``answers`` (text) to the exercise ``id`` of ``version`` in ``variant`` fare; see :meth:`Marks.judge`.

    Raises
    ------
    AnswersError
        As :meth:`Marks.judge`.
    KeyError
        If its cases were not drawn in this Python.
    """
    return known(request).judge(request["answers"])


def moves(source: str) -> bool:
    """Whether ``compared`` drives widgets, which only the learner's own Python can."""
    names = {alias.name for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Import) for alias in node.names}
    froms = {str(node.module) for node in ast.walk(ast.parse(source)) if isinstance(node, ast.ImportFrom)}
    return any(name.startswith(("coursekit.exercise.drive", "ipywidgets")) for name in names | froms)


def without_cases(source: str) -> str:
    """Return the cell without its function ``cases``: how answers are looked at, not which are asked for."""
    tree = ast.parse(source)
    tree.body = [node for node in tree.body if not (isinstance(node, ast.FunctionDef) and node.name == "cases")]
    return ast.unparse(tree)


def strict(text: str) -> Any:
    """Return what the JSON ``text`` holds; bare NaN, doubled keys, and what is no JSON at all, give None."""

    def refuse(_name: str) -> Any:
        raise ValueError

    def once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        if len(dict(pairs)) < len(pairs):
            raise ValueError
        return dict(pairs)

    try:
        return json.loads(text, parse_constant=refuse, object_pairs_hook=once)
    except (ValueError, RecursionError):
        return None


def _told(value: Any) -> str:
    """Return plain or carried data as a person writes it; of a table its columns and first rows, of a chart no more."""
    if isinstance(value, list):
        return f"[{', '.join(map(_told, value))}]"
    if not isinstance(value, dict):
        return f"{value:.6g}" if isinstance(value, float) else repr(value)
    if len(value) != 1:
        return f"{{{', '.join(f'{key}: {_told(one)}' for key, one in value.items())}}}"
    ((kind, held),) = value.items()
    if kind in ("$map", "$dict"):
        return f"{{{', '.join(f'{_told(key)}: {_told(one)}' for key, one in held)}}}"
    if kind == "$table":
        return f"{', '.join(map(str, held['columns']))}: {_told(held['rows'])}"
    if kind == "$series":
        return _told({"$map": list(zip(held["index"], held["values"], strict=True))})
    if kind == "$frame":
        return f"{', '.join(map(_told, held[0]['$column'][1]))}: {_told([column[1] for column in held[1]])}"
    if kind in ("$set", "$frozenset"):
        return _told(_ordered(held))
    if kind == "$chart":
        return "a chart"
    return str(held) if kind in ("$number", "$float", "$date", "$error") else _told(held)


def _ordered(members: list[Any]) -> list[Any]:
    """Return what a set holds in an order that is the same in every Python, as that of a set of text is not."""
    numbers = [one for one in members if isinstance(one, int | float)]
    return [*sorted(numbers), *sorted((one for one in members if not isinstance(one, int | float)), key=_told)]


def _crossed(answer: Any) -> Any:
    """Return an answer as it comes out on the other side of JSON."""
    return json.loads(json.dumps(answer))


def _short(value: Any) -> str:
    try:
        text = _told(value)
    except Exception:  # made by hand to look like an answer
        text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
