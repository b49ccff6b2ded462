"""In the page's Python a lab shows itself as widgets, without what draws its mount, which is not there."""

from __future__ import annotations

import sys

from deterrence.labs import lab


def test_a_lab_in_the_pages_python_is_widgets_alone(monkeypatch):
    monkeypatch.delenv("COURSEKIT_MOUNT", raising=False)
    monkeypatch.setattr(sys, "platform", "emscripten")
    monkeypatch.setitem(sys.modules, "vl_convert", None)
    bundle = lab("promise")._repr_mimebundle_()
    assert "application/vnd.jupyter.widget-view+json" in bundle
    assert "text/html" not in bundle
