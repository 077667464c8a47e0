"""A page of the built site on paper: a PDF, by the browser that is on this computer.

The browser prints what anybody's browser would print, with the site's own print styles. Nothing is
fetched: the site is served to it on this machine alone, for as long as it prints.
"""

import contextlib
import functools
import http.server
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path

COMMANDS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
PATIENCE = 120


class PaperError(Exception):
    """The page cannot be printed; the message says why."""


def find_browser(environment: Mapping[str, str] = os.environ) -> str | None:
    """Find a Chromium, Chrome or Edge: the one named in CHROMIUM, or one that is installed."""
    if named := environment.get("CHROMIUM"):
        return shutil.which(named)
    path = environment.get("PATH")
    found = (shutil.which(command, path=path) for command in COMMANDS)
    places = (place for place in PLACES if Path(place).is_file())
    return next((each for each in (*found, *places) if each), None)


def print_page(site: Path, address: str, output: Path, browser: str) -> None:
    """Print the page at `address` of the site in the folder `site` to the PDF file `output`.

    Raises:
        PaperError: the browser cannot be run, prints nothing, or the file cannot be written.

    """
    with tempfile.TemporaryDirectory(prefix="stories-paper-") as folder, _serve(site) as root:
        printed = Path(folder) / "page.pdf"
        command = [
            browser,
            "--headless",
            "--disable-gpu",
            "--no-first-run",
            "--no-pdf-header-footer",
            "--virtual-time-budget=10000",
            f"--user-data-dir={folder}/profile",
            f"--print-to-pdf={printed}",
            # A browser that is run by root, as in a container, refuses to put itself in a box.
            *(["--no-sandbox"] if getattr(os, "geteuid", lambda: 1)() == 0 else []),
            f"{root}{address}",
        ]
        try:
            subprocess.run(  # noqa: S603 (the person's own browser, no shell)
                command, check=True, capture_output=True, timeout=PATIENCE
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise PaperError(f"{browser} could not print the page: {_say(error)}.") from error
        if not printed.is_file() or not printed.stat().st_size:
            raise PaperError(f"{browser} printed nothing.")
        _put(printed, output)


def _put(printed: Path, output: Path) -> None:
    """Put the whole file in its place at once, so that no half of one is ever there."""
    beside = output.with_name(f".{output.name}.part")
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(printed, beside)
        beside.replace(output)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise PaperError(f"{output} cannot be written: {error.strerror}.") from error


def _say(error: Exception) -> str:
    if isinstance(error, subprocess.TimeoutExpired):
        return f"it took longer than {PATIENCE} seconds"
    if isinstance(error, subprocess.CalledProcessError):
        said = error.stderr.decode("utf-8", "replace").strip().splitlines()
        return said[-1].rstrip(".") if said else f"it ended with {error.returncode}"
    return str(error)


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of what is asked for."""


@contextlib.contextmanager
def _serve(site: Path) -> Iterator[str]:
    """Serve a folder to this machine alone."""
    handler = functools.partial(_Quiet, directory=str(site))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}/"
        finally:
            server.shutdown()
            thread.join()
