"""A folder served on this machine, for as long as a test needs it."""

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def serve_site(site: Path) -> Iterator[str]:
    """Serve a folder, and give its address."""
    with serve_with(_Quiet, site) as address:
        yield address


@contextlib.contextmanager
def serve_with(handler: type[http.server.SimpleHTTPRequestHandler], site: Path) -> Iterator[str]:
    """Serve a folder by a handler, and give its address."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(handler, directory=str(site))
    )
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
