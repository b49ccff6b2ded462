"""What tests of the whole built site share."""

from __future__ import annotations

from pathlib import Path

import pytest
from built_site import built_site


@pytest.fixture(scope="module", params=["self-study", "class"])
def site(request: pytest.FixtureRequest) -> Path:
    """The folder of each built edition in turn."""
    return built_site(request.param)
