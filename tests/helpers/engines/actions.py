"""Mouse and keys as WebDriver has them, classic and BiDi alike: https://www.w3.org/TR/webdriver2/#actions."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import Any

from driver import Driver

# What the keys of a keyboard are called there; all others are themselves.
# https://www.w3.org/TR/webdriver2/#keyboard-actions
KEYS = {"Enter": "\ue007", "Tab": "\ue004", "Escape": "\ue00c", "Control": "\ue009", "End": "\ue010", "Home": "\ue011"}
KEYS |= {"ArrowLeft": "\ue012", "ArrowUp": "\ue013", "ArrowRight": "\ue014", "ArrowDown": "\ue015", "Space": " "}


class ActionDriver(Driver):
    """A browser that is told of single movements."""

    @abstractmethod
    def _act(self, source: dict[str, Any]) -> None:
        """Have one device do its actions."""

    def point(self, x: int, y: int) -> None:
        down, up = ({"type": f"pointer{way}", "button": 0} for way in ("Down", "Up"))
        move = {"type": "pointerMove", "duration": 0, "origin": "viewport", "x": x, "y": y}
        self._act(_source("pointer", [move, down, up]))

    def press(self, key: str) -> None:
        keys = [KEYS.get(one, one) for one in key.split("+")]
        down = [{"type": "keyDown", "value": one} for one in keys]
        self._act(_source("key", [*down, *({"type": "keyUp", "value": one} for one in reversed(keys))]))


def _source(kind: str, actions: Sequence[dict[str, Any]]) -> dict[str, Any]:
    return {"type": kind, "id": kind, "actions": list(actions)}
