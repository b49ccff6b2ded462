"""Marks on disk, a line for each hand-in, written as soon as it is marked: a run that was stopped can be continued."""

from __future__ import annotations

import fcntl
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, BinaryIO

from coursekit.tasks.steps import Failed


def timed_out(marked: dict[str, Any]) -> list[str]:
    """Return the ids of the exercises of one hand-in that ran out of time."""
    return [id for id, one in marked.get("exercises", {}).items() if one.get("outcome") == "timeout"]


class Results:
    """``results.jsonl``: what is marked already with one key.

    Parameters
    ----------
    path
        The file; it is made if it is not there. A last line that was cut off is dropped.
    key
        The fingerprint of the key: lines of other keys are left alone and are no marks of this one; what of them still
        holds the desk finds out.
    fresh
        Whether to begin anew.
    secret
        A short hash of the key's secret, which decides what cases are drawn; empty if it is not to be compared.

    Raises
    ------
    Failed
        If another run writes to the same file.
    """

    def __init__(self, path: Path, key: str, fresh: bool = False, secret: str = "") -> None:
        self._key, self._secret, self._places = key, secret, dict[str, tuple[int, int]]()
        self._other_secret: set[str] = set()
        self._earlier: dict[str, tuple[int, int]] = {}
        self._file: BinaryIO = path.open("ab+")
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self._file.close()
            raise Failed(
                f"Another run is grading into {path.parent}: wait for it, or name another place with -o."
            ) from None
        if fresh:
            self._file.truncate(0)
        self._file.seek(0)
        end = 0
        for line in self._file:
            if not line.endswith(b"\n"):
                break
            self._note(line, end)
            end += len(line)
        self._file.truncate(end)

    def _note(self, line: bytes, start: int) -> None:
        try:
            record = json.loads(line)
            if self._secret and record.get("secret_hash", self._secret) != self._secret:
                self._other_secret.add(str(record["id"]))
            if not {"file", "status", "sha256"} <= record.keys():
                return
            if record["key"] != self._key:
                if record["status"] == "read":
                    self._earlier[str(record["id"])] = (start, len(line))
                return
            # What failed because the browser ended, or ran out of time on a machine that was busy, is marked again.
            self._places.pop(str(record["id"]), None)
            if record["status"] != "failed" and not timed_out(record):
                self._places[str(record["id"])] = (start, len(line))
        except (ValueError, KeyError, TypeError, AttributeError):
            return  # written by hand, or by something else

    def __contains__(self, id: object) -> bool:
        return id in self._places

    @property
    def other_secret(self) -> int:
        """How many hand-ins were marked with cases of another secret and are not marked with this one yet."""
        return len(self._other_secret - self._places.keys())

    def __len__(self) -> int:
        return len(self._places)

    def add(self, id: str, marked: dict[str, Any]) -> None:
        """Write one hand-in's marks, at once.

        Parameters
        ----------
        id : str
            The hand-in's id.
        marked : dict
            Its row: ``file``, ``sha256``, ``status`` and the marks.
        """
        record = {"id": id, "key": self._key, **({"secret_hash": self._secret} if self._secret else {}), **marked}
        line = json.dumps(record, ensure_ascii=True, separators=(",", ":")).encode() + b"\n"
        start = self._file.seek(0, 2)
        self._file.write(line)
        self._file.flush()
        self._places[id] = (start, len(line))

    def earlier(self, ids: list[str]) -> dict[str, dict[str, Any]]:
        """Return the newest marks that these hand-ins got with other keys, by id; those that had none are left out."""
        return {id: self._marks_at(*self._earlier[id]) for id in ids if id in self._earlier}

    def read(self, ids: list[str]) -> Iterator[dict[str, Any]]:
        """Yield the marks of these hand-ins, in this order."""
        for id in ids:
            yield self._marks_at(*self._places[id])

    def _marks_at(self, start: int, length: int) -> dict[str, Any]:
        self._file.seek(start)
        record = json.loads(self._file.read(length))
        return {name: value for name, value in record.items() if name not in ("id", "key", "secret_hash")}

    def close(self) -> None:
        """Close the file, so that another run may write to it."""
        self._file.close()
