"""The browser's Python: fetched with hashes checked, precompiled, and laid out for the page.

``prepare`` is all that others call. What it needs stands in ``lock.json``; how a file is fetched in
``fetch``, how it is precompiled and packed in ``pack`` and ``inside``.

To take a newer version of a package: download its wheel, then write its name, version, size and SHA-256
(``sha256sum``) into ``lock.json``; ``make book`` does the rest, and the tests in ``tests/browser/python`` say whether
the page's Python takes it. Pyodide itself is pinned in ``web/package.json`` too, and its wheels must be of its ABI.
"""

from coursekit.runtime.lock import Refused
from coursekit.runtime.prepare import prepare

__all__ = ["Refused", "prepare"]
