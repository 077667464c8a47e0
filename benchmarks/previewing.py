"""How long somebody who writes has to wait: from a file saved to the words in a browser."""

import contextlib
import socket
import statistics
import subprocess
import time
import urllib.request
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.searching import find_browser

if TYPE_CHECKING:
    from playwright.sync_api import Page

EDITS = 5
_LONGEST = 120.0
# Milliseconds after which the search has followed, and somebody may have thought of more words.
_REST = 2500
_LOOK = 20


def measure_preview(command: Sequence[str], home: Path, story: str) -> float | None:
    """Give the seconds in the middle of several edits to one story, `home` being the project's.

    `None` where no browser is at hand, or the preview never showed an edit.
    """
    try:
        from playwright.sync_api import Error, sync_playwright  # noqa: PLC0415 (it may be missing)
    except ImportError:
        return None
    file = home / story
    try:
        with _preview(command, home) as url, sync_playwright() as play:
            browser = play.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
            page = browser.new_page()
            loads: list[float] = []
            page.on("domcontentloaded", lambda _: loads.append(time.monotonic()))
            page.goto(f"{url}stories/{file.parent.name}/")
            page.wait_for_timeout(_REST)
            waits = []
            for _ in range(EDITS):
                words = f"Afterthought {time.time_ns()}."
                began = time.monotonic()
                with file.open("a", encoding="utf-8") as text:
                    text.write(f"\n{words}\n")
                if not _await_words(page, words, loads):
                    return None
                waits.append(loads[-1] - began)
                page.wait_for_timeout(_REST)
            browser.close()
    except (Error, TimeoutError):
        return None
    return statistics.median(waits)


def _await_words(page: "Page", words: str, loads: Sequence[float]) -> bool:
    """Wait until a page that was loaded has these words; False if none ever does.

    Playwright's own waiting asks the browser again and again, which takes from what is measured.
    """
    until, known = time.monotonic() + _LONGEST, len(loads)
    while len(loads) == known or not _has(page, words):
        known = len(loads)
        if time.monotonic() > until:
            return False
        page.wait_for_timeout(_LOOK)
    return True


def _has(page: "Page", words: str) -> bool:
    """Whether a page shows these words; one that is just being loaded does not."""
    from playwright.sync_api import Error  # noqa: PLC0415 (whoever has a page has it)

    with contextlib.suppress(Error):
        return bool(page.get_by_text(words).count())
    return False


@contextlib.contextmanager
def _preview(command: Sequence[str], home: Path) -> Iterator[str]:
    """Run a preview, and end it; gives where it is."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    silent = subprocess.DEVNULL
    run = subprocess.Popen([*command, "-a", address], cwd=home, stdout=silent, stderr=silent)
    try:
        # The second is there when the first index of the search is.
        for page in ("", "search/index.json"):
            _await(f"http://{address}/{page}", run)
        yield f"http://{address}/"
    finally:
        run.terminate()  # an interruption is not heard by what runs in the background
        run.wait(_LONGEST)


def _await(url: str, run: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _LONGEST
    while time.monotonic() < until and run.poll() is None:
        with contextlib.suppress(OSError), urllib.request.urlopen(url, timeout=_LONGEST):
            return
        time.sleep(0.1)
    raise TimeoutError
