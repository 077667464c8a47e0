"""`stories serve`, as a person would use it."""

import os
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

from waiting import PATIENCE, wait_until


class Preview:
    """`stories serve` in a process of its own."""

    def __init__(self, project: Path, **environment: str) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.log = project / "serve.log"
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "generator", "serve", "-a", self.address],
                cwd=project,
                env={**os.environ, **environment},
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def says(self, words: str) -> bool:
        """Whether it comes to say some words in the terminal."""
        return wait_until(lambda: words in self.log.read_text())

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """Stop as a person would, with Ctrl-C, or in another way."""
        self.process.send_signal(how)
        self.process.wait(PATIENCE)

    def shows(self, page: str, words: str) -> bool:
        """Whether a page comes to show some words."""
        return wait_until(lambda: words in self._read(page))

    def _read(self, page: str) -> str:
        assert self.process.poll() is None, self.log.read_text()
        try:
            with urllib.request.urlopen(
                f"http://{self.address}/{page}", timeout=PATIENCE
            ) as answer:
                return answer.read().decode()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""
