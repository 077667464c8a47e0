"""Digests of files by their names: what has the size and times that it had is not read again."""

import os
import stat
import time
from pathlib import Path

from generator.ledger import Ledger, digest

# Nanoseconds in which a file may be changed twice without its times telling.
_UNSETTLED = 2_000_000_000


class Seen:
    """What the ledger knows, as a `kind` of its own, of files as they were when they were read."""

    def __init__(self, ledger: Ledger, kind: str) -> None:
        """Know nothing yet of any file."""
        self._ledger = ledger
        self._kind = kind
        self._known: dict[str, tuple[str, str]] = {}

    def digest(self, file: str) -> str:
        """Digest a file; there is no digest of what is no ordinary one, or cannot be read."""
        found = self.recall(file)
        try:
            if not found and self._known[file][0]:
                found = self.note(file, Path(file).read_bytes())
        except OSError:
            return ""
        return found

    def recall(self, file: str) -> str:
        """Find the digest of a file that is as it was; empty if it has to be read."""
        state = _find_state(file)
        known = self._known.get(file)
        if known is None:
            told = self._ledger.find(self._kind, file) or b""
            before, _, found = told.decode().rpartition(" ")
            known = before, found
        found = known[1] if state and known[0] == state else ""
        self._known[file] = state, found
        return found

    def note(self, file: str, content: bytes) -> str:
        """Note what was read of a file after `recall` had not found it; gives its digest."""
        state, found = self._known[file][0], digest(content)
        self._known[file] = state, found
        # This decides what is read again, and never what is made of it.
        if state and time.time_ns() - int(state.rpartition(" ")[2]) > _UNSETTLED:
            self._ledger.keep(self._kind, file, f"{state} {found}".encode())
        return found


def _find_state(file: str) -> str:
    """Find what tells that an ordinary file was changed; empty if it is none."""
    try:
        found = os.lstat(file)
    except OSError:
        return ""
    if not stat.S_ISREG(found.st_mode):
        return ""
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ino} {found.st_ctime_ns}"
