"""The lines that problems point at, for many problems of one file without reading it as often."""

from functools import lru_cache
from pathlib import Path

from generator.load.files import read_bytes
from generator.model.problem import Place, Problem

_SHOWN = (".md", ".csv", ".yml")


class Excerpts:
    """The lines of the files below a root; those of the last few files are kept.

    What cannot be read is shown by a sign that stands for it, so that the spot can be found.
    """

    def __init__(self, root: Path) -> None:
        """Show lines of files below `root`."""
        self._read = lru_cache(maxsize=8)(lambda path: _read_lines(root, path))

    def find(self, place: Place) -> str | None:
        """Find the line at a place; None if it cannot be shown."""
        lines = self._read(place.path)
        return lines[place.line - 1] if 0 < place.line <= len(lines) else None


def _read_lines(root: Path, path: str) -> list[str]:
    content = read_bytes(root, path) if path.endswith(_SHOWN) else b""
    if (
        isinstance(content, Problem)
        or not content
        or content.startswith((b"\xff\xfe", b"\xfe\xff"))
    ):
        return []
    text = content.removeprefix(b"\xef\xbb\xbf").decode("utf-8", "replace")
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
