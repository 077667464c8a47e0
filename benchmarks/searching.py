"""How many bytes a reader's first search fetches, seen by a browser that asks for one word."""

import contextlib
import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

from benchmarks.peers.peer import Search

# About as frequent as what people look for: in one story in three.
WORD = "kettle"
_LONGEST = 60_000  # milliseconds; an index of tens of megabytes takes a while to open
_REST = 1500


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextlib.contextmanager
def _serve(folder: Path) -> Iterator[str]:
    handler = functools.partial(_Quiet, directory=str(folder))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def measure_first_search(site: Path, search: Search) -> int | None:
    """Count the bytes of the search's files that a first question fetches, as they lie on disk.

    `None` where there is no search, no browser is at hand, or the search gave no answer.
    """
    if not measure_index(site, search):
        return None
    try:
        from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 (it may be missing)
    except ImportError:
        return None
    fetched: set[Path] = set()
    try:
        with _serve(site) as url, sync_playwright() as play:
            browser = play.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
            context = browser.new_context()
            # Nothing but the site itself answers, as in the tests.
            context.route(lambda address: not address.startswith(url), lambda route: route.abort())
            context.on(
                "response",
                lambda answer: fetched.add(site / answer.url.removeprefix(url).partition("?")[0]),
            )
            page = context.new_page()
            page.goto(url)
            if search.opener:
                page.locator(search.opener).first.click(timeout=_LONGEST)
            page.locator(search.field).first.press_sequentially(WORD, delay=60, timeout=_LONGEST)
            page.locator(search.result).first.wait_for(timeout=_LONGEST)
            page.wait_for_timeout(_REST)
            browser.close()
    except Error:
        return None
    ours = (path for path in fetched if path.is_file() and _is_of(path, site, search))
    return sum(path.stat().st_size for path in ours)


def find_browser() -> str | None:
    """Find the browser that the tests run in; `None` leaves it to Playwright."""
    installed = filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome")))
    return os.environ.get("CHROMIUM") or next(installed, None)


def measure_index(site: Path, search: Search) -> int:
    """Count the bytes of all the search's files."""
    files = (path for path in site.rglob("*") if path.is_file() and _is_of(path, site, search))
    return sum(path.stat().st_size for path in files)


def _is_of(path: Path, site: Path, search: Search) -> bool:
    address = f"/{path.relative_to(site).as_posix()}"
    return any(part in address for part in search.files)
