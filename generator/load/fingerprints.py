"""A record's file and the data files beside it, each read once, and the key of what was read.

The key is the digest of the very bytes that are parsed afterwards: a file that somebody changes in
the meantime is the next run's affair.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from generator.cache.file_fingerprints import FileStore
from generator.cache.store import fingerprint
from generator.load.files import (
    MOST_BYTES,
    Source,
    decode_loosely,
    decode_text,
    read_beginning,
    read_bytes,
)
from generator.load.points import Region
from generator.load.points.workbook import MOST_BYTES as MOST_IN_A_WORKBOOK
from generator.model import Attachment, Origin
from generator.model.base import Rest
from generator.model.measure import WORKBOOK
from generator.model.places import Places
from generator.model.problem import Problem

Content = bytes | Problem


@dataclass(frozen=True, slots=True)
class RecordFiles:
    """A record's file as it was read, or why it could not be.

    `beside` has the data files in its folder, by name. `key` is empty if the file could not be
    read. `region` says how the site's dates are usually written.
    """

    path: str
    content: Content
    beside: Mapping[str, Content]
    key: str
    region: Region = field(default_factory=Region)


class RecordReader:
    """Reads the files of records, or finds their keys without; each data file is read once."""

    def __init__(
        self,
        root: Path,
        store: FileStore,
        data: Mapping[str, Sequence[str]],
        region: Region | None = None,
    ) -> None:
        """Read below `root`; `data` has the names of the data files in each folder."""
        self._region = region or Region()
        self._root = root
        self._store = store
        self._data = data
        self._folders: dict[str, Mapping[str, Content]] = {}

    def find_key(self, path: str) -> str:
        """Find the key of the record at `path` without reading; empty if it has to be read."""
        folder = path.rpartition("/")[0]
        names = self._data.get(folder, ())
        found = [self._recall(path), *(self._recall(f"{folder}/{name}") for name in names)]
        return self._make_key(path, found, names) if all(found) else ""

    def _make_key(self, path: str, found: Sequence[str], names: Iterable[str]) -> str:
        """Make the key; how dates are read shapes only those that have data files beside them."""
        names = tuple(names)
        order = (f"month first: {self._region.month_first}",) if names else ()
        return fingerprint(path, *order, *found, *names)

    def read(self, path: str) -> RecordFiles:
        """Read the record at `path`."""
        content = self._read(path)
        if isinstance(content, Problem):
            return RecordFiles(path, content, {}, "")
        beside = self._read_data(path.rpartition("/")[0])
        found = [content, *beside.values()]
        told = ["" if isinstance(each, Problem) else fingerprint(each) for each in found]
        key = self._make_key(path, told, beside)
        return RecordFiles(path, content, beside, key, self._region)

    def read_text(self, path: str) -> Source:
        """Read the text of the data file at `path`, with what is wrong with it."""
        folder, _, name = path.rpartition("/")
        return decode_text(self._read_data(folder)[name], path)

    def attach(self, path: str, *, is_text: bool) -> Attachment:
        """Find the file at `path`, which is no record; its text is read when it is asked for."""
        folder, _, name = path.rpartition("/")
        key, content = self._recall(path), self._folders.get(folder, {}).get(name)
        state = self._store.find_state(f"{self._root}/{path}")
        size = int(state.partition(" ")[0] or 0)
        if is_text and not key and size <= MOST_BYTES:
            content = self._read(path) if content is None else content
            key = "" if isinstance(content, Problem) else fingerprint(content)
        found = None if isinstance(content, Problem) else content

        def read() -> Rest:
            if not is_text:
                return {}, "", Places(), ""
            beginning = read_beginning(self._root, path) if found is None else found
            return {}, "", Places(), decode_loosely(beginning)

        values = {"is_cut_short": size > MOST_BYTES}
        origin = Origin(path, name, folder, key=key or fingerprint(state))
        return Attachment.revive(values, set(values), origin, read)

    def _read_data(self, folder: str) -> Mapping[str, Content]:
        if folder not in self._folders:
            names = self._data.get(folder, ())
            self._folders[folder] = {name: self._read(f"{folder}/{name}") for name in names}
        return self._folders[folder]

    def _recall(self, path: str) -> str:
        return self._store.recall_file(f"{self._root}/{path}")

    def _read(self, path: str) -> Content:
        self._recall(path)
        most = MOST_IN_A_WORKBOOK if path.lower().endswith(WORKBOOK) else MOST_BYTES
        content = read_bytes(self._root, path, most)
        if not isinstance(content, Problem):
            self._store.note_file(f"{self._root}/{path}", content)
        return content
