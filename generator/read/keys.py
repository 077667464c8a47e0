"""The key of a record: the digest of its file, and of the data files beside it that it names."""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.ledger import digest
from generator.problem import Problem
from generator.read.files import read_bytes
from generator.records.base import Asset


class Keys:
    """Finds keys; each data file is read once."""

    def __init__(self, root: Path, assets: Iterable[Asset]) -> None:
        """Know the data files of the project at `root`."""
        self._root = root
        self._beside: dict[str, dict[str, str]] = defaultdict(dict)
        for asset in assets:
            file = PurePosixPath(asset.path)
            if file.suffix.lower() == ".csv":
                self._beside[str(file.parent)][file.name] = asset.path
        self._digests: dict[str, str] = {}

    def __call__(self, path: str) -> str:
        """Find the key of the record at `path`; empty if its file cannot be read."""
        content = read_bytes(self._root, path)
        if isinstance(content, Problem):
            return ""
        parts: list[str | bytes] = [path, content]
        if b".csv" in content.lower() or b"\\" in content:
            told = " ".join(content.decode("utf-8", "replace").lower().split())
            # YAML has ways to write a name that are not the name itself.
            is_disguised = b"\\" in content
            for name, file in sorted(self._beside[path.rpartition("/")[0]].items()):
                if is_disguised or name.lower() in told:
                    parts += (name, self._digest(file))
        return digest(*parts)

    def _digest(self, file: str) -> str:
        if file not in self._digests:
            content = read_bytes(self._root, file)
            self._digests[file] = "" if isinstance(content, Problem) else digest(content)
        return self._digests[file]
