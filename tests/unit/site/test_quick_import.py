"""Altair is imported without the grammar that it does not need, where nothing has asked for it yet."""

import sys

import pytest

from coursekit.quick_import import skip_iri_grammar


def test_the_grammar_is_left_out_of_a_process_that_has_not_imported_it(monkeypatch):
    for name in ("jsonschema", "rfc3987_syntax"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    skip_iri_grammar()
    with pytest.raises(ImportError):
        import rfc3987_syntax  # noqa: F401


def test_a_process_that_checks_the_format_already_goes_on_doing_so(monkeypatch):
    checks = object()
    monkeypatch.setitem(sys.modules, "jsonschema", checks)
    monkeypatch.setitem(sys.modules, "rfc3987_syntax", checks)
    skip_iri_grammar()
    assert sys.modules["rfc3987_syntax"] is checks
    monkeypatch.delitem(sys.modules, "rfc3987_syntax")
    skip_iri_grammar()
    assert "rfc3987_syntax" not in sys.modules
