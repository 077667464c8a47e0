"""What earlier runs worked out, kept by the digest of all that shaped it.

One SQLite file of bytes. A value is found again only whole and under the very key that it was kept
by, and a file that is damaged, or that another version wrote, counts for nothing: whoever asks
works the value out anew. What no run has asked for is forgotten when the next one closes.
"""

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any, TypeVar

Made = TypeVar("Made")

FORM = "1"
# Bytes of new values that wait in memory before they are written.
MOST_HELD = 16_000_000
_SIZE = 16
# What SQLite may raise over a file; what it says of a damaged one need not even be text.
_FAULTS = (sqlite3.Error, OSError, TypeError, ValueError)
# Another run has the file open, which would be spoilt if it went away.
_BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}
_SCHEMA = """
create table if not exists about (name text primary key, told text) without rowid;
create table if not exists kept (
    kind text, key text, sum blob, value blob, primary key (kind, key)
);
"""


def fingerprint(*parts: str | bytes) -> str:
    """Digest what shaped a value; the parts cannot run into each other."""
    found = blake2b(digest_size=_SIZE)
    for part in parts:
        told = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        found.update(len(told).to_bytes(8, "big"))
        found.update(told)
    return found.hexdigest()


class Store:
    """Values by kind and key. Without a file, or where none can be written, nothing is kept.

    One that `stays` has its values in memory for the next run of the same process.
    """

    def __init__(self, path: Path | None = None, version: str = "", *, stays: bool = False) -> None:
        """Know the file; one of another `version` is emptied, a damaged one replaced."""
        self._stays = stays
        self._known: dict[str, dict[str, bytes]] = {}
        self._made: dict[tuple[str, str], Any] = {}
        self._forgotten: dict[str, set[str]] = {}
        self._new: dict[tuple[str, str], bytes] = {}
        self._held = 0
        self._file = path
        self._version = f"{FORM} {version}"

    def find(self, kind: str, key: str) -> bytes | None:
        """Find a value, once in a run, and note that it is wanted still."""
        self._learn(kind)
        self._forgotten[kind].discard(key)
        known = self._known[kind]
        return known.get(key) if self._stays else known.pop(key, None)

    def knows(self, kind: str) -> bool:
        """Whether there is any value of a kind."""
        self._learn(kind)
        return bool(self._known[kind])

    def find_made(self, kind: str, key: str, make: Callable[[bytes], Made]) -> Made | None:
        """Find what a value was made of; a store that stays makes it once.

        Raises:
            ValueError: `make` can make nothing of it.

        """
        value = self.find(kind, key)
        if value is None or not self._stays:
            return None if value is None else make(value)
        if (kind, key) not in self._made:
            self._made[kind, key] = make(value)
        made: Made = self._made[kind, key]
        return made

    def keep(self, kind: str, key: str, value: bytes) -> None:
        """Keep a value for the next run."""
        self._learn(kind)
        self._forgotten[kind].discard(key)
        if self._stays:
            self._known[kind][key] = value
        self._new[kind, key] = value
        self._held += len(value)
        if self._held > MOST_HELD:
            self._write()

    def close(self) -> None:
        """Write what is new and forget what was not asked for."""
        gone = [(kind, key) for kind, keys in self._forgotten.items() for key in keys]
        if self._stays:
            for kind, key in gone:
                del self._known[kind][key]
                self._made.pop((kind, key), None)
        else:
            self._known.clear()
        self._forgotten = {kind: set(values) for kind, values in self._known.items()}
        self._write(gone)

    def _learn(self, kind: str) -> None:
        """Read what is known of a kind, all of which is to be forgotten until it is asked for."""
        if kind not in self._known:
            self._known[kind] = dict(self._read(kind))
            self._forgotten[kind] = set(self._known[kind])

    def _write(self, gone: Iterable[tuple[str, str]] = ()) -> None:
        """Write what is new, and delete what is gone; a failure costs only time."""
        new, self._new, self._held = self._new, {}, 0
        if self._file is None:
            return
        with contextlib.suppress(*_FAULTS), self._open() as database:
            database.executemany("delete from kept where kind = ? and key = ?", gone)
            rows = ((kind, key, _sum(value), value) for (kind, key), value in new.items())
            database.executemany("insert or replace into kept values (?, ?, ?, ?)", rows)

    def _read(self, kind: str) -> Iterator[tuple[str, bytes]]:
        try:
            if self._file is None or not self._file.exists():
                return
            with self._open() as database:
                rows = database.execute("select key, sum, value from kept where kind = ?", (kind,))
                yield from ((key, value) for key, told, value in rows if told == _sum(value))
        except _FAULTS as error:
            if getattr(error, "sqlite_errorcode", None) not in _BUSY:
                self._start_over()

    @contextlib.contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        assert self._file is not None  # noqa: S101 (both callers have asked)
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.closing(sqlite3.connect(self._file, timeout=5)) as database, database:
            # Words that somebody has taken back are not to stay in a file's unused pages.
            database.execute("pragma secure_delete = on")
            # A file that a power cut spoils counts for nothing, and is not worth the wait.
            database.execute("pragma synchronous = off")
            database.executescript(_SCHEMA)
            told = database.execute("select told from about where name = 'version'").fetchone()
            if told != (self._version,):
                database.execute("delete from kept")
                database.execute(
                    "insert or replace into about values ('version', ?)", (self._version,)
                )
            yield database

    def _start_over(self) -> None:
        with contextlib.suppress(OSError):
            if self._file is not None:
                self._file.unlink()


def _sum(value: bytes) -> bytes:
    return blake2b(value, digest_size=_SIZE).digest()
