"""The rules of xAPI 1.0.3, part two, for the statements that the course writes, as a learning record store has them."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
# RFC 3987: an IRI begins with a scheme, and holds no space, control character, quote, bracket or backslash.
IRI = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\s\x00-\x20\x7f-\x9f"<>\\^`{|}\ud800-\udfff]+')
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
TIMESTAMP = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})")
STATEMENT = {
    "id",
    "actor",
    "verb",
    "object",
    "result",
    "context",
    "timestamp",
    "stored",
    "authority",
    "version",
    "attachments",
}
RESULT = {"score", "success", "completion", "response", "duration", "extensions"}
CONTEXT = {
    *("registration", "instructor", "team", "contextActivities", "revision", "platform", "language", "statement"),
    "extensions",
}
DEFINITION = {"name", "description", "type", "moreInfo", "extensions", "interactionType", "correctResponsesPattern"}


def faults(statements: Any) -> list[str]:
    """Return what is wrong with a list of statements; nothing if a store may take it."""
    if not isinstance(statements, list):
        return ["what is sent is no list"]
    found = [f"{n}: {fault}" for n, one in enumerate(statements) for fault in _statement(one)]
    ids = [one.get("id") for one in statements if isinstance(one, dict)]
    return found + (["two statements have one id"] if len(set(ids)) < len(ids) else [])


def _only(what: Any, name: str, known: set[str], needed: set[str] = frozenset()) -> Iterator[str]:  # type: ignore[assignment]
    if not isinstance(what, dict):
        yield f"{name} is no object"
        return
    yield from (f"{name} has the unknown property {key}" for key in what.keys() - known)
    yield from (f"{name} lacks {key}" for key in needed - what.keys())
    yield from (f"{name}.{key} is null" for key, value in what.items() if value is None)


def _statement(one: Any) -> Iterator[str]:
    yield from _only(one, "statement", STATEMENT, {"actor", "verb", "object"})
    if not isinstance(one, dict):
        return
    if "id" in one and not UUID.fullmatch(str(one["id"])):
        yield "id is no UUID"
    yield from _agent(one.get("actor"))
    verb = one.get("verb") or {}
    yield from _only(verb, "verb", {"id", "display"}, {"id"})
    yield from _iri(verb.get("id"), "verb.id")
    yield from _words(verb.get("display", {}), "verb.display")
    yield from _activity(one.get("object"))
    if "result" in one:
        yield from _result(one["result"])
    if "context" in one:
        yield from _context(one["context"])
    if "timestamp" in one:
        yield from _time(one["timestamp"])


def _agent(one: Any) -> Iterator[str]:
    identifiers = {"mbox", "mbox_sha1sum", "openid", "account"}
    yield from _only(one, "actor", {"objectType", "name", *identifiers})
    if not isinstance(one, dict):
        return
    if one.get("objectType", "Agent") != "Agent":
        yield "actor is no Agent"
    if len(identifiers & one.keys()) != 1:
        yield "actor has not exactly one identifier"
    if "account" in one:
        yield from _only(one["account"], "account", {"homePage", "name"}, {"homePage", "name"})
        home = urlsplit(str(one["account"].get("homePage")))
        yield from _iri(one["account"].get("homePage"), "account.homePage")
        if home.scheme not in ("http", "https") or not home.hostname:
            yield "account.homePage is no address"
        if not isinstance(one["account"].get("name"), str) or not one["account"]["name"]:
            yield "account.name is no text"


def _activity(one: Any) -> Iterator[str]:
    yield from _only(one, "object", {"objectType", "id", "definition"}, {"id"})
    if not isinstance(one, dict):
        return
    if one.get("objectType", "Activity") != "Activity":
        yield "object is no Activity"
    yield from _iri(one.get("id"), "object.id")
    definition = one.get("definition", {})
    yield from _only(definition, "definition", DEFINITION)
    for name in ("name", "description"):
        yield from _words(definition.get(name, {}), f"definition.{name}")
    if "type" in definition:
        yield from _iri(definition["type"], "definition.type")


def _result(one: Any) -> Iterator[str]:
    yield from _only(one, "result", RESULT)
    for name in ("success", "completion"):
        if not isinstance(one.get(name, True), bool):
            yield f"result.{name} is not true or false"
    if not isinstance(one.get("response", ""), str):
        yield "result.response is no text"
    score = one.get("score", {})
    yield from _only(score, "score", {"scaled", "raw", "min", "max"})
    numbers = {name: value for name, value in score.items() if type(value) in (int, float) and math.isfinite(value)}
    if numbers.keys() != score.keys():
        yield "score holds what is no number"
        return
    if not -1 <= numbers.get("scaled", 0) <= 1:
        yield "score.scaled is not from -1 to 1"
    low, high = numbers.get("min", -math.inf), numbers.get("max", math.inf)
    if "raw" in numbers and not low <= numbers["raw"] <= high:
        yield "score.raw is not within min and max"
    if {"min", "max"} <= numbers.keys() and low > high:
        yield "score.min is above score.max"


def _context(one: Any) -> Iterator[str]:
    yield from _only(one, "context", CONTEXT)
    activities = one.get("contextActivities", {})
    yield from _only(activities, "contextActivities", {"parent", "grouping", "category", "other"})
    for some in activities.values():
        for activity in some if isinstance(some, list) else [some]:
            yield from _activity(activity)
    if not isinstance(one.get("platform", ""), str):
        yield "context.platform is no text"


def _time(value: Any) -> Iterator[str]:
    if not isinstance(value, str) or not TIMESTAMP.fullmatch(value):
        yield "timestamp is not of ISO 8601"
        return
    try:
        dt.datetime.fromisoformat(value.replace("Z", "+00:00"))
    except ValueError:
        yield "timestamp is no time"


def _iri(value: Any, name: str) -> Iterator[str]:
    if not isinstance(value, str) or not IRI.fullmatch(value):
        yield f"{name} is no IRI"


def _words(value: Any, name: str) -> Iterator[str]:
    if not isinstance(value, dict):
        yield f"{name} is no map of languages"
        return
    yield from (f"{name} has no language {key}" for key in value if not LANGUAGE.fullmatch(key))
    yield from (f"{name} holds what is no text" for words in value.values() if not isinstance(words, str))
