"""A record's file and the data files beside it, each read once, and the key of what was read.

The key is the digest of the very bytes that are parsed afterwards: a file that somebody changes in
the meantime is the next run's affair.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.ledger import digest
from generator.problem import Problem
from generator.read.files import read_bytes

Content = bytes | Problem


@dataclass(frozen=True, slots=True)
class Written:
    """A record's file as it was read, or why it could not be.

    `beside` has the data files in its folder, by name, if it may name any of them. `key` is empty
    if the file could not be read.
    """

    path: str
    content: Content
    beside: Mapping[str, Content]
    key: str


class Reader:
    """Reads the files of records; each data file is read once."""

    def __init__(self, root: Path) -> None:
        """Read below `root`."""
        self._root = root
        self._folders: dict[str, tuple[Mapping[str, Content], str]] = {}

    def read(self, path: str) -> Written:
        """Read the record at `path`."""
        content = read_bytes(self._root, path)
        if isinstance(content, Problem):
            return Written(path, content, {}, "")
        # YAML has ways to write a name that are not the name itself; all of them need a backslash.
        if b".csv" not in content.lower() and b"\\" not in content:
            return Written(path, content, {}, digest(path, content))
        beside, told = self._read_data(path.rpartition("/")[0])
        return Written(path, content, beside, digest(path, content, told))

    def _read_data(self, folder: str) -> tuple[Mapping[str, Content], str]:
        if folder not in self._folders:
            paths = {name: f"{folder}/{name}" for name in _list_data(self._root / folder)}
            found = {name: read_bytes(self._root, path) for name, path in paths.items()}
            parts = (b"" if isinstance(each, Problem) else each for each in found.values())
            self._folders[folder] = found, digest(*found, *parts)
        return self._folders[folder]


def _list_data(folder: Path) -> list[str]:
    try:
        return sorted(name for name in os.listdir(folder) if name.lower().endswith(".csv"))  # noqa: PTH208 (quick, and often)
    except OSError:
        return []
