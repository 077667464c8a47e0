"""Serving: changes show, problems show, and nothing dies of either."""

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

PATIENCE = 30


class Preview:
    """`stories serve` in a process of its own."""

    def __init__(self, project: Path) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.address = f"127.0.0.1:{free.getsockname()[1]}"
        self.log = project / "serve.log"
        with self.log.open("a") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "generator", "serve", "-a", self.address],
                cwd=project,
                stdout=log,
                stderr=subprocess.STDOUT,
            )

    def says(self, words: str) -> bool:
        """Whether it comes to say some words in the terminal before patience ends."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if words in self.log.read_text():
                return True
            time.sleep(0.1)
        return False

    def stop(self) -> None:
        """Stop as a person would, with Ctrl-C."""
        self.process.send_signal(signal.SIGINT)
        self.process.wait(20)

    def shows(self, page: str, words: str) -> bool:
        """Whether a page comes to show some words before patience ends."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            assert self.process.poll() is None, self.log.read_text()
            try:
                with urllib.request.urlopen(f"http://{self.address}/{page}", timeout=5) as answer:
                    if words in answer.read().decode():
                        return True
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                pass
            time.sleep(0.1)
        return False


@pytest.fixture
def preview(project: Path) -> Iterator[Preview]:
    preview = Preview(project)
    yield preview
    preview.stop()


def test_a_change_in_any_folder_shows_and_a_mistake_kills_nothing(
    project: Path, preview: Preview
) -> None:
    room = "stories/a-quiet-room/"
    assert preview.shows(room, "Beside the weighing scales")

    story = project / "stories/2026/a-quiet-room/index.md"
    right = story.read_text()
    story.write_text(right.replace("## Beside the weighing scales", "## By the scales"))
    assert preview.shows(room, "By the scales")

    story.write_text(right.replace("status: made", "status: wonderful"))
    assert preview.shows("", "“wonderful”")
    assert "“wonderful”" in preview.log.read_text()

    story.write_text(right)
    assert preview.shows(room, "Beside the weighing scales")

    domain = project / "domains/privacy.md"
    domain.write_text(domain.read_text() + "\nAnd a bench by the bins.\n")
    assert preview.shows("domains/privacy/", "a bench by the bins")

    about = project / "content/about.md"
    about.write_text(about.read_text() + "\nA line about us.\n")
    assert preview.shows("about/", "A line about us")

    footer = project / "theme/partials/footer.html"
    footer.write_text(footer.read_text().replace("This site sets no cookies", "No cookies here"))
    assert preview.shows("about/", "No cookies here")


def test_broken_settings_and_templates_leave_the_last_good_site_in_view(
    project: Path, preview: Preview
) -> None:
    assert preview.shows("about/", "Why stories")
    settings, template = project / "mkdocs.yml", project / "theme/story.html"
    for file, mistake in ((settings, "site_name: ["), (template, "{% if %}")):
        right = file.read_text()
        file.write_text(mistake)
        assert preview.says("The preview is as it was before")
        assert preview.shows("about/", "Why stories")
        file.write_text(right)
        preview.log.write_text("")
        about = project / "content/about.md"
        about.write_text(about.read_text() + f"\nMended after {file.name}.\n")
        assert preview.shows("about/", f"Mended after {file.name}")
    assert "Traceback" not in preview.log.read_text()


def test_it_starts_although_there_is_a_mistake_from_the_beginning(project: Path) -> None:
    story = project / "stories/2026/a-quiet-room/index.md"
    story.write_text(story.read_text().replace("domains: [privacy", "domains: [nonsense"))
    preview = Preview(project)
    try:
        assert preview.shows("", "“nonsense”")
    finally:
        preview.stop()
