"""The browser's Python: fetched with hashes checked, precompiled, and laid out for the page.

``prepare`` is all that others call. What it needs stands in ``lock.json``; how a file is fetched in
``fetch``, how it is precompiled and packed in ``pack`` and ``inside``.
"""

from coursekit.runtime.lock import Refused
from coursekit.runtime.prepare import prepare

__all__ = ["Refused", "prepare"]
