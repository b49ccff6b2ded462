"""A browser that refuses all storage refuses tabs to talk, too: then each is alone, and nothing fails."""

from __future__ import annotations

import pytest
from page_modules import node

BODY = """
  globalThis.BroadcastChannel = class { constructor() { throw new DOMException(given, "SecurityError"); } };
  notifyTabs("exercise/x");
  watchKey("exercise/x", () => { throw new Error("heard"); });
  watchAll(() => { throw new Error("heard"); });
  onSaveRequest(async () => 1);
  markUnsaved("exercise/x", { code: "1" });
  markUnsaved("exercise/x", undefined);
  return "alone";
"""
NAMES = "notifyTabs, watchKey, watchAll, onSaveRequest, markUnsaved"


def test_a_refused_channel_leaves_all_else_at_work(tmp_path_factory: pytest.TempPathFactory) -> None:
    assert node(tmp_path_factory.mktemp("tabs"), {"shared/tabs": NAMES}, BODY)("refused") == "alone"
