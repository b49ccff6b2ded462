"""What makes Altair quicker to import in processes that build and test the course."""

from __future__ import annotations

import sys


def skip_iri_grammar() -> None:
    """Let ``jsonschema``, which Altair imports, do without checks of the format ``iri``, if it is not imported yet.

    JupyterLab brings a package for them that builds a grammar as it is imported: 2.4 s of computing (measured) in
    every process that imports Altair. No schema of the course has that format.
    """
    if "jsonschema" not in sys.modules:
        sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]  # None: it cannot be imported
