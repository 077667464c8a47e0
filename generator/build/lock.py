"""One build at a time in one place: a lock that goes when whoever holds it goes.

A file is locked by the system, not by being there: one that a killed build left behind locks
nobody out.
"""

import contextlib
import os
import sys
from io import BufferedWriter
from pathlib import Path


class Lock:
    """A lock that stands as a file while it is held."""

    def __init__(self, file: Path) -> None:
        """Know where the file is to be."""
        self._file = file
        self._held: BufferedWriter | None = None

    def take(self) -> bool:
        """Take the lock; False if somebody has it.

        Raises:
            OSError: no file can be made there.

        """
        self._file.parent.mkdir(parents=True, exist_ok=True)
        while True:
            held = self._file.open("ab")
            if not _lock(held.fileno()):
                held.close()
                return False
            if self._is_there(held):
                self._held = held
                return True
            held.close()  # its holder was just done, and took it away

    @property
    def is_held(self) -> bool:
        """Whether this very lock is held."""
        return self._held is not None

    def release(self) -> None:
        """Let others have the lock; if it is not held, nothing happens."""
        if self._held is None:
            return
        with contextlib.suppress(OSError):
            self._file.unlink()
        self._held.close()
        self._held = None

    def _is_there(self, held: BufferedWriter) -> bool:
        try:
            return os.path.samestat(os.fstat(held.fileno()), self._file.stat())
        except FileNotFoundError:
            return False


def _lock(number: int) -> bool:
    """Lock an open file, unless somebody has; where files cannot be locked, nobody ever has."""
    if sys.platform == "win32":
        return True
    import fcntl  # noqa: PLC0415 (it is not everywhere)

    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True
