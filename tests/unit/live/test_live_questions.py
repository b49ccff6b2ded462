"""What a question sends to the page by itself: nothing, where Python cannot wait for the answer."""

from __future__ import annotations

import pytest

from coursekit.live.stdin import Questions, Unanswered
from coursekit.live.stdout import Printed


async def ask(prompt: str, secret: bool) -> str | None:
    return None


def test_code_that_swallows_its_questions_does_not_flood_the_page() -> None:
    """Each piece sent is one more task of the page, before which its time limit and its Stop have to wait."""
    sent: list[object] = []
    out = Printed("stdout", sent.append)
    questions = Questions(out, ask)
    for _ in range(100):
        out.write("Number? ")
        before = len(sent)
        with pytest.raises(Unanswered):
            questions.answer("Number? ")
        assert len(sent) == before
    out.flush()
    assert "".join(one["text"] for one in sent) == 100 * "Number? "  # type: ignore[index]
