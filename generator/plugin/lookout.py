"""What tells a preview that a file was changed: looking, again and again.

MkDocs's own observer takes five times as long for a look. What systems tell of changes by
themselves is another thing on each: some tell of files that are merely opened, and none of those
that somebody else changes on a network.
"""

import contextlib
import time
from collections.abc import Iterable, Iterator, Mapping
from threading import Event, Thread

from watchdog.events import FileModifiedEvent, FileSystemEventHandler

from generator.plugin.unchanged import find_state

# Seconds from one look to the next, at least, and as many times as long as a look took.
_PAUSE = 0.1
_PAUSES = 4
# Seconds after which it asks again whether it may look, so that a browser has its page first.
_PAUSE_AT_REST = 0.2


class Lookout(Thread):
    """Looks at files and folders, and tells their handlers of changes, as watchdog's observers do.

    It stands where MkDocs has one of those.
    """

    def __init__(self, places: Iterable[str]) -> None:
        """Know how these places are now, and look at none yet."""
        super().__init__(daemon=True)
        self._handlers: dict[str, FileSystemEventHandler] = {}
        self._seen = _look(places)
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
            before, self._seen = self._seen, _look(tuple(self._handlers))
            pause = max(_PAUSE, _PAUSES * (time.monotonic() - began))
            for path, handler in self._handlers.items():
                if self._seen.get(path) != before.get(path):
                    pause = _PAUSE_AT_REST
                    handler.dispatch(FileModifiedEvent(path))


def _look(places: Iterable[str]) -> Mapping[str, str]:
    """See how places are; one that changes just now is not seen, and then is another."""
    seen = {}
    for place in places:
        with contextlib.suppress(OSError):
            seen[place] = find_state(place)
    return seen
