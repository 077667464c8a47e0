"""What a preview is told of: every change, however it came about, and nothing else."""

import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from waiting import PATIENCE
from watchdog.events import FileSystemEvent, FileSystemEventHandler

from generator.mkdocs_plugin.watcher import Watcher


class Listener(FileSystemEventHandler):
    """Whoever waits to be told."""

    def __init__(self) -> None:
        self.told = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        assert not event.is_directory  # of which MkDocs takes no notice
        self.told.set()

    def hears(self, change: Callable[[], object]) -> bool:
        """Whether it is told of a change."""
        self.told.clear()
        change()
        return self.told.wait(PATIENCE)

    def rest(self) -> None:
        """Wait until there is nothing more to be told: a look may fall in the midst of a change."""
        while self.told.is_set():
            self.told.clear()
            self.told.wait(0.3)


@pytest.fixture
def lookout(tmp_path: Path) -> Iterator[Watcher]:
    (tmp_path / "stories/bell").mkdir(parents=True)
    (tmp_path / "stories/bell/index.md").write_text("A bell by the door.")
    (tmp_path / "mkdocs.yml").write_text("site_name: Bells")
    lookout = Watcher([str(tmp_path / "stories"), str(tmp_path / "mkdocs.yml")])
    yield lookout
    lookout.stop()
    if lookout.is_alive():
        lookout.join()


def listen(lookout: Watcher, tmp_path: Path) -> Listener:
    listener = Listener()
    for name in ("stories", "mkdocs.yml"):
        lookout.schedule(listener, str(tmp_path / name), recursive=True)
    return listener


@pytest.mark.site
def test_every_kind_of_change_is_told(tmp_path: Path, lookout: Watcher) -> None:
    bell = tmp_path / "stories/bell"
    listener = listen(lookout, tmp_path)
    lookout.start()
    changes: list[Callable[[], object]] = [
        lambda: (bell / "index.md").write_text("Two bells."),
        lambda: (bell / "more.csv").write_text("date,value\n"),
        (bell / "more.csv").unlink,
        lambda: bell.rename(tmp_path / "stories/gong"),
        lambda: (tmp_path / "stories/gong").rename(tmp_path / "elsewhere"),
        lambda: shutil.copytree(tmp_path / "elsewhere", bell / "deep/deeper"),
        lambda: (bell / "deep/deeper/index.md").write_text("A bell, found again."),
        lambda: shutil.rmtree(bell),
        lambda: (tmp_path / "mkdocs.yml").write_text("site_name: More bells"),
        (tmp_path / "mkdocs.yml").unlink,
    ]
    for number, change in enumerate(changes):
        assert listener.hears(change), f"nobody was told of change {number}"
        listener.rest()


def test_what_is_changed_before_it_begins_to_look_is_told(tmp_path: Path, lookout: Watcher) -> None:
    (tmp_path / "stories/bell/index.md").write_text("Changed while the first site was built.")
    listener = listen(lookout, tmp_path)
    assert listener.hears(lookout.start)


def test_what_is_only_read_is_not_told(tmp_path: Path, lookout: Watcher) -> None:
    listener = listen(lookout, tmp_path)
    lookout.start()
    assert not listener.told.wait(0.3)
    (tmp_path / "stories/bell/index.md").read_text()
    assert not listener.told.wait(0.3)


def test_what_is_changed_while_it_rests_is_told_afterwards(
    tmp_path: Path, lookout: Watcher
) -> None:
    story = tmp_path / "stories/bell/index.md"
    listener = listen(lookout, tmp_path)
    with lookout.rest():
        lookout.start()
        story.write_text("A bell by the bed.")
        assert not listener.told.wait(1)
    assert listener.told.wait(PATIENCE)
