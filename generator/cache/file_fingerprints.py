"""Digests of files by their names: what has the size and times that it had is not read again."""

import os
import stat
from pathlib import Path

from generator.cache.store import Store, fingerprint

_KIND = "file"
# Nanoseconds in which a file may be changed twice without its times telling.
UNSETTLED = 2_000_000_000


class FileStore(Store):
    """A store that knows files, too, as they were when they were read.

    `moment` is when it is opened, in nanoseconds since 1970: what is known of a file that was
    changed just before, or is changed later, holds for this run and not for the next.
    """

    def __init__(
        self,
        path: Path | None = None,
        version: str = "",
        moment: int = 0,
        *,
        stays: bool = False,
    ) -> None:
        """Know nothing yet of any file."""
        super().__init__(path, version, stays=stays)
        self._settled = moment - UNSETTLED
        self._seen: dict[str, tuple[str, str]] = {}

    def look_again(self) -> None:
        """Begin another run: a file may be another one when it is next asked for."""
        self._seen.clear()

    def digest_file(self, file: str) -> str:
        """Digest a file; there is no digest of what is no ordinary one, or cannot be read."""
        found = self.recall_file(file)
        try:
            if not found and self._seen[file][0]:
                found = self.note_file(file, Path(file).read_bytes())
        except OSError:
            return ""
        return found

    def recall_file(self, file: str) -> str:
        """Find the digest of a file that is as it was; empty if it has to be read."""
        state = _find_state(file)
        seen = self._seen.get(file)
        if seen is None:
            kept = self.find(_KIND, file) or b""
            before, _, found = kept.decode().rpartition(" ")
            seen = before, found
        found = seen[1] if state and seen[0] == state else ""
        self._seen[file] = state, found
        return found

    def find_state(self, file: str) -> str:
        """Find what told that a file was changed, when it was last recalled."""
        return self._seen[file][0]

    def note_file(self, file: str, content: bytes) -> str:
        """Note what was read of a file after `recall_file` had not found it; gives its digest."""
        state, found = self._seen[file][0], fingerprint(content)
        self._seen[file] = state, found
        # This decides what is read again, and never what is made of it.
        if state and int(state.rpartition(" ")[2]) < self._settled:
            self.keep(_KIND, file, f"{state} {found}".encode())
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
