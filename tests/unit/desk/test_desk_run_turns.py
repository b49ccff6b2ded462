"""Who may run code when: what is run once more alone has nothing beside it, and nobody waits for ever."""

from __future__ import annotations

import json
import random
import subprocess
from pathlib import Path

import pytest
from paths import ROOT

from coursekit.classroom.grading.inputs import read_given
from coursekit.classroom.grading.marking.mark_all import ALONE_FACTOR
from coursekit.classroom.grading.results import Results
from coursekit.node import node_command
from coursekit.tasks.steps import Failed


def test_what_runs_alone_has_nothing_beside_it_and_all_come_to_their_turn() -> None:
    """Over 200 random mixtures, with work that fails among them; the others do run side by side."""
    rng = random.Random(16)
    mixtures = [
        [[rng.random() < 0.3, rng.randint(0, 4), rng.random() < 0.2] for _ in range(rng.randint(1, 12))]
        for _ in range(200)
    ]
    script = ROOT / "tests" / "helpers" / "run_turns_in_node.mjs"
    command = [*node_command(), str(script), json.dumps(mixtures)]
    done = json.loads(subprocess.run(command, check=True, capture_output=True, text=True, timeout=60).stdout)
    for works, one in zip(mixtures, done, strict=True):
        assert one["order"] == list(range(len(works)))
        assert not any(beside for (alone, *_), beside in zip(works, one["beside"], strict=True) if alone)
    assert any(beside for one in done for beside in one["beside"])


def test_the_command_line_allows_as_much_time_as_the_desk_takes() -> None:
    desk = (ROOT / "web/src/desk/grading/grade_submission.ts").read_text("utf-8")
    assert f"const ALONE_FACTOR = {ALONE_FACTOR};" in desk


def test_what_timed_out_is_marked_again_the_next_time(tmp_path: Path) -> None:
    row = {"file": "a", "sha256": "5", "status": "read"}
    before = Results(tmp_path / "results.jsonl", "k")
    before.add("slow", {**row, "exercises": {"x": {"outcome": "right"}, "y": {"outcome": "timeout"}}})
    before.add("quick", {**row, "exercises": {"x": {"outcome": "right"}}})
    assert [one["file"] for one in before.read(["slow", "quick"])] == ["a", "a"]  # this run's sheets have both
    before.close()
    after = Results(tmp_path / "results.jsonl", "k")
    assert "quick" in after and "slow" not in after
    after.close()


def test_a_limit_goes_to_the_desk_and_marks_made_with_another_are_not_taken_over(tmp_path: Path) -> None:
    lists = {"exercises": [], "questions": {}, "reflections": {}}
    key = {"format": "touched-measured-counted/key", "secret": "5e" * 32, **lists}
    (tmp_path / "key.json").write_text(json.dumps(key), "utf-8")
    own, longer = (read_given(tmp_path, [], None, None, None, limit=limit) for limit in (None, 30))
    assert "limit_s" not in own.how and longer.how["limit_s"] == 30
    assert own.fingerprint != longer.fingerprint
    for limit in (0.0, -1.0, 601.0, float("nan")):
        with pytest.raises(Failed, match="1 to 600"):
            read_given(tmp_path, [], None, None, None, limit=limit)
