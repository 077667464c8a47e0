"""What tells a preview that a file was changed: looking, again and again.

MkDocs's own observer takes five times as long for a look. What systems tell of changes by
themselves is another thing on each: some tell of files that are merely opened, and none of those
that somebody else changes on a network.
"""

import contextlib
import os
import stat
import time
from collections.abc import Iterable, Iterator, Mapping
from threading import Event, Thread

from watchdog.events import FileModifiedEvent, FileSystemEventHandler

from generator.cache.file_fingerprints import UNSETTLED

State = tuple[tuple[str, int, int], ...]
# Seconds from one look to the next, at least, and as many times as long as a look took.
_PAUSE = 0.1
_PAUSES = 4
# Seconds after which it asks again whether it may look, so that a browser has its page first.
_PAUSE_AT_REST = 0.2


class Watcher(Thread):
    """Looks at files and folders, and tells their handlers of changes, as watchdog's observers do.

    It stands where MkDocs has one of those.
    """

    def __init__(self, places: Iterable[str]) -> None:
        """Know how these places are now, and look at none yet."""
        super().__init__(daemon=True)
        self._handlers: dict[str, FileSystemEventHandler] = {}
        self._sight = FolderState()
        self._seen = self._look(places)
        self._over = Event()
        self._rests = Event()

    def schedule(
        self,
        event_handler: FileSystemEventHandler,
        path: str,
        *,
        recursive: bool = False,  # noqa: ARG002 (watchdog's)
    ) -> str:
        """Look at a file, or at all that is in a folder; gives what `unschedule` takes."""
        self._handlers[path] = event_handler
        return path

    def unschedule(self, watch: str) -> None:
        """Look at a file or a folder no more."""
        self._handlers.pop(watch)

    @contextlib.contextmanager
    def rest(self) -> Iterator[None]:
        """Leave the processor to what somebody waits for; what changes meanwhile is seen after."""
        self._rests.set()
        try:
            yield
        finally:
            self._rests.clear()

    def stop(self) -> None:
        """Look no more."""
        self._over.set()

    def run(self) -> None:
        """Look and tell; the first build took its time, and files may have changed."""
        pause = 0.0
        while not self._over.wait(pause):
            if self._rests.is_set():
                pause = _PAUSE_AT_REST
                continue
            began = time.monotonic()
            before, self._seen = self._seen, self._look(tuple(self._handlers))
            pause = max(_PAUSE, _PAUSES * (time.monotonic() - began))
            for path, handler in self._handlers.items():
                if self._seen.get(path) != before.get(path):
                    pause = _PAUSE_AT_REST
                    handler.dispatch(FileModifiedEvent(path))

    def _look(self, places: Iterable[str]) -> Mapping[str, State]:
        return {place: self._sight.look(place) for place in places}


class FolderState:
    """How the files of a place are; a folder that has not changed is not listed again.

    Which halves the time of a look. A build finds the state of a site but once, and lists them all.
    """

    def __init__(self) -> None:
        """Know no folder yet."""
        self._listed: dict[str, tuple[int, list[str]]] = {}

    def look(self, place: str) -> State:
        """Find the names, the sizes and the times of a file, or of all files below a folder."""
        state, waiting = [], [os.path.realpath(place)]
        while waiting:  # and not by calling itself: a folder may be a thousand deep
            path = waiting.pop()
            with contextlib.suppress(OSError):  # it changes just now, and then is another
                found = os.lstat(path)
                if stat.S_ISDIR(found.st_mode):
                    waiting += self._list(path, found.st_mtime_ns)
                else:
                    state.append((path, found.st_size, found.st_mtime_ns))
        return tuple(state)

    def _list(self, folder: str, changed: int) -> list[str]:
        """List what is in a folder that was last changed at that time."""
        known, inside = self._listed.get(folder, (None, []))
        if known != changed:
            inside = sorted(entry.path for entry in os.scandir(folder))
            # One that has just changed may change again without its time telling.
            if changed < time.time_ns() - UNSETTLED:
                self._listed[folder] = changed, inside
        return inside
