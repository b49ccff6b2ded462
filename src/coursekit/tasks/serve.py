"""A small local server for the built book: right types, gzip for what is text or wasm, only on this machine."""

from __future__ import annotations

import gzip
import io
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import BinaryIO

HOST = "127.0.0.1"
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".ipynb": "application/json",
    ".map": "application/json",
    ".wasm": "application/wasm",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".woff2": "font/woff2",
    ".csv": "text/csv; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/plain; charset=utf-8",
    ".py": "text/plain; charset=utf-8",
    ".bib": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".zip": "application/zip",
    ".whl": "application/zip",
}
ZIPPED = (
    ".html",
    ".css",
    ".js",
    ".mjs",
    ".json",
    ".ipynb",
    ".map",
    ".wasm",
    ".svg",
    ".csv",
    ".txt",
    ".md",
    ".py",
    ".bib",
)
SMALLEST_ZIPPED = 512  # bytes; below, gzip's own header eats the gain

_zipped: dict[tuple[str, int, int], bytes] = {}
_lock = threading.Lock()


def zipped(path: Path) -> bytes:
    """Return a file's content, gzipped once for as long as it does not change."""
    about = path.stat()
    key = (str(path), about.st_size, about.st_mtime_ns)
    with _lock:
        if key not in _zipped:
            _zipped[key] = gzip.compress(path.read_bytes(), compresslevel=6, mtime=0)
        return _zipped[key]


class Handler(SimpleHTTPRequestHandler):
    """Serve files, gzipped where that pays; say nothing about requests."""

    protocol_version = "HTTP/1.1"
    extensions_map = {**TYPES, "": "application/octet-stream"}  # noqa: RUF012  (the base class reads it so)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: a page makes dozens of requests.

        Parameters
        ----------
        format : str
            The message, with places for ``args``; not used.
        *args : object
            What goes into these places; not used.
        """

    def end_headers(self) -> None:
        """Add that the browser asks again each time, so that a rebuilt page is seen."""
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Send the headers; return what is to follow, zipped if the browser takes that and it pays."""
        path = Path(self.translate_path(self.path))
        takes = "gzip" in self.headers.get("Accept-Encoding", "")
        fits = path.suffix in ZIPPED and path.is_file() and path.stat().st_size >= SMALLEST_ZIPPED
        if not (takes and fits) or "If-Modified-Since" in self.headers:
            return super().send_head()
        body = zipped(path)
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Vary", "Accept-Encoding")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Last-Modified", self.date_time_string(int(path.stat().st_mtime)))
        self.end_headers()
        return io.BytesIO(body)


class Server(ThreadingHTTPServer):
    """One thread a connection; a browser that goes away in the middle is no error."""

    daemon_threads = True
    request_queue_size = 64
    allow_reuse_address = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Print nothing: the reader closed a page.

        Parameters
        ----------
        request : object
            The connection that broke; not used.
        client_address : object
            Where it came from; not used.
        """


def open_server(folder: Path, port: int, handler: Callable[..., Handler] = Handler) -> Server:
    """Return a server of ``folder`` at the first free port from ``port`` on (any, after twenty).

    Parameters
    ----------
    folder : Path
        What to serve.
    port : int
        Where to begin to look.
    handler : callable
        Makes what answers a request.
    """
    handler = partial(handler, directory=str(folder))
    for candidate in (*range(port, min(port + 20, 65536)), 0):
        try:
            return Server((HOST, candidate), handler)
        except OSError:
            if candidate == 0:
                raise
    raise AssertionError("the last candidate, 0, either works or raises")


def address(server: Server) -> str:
    """Return the server's address for a browser."""
    return f"http://{HOST}:{server.server_address[1]}/"


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve ``folder`` at a free port as long as the block lasts; gives the address (for tests and benchmarks)."""
    server = open_server(folder, 0)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield address(server)
    finally:
        server.shutdown()
        server.server_close()
