"""A server whose pages load themselves again when the book was built anew; for ``make watch`` only.

It adds to each page a script of its own, which asks it for news. Neither exists in a built site.
"""

from __future__ import annotations

import io
import threading
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import BinaryIO

from coursekit.tasks.serve import Handler, Server, open_server

WAIT_S = 25.0  # how long a page's question for news stays open; then it asks again
SCRIPT = b"""(async () => {
  const seen = document.currentScript.dataset.build;
  for (;;) {
    try {
      const answer = await fetch(`/-/news?seen=${seen}`, { cache: "no-store" });
      if ((await answer.text()) !== seen) return location.reload();
    } catch {
      await new Promise((done) => setTimeout(done, 1000));
    }
  }
})();
"""


class News:
    """How often the book was built; pages wait for the next time."""

    def __init__(self) -> None:
        self.number = 0
        self._changed = threading.Condition()

    def tell(self) -> None:
        """Say that the book was built."""
        with self._changed:
            self.number += 1
            self._changed.notify_all()

    def after(self, seen: int, timeout: float = WAIT_S) -> int:
        """Return the number of the last build, at once if it is not ``seen``, else when there is another.

        Parameters
        ----------
        seen : int
            The build that the page shows.
        timeout : float
            After so many seconds it is returned in any case.
        """
        with self._changed:
            self._changed.wait_for(lambda: self.number != seen, timeout)
            return self.number


class WatchHandler(Handler):
    """Serve the pages with a script that loads them again when they were built anew."""

    def __init__(self, *args: object, news: News, **kwargs: object) -> None:
        self.news = news
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Answer for the script, for news, and for pages; all else as ever."""
        path, _, query = self.path.partition("?")
        if path == "/-/reload.js":
            return self._send(SCRIPT, "text/javascript; charset=utf-8")
        if path == "/-/news":
            seen = query.rpartition("seen=")[2]
            number = self.news.after(int(seen)) if seen.isdecimal() else self.news.number
            return self._send(str(number).encode(), "text/plain; charset=utf-8")
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() and path.endswith("/") else file
        if file.suffix != ".html" or not file.is_file():
            return super().send_head()
        tag = f'<script src="/-/reload.js" data-build="{self.news.number}"></script></body>'.encode()
        return self._send(file.read_bytes().replace(b"</body>", tag, 1), "text/html; charset=utf-8")

    def _send(self, body: bytes, kind: str) -> io.BytesIO:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)


def serve_watched(folder: Path, port: int, news: News) -> Server:
    """Return a server of the pages in ``folder`` at the first free port from ``port`` on.

    Parameters
    ----------
    folder : Path
        Where the pages are built.
    port : int
        Where to begin to look.
    news : News
        What the pages wait for.
    """
    return open_server(folder, port, partial(WatchHandler, news=news))
